#pragma once
// One mechanism for what every rule gets for free: status, missing, bounds, what is left out,
// reasons, and what other readings of the law would give.

#include "core/case.h"

namespace benefits {

/// Decides one benefit of one subject under `world.options`.
/// @param rule one of the benefit's
/// @param alternatives whether to try the other options of every assumption that was consulted
/// @param benefit in: entry and subject; out: all other members
void decide(const World& world, const Rule& rule, bool alternatives, Benefit& benefit);

}  // namespace benefits
