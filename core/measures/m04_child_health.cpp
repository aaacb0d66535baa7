// Measure 4, 提高儿童健康服务能力 health of children and mothers: jilin-2023-56/2.4.
// Benefits: health.child_management, health.maternal_management.
#include "core/measures/common.h"

namespace benefits {
namespace {

constexpr ListFigure visit_months{"visit_months", Unit::list_of_months};
// "0-6": the option's value is the age at whose eve it ends.
constexpr ValueAssumption upper_age{"health.child_upper_age", Unit::years, 1};

int under_years(Case& c) { return static_cast<int>(c.option(upper_age).value.numerator); }

constexpr Condition of_age =
    age_fits([](Case& c) { return is_younger_than(c, under_years(c), c.source(visit_months)); });

// The visits still ahead, up to the end of the period.
Value services_and_visits(Case& c) {
  const Date born = c.least_or_greatest(c.birth_date());
  const Date last = last_day_under(c, born, under_years(c));
  std::vector<Date> visits;
  for (const std::int64_t months : c.figure(visit_months)) {
    const Date visit = months_later(born, static_cast<int>(months));
    if (c.as_of() <= visit && visit <= last) visits.push_back(visit);
  }
  return services(c).with("visits", std::move(visits));
}

Periods from_birth(Case& c) { return until_age(c, under_years(c)); }

}  // namespace

extern constinit const Measure m04_child_health{{
    Rule{.id = "health.child_management",
         .subjects = {Subject::Kind::child, Subject::Kind::delivery},
         .conditions = {child_born, of_age},
         .value = services_and_visits,
         .period = from_birth,
         .figures = {&visit_months},
         .assumptions = {&upper_age},
         .lists = {"services"}},
    Rule{.id = "health.maternal_management",
         .subjects = {Subject::Kind::mother},
         .about_delivery = true,
         .conditions = {pregnant_or_newly_delivered},
         .value = services,
         .lists = {"services"}},
}};

}  // namespace benefits
