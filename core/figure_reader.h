#pragma once
// The dated values of a policy file's figures: text -> numbers, days and lists, or what is wrong.

#include <optional>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "core/policy.h"

namespace benefits {

/// The values of one figure, ascending by date. Says what is wrong with each value, and where the
/// dates overlap, run backwards or leave a day of the policy out.
/// @param first_day the earliest day on which the policy can be in force, where it is known
/// @return nothing where a value cannot be read
std::optional<std::vector<DatedValue>> read_figure(Findings& findings, const json::Node& node,
                                                   const json::Place& place, const FigureName& name,
                                                   std::optional<Date> first_day);

/// A number or a fraction as written, such as 21.75 or 365/12; nothing where it is neither, not
/// above nought, or larger than any divisor of a wage.
std::optional<Rational> read_ratio(std::string_view text);

}  // namespace benefits
