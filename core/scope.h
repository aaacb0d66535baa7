#pragma once
// Which benefits an answer is about.

#include <bitset>
#include <string_view>
#include <variant>

#include "core/error.h"
#include "core/policy.h"

namespace benefits {

/// Most benefits a policy can have, so that a set of them is 64 bits: there are fewer rules than
/// that, and no benefit without one.
inline constexpr std::size_t most_benefits = 64;

/// A choice among a policy's benefits, by their places in it.
using Scope = std::bitset<most_benefits>;

inline Scope all_benefits() { return Scope().set(); }

/// @param words separated by blanks, in any order: ids (`leave.maternity`), their groups
///   (`leave`), numbers of measures (`12`); no word chooses all benefits
/// @return the scope, or for every word that no benefit answers to one `unknown_option` (pointer
///   "", args.got the word)
std::variant<Scope, Errors> read_scope(std::string_view words, const Policy& policy);

}  // namespace benefits
