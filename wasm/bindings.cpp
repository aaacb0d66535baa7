// The whole boundary: JSON text in, JSON text out (UTF-8). No rule, no parsing and no words live
// here.
#include <emscripten/bind.h>

#include "core/calculator.h"

EMSCRIPTEN_BINDINGS(birth_benefits) {
  using benefits::Calculator;
  emscripten::class_<Calculator>("Calculator")
      .constructor<std::string>()  // policy file; "" is the one compiled in
      .function("evaluate",
                &Calculator::evaluate);  // (situation, alternatives, only) -> result or errors
}
