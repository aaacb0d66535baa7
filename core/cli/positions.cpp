#include "core/cli/positions.h"

#include <algorithm>
#include <string>
#include <variant>

#include "core/json.h"

namespace benefits::cli {

namespace {

constexpr std::size_t longest_excerpt = 40;

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }

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
}

std::size_t Lines::start_of_line(std::size_t offset) const {
  return *std::prev(std::upper_bound(starts_.begin(), starts_.end(), offset));
}

Position Lines::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const std::size_t start = start_of_line(offset);
  const std::string_view before = text_.substr(start, offset - start);
  const auto line = std::lower_bound(starts_.begin(), starts_.end(), start) - starts_.begin();
  const auto column = std::count_if(before.begin(), before.end(), begins_character);
  return {static_cast<std::size_t>(line) + 1, static_cast<std::size_t>(column) + 1};
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
    value(no_text);
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

  void value(std::uint64_t pointer) {
    skip_blanks();
    outline_.offsets_[pointer] = at_;
    if (next() == '{' || next() == '[') {
      inside(pointer, next() == '[');
    } else if (next() == '"') {
      string();
    } else {
      at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
    }
  }

  void inside(std::uint64_t pointer, bool is_array) {
    ++at_;
    skip_blanks();
    for (std::size_t i = 0; at_ < text_.size() && next() != ']' && next() != '}'; ++i) {
      const std::string step = is_array ? "/" + std::to_string(i) : pointer_step(string());
      if (!is_array) skip(" \t\r\n:");
      value(hash_on(pointer, step));
      skip(" \t\r\n,");
    }
    ++at_;
  }

  std::string_view text_;
  Outline& outline_;
  std::size_t at_ = 0;
};

Outline::Outline(std::string_view text) { OutlineWalk(text, *this); }

std::size_t Outline::offset(std::string_view pointer) const {
  while (true) {
    const auto found = offsets_.find(hash_on(no_text, pointer));
    if (found != offsets_.end()) return found->second;
    if (pointer.empty()) return 0;
    pointer = pointer.substr(0, pointer.rfind('/'));
  }
}

}  // namespace benefits::cli
