#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace benefits {

/// Up to three numbers by which things are put in order, the first that differs deciding; the last
/// tells which thing it is. All ordering in the core goes through one sort: each further kind of
/// thing sorted would cost the module as much code again.
using Rank = std::array<std::int64_t, 3>;

void sort(std::vector<Rank>& ranks);

}  // namespace benefits
