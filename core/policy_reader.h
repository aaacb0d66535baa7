#pragma once
// Text to policy: the file of a policy officer, or every error in it.

#include <string_view>
#include <variant>

#include "core/error.h"
#include "core/policy.h"

namespace benefits {

/// Reads a policy and binds it to the rules compiled in. A policy that is returned answers every
/// situation: each figure that a rule uses has a value on every day in force, each assumption the
/// options that the rule knows.
/// @return the policy, or all errors in document order, with the last codes of `ErrorCode` too
std::variant<Policy, Errors> read_policy(std::string_view text);

}  // namespace benefits
