#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calculator.h"

namespace benefits::cli {

/// The next lines of a stream; empty at its end.
using NextLines = std::function<std::vector<std::string>()>;
/// Takes one answer at a time; told when all lines that were at hand are answered.
struct Answers {
  std::function<void(std::string_view)> write;
  std::function<void()> flush;
};

/// One answer for every line, in order, on all processors; memory does not grow with the input.
/// @param only the benefits asked about, as words of core/scope.h
/// @return whether every line was a sound situation
bool batch(const Calculator& calculator, const NextLines& next, const Answers& answers,
           bool alternatives, const std::string& only = "");

}  // namespace benefits::cli
