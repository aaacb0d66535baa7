#include "core/cli/fault.h"

#include <algorithm>
#include <array>
#include <vector>

namespace benefits::cli {

namespace {

// "/children/2/care" -> "/children/N/care", the name under which the words know it.
std::string general(std::string_view pointer) {
  std::string name;
  while (!pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string_view part = pointer.substr(0, end);
    const bool is_number =
        part.size() > 1 && part.find_first_not_of("0123456789", 1) == std::string_view::npos;
    name += is_number ? "/N" : part;
    pointer.remove_prefix(end);
  }
  return name;
}

}  // namespace

std::string with_label(const std::string& pointer, const Messages& messages) {
  const std::string key = "input." + general(pointer) + ".label";
  const std::string label = messages.text(key);
  if (pointer.empty() || label == key) return pointer;
  return pointer + " (" + label + ")";
}

std::string within(const std::string& whole, std::string_view part, const Messages& messages) {
  if (whole.empty()) return std::string(part);
  return messages.text("explain.fault_within",
                       {{"whole", std::string_view(whole)}, {"part", part}});
}

bool is_holder(std::string_view member) {
  constexpr std::array<std::string_view, 6> holders{"benefits", "assumptions", "figures",
                                                    "lists",    "values",      "options"};
  return std::find(holders.begin(), holders.end(), member) != holders.end();
}

std::string sentence(const Error& error, const Messages& messages) {
  std::string key = "error." + std::string(word(error.code));
  std::vector<Member> args;
  std::string with;
  for (const ErrorArg& arg : error.args) {
    if (!arg.text) {
      args.push_back({arg.name, arg.number});
    } else if (arg.name == "with") {
      with = with_label(*arg.text, messages);
      args.push_back({arg.name, std::string_view(with)});
    } else {
      args.push_back({arg.name, std::string_view(*arg.text)});
    }
    if (arg.name == "did_you_mean") key += ".near";
    if (arg.name == "expected") key += "." + arg.text.value_or("");
  }
  // "number or fraction" is one of them.
  std::replace(key.begin(), key.end(), ' ', '_');
  return messages.text(key, args);
}

std::string on_one_line(std::string text) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; };
  std::replace_if(text.begin(), text.end(), is_control, ' ');
  return text;
}

std::string unreadable(const Error& error, std::string_view text, const Messages& messages,
                       std::size_t first_line) {
  const bool is_text = error.code != ErrorCode::invalid_utf8;
  if (is_text && error.code != ErrorCode::invalid_json) return sentence(error, messages);
  if (text.starts_with("\xEF\xBB\xBF")) return messages.text("explain.fault_byte_order_mark");
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return messages.text("explain.fault_utf16");
  }
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return messages.text("explain.fault_blank");
  }
  const Lines lines(text);
  const auto offset = static_cast<std::size_t>(error.args.front().number);
  Position at = lines.position(offset);
  at.line += first_line - 1;
  std::string told = placed(at, "", sentence(error, messages), messages);
  if (!is_text) return told;
  const std::string excerpt = on_one_line(std::string(lines.until(offset)));
  return messages.text("explain.fault_excerpt",
                       {{"text", std::string_view(told)}, {"excerpt", std::string_view(excerpt)}});
}

std::string placed(Position at, std::string_view place, std::string_view what,
                   const Messages& messages) {
  // As texts: numbers would be grouped.
  const std::string line = std::to_string(at.line);
  const std::string column = std::to_string(at.column);
  const char* key = place.empty() ? "explain.fault_document" : "explain.fault";
  return on_one_line(messages.text(key, {{"line", std::string_view(line)},
                                         {"column", std::string_view(column)},
                                         {"place", place},
                                         {"text", what}}));
}

}  // namespace benefits::cli
