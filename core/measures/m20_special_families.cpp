// Measure 20, 计划生育特殊家庭 special families: jilin-2023-56/2.20.
// Who is on the register is the user's answer; amounts are not stated.
#include "core/measures/common.h"

namespace benefits {
namespace {

constexpr Condition special_family{"special_family", "not_special_family",
                                   [](Case& c) { return c.ask(c.situation().special_family); }};

}  // namespace

extern constinit const Measure m20_special_families{{
    Rule{.id = "family.special_support",
         .subjects = {Subject::Kind::household},
         .conditions = {special_family},
         .value = services,
         .lists = {"services"}},
}};

}  // namespace benefits
