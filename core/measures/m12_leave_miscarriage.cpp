// Measure 12, 产假 maternity leave after a miscarriage: decree-619/7-8, sil/54, 56.
// The document does not repeat it; it holds whether or not the birth would have been lawful.
#include "core/measures/m12_leave_miscarriage.h"

namespace benefits {
namespace {

constexpr WholeFigure early_days = leave_length("early_days");
constexpr WholeFigure late_days = leave_length("late_days");
constexpr WholeFigure late_from_months{"late_from_months", Unit::months};

Value value(Case& c) { return leave_value(miscarriage_days(c), calendar_day, "delivery"); }

Periods period(Case& c) {
  return {leave_period(c, c.amount(c.delivery().date), miscarriage_days(c))};
}

Payment payers(Case& c) {
  const int days = miscarriage_days(c);
  return maternity_payment(c, days, days);
}

// The employer's part: own wage for the days the fund does not bear, and what the fund's allowance
// falls short of it. Nothing is asked for a part that is not there.
std::optional<Fen> employer_part(Case& c, int days, int fund_days, const Option& divisor) {
  const Parent& mother = c.situation().mother;
  const bool tops_up = fund_days > 0 && c.assume(top_up) == TopUp::employer;
  if (days == 0 && !tops_up) return Fen{};
  const auto wage = c.wage(mother.monthly_wage);
  const auto average = tops_up ? c.wage(mother.employer_average_monthly_wage) : Fen{};
  if (!wage || !average) return std::nullopt;
  Rational sum = share(*wage, divisor.value, days);
  if (days > 0) {
    c.step("employer_wage",
           {{"wage_yuan", *wage}, {"divisor", std::string_view(divisor.text)}, {"days", days}});
  }
  if (tops_up && *average < *wage) {
    sum = sum + share(*wage - *average, divisor.value, fund_days);
    c.step("employer_top_up",
           {{"wage_yuan", *wage},
            {"average_yuan", *average},
            {"divisor", std::string_view(divisor.text)},
            {"days", fund_days}},
           "wr-law/48");
  }
  c.step("employer_total", {{"yuan", half_up(sum)}});
  return half_up(sum);
}

}  // namespace

int miscarriage_days(Case& c) {
  const int from = c.figure(late_from_months);
  const bool late =
      c.test(c.delivery().pregnancy_months, [&](int months) { return months >= from; });
  const WholeFigure& days = late ? late_days : early_days;
  c.step(late ? "late_miscarriage" : "early_miscarriage",
         {{"months", from}, {"days", c.figure(days)}}, c.source(days));
  return c.figure(days);
}

Payment maternity_payment(Case& c, int total, int fund_days) {
  const Option& divisor = c.option(pay_divisor);
  if (!c.ask(c.situation().mother.maternity_insured)) fund_days = 0;
  Payment payment;
  if (fund_days > 0) {
    std::optional<Fen> yuan;
    if (const auto average = c.wage(c.situation().mother.employer_average_monthly_wage)) {
      yuan = half_up(share(*average, divisor.value, fund_days));
      c.step("fund_allowance",
             {{"average_yuan", *average},
              {"divisor", std::string_view(divisor.text)},
              {"days", fund_days},
              {"yuan", *yuan}},
             "sil/56");
    }
    add_line(payment, "maternity_insurance_fund", fund_days, yuan);
  }
  const int rest = total - fund_days;
  add_line(payment, "employer", rest, employer_part(c, rest, fund_days, divisor));
  return payment;
}

extern const Measure m12_leave_miscarriage{{
    Rule{.id = "leave.miscarriage",
         .subjects = {Subject::Kind::mother},
         .about_delivery = true,
         .conditions = {employed, miscarriage},
         .value = value,
         .period = period,
         .payers = payers,
         .bounded = "days",
         .figures = {&early_days, &late_days, &late_from_months},
         .assumptions = {&pay_divisor, &top_up}},
}};

}  // namespace benefits
