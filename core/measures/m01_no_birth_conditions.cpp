// Measure 1, 清理和废止相关制约措施 no conditions on births: jilin-2023-56/2.1.
// Refunds of fees levied earlier are not spoken of, so nothing is computed for them.
#include "core/measures/common.h"

namespace benefits {

extern constinit const Measure m01_no_birth_conditions{{
    Rule{.id = "rights.no_birth_conditions",
         .subjects = {Subject::Kind::household},
         .value = rights,
         .lists = {"rights"}},
}};

}  // namespace benefits
