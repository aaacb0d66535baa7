// Measure 16, 生育友好的就业环境 family-friendly work: jilin-2023-56/2.16.
// Benefits: work.family_facilities, family.holiday_care. Surveys give nobody a claim.
#include "core/measures/common.h"

namespace benefits {

extern constinit const Measure m16_family_friendly_work{{
    Rule{.id = "work.family_facilities",
         .subjects = {Subject::Kind::mother},
         .conditions = {employed, pregnant_or_nursing},
         .value = services,
         .lists = {"services"}},
    Rule{.id = "family.holiday_care",
         .subjects = {Subject::Kind::child},
         .conditions = {in_school},
         .value = services,
         .lists = {"services"}},
}};

}  // namespace benefits
