// Measure 13, 公租房保障 housing: jilin-2023-56/2.13.
// Local conditions decide who is eligible; no amount and no waiting time is stated.
#include "core/measures/common.h"

namespace benefits {
namespace {

enum class Unborn { not_counted, counted };
constexpr Assumption<Unborn> unborn{"housing.unborn", "not_counted", "counted"};
constexpr WholeFigure child_under_years = age_limit("child_under_years");

constexpr Condition housing_eligible{"housing_eligible", "not_housing_eligible",
                                     [](Case& c) { return c.ask(c.situation().housing_eligible); }};

bool has_minor_child(Case& c) {
  return has_child_under(c, c.figure(child_under_years)) ||
         (c.assume(unborn) == Unborn::counted && c.ask(c.situation().pregnant));
}

constexpr Condition minor_child{"minor_child", "no_minor_child", has_minor_child};

}  // namespace

extern constinit const Measure m13_housing{{
    Rule{.id = "housing.priority",
         .subjects = {Subject::Kind::household},
         .conditions = {housing_eligible, minor_child},
         .value = services,
         .figures = {&child_under_years},
         .assumptions = {&unborn},
         .lists = {"services"}},
}};

}  // namespace benefits
