#pragma once
// The mother's leave, for the rules that lean on it: the father's leave may have to fall within it.

#include "core/measures/common.h"

namespace benefits {

/// Whether the mother has maternity leave; asks as the rule itself does. No mother, no leave.
bool has_maternity_leave(Case& c);
/// Days in all. @pre has_maternity_leave
int maternity_days(Case& c);
/// From the first day taken before the birth, if any. @pre has_maternity_leave
Period maternity_period(Case& c);

}  // namespace benefits
