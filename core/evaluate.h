#pragma once
// The whole answer: the benefits of a policy for one situation, what to ask next, sums, calendar.

#include "core/policy.h"
#include "core/result.h"
#include "core/scope.h"
#include "core/situation.h"

namespace benefits {

/// @param policy must outlive the result
/// @param situation without contradictions, its assumptions the policy's, as situation_reader.h
///   makes sure
/// @param alternatives whether to say what other readings of the law would give
/// @param scope questions, sums and calendar are about its benefits alone
Result evaluate(const Policy& policy, const Situation& situation, bool alternatives = true,
                const Scope& scope = all_benefits());

}  // namespace benefits
