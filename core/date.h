#pragma once
// Civil dates: no time zone, no clock. A `Date` is a day; day counts are plain subtraction.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace benefits {

/// A civil day (proleptic Gregorian calendar).
using Date = std::chrono::sys_days;

/// What a birthday of 29 February is in a common year (assumption `age.leap_day`).
enum class LeapDay { feb_28, mar_1 };

/// Both ends inside, always.
struct Period {
  Date from;
  Date to;

  bool operator==(const Period&) const = default;
};

/// The day written as `YYYY-MM-DD` (ten characters, digits and hyphens, a day of the calendar);
/// nothing for any other text. Years 0000 to 9999; the range of inputs is the reader's business.
std::optional<Date> parse_date(std::string_view text);

/// Appends `YYYY-MM-DD`. @pre a year from 0 to 9999
void append_date(std::string& text, Date date);

/// The `years`th anniversary of `born`: the same month and day; for 29 February in a common year
/// what `leap_day` says.
///   birthday(2024-02-29, 1, LeapDay::feb_28) == 2025-02-28
///   birthday(2024-02-29, 4, LeapDay::mar_1)  == 2028-02-29
Date birthday(Date born, int years, LeapDay leap_day);

/// The corresponding day `months` later, the month's last day where there is none.
///   months_later(2024-01-31, 1) == 2024-02-29
Date months_later(Date date, int months);

/// Whether `date` is a 29 February.
bool is_leap_day(Date date);

/// The day that `month_day` (month * 100 + day) names in the year of `date`; 29 February as 1 March
/// where absent.
Date on_month_day(Date date, std::int64_t month_day);

/// 1 January and 31 December of the year of `date`.
Period calendar_year(Date date);

}  // namespace benefits
