#pragma once
// All measures: one numbered file of core/measures, one entry. The table is made from the names.

#include <span>

#include "core/measure.h"

namespace benefits {

std::span<const Measure* const> measures();

}  // namespace benefits
