#pragma once
// All measures: one file of core/measures, one entry. The table is made from the file names.

#include <span>

#include "core/measure.h"

namespace benefits {

std::span<const Measure* const> measures();

}  // namespace benefits
