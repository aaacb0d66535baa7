#pragma once
// Writes JSON text front to back, compact or indented by two spaces.

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
    text_.reserve(expected_size);
  }

  void begin(char bracket) {
    text_ += bracket;
    ++level_;
    empty_ = true;
  }
  void end(char bracket) {
    --level_;
    if (!empty_) new_line();
    text_ += bracket;
    empty_ = false;
  }
  /// The next value is an item of the array that was begun.
  Writer& item() {
    if (!empty_) text_ += ',';
    new_line();
    empty_ = false;
    return *this;
  }
  /// The next value is that member of the object that was begun. Names are the core's own constants
  /// and hold nothing to escape.
  Writer& key(std::string_view name) {
    item();
    text_ += '"';
    text_.append(name.data(), name.size());
    text_ += pretty_ ? "\": " : "\":";
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

  void number(std::int64_t number) { text_ += std::to_string(number); }
  void yuan(Fen amount) { append_yuan(text_, amount); }
  void boolean(bool truth) { text_ += truth ? "true" : "false"; }
  void string(std::string_view text) { append_quoted(text_, text); }
  void date(Date date) {
    text_ += '"';
    append_date(text_, date);
    text_ += '"';
  }

  std::string take() { return std::move(text_); }

 private:
  void new_line() {
    if (!pretty_) return;
    text_ += '\n';
    text_.append(2 * level_, ' ');
  }

  std::string text_;
  std::size_t level_ = 0;
  bool pretty_;
  bool empty_ = true;
};

}  // namespace benefits::json
