#include "core/needs.h"

#include <algorithm>

#include "core/measures.h"
#include "core/measures/common.h"

namespace benefits {

Needs::Needs()
    : common(common::figures.begin(), common::figures.end()),
      assumptions(common::assumptions.begin(), common::assumptions.end()) {
  const auto add = [](auto& all, const auto& each) {
    if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
  };
  for (const Measure* measure : measures()) {
    for (const Rule& rule : measure->rules) {
      auto asked = std::find_if(benefits.begin(), benefits.end(),
                                [&](const Benefit& known) { return known.id == rule.id; });
      if (asked == benefits.end()) asked = benefits.insert(asked, {rule.id});
      asked->rules.push_back(&rule);
      for (const FigureName* name : rule.figures) add(asked->figures, name);
      for (const std::string_view name : rule.lists) add(asked->lists, name);
      for (const std::string_view name : rule.cited_steps) add(asked->cited_steps, name);
      for (const AssumptionName* name : rule.assumptions) add(assumptions, name);
    }
  }
}

const Needs::Benefit* Needs::benefit(std::string_view id) const {
  const auto found = std::find_if(benefits.begin(), benefits.end(),
                                  [&](const Benefit& benefit) { return benefit.id == id; });
  return found == benefits.end() ? nullptr : &*found;
}

const AssumptionName* Needs::assumption(std::string_view id) const {
  const auto found = std::find_if(assumptions.begin(), assumptions.end(),
                                  [&](const AssumptionName* name) { return name->id == id; });
  return found == assumptions.end() ? nullptr : *found;
}

}  // namespace benefits
