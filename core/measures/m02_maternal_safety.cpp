// Measure 2, 提升妇幼保健服务能力 maternal and infant safety: jilin-2023-56/2.2.
// The five systems are named, not described; building up institutions gives nobody a claim.
#include "core/measures/common.h"

namespace benefits {
namespace {

enum class ProgrammeEnd { continue_, end_2025 };
constexpr Assumption<ProgrammeEnd> programme_end{"policy.programme_end", "continue", "end_2025"};
constexpr DateFigure programme_until{"programme_until"};

// The plan behind it is for 2021 to 2025; its services are taken to go on.
bool programme_runs(Case& c) {
  return c.as_of() <= c.figure(programme_until) ||
         c.assume(programme_end) == ProgrammeEnd::continue_;
}

constexpr Condition programme{"programme_runs", "programme_ended", programme_runs};

}  // namespace

extern constinit const Measure m02_maternal_safety{{
    Rule{.id = "health.maternal_safety",
         .subjects = {Subject::Kind::mother},
         .about_delivery = true,
         .conditions = {pregnant_or_newly_delivered, programme},
         .value = services,
         .figures = {&programme_until},
         .assumptions = {&programme_end},
         .lists = {"services"}},
}};

}  // namespace benefits
