#pragma once
// The names that may stand in a policy file: those of the rules, and those that the catalogues have
// words for.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/cli/messages.h"
#include "core/json.h"
#include "core/needs.h"

namespace benefits::cli {

/// An RFC 6901 pointer's reference tokens, unescaped.
using Tokens = std::vector<std::string>;
Tokens tokens_of(std::string_view pointer);
/// The value at the end of the first `count` tokens, or nullptr.
const json::Node* node_at(const json::Node& root, const Tokens& tokens, std::size_t count);
inline const json::Node* node_at(const json::Node& root, const Tokens& tokens) {
  return node_at(root, tokens, tokens.size());
}
/// The text of a member, "" where it has none.
std::string_view text_in(const json::Node* object, std::string_view member);

/// The catalogue's space for the words of a list: "service." of "services".
std::string space_of(std::string_view list);

class PolicyTerms {
 public:
  /// All are kept by reference.
  /// @param compiled_in the policy that the command carries. It says what no edition of the same
  ///   document changes: its paragraphs, and to which measure a benefit belongs.
  PolicyTerms(const json::Node& policy, const json::Node& compiled_in, const Messages& messages)
      : policy_(policy), compiled_in_(compiled_in), m_(messages) {}

  /// The names among which a place has a choice; nothing where it has none.
  /// @param got what stands there: of a source, only names like it are given
  std::optional<std::vector<std::string>> choices(const Tokens& at, std::string_view got) const;

  /// The choice that `got` is probably a misspelling of.
  std::optional<std::string> near(const Tokens& at, std::string_view got) const;
  /// Whether the place is for a source, and `got` is one of another document than the one compiled
  /// in: of those there are words for some, and any may be cited.
  bool is_of_another_document(const Tokens& at, std::string_view got) const;

  /// The number of the measure that a benefit of this very document belongs to, "" for those of
  /// none; nothing where this is another document.
  std::optional<std::string> measure_of(std::string_view benefit) const;

  /// The question of that id, or nullptr where no rule asks it.
  const AssumptionName* assumption(std::string_view id) const { return needs_.assumption(id); }

 private:
  /// The figures that the rules of a benefit ask for; of "" those common to all.
  const std::vector<const FigureName*>& figures_of(std::string_view benefit) const;
  /// The unit of a figure that its rule knows.
  std::optional<std::vector<std::string>> units(std::string_view benefit,
                                                std::string_view figure) const;
  bool is_own(std::string_view document) const;
  std::vector<std::string> paragraphs() const;
  std::vector<std::string> documents() const;
  std::vector<std::string> sources_like(std::string_view got) const;
  std::optional<std::vector<std::string>> choices_of_benefit(const Tokens& at) const;
  std::optional<std::vector<std::string>> choices_of_assumption(const Tokens& at) const;

  const json::Node& policy_;
  const json::Node& compiled_in_;
  const Messages& m_;
  const Needs needs_;
};

}  // namespace benefits::cli
