// Measure 12, 独生子女父母照护假 leave of an only child to care for parents: jilin-2023-56/2.12,
// elderly-law/2. The length of the hospital stay caps it but is not an input; no certificate is
// asked for; parents-in-law do not count.
#include <algorithm>

#include "core/measures/common.h"

namespace benefits {
namespace {

using std::chrono::days;

enum class Extent { per_employee, per_elder };
enum class Year { calendar_year, rolling };
constexpr Assumption<Extent> scope{"leave.only_child.scope", "per_employee", "per_elder"};
constexpr Assumption<Year> year{"leave.only_child.year", "calendar_year", "rolling"};
constexpr Assumption<DayUnit> day_unit{"leave.only_child.day_unit", "workday", "calendar"};

constexpr WholeFigure days_per_year = leave_length("days_per_year");
constexpr WholeFigure elder_from_years{"elder_from_years", Unit::years};

// A parent of whom the employee is the only child, of that age, in hospital.
bool qualifies(Case& c, const Elder& elder, ParentOf employee, int from_years) {
  return c.ask(elder.child) == employee && c.ask(elder.only_child) &&
         !c.younger_than(elder.birth_date, from_years) && c.ask(elder.hospitalised);
}

Count qualifying(Case& c) {
  const int from_years = c.figure(elder_from_years);
  const ParentOf employee = c.parent_of();
  return c.count_elders(
      [=](Case& each, const Elder& elder) { return qualifies(each, elder, employee, from_years); });
}

// What each elder of this employee fails by, as far as it was told.
void explain_failures(Case& c, const Elder& elder) {
  const auto number = static_cast<std::int64_t>(elder.index) + 1;
  if (!c.is_settled(elder.child) || c.ask(elder.child) != c.parent_of()) return;
  if (elder.only_child.told == false) c.step("elder_has_other_children", {{"elder", number}});
  if (elder.birth_date.told) {
    const Date reaches = c.attains(*elder.birth_date.told, c.figure(elder_from_years));
    if (c.as_of() < reaches) {
      c.step("elder_too_young", {{"elder", number}, {"reaches", reaches}},
             c.source(elder_from_years));
    }
  }
  if (elder.hospitalised.told == false) c.step("elder_not_in_hospital", {{"elder", number}});
}

bool some_elder_qualifies(Case& c) {
  for (const Elder& elder : c.situation().elders) explain_failures(c, elder);
  return c.test(qualifying(c), is_some);
}

constexpr Condition elder_qualifies{"elder_qualifies", "no_elder_qualifies", some_elder_qualifies};

int days_in_all(Case& c) {
  const int each = c.figure(days_per_year);
  c.step("only_child_days", {{"days", each}}, c.source(days_per_year));
  if (c.assume(scope) == Extent::per_employee) return each;
  const auto elders = static_cast<int>(c.least_or_greatest(qualifying(c)));
  c.step("for_each_elder", {{"elders", elders}, {"days", elders * each}});
  return elders * each;
}

Value value(Case& c) { return leave_value(days_in_all(c), c.assume(day_unit), "year"); }

// The oldest of those told and known to qualify; the first of those born on one day.
const Elder* oldest(Case& c) {
  const int from_years = c.figure(elder_from_years);
  const Elder* found = nullptr;
  for (const Elder& elder : c.situation().elders) {
    const bool known = c.is_settled(elder.child) && elder.only_child.told &&
                       elder.birth_date.told && elder.hospitalised.told;
    if (known && qualifies(c, elder, c.parent_of(), from_years) &&
        (found == nullptr || *elder.birth_date.told < *found->birth_date.told)) {
      found = &elder;
    }
  }
  return found;
}

std::optional<Subject> about(Case& c) {
  const Elder* elder = oldest(c);
  if (elder == nullptr) return std::nullopt;
  return Subject{Subject::Kind::elder, elder->index};
}

// The calendar year of as_of, from the birthday if that falls in it; or twelve months from as_of.
Periods period(Case& c) {
  const Elder* elder = oldest(c);
  if (elder == nullptr) return {};
  Period period = calendar_year(c.as_of());
  if (c.assume(year) == Year::rolling) {
    period = {c.as_of(), birthday(c.as_of(), 1, LeapDay::feb_28) - days{1}};
  } else {
    const Date reaches = c.attains(*elder->birth_date.told, c.figure(elder_from_years));
    period.from = std::max(period.from, reaches);
  }
  c.step("care_year", {{"from", period.from}, {"to", period.to}});
  return {period};
}

Payment payers(Case& c) {
  return employer_pays(c, c.parent().monthly_wage, days_in_all(c), c.assume(day_unit));
}

// Only a parent who is, or may be, some elder's child.
bool may_be_child(const Situation& s, Subject subject) {
  if (!s.elders_told) return true;
  const auto parent = subject.kind == Subject::Kind::mother ? ParentOf::mother : ParentOf::father;
  return std::any_of(s.elders.begin(), s.elders.end(), [&](const Elder& elder) {
    return !elder.child.told || elder.child.told == parent;
  });
}

}  // namespace

extern constinit const Measure m12_leave_only_child_care{{
    Rule{.id = "leave.only_child_care",
         .subjects = {Subject::Kind::mother, Subject::Kind::father},
         .conditions = {employed, elder_qualifies},
         .value = value,
         .period = period,
         .payers = payers,
         .bounded = "days",
         .sum = Sum::leave,
         .about = about,
         .listed = may_be_child,
         .figures = {&days_per_year, &elder_from_years},
         .assumptions = {&scope, &year, &day_unit}},
}};

}  // namespace benefits
