#include "core/measures/common.h"

namespace benefits {

using std::chrono::days;

namespace {

void explain_limit(Case& c, Date born, Date last_day, std::string_view source) {
  c.step("age_limit", {{"birth", born}, {"last_day", last_day}}, source);
}

}  // namespace

bool is_birth(Case& c) {
  return c.test(c.delivery().outcome, [](Outcome outcome) { return outcome == Outcome::birth; });
}

bool is_miscarriage(Case& c) { return c.ask(c.delivery().outcome) == Outcome::miscarriage; }

bool is_born(Case& c, const Input<Date>& birth_date) {
  return c.test(birth_date, [&](Date date) { return date <= c.as_of(); });
}

bool has_baby_under(Case& c, int years) {
  const auto& date = c.delivery().date;
  return is_birth(c) && is_born(c, date) && c.younger_than(date, years);
}

Count children_under(Case& c, int years) {
  return c.count_children(
      [=](Case& each, const Child& child) { return each.younger_than(child.birth_date, years); });
}

bool has_child_under(Case& c, int years) {
  return c.test(children_under(c, years), is_some) || has_baby_under(c, years);
}

bool is_pregnant_or_newly_delivered(Case& c) {
  if (c.ask(c.situation().pregnant)) return true;
  const auto& date = c.delivery().date;
  const days most{c.figure(common::newly_delivered_through_day)};
  return is_birth(c) && is_born(c, date) &&
         c.test(date, [&](Date born) { return c.as_of() <= born + most; });
}

bool is_pregnant_or_nursing(Case& c) {
  return c.ask(c.situation().pregnant) ||
         has_baby_under(c, c.figure(common::nursing_baby_under_years));
}

bool is_younger_than(Case& c, int years, std::string_view source) {
  const auto& born = c.birth_date();
  if (born.told) explain_limit(c, *born.told, last_day_under(c, *born.told, years), source);
  return c.younger_than(born, years);
}

bool is_younger_than(Case& c, const WholeFigure& under_years) {
  return is_younger_than(c, c.figure(under_years), c.source(under_years));
}

bool is_old_enough(Case& c, const WholeFigure& from_years) {
  const int from = c.figure(from_years);
  const auto& born = c.birth_date();
  if (born.told) {
    c.step("age_from", {{"birth", *born.told}, {"from", c.attains(*born.told, from)}},
           c.source(from_years));
  }
  return !c.younger_than(born, from);
}

bool is_within_days(Case& c, const WholeFigure& through_day) {
  const days most{c.figure(through_day)};
  const auto& born = c.birth_date();
  if (born.told) explain_limit(c, *born.told, *born.told + most, c.source(through_day));
  return c.test(born, [&](Date date) { return c.as_of() <= date + most; });
}

Date last_day_under(Case& c, Date born, int years) { return c.attains(born, years) - days{1}; }

Periods until_age(Case& c, int years) {
  const Date born = c.least_or_greatest(c.birth_date());
  return {Period{born, last_day_under(c, born, years)}};
}

Periods through_day_from_birth(Case& c, const WholeFigure& through_day) {
  const Date born = c.least_or_greatest(c.birth_date());
  return {Period{born, born + days{c.figure(through_day)}}};
}

Value services(Case& c) { return Value{}.with("services", c.words("services")); }

Value rights(Case& c) { return Value{}.with("rights", c.words("rights")); }

Period days_from(Case& c, Date first, int length) {
  if (c.assume(assumptions::first_day) == FirstDay::next_day) first += days{1};
  return {first, first + days{length - 1}};
}

Period leave_period(Case& c, Date first, int length) {
  const Period period = days_from(c, first, length);
  c.step("leave_period", {{"days", length}, {"from", period.from}, {"to", period.to}});
  return period;
}

Value leave_value(int length, DayUnit unit, std::string_view per) {
  const std::string_view word = unit == DayUnit::workday ? "workday" : "calendar";
  return Value{}.with("days", length).with("day_unit", word).with("per", per);
}

Payment employer_pays(Case& c, const Input<Fen>& wage, int length, DayUnit unit) {
  const RatioFigure& divisor =
      unit == DayUnit::workday ? common::paid_days_per_month : common::wage_days_per_month;
  Payment payment;
  std::optional<Fen> yuan;
  if (const auto monthly = c.wage(wage)) {
    yuan = half_up(share(*monthly, c.figure(divisor), length));
    c.step("employer_pay",
           {{"wage_yuan", *monthly},
            {"divisor", c.written(divisor)},
            {"days", length},
            {"yuan", *yuan}},
           c.source(divisor));
  }
  add_line(payment, "employer", length, yuan);
  return payment;
}

void add_line(Payment& payment, std::string_view payer, int length, std::optional<Fen> yuan) {
  if (!yuan) payment.certain = false;
  if (length == 0 && (!yuan || *yuan == Fen{})) return;
  payment.lines.push_back({payer, length, yuan});
}

}  // namespace benefits
