#pragma once
// The leave after a miscarriage, for the rules that lean on it.

#include "core/measures/common.h"

namespace benefits {

/// The days of leave after a miscarriage. @pre is_miscarriage
int miscarriage_days(Case& c);

}  // namespace benefits
