#pragma once
// One mechanism for what every rule gets for free: status, missing, bounds, what is left out,
// reasons, and what other readings of the law would give.

#include "core/case.h"

namespace benefits {

/// Decides one benefit of one subject under `world.options`.
/// @param alternatives whether to try the other options of every assumption that was consulted
Benefit decide(const World& world, const BenefitEntry& entry, const Rule& rule, Subject subject,
               bool alternatives);

}  // namespace benefits
