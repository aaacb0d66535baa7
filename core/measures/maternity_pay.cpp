#include "core/measures/maternity_pay.h"

namespace benefits {
namespace {

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
    c.step("employer_top_up", {{"wage_yuan", *wage},
                               {"average_yuan", *average},
                               {"divisor", std::string_view(divisor.text)},
                               {"days", fund_days}});
  }
  c.step("employer_total", {{"yuan", half_up(sum)}});
  return half_up(sum);
}

}  // namespace

Payment maternity_payment(Case& c, int total, int (*days_of_fund)(Case&, int total)) {
  const Option& divisor = c.option(pay_divisor);
  const bool insured = c.ask(c.situation().mother.maternity_insured);
  const int fund_days = insured ? days_of_fund(c, total) : 0;
  Payment payment;
  if (fund_days > 0) {
    std::optional<Fen> yuan;
    if (const auto average = c.wage(c.situation().mother.employer_average_monthly_wage)) {
      yuan = half_up(share(*average, divisor.value, fund_days));
      c.step("fund_allowance", {{"average_yuan", *average},
                                {"divisor", std::string_view(divisor.text)},
                                {"days", fund_days},
                                {"yuan", *yuan}});
    }
    add_line(payment, "maternity_insurance_fund", fund_days, yuan);
  }
  const int rest = total - fund_days;
  add_line(payment, "employer", rest, employer_part(c, rest, fund_days, divisor));
  return payment;
}

}  // namespace benefits
