#pragma once
// Everything that the rules compiled in ask of a policy.

#include <string_view>
#include <vector>

#include "core/measure.h"

namespace benefits {

struct Needs {
  /// What all rules of one id ask for, each once.
  struct Benefit {
    std::string_view id;
    std::vector<const Rule*> rules = {};
    std::vector<const FigureName*> figures = {};
    std::vector<std::string_view> lists = {};
    std::vector<std::string_view> cited_steps = {};
  };

  Needs();
  /// The benefit of that id, or nullptr.
  const Benefit* benefit(std::string_view id) const;
  /// The assumption of that id, or nullptr.
  const AssumptionName* assumption(std::string_view id) const;

  std::vector<Benefit> benefits;          ///< in the order of the measures
  std::vector<const FigureName*> common;  ///< figures that belong to no single benefit
  std::vector<const AssumptionName*> assumptions;
};

}  // namespace benefits
