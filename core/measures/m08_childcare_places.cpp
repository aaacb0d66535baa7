// Measure 8, 增加普惠托育服务供给 inclusive childcare places: jilin-2023-56/2.8.
// Benefits: childcare.inclusive_place, childcare.toddler_class. Encouraged: a place may be offered.
#include "core/measures/common.h"

namespace benefits {
namespace {

constexpr WholeFigure place_under_years = age_limit("child_under_years");
constexpr WholeFigure class_from_years{"child_from_years", Unit::years};
constexpr WholeFigure class_under_years = age_limit("child_under_years");

constexpr Condition of_age_for_place =
    age_fits([](Case& c) { return is_younger_than(c, place_under_years); });

// Both limits are recorded, whichever fails.
bool is_of_age_for_class(Case& c) {
  const bool old_enough = is_old_enough(c, class_from_years);
  return is_younger_than(c, class_under_years) && old_enough;
}

constexpr Condition of_age_for_class = age_fits(is_of_age_for_class);

Periods from_birth(Case& c) { return until_age(c, c.figure(place_under_years)); }

Periods class_year(Case& c) {
  const Date born = c.least_or_greatest(c.birth_date());
  return {Period{c.attains(born, c.figure(class_from_years)),
                 last_day_under(c, born, c.figure(class_under_years))}};
}

}  // namespace

extern constinit const Measure m08_childcare_places{{
    Rule{.id = "childcare.inclusive_place",
         .subjects = {Subject::Kind::child, Subject::Kind::delivery},
         .conditions = {child_born, of_age_for_place},
         .value = services,
         .period = from_birth,
         .figures = {&place_under_years},
         .lists = {"services"}},
    Rule{.id = "childcare.toddler_class",
         .subjects = {Subject::Kind::child, Subject::Kind::delivery},
         .conditions = {child_born, of_age_for_class},
         .value = services,
         .period = class_year,
         .figures = {&class_from_years, &class_under_years},
         .lists = {"services"}},
}};

}  // namespace benefits
