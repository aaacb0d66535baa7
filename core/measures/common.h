#pragma once
// What several measures share: common figures, conditions that recur, periods, leaves.

#include "core/assumptions.h"
#include "core/case.h"
#include "core/measure.h"

namespace benefits {

namespace common {

inline constexpr WholeFigure newly_delivered_through_day{"newly_delivered_through_day", Unit::days};
inline constexpr WholeFigure nursing_baby_under_years = age_limit("nursing_baby_under_years");
inline constexpr RatioFigure wage_days_per_month{"wage_days_per_month"};
inline constexpr RatioFigure paid_days_per_month{"paid_days_per_month"};

/// The figures that belong to no single benefit; the policy file lists them under `common`.
inline constexpr List<const FigureName*, 4> figures{&newly_delivered_through_day,
                                                    &nursing_baby_under_years, &wage_days_per_month,
                                                    &paid_days_per_month};
inline constexpr List<const AssumptionName*, 4> assumptions{
    &benefits::assumptions::in_force, &benefits::assumptions::age_attained,
    &benefits::assumptions::leap_day, &benefits::assumptions::first_day};

}  // namespace common

// -- Facts
/// The latest pregnancy ends, or is expected to end, in a birth.
bool is_birth(Case& c);
bool is_miscarriage(Case& c);
/// Born on `as_of` or before.
bool is_born(Case& c, const Input<Date>& birth_date);
/// A born baby of the delivery below the age limit.
bool has_baby_under(Case& c, int years);
/// The children told of below the age limit; babies of the delivery are none of them.
Count children_under(Case& c, int years);
/// One of those children, or a born baby of the delivery, below the age limit.
bool has_child_under(Case& c, int years);
inline bool is_some(std::int64_t number) { return number > 0; }
/// Pregnant, or not more than the newly-delivered days after a birth.
bool is_pregnant_or_newly_delivered(Case& c);
/// Pregnant, or with a baby of the nursing age.
bool is_pregnant_or_nursing(Case& c);

// -- Conditions
inline constexpr Condition employed{"employed", "not_employed",
                                    [](Case& c) { return c.ask(c.parent().employed); }};
inline constexpr Condition lawful{"lawful", "not_lawful",
                                  [](Case& c) { return c.ask(c.situation().lawful_birth); }};
inline constexpr Condition birth{"birth", "no_birth", is_birth};
/// A child that was told of is born; the babies of a delivery are if it is a birth.
inline constexpr Condition child_born{
    "birth", "no_birth",
    [](Case& c) { return c.subject().kind == Subject::Kind::child || is_birth(c); }};
inline constexpr Condition miscarriage{"miscarriage", "no_miscarriage", is_miscarriage};
inline constexpr Condition planning{
    "planning", "not_planning", [](Case& c) { return c.ask(c.situation().planning_pregnancy); }};
inline constexpr Condition planning_or_pregnant{
    "planning_or_pregnant", "not_planning_nor_pregnant", [](Case& c) {
      return c.ask(c.situation().planning_pregnancy) || c.ask(c.situation().pregnant);
    }};
inline constexpr Condition pregnant_or_newly_delivered{"pregnant_or_newly_delivered",
                                                       "not_pregnant_nor_newly_delivered",
                                                       is_pregnant_or_newly_delivered};
inline constexpr Condition pregnant_or_nursing{"pregnant_or_nursing", "not_pregnant_nor_nursing",
                                               is_pregnant_or_nursing};
inline constexpr Condition in_school{"in_school", "not_in_school",
                                     [](Case& c) { return c.ask(c.child().care) == Care::school; }};
/// A limit of age. Where there is no birth, the reason is that, and not the age.
constexpr Condition age_fits(bool (*holds)(Case&)) {
  return Condition{"age_fits", "age", holds, birth.reason};
}

// -- Limits of age. The conditions record a birth date told and the last day on which they hold.
/// Whether the child (or baby) is below the limit; `source` is where the limit comes from.
bool is_younger_than(Case& c, int years, std::string_view source);
bool is_younger_than(Case& c, const WholeFigure& under_years);
/// Whether the child (or baby) has reached the age; told a birth date, records from which day on.
bool is_old_enough(Case& c, const WholeFigure& from_years);
/// Whether not more than the figure's days have passed since the birth.
bool is_within_days(Case& c, const WholeFigure& through_day);

/// The last day on which somebody born on `born` is below the limit.
Date last_day_under(Case& c, Date born, int years);
/// From the birth of the child (or baby) to the last day below the limit.
Periods until_age(Case& c, int years);
/// From the birth, which is day 0, to the figure's day.
Periods through_day_from_birth(Case& c, const WholeFigure& through_day);

// -- Outcomes
/// The benefit's constant list.
Value services(Case& c);
Value rights(Case& c);

/// `length` days in a row from `first`, or from the day after under `leave.first_day`.
Period days_from(Case& c, Date first, int length);
/// The same, recorded as a step.
Period leave_period(Case& c, Date first, int length);
/// How the days of a leave are counted.
enum class DayUnit { workday, calendar };
/// A leave's length.
Value leave_value(int length, DayUnit unit, std::string_view per);

/// The employer alone pays `length` days, each a monthly wage divided by the month's days of that
/// unit.
Payment employer_pays(Case& c, const Input<Fen>& wage, int length, DayUnit unit);
/// Adds a payer's line, but none for no days and yuan that are 0 or not known; without the yuan the
/// payment is not certain.
void add_line(Payment& payment, std::string_view payer, int length, std::optional<Fen> yuan);

}  // namespace benefits
