// Measure 12, 产假 maternity leave: jilin-2023-56/2.12, decree-619/5-8, sil/53-56.
// Employees of dispatch agencies: that the host employer bears the cost is read as "employer".
#include "core/measures/m12_leave_maternity.h"

#include <algorithm>

#include "core/measures/maternity_pay.h"

namespace benefits {
namespace {

enum class Combine { add, inclusive };
enum class NotLawful { national_98, none };
enum class FundDays { decree_619, fixed, all };
constexpr Assumption<Combine> combine{"leave.maternity.combine", "add", "inclusive"};
constexpr Assumption<NotLawful> not_lawful{"leave.maternity.not_lawful", "national_98", "none"};
constexpr Assumption<FundDays> fund_days{"leave.maternity.fund_days", "decree_619",
                                         with_value("158"), "all"};

constexpr WholeFigure lawful_days = leave_length("lawful_days");
constexpr WholeFigure national_days = leave_length("national_days");
constexpr WholeFigure difficult_birth_days{"difficult_birth_days", Unit::days};
constexpr WholeFigure further_baby_days{"further_baby_days", Unit::days};

constexpr Condition lawful_if_asked{"lawful_or_national_leave", "not_lawful", [](Case& c) {
                                      return c.assume(not_lawful) == NotLawful::national_98 ||
                                             c.ask(c.situation().lawful_birth);
                                    }};

// What the national decree adds for a difficult birth and for each baby after the first.
int additions(Case& c) {
  int days = 0;
  if (c.ask(c.delivery().difficult)) {
    const int more = c.figure(difficult_birth_days);
    c.step("difficult_birth", {{"days", more}}, c.source(difficult_birth_days));
    days += more;
  }
  const int further = c.least_or_greatest(c.delivery().babies) - 1;
  if (further > 0) {
    const int each = c.figure(further_baby_days);
    c.step("further_babies", {{"babies", further}, {"each", each}, {"days", further * each}},
           c.source(further_baby_days));
    days += further * each;
  }
  return days;
}

int national_total(Case& c, int more) {
  const int days = c.figure(national_days);
  c.step("national_days", {{"days", days}}, c.source(national_days));
  if (more > 0) {
    c.step("national_total", {{"days", days}, {"more", more}, {"total", days + more}},
           c.source(national_days));
  }
  return days + more;
}

// The reading that additions are part of the days for a lawful birth: whichever is longer.
int longer_total(Case& c, int more) {
  const int lawful = c.figure(lawful_days);
  const int national = national_total(c, more);
  c.step("longer_total", {{"lawful", lawful}, {"national", national}});
  return std::max(lawful, national);
}

Value value(Case& c) {
  const int days = maternity_days(c);
  c.step("total_days", {{"days", days}});
  return leave_value(days, DayUnit::calendar, "delivery");
}

Periods period(Case& c) { return {maternity_period(c)}; }

int fixed_total(Case& c, int more) {
  const int days = static_cast<int>(c.option(fund_days).value.numerator);
  c.step("fixed_fund_days", {{"days", days}, {"more", more}, {"total", days + more}});
  return days + more;
}

int days_of_fund(Case& c, int total) {
  switch (c.assume(fund_days)) {
    case FundDays::decree_619:
      return std::min(total, national_total(c, additions(c)));
    case FundDays::fixed:
      return std::min(total, fixed_total(c, additions(c)));
    case FundDays::all:
      break;
  }
  return total;
}

Payment payers(Case& c) { return maternity_payment(c, maternity_days(c), days_of_fund); }

}  // namespace

int maternity_days(Case& c) {
  const bool lawful_birth = c.ask(c.situation().lawful_birth);
  const WholeFigure& base = lawful_birth ? lawful_days : national_days;
  c.step(lawful_birth ? "lawful_days" : "national_days", {{"days", c.figure(base)}},
         c.source(base));
  const int more = additions(c);
  if (lawful_birth && c.assume(combine) == Combine::inclusive) return longer_total(c, more);
  return c.figure(base) + more;
}

Period maternity_period(Case& c) {
  const Date born = c.least_or_greatest(c.delivery().date);
  const int before = c.delivery().leave_before_birth_days.told.value_or(0);
  if (before > 0) c.step("days_before_birth", {{"days", before}});
  return leave_period(c, born - std::chrono::days{before}, maternity_days(c));
}

bool has_maternity_leave(Case& c) {
  return c.situation().mother_presence != Presence::none && c.ask(c.situation().mother.employed) &&
         is_birth(c) && lawful_if_asked.holds(c);
}

extern constinit const Measure m12_leave_maternity{{
    Rule{.id = "leave.maternity",
         .subjects = {Subject::Kind::mother},
         .about_delivery = true,
         .conditions = {employed, birth, lawful_if_asked},
         .value = value,
         .period = period,
         .payers = payers,
         .bounded = "days",
         .sum = Sum::leave,
         .figures = {&lawful_days, &national_days, &difficult_birth_days, &further_baby_days},
         .assumptions = {&combine, &not_lawful, &fund_days, &pay_divisor, &top_up},
         .cited_steps = {"days_before_birth", "fund_allowance", "employer_top_up"}},
}};

}  // namespace benefits
