// Measure 12, 护理假 paternity leave: jilin-2023-56/2.12, pfpl-2021/25.
// More babies do not lengthen it; the document states no window in which to take it.
#include "core/measures/m12_leave_maternity.h"

namespace benefits {
namespace {

enum class Window { from_birth, within_maternity_leave, open };
enum class MotherEmployed { not_required, required };
constexpr Assumption<Window> window{"leave.paternity.window", "from_birth",
                                    "within_maternity_leave", "open"};
constexpr Assumption<MotherEmployed> mother_employed{"leave.paternity.mother_employed",
                                                     "not_required", "required"};
constexpr Assumption<DayUnit> day_unit{"leave.paternity.day_unit", "workday", "calendar"};

constexpr WholeFigure days_of_leave = leave_length("days");

constexpr Condition mother_employed_if_asked{
    "mother_employed_if_asked", "mother_not_employed", [](Case& c) {
      if (c.assume(mother_employed) == MotherEmployed::not_required) return true;
      return c.situation().mother_presence != Presence::none &&
             c.ask(c.situation().mother.employed);
    }};

Value value(Case& c) {
  const int days = c.figure(days_of_leave);
  c.step("paternity_days", {{"days", days}}, c.source(days_of_leave));
  return leave_value(days, c.assume(day_unit), "delivery");
}

// Workdays have no last day here: public holidays are not known.
Periods period(Case& c) {
  if (c.assume(day_unit) == DayUnit::workday) return {};
  switch (c.assume(window)) {
    case Window::from_birth:
      return {leave_period(c, c.least_or_greatest(c.delivery().date), c.figure(days_of_leave))};
    case Window::within_maternity_leave:
      if (has_maternity_leave(c)) return {maternity_period(c)};
      break;
    case Window::open:
      break;
  }
  return {};
}

Payment payers(Case& c) {
  return employer_pays(c, c.situation().father.monthly_wage, c.figure(days_of_leave),
                       c.assume(day_unit));
}

}  // namespace

extern constinit const Measure m12_leave_paternity{{
    Rule{.id = "leave.paternity",
         .subjects = {Subject::Kind::father},
         .about_delivery = true,
         .conditions = {employed, lawful, birth, mother_employed_if_asked},
         .value = value,
         .period = period,
         .payers = payers,
         .bounded = "days",
         .sum = Sum::leave,
         .figures = {&days_of_leave},
         .assumptions = {&window, &mother_employed, &day_unit},
         .cited_steps = {"days_before_birth"}},
}};

}  // namespace benefits
