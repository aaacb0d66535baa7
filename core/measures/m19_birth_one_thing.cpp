// Measure 19, 人口服务体系 the "birth" service: jilin-2023-56/2.19, hr-1958/7.
// Data sharing and forecasting are the authorities' own.
#include "core/measures/common.h"

namespace benefits {
namespace {

constexpr WholeFigure register_within_months{"register_within_months", Unit::months};

// Household registration within the month: up to the corresponding day of the next. The other
// services have no date here.
Periods registration(Case& c) {
  const Date born = c.least_or_greatest(c.delivery().date);
  const Date last_day = months_later(born, c.figure(register_within_months));
  c.step("register_by", {{"birth", born}, {"last_day", last_day}},
         c.source(register_within_months));
  return {Period{born, last_day}};
}

}  // namespace

extern constinit const Measure m19_birth_one_thing{{
    Rule{.id = "services.birth_one_thing",
         .subjects = {Subject::Kind::household},
         .about_delivery = true,
         .conditions = {birth},
         .value = services,
         .period = registration,
         .figures = {&register_within_months},
         .lists = {"services"}},
}};

}  // namespace benefits
