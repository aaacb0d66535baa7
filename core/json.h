#pragma once
// Strict JSON: a document as it was written, or what is wrong with it. Numbers keep their text, so
// nothing passes through a floating-point value (-0 alone is 0); members keep their order.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/error.h"

namespace benefits::json {

enum class Kind { null, boolean, number, string, array, object };

struct Member;

struct Node {
  std::int64_t order = 0;  ///< place in the document: nodes in the order in which they begin
  Kind kind = Kind::null;
  bool truth = false;
  std::string text;             ///< of a string, unescaped; of a number, as written
  std::vector<Node> items;      ///< of an array
  std::vector<Member> members;  ///< of an object, in the order written

  bool is(Kind wanted) const { return kind == wanted; }
  /// The member's value, or nullptr. Goes through the members: for a few names of each object, not
  /// for every member of one that may hold as many as fit into a document.
  const Node* find(std::string_view name) const;
};

struct Member {
  std::string name;
  Node value;
};

/// Bytes.
inline constexpr std::size_t largest_document = std::size_t{1} << 20;

/// At most `largest_document`, UTF-8 without byte order mark, at most 32 levels, no member twice in
/// one object.
/// @return the root, or the errors: one of `too_large`, `invalid_utf8`, `invalid_json`, `too_deep`
///   alone, or every `duplicate_key` (as far as their `Allowance` goes).
std::variant<Node, Errors> parse(std::string_view text);

/// Where a node stands; the pointer's text is made only when it is needed.
struct Place {
  const Place* above = nullptr;
  std::string_view name = {};
  std::size_t index = 0;
  bool in_array = false;

  Place member(std::string_view below) const { return {this, below}; }
  Place item(std::size_t below) const { return {this, {}, below, true}; }
  /// Names escaped as RFC 6901 asks.
  std::string pointer() const;
};

/// A number as it was written: the library hands it on with the decimal mark of the program's
/// locale, which may be a comma, in the place of the point.
std::string with_point(std::string number);

/// Whether a string holds this byte as it is.
inline bool is_plain(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}
/// Appends `text` in quotes, escaped. @pre UTF-8
void append_quoted(std::string& out, std::string_view text);

}  // namespace benefits::json
