#include "core/cli/figures.h"

#include <optional>

#include "core/measures/common.h"

namespace benefits::cli {

namespace {

std::optional<Datum> datum(Unit unit, const DatedValue& value) {
  switch (unit) {
    case Unit::yuan:
      return Fen{value.number.numerator};
    case Unit::date:
      return value.date;
    case Unit::days_per_month:
      return std::string_view(value.text);
    case Unit::in_force:
    case Unit::list_of_months:
    case Unit::list_of_month_days:
      return std::nullopt;
    default:
      return value.number.numerator;
  }
}

}  // namespace

std::vector<Member> figures_of(const Policy& policy, const BenefitEntry& benefit, Date as_of) {
  std::vector<Member> figures;
  const auto add = [&](const FigureName& name) {
    const auto* values = policy.figures.find(name);
    if (values == nullptr) return;
    if (const auto found = datum(name.unit, value_on(*values, as_of))) {
      figures.push_back({name.name, *found});
    }
  };
  for (const Rule* rule : benefit.rules) {
    for (const FigureName* name : rule->figures) add(*name);
  }
  for (const FigureName* name : common::figures) add(*name);
  return figures;
}

std::vector<Member> value_of(const Option& option) {
  if (option.text.empty()) return {};
  const bool whole = option.text.find_first_not_of("0123456789") == std::string::npos;
  return {{"value", whole ? Datum{option.value.numerator} : Datum{std::string_view(option.text)}}};
}

}  // namespace benefits::cli
