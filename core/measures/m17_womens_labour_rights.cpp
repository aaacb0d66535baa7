// Measure 17, 女职工劳动就业合法权益 women's labour rights: jilin-2023-56/2.17, decree-619/5-6, 9.
// Benefits: work.protection, work.nursing_break, work.equal_hiring, training.reentry.
#include "core/measures/common.h"
#include "core/measures/m12_leave_miscarriage.h"

namespace benefits {
namespace {

constexpr WholeFigure hours_per_workday{"hours_per_workday", Unit::hours};
constexpr WholeFigure further_baby_hours{"further_baby_hours", Unit::hours};

bool is_on_miscarriage_leave(Case& c) {
  if (!is_miscarriage(c)) return false;
  const int length = miscarriage_days(c);
  const auto& date = c.delivery().date;
  return c.test(date, [&](Date day) { return days_from(c, day, length).from <= c.as_of(); }) &&
         c.test(date, [&](Date day) { return c.as_of() <= days_from(c, day, length).to; });
}

constexpr Condition protected_time{"pregnant_or_nursing", "not_pregnant_nor_nursing", [](Case& c) {
                                     return is_pregnant_or_nursing(c) || is_on_miscarriage_leave(c);
                                   }};
constexpr Condition nursing_age =
    age_fits([](Case& c) { return is_younger_than(c, common::nursing_baby_under_years); });
constexpr Condition reentering{"reentering", "not_reentering",
                               [](Case& c) { return c.ask(c.situation().mother.reentering_work); }};

Value nursing_hours(Case& c) {
  const int first = c.figure(hours_per_workday);
  const int further = c.least_or_greatest(c.delivery().babies) - 1;
  const int each = c.figure(further_baby_hours);
  const int hours = first + further * each;
  c.step("nursing_hours",
         {{"first", first}, {"further_babies", further}, {"each", each}, {"hours", hours}},
         c.source(hours_per_workday));
  return Value{}.with("hours_per_workday", hours);
}

Periods until_nursing_age(Case& c) {
  return until_age(c, c.figure(common::nursing_baby_under_years));
}

}  // namespace

extern constinit const Measure m17_womens_labour_rights{{
    Rule{.id = "work.protection",
         .subjects = {Subject::Kind::mother},
         .conditions = {employed, protected_time},
         .value = rights,
         .lists = {"rights"}},
    Rule{.id = "work.nursing_break",
         .subjects = {Subject::Kind::mother},
         .about_delivery = true,
         .conditions = {employed, birth, nursing_age},
         .value = nursing_hours,
         .period = until_nursing_age,
         .figures = {&hours_per_workday, &further_baby_hours}},
    Rule{.id = "work.equal_hiring",
         .subjects = {Subject::Kind::mother},
         .value = rights,
         .lists = {"rights"}},
    Rule{.id = "training.reentry",
         .subjects = {Subject::Kind::mother},
         .conditions = {reentering},
         .value = services,
         .lists = {"services"}},
}};

}  // namespace benefits
