#pragma once
// Situations by the thousand, from a seed or from a fuzzer's bytes: the same on every machine.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/support.h"

namespace benefits::test {

/// What the choices of a situation come from.
class Random {
 public:
  /// Numbers that look random (splitmix64).
  explicit Random(std::uint64_t seed) : state_(seed) {}
  Random(const Random&) = delete;
  Random& operator=(const Random&) = delete;
  virtual ~Random() = default;

  /// From 0 to `range` - 1.
  virtual std::uint64_t below(std::uint64_t range);
  /// From `low` to `high`, both inside.
  int number(int low, int high);
  bool chance(int percent) { return number(1, 100) <= percent; }
  template <class Item>
  const Item& one_of(const std::vector<Item>& items) {
    return items[static_cast<std::size_t>(number(0, static_cast<int>(items.size()) - 1))];
  }

 private:
  std::uint64_t state_;
};

/// Every choice is a byte, or four where there are more than 256 ways; zeros follow the last byte.
class FromBytes : public Random {
 public:
  explicit FromBytes(std::string_view bytes) : Random(0), bytes_(bytes) {}
  std::uint64_t below(std::uint64_t range) override;

 private:
  std::string_view bytes_;
};

/// A situation in which answers may contradict one another; nothing else is wrong with it.
/// @param percent how likely each answer is given
Json any_situation(Random& random, int percent);

/// A situation that the reader accepts. Dates lie on, before and after birthdays and deadlines.
/// @param percent_told as above
Json random_situation(Random& random, int percent_told);

/// The scalars that may be told and are not, by their pointers. Not those of absent arrays.
std::vector<std::string> open_inputs(const Json& situation);
/// The scalars that are told, but `as_of` and what stands under `/assumptions`.
std::vector<std::string> told_inputs(const Json& situation);

/// The situation with an answer to one input of `open_inputs`; nothing where the answer that came
/// up contradicts another one.
std::optional<Json> answered(Random& random, const Json& situation, const std::string& pointer);

/// The same situation with the members of every object in another order.
Json shuffled(Random& random, const Json& document);

}  // namespace benefits::test
