// Measure 4, 提高儿童健康服务能力 health of children and mothers: jilin-2023-56/2.4.
// Benefits: health.child_management, health.maternal_management.
#include "core/measures/common.h"

namespace benefits {
namespace {

constexpr ListFigure visit_months{"visit_months", Unit::list_of_months};
// "0-6": the option's value is the age at whose eve it ends.
constexpr ValueAssumption upper_age{"health.child_upper_age", Unit::years, 1};

int under_years(Case& c) { return static_cast<int>(c.option(upper_age).value.numerator); }

Date eve_of_upper_age(Case& c, Date born) {
  return c.attains(born, under_years(c)) - std::chrono::days{1};
}

bool is_of_age(Case& c) {
  const auto& born = c.birth_date();
  if (born.told) explain_age_limit(c, eve_of_upper_age(c, *born.told), c.source(visit_months));
  return c.younger_than(born, under_years(c));
}

constexpr Condition of_age{"age_fits", "age", is_of_age};

// The visits still ahead, up to the end of the period.
Value services_and_visits(Case& c) {
  const Date born = c.amount(c.birth_date());
  const Date last = eve_of_upper_age(c, born);
  std::vector<Date> visits;
  for (const std::int64_t months : c.figure(visit_months)) {
    const Date visit = months_later(born, static_cast<int>(months));
    if (c.as_of() <= visit && visit <= last) visits.push_back(visit);
  }
  return services(c).with("visits", std::move(visits));
}

Periods from_birth(Case& c) {
  const Date born = c.amount(c.birth_date());
  return {Period{born, eve_of_upper_age(c, born)}};
}

}  // namespace

extern const Measure m04_child_health{{
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
