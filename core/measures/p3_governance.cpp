// Part three, 组织保障 organisation: jilin-2023-56/3.1 to 3.3. No benefit; what it means for a
// user. Benefits: governance.mechanism, governance.accountability, governance.publicity.
#include "core/measures/common.h"

namespace benefits {

extern constinit const Measure p3_governance{{
    Rule{.id = "governance.mechanism",
         .subjects = {Subject::Kind::household},
         .value = services,
         .lists = {"services"}},
    Rule{.id = "governance.accountability",
         .subjects = {Subject::Kind::household},
         .value = services,
         .lists = {"services"}},
    Rule{.id = "governance.publicity",
         .subjects = {Subject::Kind::household},
         .value = services,
         .lists = {"services"}},
}};

}  // namespace benefits
