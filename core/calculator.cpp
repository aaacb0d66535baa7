#include "core/calculator.h"

#include <utility>

#include "core/evaluate.h"
#include "core/policy_reader.h"
#include "core/situation_reader.h"

namespace benefits {

Calculator::Calculator(std::string_view policy_text) {
  auto read = read_policy(policy_text);
  if (auto* policy = std::get_if<Policy>(&read)) {
    policy_ = std::make_shared<const Policy>(std::move(*policy));
  } else {
    policy_errors_ = std::move(std::get<Errors>(read));
  }
}

std::string Calculator::evaluate(const std::string& situation, bool alternatives,
                                 const std::string& only) const {
  if (!policy_) return write_errors(policy_errors_);
  const auto scope = read_scope(only, *policy_);
  if (const auto* errors = std::get_if<Errors>(&scope)) return write_errors(*errors);
  const auto read = read_situation(situation, *policy_);
  if (const auto* errors = std::get_if<Errors>(&read)) return write_errors(*errors);
  return write_result(benefits::evaluate(*policy_, std::get<Situation>(read), alternatives,
                                         std::get<Scope>(scope)));
}

}  // namespace benefits
