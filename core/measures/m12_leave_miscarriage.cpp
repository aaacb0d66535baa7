// Measure 12, 产假 maternity leave after a miscarriage: jilin-2023-56/2.12, decree-619/7-8,
// sil/54, 56. The document says who pays and not how long it is. Whether the birth would have been
// lawful is no matter.
#include "core/measures/m12_leave_miscarriage.h"

#include "core/measures/maternity_pay.h"

namespace benefits {
namespace {

constexpr WholeFigure early_days = leave_length("early_days");
constexpr WholeFigure late_days = leave_length("late_days");
constexpr WholeFigure late_from_months{"late_from_months", Unit::months};

Value value(Case& c) { return leave_value(miscarriage_days(c), DayUnit::calendar, "delivery"); }

Periods period(Case& c) {
  return {leave_period(c, c.least_or_greatest(c.delivery().date), miscarriage_days(c))};
}

Payment payers(Case& c) {
  return maternity_payment(c, miscarriage_days(c), [](Case&, int total) { return total; });
}

}  // namespace

int miscarriage_days(Case& c) {
  const int from = c.figure(late_from_months);
  const bool late =
      c.test(c.delivery().pregnancy_months, [&](int months) { return months >= from; });
  const WholeFigure& days = late ? late_days : early_days;
  c.step(late ? "late_miscarriage" : "early_miscarriage",
         {{"months", from}, {"days", c.figure(days)}}, c.source(days));
  return c.figure(days);
}

extern constinit const Measure m12_leave_miscarriage{{
    Rule{.id = "leave.miscarriage",
         .subjects = {Subject::Kind::mother},
         .about_delivery = true,
         .conditions = {employed, miscarriage},
         .value = value,
         .period = period,
         .payers = payers,
         .bounded = "days",
         .sum = Sum::leave,
         .figures = {&early_days, &late_days, &late_from_months},
         .assumptions = {&pay_divisor, &top_up},
         .cited_steps = {"fund_allowance", "employer_top_up"}},
}};

}  // namespace benefits
