#pragma once
// Where something stands in a text, as an editor counts.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace benefits::cli {

/// Both from 1; the column in characters (code points), not in bytes.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;

  bool operator==(const Position&) const = default;
};

/// Offsets in bytes to lines and columns. Keeps the text by reference.
class Lines {
 public:
  explicit Lines(std::string_view text);

  /// What lies past the end stands at the end.
  Position position(std::size_t offset) const;
  /// The line up to and with the character at `offset`, cut to its last few characters,
  /// without the blanks that it begins with.
  std::string_view until(std::size_t offset) const;

 private:
  std::size_t start_of_line(std::size_t offset) const;
  std::size_t characters_before(std::size_t offset) const;

  std::string_view text_;
  std::vector<std::size_t> starts_;      ///< of the lines, ascending
  std::vector<std::size_t> characters_;  ///< that begin before each block of the text
};

/// Where the values of a JSON document begin.
class Outline {
 public:
  /// @param text valid JSON of no more levels than json::parse allows
  explicit Outline(std::string_view text);

  /// The value's offset in bytes; of a member given more than once, the second one's. Nothing of
  /// what is not there.
  std::optional<std::size_t> find(std::string_view pointer) const;
  /// The same; of what is not there, the offset of what it would be in.
  std::size_t offset(std::string_view pointer) const;

 private:
  friend class OutlineWalk;

  struct Value {
    std::size_t offset = 0;
    std::size_t within = std::string_view::npos;  ///< where the object or array begins around it
    bool is_second = false;                       ///< of its name in that object
  };

  // By the pointers' hashes: the pointers themselves would repeat every name above them.
  std::unordered_map<std::uint64_t, Value> values_;
};

}  // namespace benefits::cli
