#include "core/cli/arguments.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/list.h"

namespace benefits::cli {

namespace {

struct VerbRow {
  std::string_view name;
  Verb verb;
  List<std::string_view, 4> options;
};

constexpr std::array<VerbRow, 4> verbs{{
    {"evaluate", Verb::evaluate, {"--policy", "--only", "--pretty", "--no-alternatives"}},
    {"batch", Verb::batch, {"--policy", "--only", "--no-alternatives"}},
    {"explain", Verb::explain, {"--policy", "--only", "--lang"}},
    {"check-policy", Verb::check_policy, {"--lang"}},
}};

std::optional<Language> language_named(std::string_view name) {
  if (name == "zh-CN") return Language::zh_cn;
  if (name == "en") return Language::en;
  if (name == "ko") return Language::ko;
  return std::nullopt;
}

// Reads the option at `words[i]` and moves `i` to its value if it has one.
// @return what is wrong with it, or ""
std::string read_option(const std::vector<std::string>& words, std::size_t& i, const VerbRow& row,
                        Arguments& arguments) {
  const std::string& word = words[i];
  const auto& options = row.options;
  if (std::find(options.begin(), options.end(), word) == options.end()) {
    return "unknown option " + word + " for " + std::string(row.name);
  }
  if (word == "--pretty") {
    arguments.pretty = true;
  } else if (word == "--no-alternatives") {
    arguments.alternatives = false;
  } else if (++i == words.size()) {
    return word + " wants a value";
  } else if (word == "--policy") {
    // A script's variable that was never set: answering by the policy compiled in would hide that.
    if (words[i].empty()) return word + " wants a file";
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
  const auto* const row = std::find_if(verbs.begin(), verbs.end(),
                                       [&](const VerbRow& each) { return each.name == words[0]; });
  if (row == verbs.end()) return "unknown command " + words[0] + "; see birth-benefits help";
  arguments.verb = row->verb;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].size() > 1 && words[i][0] == '-') {
      std::string fault = read_option(words, i, *row, arguments);
      if (!fault.empty()) return fault;
    } else if (!arguments.file.empty()) {
      return "more than one file";
    } else if (words[i].empty()) {
      return "the name of a file is empty";
    } else {
      arguments.file = words[i];
    }
  }
  if (arguments.file.empty() && arguments.verb == Verb::check_policy) {
    return "check-policy wants a file";
  }
  if (arguments.file.empty()) arguments.file = "-";
  return "";
}

}  // namespace benefits::cli
