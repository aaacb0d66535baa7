#pragma once
// Text to situation (assets/schema/situation.schema.json), or every error in it.

#include <string_view>
#include <variant>

#include "core/error.h"
#include "core/policy.h"
#include "core/situation.h"

namespace benefits {

/// Reads one situation. Nothing is repaired, dropped or defaulted.
/// @param policy tells which assumptions and options there are
/// @return the situation, free of contradictions; or all errors, in the document's order, missing
///   members last
std::variant<Situation, Errors> read_situation(std::string_view text, const Policy& policy);

}  // namespace benefits
