#pragma once
// The open questions that concern more than one measure. A measure's own stand in its file.

#include "core/policy.h"

namespace benefits {

enum class AgeAttained { on_birthday, day_after };
enum class FirstDay { counts, next_day };

namespace assumptions {

/// From which day the document applies.
inline constexpr ValueAssumption in_force{"policy.in_force", Unit::date};
/// Whether an age is reached on the birthday or the day after.
inline constexpr Assumption<AgeAttained> age_attained{"age.attained", "on_birthday", "day_after"};
/// What the birthday of 29 February is in a common year.
inline constexpr Assumption<LeapDay> leap_day{"age.leap_day", "feb_28", "mar_1"};
/// Whether the day of birth is the first day of a leave.
inline constexpr Assumption<FirstDay> first_day{"leave.first_day", "counts", "next_day"};

}  // namespace assumptions

}  // namespace benefits
