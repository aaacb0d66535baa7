// Measure 7, 提高家庭婴幼儿照护能力 families' ability to care: jilin-2023-56/2.7.
// Rules for home childcare points are still to be made.
#include "core/measures/common.h"

namespace benefits {
namespace {

constexpr WholeFigure child_under_years = age_limit("child_under_years");

bool has_small_child_or_expects(Case& c) {
  return c.ask(c.situation().pregnant) || has_child_under(c, c.figure(child_under_years));
}

constexpr Condition small_child_or_pregnant{
    "small_child_or_pregnant", "no_child_under_3_nor_pregnant", has_small_child_or_expects};

}  // namespace

extern constinit const Measure m07_parenting_guidance{{
    Rule{.id = "parenting.guidance",
         .subjects = {Subject::Kind::household},
         .conditions = {small_child_or_pregnant},
         .value = services,
         .figures = {&child_under_years},
         .lists = {"services"}},
}};

}  // namespace benefits
