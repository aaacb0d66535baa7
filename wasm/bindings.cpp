// The whole boundary: JSON text in, JSON text out (UTF-8). No rule, no parsing and no words live
// here. Two functions and a number: a bound class would need more of Embind's JavaScript.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <string>
#include <vector>

#include "core/calculator.h"

namespace {

using benefits::Calculator;

/// They live as long as the module: a page opens one, and another when its policy is replaced. The
/// first has no policy and answers with that error, also for numbers that `open` never returned.
std::vector<Calculator>& calculators() {
  static std::vector<Calculator> opened;
  const std::string no_policy;
  if (opened.empty()) opened.emplace_back(no_policy);
  return opened;
}

/// @param policy a policy file
/// @return what `evaluate` asks for
unsigned open(const std::string& policy) {
  calculators().emplace_back(policy);
  return calculators().size() - 1;
}

/// @param calculator a number that `open` returned
/// @return result or errors, UTF-8: bytes of the module's own memory, good until its next answer.
///   Embind's strings would cross byte by byte, which took a quarter of an answer's time.
emscripten::val evaluate(unsigned calculator, const std::string& situation, bool alternatives,
                         const std::string& only) {
  static std::string answer;
  const auto& opened = calculators();
  answer =
      opened[calculator < opened.size() ? calculator : 0].evaluate(situation, alternatives, only);
  return emscripten::val(emscripten::typed_memory_view(answer.size(), answer.data()));
}

}  // namespace

EMSCRIPTEN_BINDINGS(birth_benefits) {
  emscripten::function("open", &open);
  emscripten::function("evaluate", &evaluate);
}
