#pragma once
// Writes JSON text front to back, compact or indented by two spaces.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/date.h"
#include "core/json.h"
#include "core/money.h"

namespace benefits::json {

class Writer {
 public:
  explicit Writer(bool pretty, std::size_t expected_size = 0) : pretty_(pretty) {
    text_.resize(expected_size);
  }

  void begin(char bracket) {
    put(bracket);
    ++level_;
    empty_ = true;
  }
  void end(char bracket) {
    --level_;
    if (pretty_ && !empty_) new_line();
    put(bracket);
    empty_ = false;
  }
  /// The next value is an item of the array that was begun.
  Writer& item() {
    if (!empty_) put(',');
    if (pretty_) new_line();
    empty_ = false;
    return *this;
  }
  /// The next value is that member of the object that was begun. Names are the core's own constants
  /// and hold nothing to escape.
  Writer& key(std::string_view name) {
    item();
    put_quoted(name);
    put(':');
    if (pretty_) put(' ');
    return *this;
  }
  template <class Members>
  void object(const Members& write_members) {
    begin('{');
    write_members();
    end('}');
  }
  template <class Range, class Item>
  void array(const Range& range, const Item& write_item) {
    begin('[');
    for (const auto& each : range) {
      item();
      write_item(each);
    }
    end(']');
  }

  void number(std::int64_t number) { put(std::to_string(number)); }
  void yuan(Fen amount) {
    std::string text;
    append_yuan(text, amount);
    put(text);
  }
  void boolean(bool truth) { put(truth ? "true" : "false"); }
  void string(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), is_plain)) {
      put_quoted(text);
      return;
    }
    std::string quoted;
    append_quoted(quoted, text);
    put(quoted);
  }
  void date(Date date) {
    std::string text;
    append_date(text, date);
    put_quoted(text);
  }

  std::string take() {
    text_.resize(size_);
    return std::move(text_);
  }

 private:
  void new_line() {
    put('\n');
    for (std::size_t i = 0; i < level_; ++i) put("  ");
  }

  // A result consists of thousands of short pieces. They are copied, byte by byte, into a text that
  // is already long enough: appending each of them, or calling for so few bytes, would take a
  // quarter of the module's time for an answer.
  [[gnu::always_inline]] char* room(std::size_t size) {
    if (size_ + size > text_.size()) text_.resize(2 * (size_ + size));
    char* const place = &text_[size_];
    size_ += size;
    return place;
  }
  void put(char c) { *room(1) = c; }
  void put(std::string_view piece) { piece.copy(room(piece.size()), piece.size()); }
  void put_quoted(std::string_view plain) {
    char* place = room(plain.size() + 2);
    *place++ = '"';
    for (const char c : plain) *place++ = c;
    *place = '"';
  }

  std::string text_;
  std::size_t size_ = 0;
  std::size_t level_ = 0;
  bool pretty_;
  bool empty_ = true;
};

}  // namespace benefits::json
