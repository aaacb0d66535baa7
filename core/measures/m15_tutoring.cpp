// Measure 15, 义务教育收费监管 tutoring prices: jilin-2023-56/2.15, price-law/12, 39, 41.
// Benefits: tutoring.price_cap, tutoring.price_protection. Base price and float are the
// prefecture's; this bounds the float.
#include "core/measures/common.h"

namespace benefits {
namespace {

// By how many per cent a price may exceed the guide price; the options' values are the bounds.
constexpr ValueAssumption price_float{"tutoring.float", Unit::percent};

constexpr Condition compulsory{"compulsory_stage", "not_compulsory", [](Case& c) {
                                 return c.ask(c.situation().tutoring.stage) == Stage::compulsory;
                               }};
constexpr Condition academic{"academic", "not_academic",
                             [](Case& c) { return c.ask(c.situation().tutoring.academic); }};
constexpr Condition offline{"offline", "not_offline",
                            [](Case& c) { return c.ask(c.situation().tutoring.offline); }};

// The ceiling is rounded down to whole fen. A price is of whole fen, so it conforms to the ceiling
// shown where it conforms to the exact one.
Value price_cap(Case& c) {
  const auto& tutoring = c.situation().tutoring;
  const std::int64_t percent = c.option(price_float).value.numerator;
  const Fen guide = c.least_or_greatest(tutoring.guide_price);
  const Fen shown = down(raised(guide, percent));
  c.step("price_ceiling", {{"guide_yuan", guide}, {"percent", percent}, {"ceiling_yuan", shown}});
  const bool conforms = c.test(tutoring.price, [&](Fen price) { return !(shown < price); });
  Value value = Value{}.with("ceiling_yuan", shown).with("conforms", conforms);
  if (!conforms) value.with("excess_yuan", c.least_or_greatest(tutoring.price) - shown);
  return value;
}

}  // namespace

extern constinit const Measure m15_tutoring{{
    Rule{.id = "tutoring.price_cap",
         .subjects = {Subject::Kind::tutoring},
         .conditions = {compulsory, academic, offline},
         .value = price_cap,
         .assumptions = {&price_float}},
    Rule{.id = "tutoring.price_protection",
         .subjects = {Subject::Kind::tutoring},
         .conditions = {compulsory, academic, offline},
         .value = rights,
         .lists = {"rights"}},
    Rule{.id = "tutoring.price_protection",
         .subjects = {Subject::Kind::child},
         .conditions = {in_school},
         .value = rights,
         .lists = {"rights"}},
}};

}  // namespace benefits
