#pragma once
// Which answers are being supposed. A rule is run again and again along different paths until every
// way of answering what it asks for, and nobody told, has been tried.

#include <cstdint>
#include <optional>
#include <vector>

#include "core/situation.h"

namespace benefits {

/// Answers from `low` to `high`, both inside, in the unit of the input's row.
struct Interval {
  std::int64_t low;
  std::int64_t high;

  bool operator==(const Interval&) const = default;
  bool single() const { return low == high; }
  bool disjoint(Interval other) const { return high < other.low || other.high < low; }
  Interval intersect(Interval other) const {
    return {low > other.low ? low : other.low, high < other.high ? high : other.high};
  }
};

class Path {
 public:
  /// Nothing had to be supposed: every answer was told.
  bool empty() const { return choices_.empty(); }
  /// What is supposed of `input` so far on this run, if anything.
  std::optional<Interval> supposed(InputId input) const;

  // Each returns what this run supposes of `input`, which so far may be anything `within`.
  Interval split(InputId input, Interval within, std::int64_t last_of_lower);
  Interval each(InputId input, Interval within);
  Interval extremes(InputId input, Interval within);

  /// Starts over along the next way not yet tried; false when there is none.
  bool next_way();

  struct Answer {
    InputId input;
    Interval within;
  };
  /// What this run supposed, by input.
  std::vector<Answer> answers() const;

 private:
  struct Choice {
    enum class Kind { split, each, extremes } kind;
    InputId input;
    Interval within;
    std::int64_t last_of_lower;
    std::int64_t branch;
    std::int64_t branches;

    Interval taken() const;
  };
  Interval choose(const Choice& choice);

  std::vector<Choice> choices_;
  std::size_t next_ = 0;
};

}  // namespace benefits
