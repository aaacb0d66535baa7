#include "core/calculator.h"

#include "core/evaluate.h"
#include "core/policy_reader.h"
#include "core/result_writer.h"
#include "core/situation_reader.h"

namespace benefits {

Calculator::Calculator(std::string_view policy_text) : policy_(read_policy(policy_text)) {}

Errors Calculator::policy_errors() const {
  const auto* errors = std::get_if<Errors>(&policy_);
  return errors != nullptr ? *errors : Errors{};
}

std::string Calculator::evaluate(std::string_view situation, bool alternatives,
                                 std::string_view only) const {
  if (const auto* errors = std::get_if<Errors>(&policy_)) return write_errors(*errors);
  const auto scope = read_scope(only, policy());
  if (const auto* errors = std::get_if<Errors>(&scope)) return write_errors(*errors);
  const auto read = read_situation(situation, policy());
  if (const auto* errors = std::get_if<Errors>(&read)) return write_errors(*errors);
  return write_result(benefits::evaluate(policy(), std::get<Situation>(read), alternatives,
                                         std::get<Scope>(scope)));
}

}  // namespace benefits
