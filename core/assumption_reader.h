#pragma once
// The assumptions of a policy file: the options of each that its rule knows, or what is wrong.

#include <optional>
#include <vector>

#include "core/document.h"
#include "core/policy.h"

namespace benefits {

/// Reads the list of assumptions into the policy. Says what is wrong with each, and which of
/// `needed`, all that the rules ask for, are not there.
void read_assumptions(Findings& findings, const json::Node& node, const json::Place& place,
                      const std::vector<const AssumptionName*>& needed, Policy& policy);

/// The earliest day on which a policy with these assumptions can be in force; nothing where the
/// list does not tell.
std::optional<Date> earliest_day_in_force(const json::Node& assumptions);

}  // namespace benefits
