#include "core/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>

namespace benefits::json {

namespace {

constexpr std::size_t deepest_level = 32;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Builds the tree from the library's events. What lies deeper than allowed is checked but not kept,
// so that no document can make the tree's own recursion deep.
class Builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  bool null() { return leaf({}); }
  bool boolean(bool truth) {
    Node node;
    node.kind = Kind::boolean;
    node.truth = truth;
    return leaf(std::move(node));
  }
  bool number_integer(number_integer_t number) { return this->number(std::to_string(number)); }
  bool number_unsigned(number_unsigned_t number) { return this->number(std::to_string(number)); }
  bool number_float(number_float_t, const string_t& text) {
    return number(next_number_ < numbers.size() ? std::string(numbers[next_number_])
                                                : with_point(text));
  }
  bool string(string_t& text) { return text_leaf(Kind::string, std::move(text)); }
  static bool binary(binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Kind::object); }
  bool start_array(std::size_t) { return open(Kind::array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(string_t& name) {
    if (level_ <= deepest_level) name_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& e) {
    constexpr int number_overflow = 406;
    overflow = e.id == number_overflow;
    fault = position;
    return false;
  }

  /// As written, where the text read has others in their places.
  std::vector<std::string_view> numbers;
  Node root;
  std::size_t fault = 0;  ///< bytes read up to and with the fault
  bool overflow = false;  ///< the fault is a number too large for a double, which is valid JSON
  bool too_deep = false;

 private:
  bool number(std::string written) {
    ++next_number_;
    return text_leaf(Kind::number, std::move(written));
  }
  bool text_leaf(Kind kind, std::string text) {
    Node node;
    node.kind = kind;
    node.text = std::move(text);
    return leaf(std::move(node));
  }
  bool leaf(Node node) {
    if (level_ <= deepest_level) place(std::move(node));
    return true;
  }
  bool open(Kind kind) {
    if (++level_ > deepest_level) {
      too_deep = true;
    } else {
      Node node;
      node.kind = kind;
      open_.push_back(place(std::move(node)));
    }
    return true;
  }
  bool close() {
    if (level_-- <= deepest_level) open_.pop_back();
    return true;
  }
  Node* place(Node node) {
    node.order = next_order_++;
    if (open_.empty()) {
      root = std::move(node);
      return &root;
    }
    Node& parent = *open_.back();
    if (parent.is(Kind::array)) return &parent.items.emplace_back(std::move(node));
    parent.members.push_back({std::move(name_), std::move(node)});
    return &parent.members.back().value;
  }

  std::vector<Node*> open_;
  std::size_t level_ = 0;
  std::int64_t next_order_ = 0;
  std::size_t next_number_ = 0;
  std::string name_;
};

Error error_at(std::size_t offset, ErrorCode code) {
  return {"", code, {{.name = "offset", .number = static_cast<std::int64_t>(offset)}}};
}

Error limit(ErrorCode code, std::size_t most) {
  return {"", code, {{.name = "max", .number = static_cast<std::int64_t>(most)}}};
}

// The length of the well-formed UTF-8 sequence at the start of `text`, 0 where there is none
// (Unicode 15, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto within = [&](std::size_t i, unsigned low, unsigned high) {
    return byte(i) >= low && byte(i) <= high;
  };
  const auto tail = [&](std::size_t i) { return within(i, 0x80, 0xBF); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (within(0, 0xC2, 0xDF)) return tail(1) ? 2 : 0;
  if (within(0, 0xE0, 0xEF)) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;
    return within(1, low, high) && tail(2) ? 3 : 0;
  }
  if (within(0, 0xF0, 0xF4)) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
    return within(1, low, high) && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

std::optional<std::size_t> first_invalid_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

// The length of the number at the start of `text` (RFC 8259, section 6), 0 where it is cut short.
std::size_t number_length(std::string_view text) {
  std::size_t end = 0;
  const auto take = [&](std::string_view any) {
    const bool taken = end < text.size() && any.find(text[end]) != std::string_view::npos;
    if (taken) ++end;
    return taken;
  };
  const auto take_digits = [&] {
    const std::size_t start = end;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end > start;
  };
  take("-");
  if (!take("0") && !take_digits()) return 0;
  if (take(".") && !take_digits()) return 0;
  if (take("eE")) {
    take("+-");
    if (!take_digits()) return 0;
  }
  return end;
}

struct Tame {
  std::string text;
  std::vector<std::string_view> numbers;  ///< of the document, as written
};

// The library refuses numbers beyond a double's range, which are valid JSON. Zeros stand in for
// every long one: of the same length, so that what is wrong further on is so at the same byte; with
// an exponent, so that nothing that follows can go on with them.
Tame with_tame_numbers(std::string_view text) {
  constexpr std::string_view shortest = "1e309";
  Tame tame{std::string(text), {}};
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (in_string && text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      in_string = !in_string;
    } else if (!in_string && (text[at] == '-' || is_digit(text[at]))) {
      const std::size_t length = number_length(text.substr(at));
      if (length == 0) break;  // no JSON, whatever follows
      tame.numbers.push_back(text.substr(at, length));
      if (length >= shortest.size()) {
        const std::size_t sign = text[at] == '-' ? 1 : 0;
        tame.text.replace(at + sign, length - sign, "0e" + std::string(length - sign - 2, '0'));
      }
      at += length - 1;
    }
  }
  return tame;
}

// Each name that stands more than once, at its second place. A pointer repeats every name above it:
// those of many small members below a long name are far longer than the document.
void find_duplicates(const Node& node, const Place& place, Errors& errors, Allowance& allowance) {
  std::vector<std::string_view> names;
  if (node.members.size() > 1) {
    for (const auto& member : node.members) names.emplace_back(member.name);
    std::sort(names.begin(), names.end());
    if (std::adjacent_find(names.begin(), names.end()) == names.end()) names.clear();
  }
  std::vector<int> seen(names.size());
  for (const auto& [name, value] : node.members) {
    const Place below = place.member(name);
    if (!names.empty()) {
      const auto first = std::lower_bound(names.begin(), names.end(), name);
      const bool second = ++seen[static_cast<std::size_t>(first - names.begin())] == 2;
      if (second && !allowance.spent()) {
        errors.push_back({below.pointer(), ErrorCode::duplicate_key});
        allowance.spend(errors.back());
      }
    }
    find_duplicates(value, below, errors, allowance);
  }
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    find_duplicates(node.items[i], place.item(i), errors, allowance);
  }
}

// Objects of one name, themselves repeated, can repeat the same member.
Errors once_each(Errors errors) {
  std::set<std::string> seen;
  std::erase_if(errors, [&](const Error& error) { return !seen.insert(error.pointer).second; });
  return errors;
}

bool read_events(std::string_view text, Builder& builder) {
  return nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &builder);
}

}  // namespace

const Node* Node::find(std::string_view name) const {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const Member& member) { return member.name == name; });
  return found == members.end() ? nullptr : &found->value;
}

std::variant<Node, Errors> parse(std::string_view text) {
  if (text.size() > largest_document) {
    return Errors{limit(ErrorCode::too_large, largest_document)};
  }
  if (const auto at = first_invalid_byte(text)) {
    return Errors{error_at(*at, ErrorCode::invalid_utf8)};
  }
  // The library skips a byte order mark; RFC 8259 forbids it.
  if (text.starts_with("\xEF\xBB\xBF")) return Errors{error_at(0, ErrorCode::invalid_json)};
  Builder builder;
  bool valid = read_events(text, builder);
  if (!valid && builder.overflow) {
    Tame tame = with_tame_numbers(text);
    builder = Builder{};
    builder.numbers = std::move(tame.numbers);
    valid = read_events(tame.text, builder);
  }
  // To the library a NUL ends the text; to JSON it is a byte that stands nowhere.
  if (const std::size_t nul = text.find('\0'); valid && nul != std::string_view::npos) {
    return Errors{error_at(nul, ErrorCode::invalid_json)};
  }
  if (!valid) {
    const std::size_t offset = builder.fault == 0 ? 0 : builder.fault - 1;
    return Errors{error_at(std::min(offset, text.size()), ErrorCode::invalid_json)};
  }
  if (builder.too_deep) {
    return Errors{limit(ErrorCode::too_deep, deepest_level)};
  }
  Errors duplicates;
  Allowance allowance;
  find_duplicates(builder.root, {}, duplicates, allowance);
  if (!duplicates.empty()) return once_each(std::move(duplicates));
  return std::move(builder.root);
}

std::string with_point(std::string number) {
  const auto is_point = [](char c) {
    return !is_digit(c) && c != '-' && c != '+' && c != 'e' && c != 'E';
  };
  std::replace_if(number.begin(), number.end(), is_point, '.');
  return number;
}

std::string Place::pointer() const {
  if (above == nullptr) return "";
  std::string text = above->pointer();
  text += '/';
  if (in_array) return text + std::to_string(index);
  for (const char c : name) {
    if (c == '~') {
      text += "~0";
    } else if (c == '/') {
      text += "~1";
    } else {
      text += c;
    }
  }
  return text;
}

void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  while (!text.empty()) {
    const auto* const end = std::find_if_not(text.begin(), text.end(), is_plain);
    const auto length = static_cast<std::size_t>(end - text.begin());
    out.append(text.data(), length);
    if (end == text.end()) break;
    const auto byte = static_cast<unsigned char>(*end);
    if (byte < 0x20) {
      out += "\\u00";
      out += hex[byte >> 4];
      out += hex[byte & 15];
    } else {
      out += '\\';
      out += *end;
    }
    text.remove_prefix(length + 1);
  }
  out += '"';
}

}  // namespace benefits::json
