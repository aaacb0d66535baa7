// Measure 10, 强化托育人才教育和培养 childcare workers: jilin-2023-56/2.10.
// The subsidy's amount is not stated; opening of majors at colleges gives nobody a claim.
#include "core/measures/common.h"

namespace benefits {
namespace {

constexpr Condition childcare_job{"childcare_job", "no_childcare_job",
                                  [](Case& c) { return c.ask(c.parent().childcare_job); }};

}  // namespace

extern constinit const Measure m10_childcare_training{{
    Rule{.id = "training.childcare_job",
         .subjects = {Subject::Kind::mother, Subject::Kind::father},
         .conditions = {childcare_job},
         .value = services,
         .lists = {"services"}},
}};

}  // namespace benefits
