#pragma once

#include <string>

#include "core/cli/messages.h"
#include "core/error.h"
#include "core/result.h"

namespace benefits::cli {

/// The result as text that a citizen can read, every sentence from the catalogue.
std::string explain(const Result& result, const Messages& messages);

/// What is wrong with a situation, a line for each fault: where, and what.
std::string explain(const Errors& errors, const Messages& messages);

}  // namespace benefits::cli
