#pragma once
// What sentences take from the policy: a figure that changes there changes in every sentence.

#include <vector>

#include "core/policy.h"
#include "core/result.h"

namespace benefits::cli {

/// The figures that sentences said of a benefit can name, by their names in the policy file: its
/// own and those common to all, as they are on `as_of`. Lists of days are no part of a sentence.
std::vector<Member> figures_of(const Policy& policy, const BenefitEntry& benefit, Date as_of);

/// What an assumption's option carries, as `value`; nothing where it carries no number.
std::vector<Member> value_of(const Option& option);

}  // namespace benefits::cli
