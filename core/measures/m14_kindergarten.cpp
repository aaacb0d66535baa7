// Measure 14, 普惠性学前教育 preschool: jilin-2023-56/2.14.
// Benefits: kindergarten.funding (a standard for authorities), kindergarten.aid (a family's claim).
#include "core/measures/common.h"

namespace benefits {
namespace {

enum class AidAge { from_3, any };
constexpr Assumption<AidAge> aid_age{"kindergarten.aid.age", "from_3", "any"};

constexpr MoneyFigure public_per_pupil{"public_per_pupil"};
constexpr MoneyFigure inclusive_private_per_pupil{"inclusive_private_per_pupil"};
constexpr MoneyFigure rural_per_year{"rural_per_year"};
constexpr MoneyFigure urban_per_year{"urban_per_year"};
constexpr WholeFigure aid_from_years{"child_from_years", Unit::years};

bool is_inclusive(KindergartenKind kind) { return kind != KindergartenKind::other_private; }

Payment public_budget(Fen yuan) {
  Payment payment;
  if (Fen{} < yuan) payment.lines.push_back({"public_budget", std::nullopt, yuan});
  return payment;
}

// -- Funding of the institution
constexpr Condition institution_registered{"registered", "not_registered", [](Case& c) {
                                             return c.ask(c.situation().kindergarten.registered);
                                           }};
constexpr Condition institution_inclusive{
    "inclusive_kindergarten", "not_inclusive",
    [](Case& c) { return c.test(c.situation().kindergarten.kind, is_inclusive); }};

Value funding(Case& c) {
  const auto& kindergarten = c.situation().kindergarten;
  const bool is_public = c.ask(kindergarten.kind) == KindergartenKind::public_;
  const MoneyFigure& rate = is_public ? public_per_pupil : inclusive_private_per_pupil;
  const Fen each = c.figure(rate);
  const int pupils = c.least_or_greatest(kindergarten.pupils);
  const Fen yuan = each * pupils;
  c.step(is_public ? "funding_public" : "funding_inclusive_private", {{"per_pupil_yuan", each}},
         c.source(rate));
  c.step("funding", {{"per_pupil_yuan", each}, {"pupils", pupils}, {"yuan", yuan}});
  return Value{}
      .with("yuan", yuan)
      .with("per", std::string_view("year"))
      .with("yuan_per_pupil", each);
}

Payment funding_payers(Case& c) { return public_budget({funding(c).amount("yuan")}); }

// -- Aid for the child
constexpr Condition in_kindergarten{"in_kindergarten", "not_in_kindergarten", [](Case& c) {
                                      return c.ask(c.child().care) == Care::kindergarten;
                                    }};
constexpr Condition registered{"registered", "not_registered",
                               [](Case& c) { return c.ask(c.child().kindergarten_registered); }};
constexpr Condition inclusive{"inclusive_kindergarten", "not_inclusive", [](Case& c) {
                                return c.test(c.child().kindergarten_kind, is_inclusive);
                              }};

constexpr Condition old_enough = age_fits(
    [](Case& c) { return c.assume(aid_age) == AidAge::any || is_old_enough(c, aid_from_years); });
constexpr Condition hardship{"hardship", "no_hardship", [](Case& c) {
                               return c.test(c.child().hardship,
                                             [](Hardship kind) { return kind != Hardship::none; });
                             }};

Fen yearly_aid(Case& c) {
  const bool rural = c.ask(c.child().kindergarten_area) == Area::rural;
  const MoneyFigure& rate = rural ? rural_per_year : urban_per_year;
  c.step(rural ? "aid_rural" : "aid_urban", {{"yuan", c.figure(rate)}}, c.source(rate));
  return c.figure(rate);
}

Value aid(Case& c) {
  return Value{}.with("yuan", yearly_aid(c)).with("per", std::string_view("year"));
}

Payment aid_payers(Case& c) { return public_budget(yearly_aid(c)); }

}  // namespace

extern constinit const Measure m14_kindergarten{{
    Rule{.id = "kindergarten.funding",
         .subjects = {Subject::Kind::kindergarten},
         .conditions = {institution_registered, institution_inclusive},
         .value = funding,
         .payers = funding_payers,
         .bounded = "yuan",
         .figures = {&public_per_pupil, &inclusive_private_per_pupil}},
    Rule{.id = "kindergarten.aid",
         .subjects = {Subject::Kind::child},
         .conditions = {in_kindergarten, registered, inclusive, old_enough, hardship},
         .value = aid,
         .payers = aid_payers,
         .bounded = "yuan",
         .sum = Sum::aid_per_year,
         .figures = {&rural_per_year, &urban_per_year, &aid_from_years},
         .assumptions = {&aid_age}},
}};

}  // namespace benefits
