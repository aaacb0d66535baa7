// Measure 5, 优化儿童就医服务管理 children's access to care: jilin-2023-56/2.5.
// Benefits: health.child_access, insurance.newborn_enrolment.
#include "core/measures/common.h"

namespace benefits {
namespace {

constexpr WholeFigure child_under_years = age_limit("child_under_years");
constexpr WholeFigure enrol_through_day{"through_day", Unit::days};

constexpr Condition minor = age_fits([](Case& c) { return is_younger_than(c, child_under_years); });
constexpr Condition in_time =
    age_fits([](Case& c) { return is_within_days(c, enrol_through_day); });

Periods enrolment_days(Case& c) { return through_day_from_birth(c, enrol_through_day); }

}  // namespace

extern constinit const Measure m05_child_access{{
    Rule{.id = "health.child_access",
         .subjects = {Subject::Kind::child, Subject::Kind::delivery},
         .conditions = {child_born, minor},
         .value = services,
         .figures = {&child_under_years},
         .lists = {"services"}},
    Rule{.id = "insurance.newborn_enrolment",
         .subjects = {Subject::Kind::delivery},
         .conditions = {birth, in_time},
         .value = services,
         .period = enrolment_days,
         .figures = {&enrol_through_day},
         .lists = {"services"}},
}};

}  // namespace benefits
