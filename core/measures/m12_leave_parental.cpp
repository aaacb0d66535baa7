// Measure 12, 育儿假 parental leave: jilin-2023-56/2.12, pfpl-2021/25.
// Not said: carrying days over to the next year; none is assumed.
#include <algorithm>

#include "core/measures/common.h"

namespace benefits {
namespace {

using std::chrono::days;

enum class Year { child_year, calendar_year };
enum class Children { per_parent, per_child };
constexpr Assumption<Year> year{"leave.parental.year", "child_year", "calendar_year"};
constexpr Assumption<Children> children{"leave.parental.children", "per_parent", "per_child"};
constexpr Assumption<DayUnit> day_unit{"leave.parental.day_unit", "workday", "calendar"};

constexpr WholeFigure days_per_year = leave_length("days_per_year");
constexpr WholeFigure child_under_years = age_limit("child_under_years");

Count small_children(Case& c) { return children_under(c, c.figure(child_under_years)); }

// A child below the age limit; an expected one counts too.
bool has_small_child(Case& c) {
  return c.test(small_children(c), is_some) ||
         (is_birth(c) && c.younger_than(c.delivery().date, c.figure(child_under_years)));
}

constexpr Condition child_under_3{"child_under_3", "no_child_under_3", has_small_child};

// How many children the leave is for, where it is granted for each. Expected babies count only
// while there is no born child below the limit.
std::int64_t children_counted(Case& c) {
  const Count told = small_children(c);
  const bool some_told = c.test(told, is_some);
  const int years = c.figure(child_under_years);
  std::int64_t number = some_told ? c.least_or_greatest(told) : 0;
  const bool counts = some_told ? has_baby_under(c, years)
                                : is_birth(c) && c.younger_than(c.delivery().date, years);
  if (counts) number += c.least_or_greatest(c.delivery().babies);
  return number;
}

int days_in_all(Case& c) {
  const int each = c.figure(days_per_year);
  c.step("parental_days", {{"days", each}}, c.source(days_per_year));
  if (c.assume(children) == Children::per_parent) return each;
  const auto number = static_cast<int>(children_counted(c));
  c.step("for_each_child", {{"children", number}, {"days", number * each}});
  return number * each;
}

Value value(Case& c) { return leave_value(days_in_all(c), c.assume(day_unit), "year"); }

struct YoungestChild {
  Subject subject;
  Date born;
};

// Of the children told and known to give the right; the first of those born on one day; an expected
// baby only while no born child is told.
std::optional<YoungestChild> youngest(Case& c) {
  const int years = c.figure(child_under_years);
  std::optional<YoungestChild> found;
  const auto consider = [&](Subject subject, const Input<Date>& date) {
    if (date.told && c.younger_than(date, years) && (!found || found->born < *date.told)) {
      found = {subject, *date.told};
    }
  };
  for (const Child& child : c.situation().children) {
    consider({Subject::Kind::child, child.index}, child.birth_date);
  }
  const Delivery& delivery = c.delivery();
  const bool expected = delivery.date.told && c.as_of() < *delivery.date.told;
  if (delivery.outcome.told == Outcome::birth && !(expected && found)) {
    consider({Subject::Kind::delivery}, delivery.date);
  }
  return found;
}

std::optional<Subject> about(Case& c) {
  const auto child = youngest(c);
  return child ? std::optional(child->subject) : std::nullopt;
}

// The years of the leave, one after the other, up to the eve of the age limit.
std::vector<Period> leave_years(Case& c, Date born) {
  const int years = c.figure(child_under_years);
  std::vector<Period> all;
  if (c.assume(year) == Year::child_year) {
    for (int k = 0; k < years; ++k) {
      all.push_back({c.attains(born, k), last_day_under(c, born, k + 1)});
    }
    return all;
  }
  const Date last = last_day_under(c, born, years);
  for (Date from = born; from <= last;) {
    const Date to = std::min(calendar_year(from).to, last);
    all.push_back({from, to});
    from = to + days{1};
  }
  return all;
}

// The year that holds as_of, or the first one of an expected child; and those that follow.
Periods period(Case& c) {
  const auto child = youngest(c);
  if (!child) return {};
  Periods periods;
  for (const Period& each : leave_years(c, child->born)) {
    if (periods.current) {
      periods.later.push_back(each);
    } else if (c.as_of() <= each.to) {
      periods.current = each;
    }
  }
  if (periods.current) {
    c.step("leave_year",
           {{"birth", child->born}, {"from", periods.current->from}, {"to", periods.current->to}});
  }
  return periods;
}

Payment payers(Case& c) {
  return employer_pays(c, c.parent().monthly_wage, days_in_all(c), c.assume(day_unit));
}

}  // namespace

extern constinit const Measure m12_leave_parental{{
    Rule{.id = "leave.parental",
         .subjects = {Subject::Kind::mother, Subject::Kind::father},
         .conditions = {employed, lawful, child_under_3},
         .value = value,
         .period = period,
         .payers = payers,
         .bounded = "days",
         .sum = Sum::leave,
         .about = about,
         .figures = {&days_per_year, &child_under_years},
         .assumptions = {&year, &children, &day_unit}},
}};

}  // namespace benefits
