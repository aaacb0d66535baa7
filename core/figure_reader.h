#pragma once
// The figures of a policy file: text to numbers, days and lists, or what is wrong with them.

#include <optional>
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

/// A whole number of the unit, or for `days_per_month` a number or a fraction such as 365/12, from
/// `least` to what no law comes near; says `wrong_type` or `out_of_range`.
std::optional<Rational> read_number(Findings& findings, const json::Node& node,
                                    const json::Place& place, Unit unit, std::int64_t least);

}  // namespace benefits
