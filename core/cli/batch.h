#pragma once
// Many situations, one a line: as many answers, on all processors.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/policy.h"
#include "core/scope.h"

namespace benefits::cli {

/// The next lines of a stream; empty at its end.
using NextLines = std::function<std::vector<std::string>()>;
/// Takes some answers, each with its line end.
using WriteLines = std::function<void(std::string_view)>;

/// What became of the lines.
struct Answered {
  std::size_t lines = 0;
  std::size_t bad = 0;        ///< answered with errors
  std::size_t first_bad = 0;  ///< the first one's number, from 1; 0 where none is
  std::string bad_line = {};  ///< the first one itself

  bool operator==(const Answered&) const = default;
};

/// One answer for every line, in order, on all processors; memory does not grow with the input.
/// All lines at hand are answered and written before more are asked for.
Answered batch(const Policy& policy, const NextLines& next, const WriteLines& write,
               bool alternatives, const Scope& scope = all_benefits());

}  // namespace benefits::cli
