// Measure 9, 降低托育机构运营成本 operating cost of childcare: jilin-2023-56/2.9, childcare-tax.
// Benefits: childcare.utility_price, childcare.operating_support. Land, finance and training
// policies are addressed to governments.
#include "core/measures/common.h"

namespace benefits {
namespace {

enum class UtilityScope { registered, inclusive_only };
constexpr Assumption<UtilityScope> utility_scope{"childcare.utility_scope", "registered",
                                                 "inclusive_only"};
constexpr InForceFigure tax_relief_runs{"tax_relief_runs"};

constexpr Condition registered{"registered", "not_registered",
                               [](Case& c) { return c.ask(c.situation().childcare.registered); }};
// The document speaks of childcare institutions, without "inclusive".
constexpr Condition inclusive_if_asked{
    "childcare_inclusive_if_asked", "not_inclusive", [](Case& c) {
      return c.assume(utility_scope) == UtilityScope::registered ||
             c.ask(c.situation().childcare.inclusive);
    }};

Value residential_price(Case& c) {
  return Value{}
      .with("price_class", std::string_view("residential"))
      .with("goods", c.words("goods"));
}

// For community childcare, while its rule runs.
bool has_tax_relief(Case& c) {
  const std::string_view source = c.source(tax_relief_runs);
  if (!c.figure(tax_relief_runs)) {
    c.step("tax_relief_over", source);
    return false;
  }
  const bool community = c.ask(c.situation().childcare.community);
  c.step(community ? "tax_relief_of_community" : "no_tax_relief_outside_community", source);
  return community;
}

bool has_preferential_loan(Case& c) {
  const bool inclusive = c.ask(c.situation().childcare.inclusive);
  c.step(inclusive ? "loan_for_inclusive" : "no_loan_for_others");
  return inclusive;
}

// A local subsidy besides, wherever the area grants one.
Value support(Case& c) {
  ChosenWords services = c.words("services");
  if (!has_tax_relief(c)) services = services.without("tax_relief");
  if (!has_preferential_loan(c)) services = services.without("preferential_loan");
  return Value{}.with("services", services);
}

}  // namespace

extern constinit const Measure m09_childcare_costs{{
    Rule{.id = "childcare.utility_price",
         .subjects = {Subject::Kind::childcare},
         .conditions = {registered, inclusive_if_asked},
         .value = residential_price,
         .assumptions = {&utility_scope},
         .lists = {"goods"}},
    Rule{.id = "childcare.operating_support",
         .subjects = {Subject::Kind::childcare},
         .conditions = {registered},
         .value = support,
         .figures = {&tax_relief_runs},
         .lists = {"services"}},
}};

}  // namespace benefits
