// Measure 3, 提升出生缺陷防治能力 preventing birth defects: jilin-2023-56/2.3.
// Benefits: screening.preconception, screening.folic_acid, screening.newborn,
// support.birth_defect_aid. Who pays for newborn screening is not said.
#include "core/measures/common.h"

namespace benefits {
namespace {

constexpr MoneyFigure price_of_check{"price"};
constexpr MoneyFigure price_of_folic_acid{"price"};
constexpr WholeFigure newborn_through_day{"through_day", Unit::days};

constexpr Condition newborn =
    age_fits([](Case& c) { return is_within_days(c, newborn_through_day); });

Value once_for(Case& c, const MoneyFigure& price) {
  return Value{}.with("yuan", c.figure(price)).with("per", std::string_view("once"));
}

Periods newborn_days(Case& c) { return through_day_from_birth(c, newborn_through_day); }

}  // namespace

extern constinit const Measure m03_birth_defects{{
    Rule{.id = "screening.preconception",
         .subjects = {Subject::Kind::household},
         .conditions = {planning},
         .value = [](Case& c) { return once_for(c, price_of_check); },
         .figures = {&price_of_check}},
    Rule{.id = "screening.folic_acid",
         .subjects = {Subject::Kind::mother},
         .conditions = {planning_or_pregnant},
         .value = [](Case& c) { return once_for(c, price_of_folic_acid); },
         .figures = {&price_of_folic_acid}},
    Rule{.id = "screening.newborn",
         .subjects = {Subject::Kind::delivery},
         .conditions = {birth, newborn},
         .value = services,
         .period = newborn_days,
         .figures = {&newborn_through_day},
         .lists = {"services"}},
    Rule{.id = "support.birth_defect_aid",
         .subjects = {Subject::Kind::household},
         .value = services,
         .lists = {"services"}},
}};

}  // namespace benefits
