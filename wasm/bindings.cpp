// The whole boundary: JSON text in, JSON text out (UTF-8). No rule, no parsing and no words live
// here. Two functions: a bound class would need more of Embind's JavaScript.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <optional>
#include <string>

#include "core/calculator.h"

namespace {

/// The module holds one policy at a time, so that its memory does not grow with each.
std::optional<benefits::Calculator>& calculator() {
  static std::optional<benefits::Calculator> opened;
  return opened;
}

/// @param policy a policy file, in the place of the one before
void open(const std::string& policy) { calculator().emplace(policy); }

/// @return result or errors, UTF-8: bytes of the module's own memory, good until its next answer.
///   Before a policy is opened, the errors of an empty one. Embind's strings would cross byte by
///   byte, which took a quarter of an answer's time.
emscripten::val evaluate(const std::string& situation, bool alternatives, const std::string& only) {
  static std::string answer;
  if (!calculator()) open({});
  answer = calculator()->evaluate(situation, alternatives, only);
  return emscripten::val(emscripten::typed_memory_view(answer.size(), answer.data()));
}

}  // namespace

EMSCRIPTEN_BINDINGS(birth_benefits) {
  emscripten::function("open", &open);
  emscripten::function("evaluate", &evaluate);
}
