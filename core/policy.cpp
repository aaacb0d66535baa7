#include "core/policy.h"

#include <algorithm>
#include <array>

namespace benefits {

std::string_view word(Unit unit) {
  constexpr std::array<std::string_view, 11> words{
      "days",           "months", "years",    "hours",          "yuan",
      "days_per_month", "date",   "in_force", "list_of_months", "list_of_month_days",
      "percent"};
  static_assert(ends_with(words, Unit::percent));
  return words[static_cast<std::size_t>(unit)];
}

std::string_view word(Force force) { return forces[static_cast<std::size_t>(force)]; }

bool AssumptionName::reads_value_of(std::string_view option) const {
  if (options.empty()) return true;
  const auto* const found = std::find_if(options.begin(), options.end(),
                                         [&](const OptionName& each) { return each.id == option; });
  return found != options.end() && found->has_value;
}

std::string_view BenefitEntry::source_of(std::string_view step) const {
  for (const auto& [cited, source] : step_sources) {
    if (cited == step) return source;
  }
  return sources.front();
}

const DatedValue& value_on(const std::vector<DatedValue>& values, Date day) {
  auto value = values.rbegin();
  while (value + 1 != values.rend() && day < value->from) ++value;
  return *value;
}

}  // namespace benefits
