#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calculator.h"

namespace benefits::cli {

/// The next lines of a stream; empty at its end.
using NextLines = std::function<std::vector<std::string>()>;
/// Takes some answers, each with its line end.
using WriteLines = std::function<void(std::string_view)>;

/// One answer for every line, in order, on all processors; memory does not grow with the input.
/// All lines at hand are answered and written before more are asked for.
/// @param only the benefits asked about, as words of core/scope.h
/// @return whether every line was a sound situation
bool batch(const Calculator& calculator, const NextLines& next, const WriteLines& write,
           bool alternatives, const std::string& only = "");

}  // namespace benefits::cli
