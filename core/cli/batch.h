#pragma once

#include <cstddef>
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

/// What became of the lines.
struct Answered {
  std::size_t lines = 0;
  std::size_t bad = 0;        ///< answered with errors
  std::size_t first_bad = 0;  ///< its number, from 1; 0 where none is

  bool operator==(const Answered&) const = default;
};

/// One answer for every line, in order, on all processors; memory does not grow with the input.
/// All lines at hand are answered and written before more are asked for.
/// @param only the benefits asked about, as words of core/scope.h
Answered batch(const Calculator& calculator, const NextLines& next, const WriteLines& write,
               bool alternatives, const std::string& only = "");

}  // namespace benefits::cli
