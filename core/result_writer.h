#pragma once
// Result to text.

#include <string>

#include "core/result.h"

namespace benefits {

/// The document that assets/schema/result.schema.json describes, the same bytes everywhere; two
/// spaces a level where `pretty`.
std::string write_result(const Result& result, bool pretty = false);

}  // namespace benefits
