#include "core/cli/positions.h"

#include <algorithm>
#include <string>
#include <variant>

#include "core/json.h"

namespace benefits::cli {

namespace {

constexpr std::size_t longest_excerpt = 40;
constexpr std::size_t block = 256;
constexpr std::size_t nowhere = std::string_view::npos;

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

// FNV-1a, which goes on where it has stopped.
constexpr std::uint64_t no_text = 14695981039346656037U;
std::uint64_t hash_on(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

}  // namespace

Lines::Lines(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at)) {
    starts_.push_back(++at);
  }
  std::size_t all = 0;
  for (std::size_t at = 0; at <= text.size(); at += block) {
    characters_.push_back(all);
    all += characters_in(text.substr(at, block));
  }
}

std::size_t Lines::start_of_line(std::size_t offset) const {
  return *std::prev(std::upper_bound(starts_.begin(), starts_.end(), offset));
}

// From the block's own count on: all of a file may stand in one line, and many faults in it.
std::size_t Lines::characters_before(std::size_t offset) const {
  const std::size_t whole_blocks = offset / block;
  return characters_[whole_blocks] +
         characters_in(text_.substr(whole_blocks * block, offset % block));
}

Position Lines::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const std::size_t start = start_of_line(offset);
  const auto line = std::lower_bound(starts_.begin(), starts_.end(), start) - starts_.begin();
  return {static_cast<std::size_t>(line) + 1,
          characters_before(offset) - characters_before(start) + 1};
}

std::string_view Lines::until(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  std::size_t end = std::min(offset + 1, text_.size());
  while (end < text_.size() && !begins_character(text_[end])) ++end;
  const std::size_t start = start_of_line(offset);
  std::size_t begin = offset;
  for (std::size_t left = longest_excerpt; begin > start && left > 0; --left) {
    do --begin;
    while (begin > start && !begins_character(text_[begin]));
  }
  while (begin < offset && (text_[begin] == ' ' || text_[begin] == '\t')) ++begin;
  return text_.substr(begin, end - begin);
}

// Goes through a document once, noting where each value begins.
class OutlineWalk {
 public:
  OutlineWalk(std::string_view text, Outline& outline) : text_(text), outline_(outline) {
    value(no_text, nowhere);
  }

 private:
  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip(std::string_view any) {
    at_ = std::min(text_.find_first_not_of(any, at_), text_.size());
  }
  void skip_blanks() { skip(" \t\r\n"); }

  std::string_view string() {
    const std::size_t start = at_++;
    while (at_ < text_.size() && next() != '"') at_ += next() == '\\' ? 2U : 1U;
    at_ = std::min(at_ + 1, text_.size());
    return text_.substr(start, at_ - start);
  }

  // As the pointer spells it.
  static std::string pointer_step(std::string_view quoted) {
    const auto name = json::parse(quoted);
    const auto* node = std::get_if<json::Node>(&name);
    return json::Place{}.member(node != nullptr ? node->text : "").pointer();
  }

  // A member given more than once is wrong where it stands the second time; that of objects of one
  // name, themselves repeated, is wrong only where one of them has it twice.
  void note(std::uint64_t pointer, std::size_t within) {
    Outline::Value& value = outline_.values_.try_emplace(pointer).first->second;
    if (value.is_second) return;
    const bool is_second = within != nowhere && value.within == within;
    value = {at_, within, is_second};
  }

  void value(std::uint64_t pointer, std::size_t within) {
    skip_blanks();
    note(pointer, within);
    if (next() == '{' || next() == '[') {
      inside(pointer, next() == '[');
    } else if (next() == '"') {
      string();
    } else {
      at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
    }
  }

  void inside(std::uint64_t pointer, bool is_array) {
    const std::size_t within = at_++;
    skip_blanks();
    for (std::size_t i = 0; at_ < text_.size() && next() != ']' && next() != '}'; ++i) {
      const std::string step = is_array ? "/" + std::to_string(i) : pointer_step(string());
      if (!is_array) skip(" \t\r\n:");
      value(hash_on(pointer, step), within);
      skip(" \t\r\n,");
    }
    ++at_;
  }

  std::string_view text_;
  Outline& outline_;
  std::size_t at_ = 0;
};

Outline::Outline(std::string_view text) { OutlineWalk(text, *this); }

std::optional<std::size_t> Outline::find(std::string_view pointer) const {
  const auto found = values_.find(hash_on(no_text, pointer));
  return found != values_.end() ? std::optional(found->second.offset) : std::nullopt;
}

std::size_t Outline::offset(std::string_view pointer) const {
  while (true) {
    if (const auto found = find(pointer)) return *found;
    if (pointer.empty()) return 0;
    pointer = pointer.substr(0, pointer.rfind('/'));
  }
}

}  // namespace benefits::cli
