#include "core/rank.h"

#include <algorithm>

namespace benefits {

void sort(std::vector<Rank>& ranks) { std::sort(ranks.begin(), ranks.end()); }

}  // namespace benefits
