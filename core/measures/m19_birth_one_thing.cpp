// Measure 19, 人口服务体系 the "birth" service: jilin-2023-56/2.19, hr-1958/7.
// Data sharing and forecasting are the authorities' own.
#include "core/measures/common.h"

namespace benefits {
namespace {

constexpr WholeFigure register_within_months{"register_within_months", Unit::months};

// Household registration within the month: up to the corresponding day of the next.
Periods registration(Case& c) {
  const Date born = c.amount(c.delivery().date);
  return {Period{born, months_later(born, c.figure(register_within_months))}};
}

}  // namespace

extern const Measure m19_birth_one_thing{{
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
