#include "core/scope.h"

#include <string>

namespace benefits {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Takes the next word off the text; "" where there is none.
std::string_view next_word(std::string_view& text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  std::size_t size = 0;
  while (size < text.size() && !is_blank(text[size])) ++size;
  const std::string_view word = text.substr(0, size);
  text.remove_prefix(size);
  return word;
}

// `leave` names leave.maternity, `lea` does not.
bool names(std::string_view word, const BenefitEntry& benefit) {
  const std::string_view id = benefit.id;
  if (id.starts_with(word)) return id.size() == word.size() || id[word.size()] == '.';
  return benefit.measure != 0 && std::to_string(benefit.measure) == word;
}

}  // namespace

std::variant<Scope, Errors> read_scope(std::string_view words, const Policy& policy) {
  Scope scope;
  Errors errors;
  for (auto word = next_word(words); !word.empty(); word = next_word(words)) {
    Scope named;
    for (std::size_t i = 0; i < policy.benefits.size(); ++i) {
      if (names(word, policy.benefits[i])) named.set(i);
    }
    scope |= named;
    if (named.any()) continue;
    errors.push_back({"", ErrorCode::unknown_option, {{.name = "got", .text = std::string(word)}}});
  }
  if (!errors.empty()) return errors;
  return scope.any() ? scope : all_benefits();
}

}  // namespace benefits
