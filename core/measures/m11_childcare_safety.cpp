// Measure 11, 加强托育服务安全指导 safety of childcare: jilin-2023-56/2.11.
#include "core/measures/common.h"

namespace benefits {
namespace {

constexpr Condition in_childcare{"in_childcare", "not_in_childcare",
                                 [](Case& c) { return c.ask(c.child().care) == Care::childcare; }};

}  // namespace

extern constinit const Measure m11_childcare_safety{{
    Rule{.id = "childcare.safety_guidance",
         .subjects = {Subject::Kind::childcare},
         .value = services,
         .lists = {"services"}},
    Rule{.id = "childcare.safety_guidance",
         .subjects = {Subject::Kind::child},
         .conditions = {in_childcare},
         .value = services,
         .lists = {"services"}},
}};

}  // namespace benefits
