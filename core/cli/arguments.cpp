#include "core/cli/arguments.h"

#include <string_view>

namespace benefits::cli {

namespace {

std::optional<Language> language_named(std::string_view name) {
  if (name == "zh-CN") return Language::zh_cn;
  if (name == "en") return Language::en;
  if (name == "ko") return Language::ko;
  return std::nullopt;
}

bool takes_option(std::string_view command, std::string_view option) {
  if (command == "evaluate") return option != "--lang";
  if (command == "batch") {
    return option == "--policy" || option == "--only" || option == "--no-alternatives";
  }
  if (command == "explain") {
    return option == "--policy" || option == "--only" || option == "--lang";
  }
  return command == "check-policy" && option == "--lang";
}

// Reads the option at `words[i]` and moves `i` to its value if it has one.
// @return what is wrong with it, or ""
std::string read_option(const std::vector<std::string>& words, std::size_t& i,
                        Arguments& arguments) {
  const std::string& word = words[i];
  if (!takes_option(arguments.command, word)) {
    return "unknown option " + word + " for " + arguments.command;
  }
  if (word == "--pretty") {
    arguments.pretty = true;
  } else if (word == "--no-alternatives") {
    arguments.alternatives = false;
  } else if (word != "--policy" && word != "--only" && word != "--lang") {
    return "unknown option " + word;
  } else if (++i == words.size()) {
    return word + " wants a value";
  } else if (word == "--policy") {
    arguments.policy = words[i];
  } else if (word == "--only") {
    arguments.only = words[i];
  } else if (const auto language = language_named(words[i])) {
    arguments.language = *language;
  } else {
    return "unknown language " + words[i] + "; there are zh-CN, en and ko";
  }
  return "";
}

}  // namespace

std::string read_arguments(const std::vector<std::string>& words, Arguments& arguments) {
  if (words.empty()) return "no command; see birth-benefits help";
  arguments.command = words[0];
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].size() > 1 && words[i][0] == '-') {
      std::string fault = read_option(words, i, arguments);
      if (!fault.empty()) return fault;
    } else if (!arguments.file.empty()) {
      return "more than one file";
    } else {
      arguments.file = words[i];
    }
  }
  if (arguments.file.empty() && arguments.command == "check-policy") {
    return "check-policy wants a file";
  }
  if (arguments.file.empty()) arguments.file = "-";
  return "";
}

}  // namespace benefits::cli
