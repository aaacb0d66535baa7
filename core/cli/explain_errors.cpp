#include <algorithm>
#include <string>
#include <vector>

#include "core/cli/explain.h"

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

// The input in words, beside its pointer; what is no input has its pointer alone.
std::string named(const std::string& pointer, const Messages& messages) {
  const std::string key = "input." + general(pointer) + ".label";
  const std::string label = messages.text(key);
  if (pointer.empty() || label == key) return pointer;
  return pointer + " (" + label + ")";
}

std::string sentence(const Error& error, const Messages& messages) {
  std::string key = "error." + std::string(word(error.code));
  std::vector<Member> args;
  std::string with;
  for (const ErrorArg& arg : error.args) {
    if (!arg.text) {
      args.push_back({arg.name, arg.number});
    } else if (arg.name == "with") {
      with = named(*arg.text, messages);
      args.push_back({arg.name, std::string_view(with)});
    } else {
      args.push_back({arg.name, std::string_view(*arg.text)});
    }
    if (arg.name == "did_you_mean") key += ".near";
  }
  return messages.text(key, args);
}

}  // namespace

std::string explain(const Errors& errors, const Messages& messages) {
  std::string text;
  for (const Error& error : errors) {
    const std::string place = named(error.pointer, messages);
    if (!place.empty()) text += place + ": ";
    text += sentence(error, messages) + "\n";
  }
  return text;
}

}  // namespace benefits::cli
