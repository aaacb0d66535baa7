#pragma once
// Sorting, instantiated once.

#include <array>
#include <cstdint>
#include <vector>

namespace benefits {

/// Up to three numbers by which things are put in order: the first that differs decides, and the
/// last identifies the thing. The core sorts only ranks, and the names that json.cpp compares: each
/// further type that is sorted adds a copy of the sorting code to the module.
using Rank = std::array<std::int64_t, 3>;

void sort(std::vector<Rank>& ranks);

}  // namespace benefits
