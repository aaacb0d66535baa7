#include "core/cli/messages.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/json.h"

namespace benefits {
std::string_view catalogue_zh_cn();
std::string_view catalogue_en();
std::string_view catalogue_ko();
}  // namespace benefits

namespace benefits::cli {

namespace {

std::string_view catalogue(Language language) {
  switch (language) {
    case Language::zh_cn:
      return catalogue_zh_cn();
    case Language::en:
      return catalogue_en();
    case Language::ko:
      break;
  }
  return catalogue_ko();
}

// With a comma before every third digit from the end; a sign is none.
std::string grouped(std::string number) {
  const std::size_t first = number.starts_with('-') ? 1 : 0;
  for (std::size_t end = number.size(); end > first + 3; end -= 3) number.insert(end - 3, 1, ',');
  return number;
}

// Whole yuan without decimals, others with both.
std::string yuan_number(Fen amount) {
  std::string text = grouped(std::to_string(amount.count / 100));
  const std::int64_t fen = amount.count % 100;
  if (fen != 0) {
    text += '.';
    text += static_cast<char>('0' + fen / 10);
    text += static_cast<char>('0' + fen % 10);
  }
  return text;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t end = text.find(at); end != std::string_view::npos; end = text.find(at)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

// The sentence with every hole filled by `value_of`, which takes the hole's parts; one that it has
// no value for stays.
template <class ValueOf>
std::string filled(std::string_view sentence, ValueOf value_of) {
  std::string out;
  for (std::size_t open = sentence.find('{'); open != std::string_view::npos;
       open = sentence.find('{')) {
    const std::size_t close = sentence.find('}', open);
    if (close == std::string_view::npos) break;
    out += sentence.substr(0, open);
    const std::optional<std::string> value =
        value_of(split(sentence.substr(open + 1, close - open - 1), '|'));
    out += value ? std::string_view(*value) : sentence.substr(open, close - open + 1);
    sentence.remove_prefix(close + 1);
  }
  return out.append(sentence);
}

}  // namespace

Messages::Messages(Language language) {
  const auto parsed = json::parse(catalogue(language));
  if (const auto* root = std::get_if<json::Node>(&parsed)) {
    for (const auto& [key, value] : root->members) sentences_.emplace(key, value.text);
  }
}

std::string Messages::text(std::string_view key, const std::vector<Member>& args) const {
  const auto sentence = sentences_.find(std::string(key));
  if (sentence == sentences_.end()) return std::string(key);
  return filled(sentence->second, [&](const auto& parts) -> std::optional<std::string> {
    const auto arg = std::find_if(args.begin(), args.end(),
                                  [&](const Member& each) { return each.name == parts[0]; });
    if (arg == args.end()) return std::nullopt;
    if (parts.size() != 3) return format(arg->datum);
    const auto* number = std::get_if<std::int64_t>(&arg->datum);
    return std::string(number != nullptr && *number == 1 ? parts[1] : parts[2]);
  });
}

std::vector<std::string> Messages::names_under(std::string_view start) const {
  std::vector<std::string> names;
  for (const auto& [key, sentence] : sentences_) {
    const bool is_under = key.size() > start.size() && key.starts_with(start);
    if (is_under && key.find('.', start.size()) == std::string::npos) {
      names.push_back(key.substr(start.size()));
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string Messages::form(
    std::string_view key,
    std::initializer_list<std::pair<std::string_view, std::string>> parts) const {
  return filled(text(key), [&](const auto& hole) -> std::optional<std::string> {
    for (const auto& [name, value] : parts) {
      if (name == hole[0]) return value;
    }
    return std::nullopt;
  });
}

std::string Messages::format(Date date) const {
  const std::chrono::year_month_day civil{date};
  const std::string months = text("form.months");
  const std::size_t month = static_cast<unsigned>(civil.month()) - 1;
  return form("form.date", {{"year", std::to_string(static_cast<int>(civil.year()))},
                            {"month", std::string(split(months, ' ').at(month))},
                            {"day", std::to_string(static_cast<unsigned>(civil.day()))}});
}

std::string Messages::format(Fen amount) const {
  return form("form.money", {{"amount", yuan_number(amount)}});
}

std::string Messages::join(const std::vector<std::string>& items) const {
  const std::string comma = text("form.comma");
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += comma;
    out += item;
  }
  return out;
}

std::string Messages::format(const Datum& datum) const {
  struct Print {
    const Messages& messages;
    std::string operator()(std::int64_t number) const { return grouped(std::to_string(number)); }
    std::string operator()(Fen amount) const { return messages.format(amount); }
    std::string operator()(bool truth) const {
      return messages.text(truth ? "input.yes" : "input.no");
    }
    std::string operator()(Date date) const { return messages.format(date); }
    std::string operator()(std::string_view text) const { return std::string(text); }
    std::string operator()(const ChosenWords&) const { return {}; }
  };
  return std::visit(Print{*this}, datum);
}

}  // namespace benefits::cli
