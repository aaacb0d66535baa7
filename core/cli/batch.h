#pragma once

#include "core/calculator.h"
#include "core/cli/files.h"

namespace benefits::cli {

/// One line out for every line in, in order, on all processors; memory does not grow with the
/// input.
/// @return whether every line was a sound situation
bool batch(const Calculator& calculator, LineReader& reader, bool alternatives);

}  // namespace benefits::cli
