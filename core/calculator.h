#pragma once
// The door of the core: text in, text out. Everything behind it is values.

#include <string>
#include <string_view>
#include <variant>

#include "core/error.h"
#include "core/policy.h"

namespace benefits {

/// Answers situations against one policy. Immutable: calls may run side by side, and bad input
/// leaves it as it was.
class Calculator {
 public:
  /// @param policy_text a policy file, JSON text. One that is not sound is no reason to fail here:
  ///   every `evaluate` then answers with its errors.
  explicit Calculator(std::string_view policy_text);

  /// @param situation JSON text, UTF-8, at most 1 MiB: a document of
  ///   assets/schema/situation.schema.json
  /// @param alternatives whether to say what other readings of the law would give
  /// @param only the benefits asked about, as words of scope.h; "" for all. Words naming none are
  ///   answered with their errors.
  /// @return a result or errors document of assets/schema/result.schema.json, one line
  std::string evaluate(std::string_view situation, bool alternatives = true,
                       std::string_view only = "") const;

  /// The policy's errors; none for a sound one.
  Errors policy_errors() const;
  /// @pre policy_errors().empty()
  const Policy& policy() const { return *std::get_if<Policy>(&policy_); }

 private:
  std::variant<Policy, Errors> policy_;
};

}  // namespace benefits
