#pragma once
// What the readers of situations and of policies share: walking a JSON document by its members and
// collecting every error in it, in the document's order.

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/error.h"
#include "core/json.h"

namespace benefits {

/// The name of `known` that `name` is probably a misspelling of.
std::optional<std::string_view> nearest(std::string_view name,
                                        const std::vector<std::string_view>& known);

/// The errors of one document, as far as their `Allowance` goes.
class Findings {
 public:
  void add(const json::Node& node, const json::Place& place, ErrorCode code);
  /// With one argument, a text.
  void add(const json::Node& node, const json::Place& place, ErrorCode code, std::string_view name,
           std::string_view text);
  void add_wrong_type(const json::Node& node, const json::Place& place, std::string_view expected);
  void add_out_of_range(const json::Node& node, const json::Place& place, std::int64_t low,
                        std::int64_t high);
  void add_out_of_range(const json::Node& node, const json::Place& place, Date low, Date high);
  void add_too_many_decimals(const json::Node& node, const json::Place& place, int most);
  /// A member that is none of `known`; says which of them is near.
  void add_unknown(const json::Member& member, const json::Place& place,
                   const std::vector<std::string_view>& known);
  /// Members that are not there come after all others.
  void add_missing(const json::Place& object, std::string_view name);
  bool none() const { return placed_.empty(); }
  /// In document order; two at one place in the order of the codes; missing members last.
  Errors in_order() &&;

 private:
  struct Placed {
    std::int64_t order = 0;
    Error error;
  };
  void put(std::int64_t order, const json::Place& place, ErrorCode code,
           std::vector<ErrorArg> args);

  std::vector<Placed> placed_;
  Allowance allowance_;
};

/// A reference to something that reads a node at its place.
class Reader {
 public:
  using Call = void (*)(const void* self, void* target, const json::Node&, const json::Place&);

  /// @param read a callable; it must outlive the reader, as a temporary within a call does
  template <class Read>
  Reader(const Read& read)
      : self_(&read),
        call_([](const void* self, void*, const json::Node& node, const json::Place& place) {
          (*static_cast<const Read*>(self))(node, place);
        }) {}
  Reader(const void* self, void* target, Call call) : self_(self), target_(target), call_(call) {}

  void operator()(const json::Node& node, const json::Place& place) const {
    call_(self_, target_, node, place);
  }

 private:
  const void* self_;
  void* target_ = nullptr;
  Call call_;
};

/// A member by name and what reads it.
struct Field {
  std::string_view name;
  Reader read;
};

/// Reads an array item by item; says `wrong_type` for what is no array.
void read_array(Findings& findings, const json::Node& node, const json::Place& place,
                const Reader& read_item);

/// Reads an object member by member; says `wrong_type` for what is no object, `unknown_member` for
/// what no field reads.
void read_object(Findings& findings, const json::Node& node, const json::Place& place,
                 std::initializer_list<Field> fields);

/// Says `missing_member` for each name that an object lacks; nothing of what is no object.
void require(Findings& findings, const json::Node& node, const json::Place& place,
             std::initializer_list<std::string_view> names);

/// The text of a string; says `wrong_type` for anything else.
std::optional<std::string_view> read_text(Findings& findings, const json::Node& node,
                                          const json::Place& place);
/// The same, "" where there is none; says `out_of_range` for an empty text and for one of more than
/// 10 000 bytes.
std::string read_filled_text(Findings& findings, const json::Node& node, const json::Place& place);
/// Index of the text in `words`; an empty text never matches. Says `wrong_type` or
/// `unknown_option`.
std::optional<std::int64_t> read_choice(Findings& findings, const json::Node& node,
                                        const json::Place& place,
                                        std::span<const std::string_view> words);
/// A whole number within bounds, both inside; says `wrong_type` or `out_of_range`.
std::optional<std::int64_t> read_whole(Findings& findings, const json::Node& node,
                                       const json::Place& place, std::int64_t low,
                                       std::int64_t high);
/// An amount of yuan, in fen, from 0 to `most`; says `wrong_type`, `out_of_range`, or
/// `too_many_decimals` for parts of a fen.
std::optional<std::int64_t> read_money(Findings& findings, const json::Node& node,
                                       const json::Place& place, std::int64_t most);
/// A day of the calendar; says `wrong_type` or `invalid_date`.
std::optional<Date> read_date(Findings& findings, const json::Node& node, const json::Place& place);

}  // namespace benefits
