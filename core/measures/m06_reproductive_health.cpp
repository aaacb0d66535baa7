// Measure 6, 加强生殖健康服务管理 reproductive health: jilin-2023-56/2.6.
// Benefits: health.reproductive, health.labour_analgesia. Information: neither price nor claim.
#include "core/measures/common.h"

namespace benefits {

extern constinit const Measure m06_reproductive_health{{
    Rule{.id = "health.reproductive",
         .subjects = {Subject::Kind::household},
         .conditions = {planning_or_pregnant},
         .value = services,
         .lists = {"services"}},
    Rule{.id = "health.labour_analgesia",
         .subjects = {Subject::Kind::mother},
         .conditions = {planning_or_pregnant},
         .value = services,
         .lists = {"services"}},
}};

}  // namespace benefits
