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

// What is wrong, or nothing.
using Fault = std::optional<std::string>;

class ArgumentsReader {
 public:
  explicit ArgumentsReader(const std::vector<std::string>& words) : words_(words) {}

  std::variant<Arguments, Misuse> read() {
    Fault fault = read_verb();
    for (next_ = 1; !fault && next_ < words_.size(); ++next_) {
      const std::string& word = words_[next_];
      const bool is_option = word.size() > 1 && word[0] == '-';
      fault = is_option ? read_option(word) : read_file_name(word);
    }
    if (!fault && !has_file_ && arguments_.verb == Verb::check_policy) {
      fault = "check-policy wants a file";
    }
    if (fault) return Misuse{*std::move(fault)};
    return std::move(arguments_);
  }

 private:
  Fault read_verb() {
    if (words_.empty()) return "no command; see birth-benefits help";
    const auto* const row = std::find_if(
        verbs.begin(), verbs.end(), [&](const VerbRow& each) { return each.name == words_[0]; });
    if (row == verbs.end()) return "unknown command " + words_[0] + "; see birth-benefits help";
    row_ = row;
    arguments_.verb = row->verb;
    return std::nullopt;
  }

  Fault read_file_name(const std::string& word) {
    if (has_file_) return "more than one file";
    if (word.empty()) return "the name of a file is empty";
    arguments_.file = word;
    has_file_ = true;
    return std::nullopt;
  }

  Fault read_option(const std::string& word) {
    const auto& options = row_->options;
    if (std::find(options.begin(), options.end(), word) == options.end()) {
      return "unknown option " + word + " for " + std::string(row_->name);
    }
    if (word == "--pretty") {
      arguments_.pretty = true;
    } else if (word == "--no-alternatives") {
      arguments_.alternatives = false;
    } else {
      if (++next_ == words_.size()) return word + " wants a value";
      return read_value(word, words_[next_]);
    }
    return std::nullopt;
  }

  Fault read_value(const std::string& option, const std::string& value) {
    if (option == "--only") {
      arguments_.only = value;
    } else if (option == "--policy") {
      // A script's variable that was never set: answering by the policy compiled in would hide it.
      if (value.empty()) return option + " wants a file";
      arguments_.policy = value;
    } else {
      arguments_.language = language_named(value);
      if (!arguments_.language) {
        return "unknown language " + value + "; there are zh-CN, en and ko";
      }
    }
    return std::nullopt;
  }

  const std::vector<std::string>& words_;
  std::size_t next_ = 0;  ///< index of the word being read
  const VerbRow* row_ = nullptr;
  bool has_file_ = false;
  Arguments arguments_ = {};
};

}  // namespace

std::variant<Arguments, Misuse> read_arguments(const std::vector<std::string>& words) {
  return ArgumentsReader(words).read();
}

}  // namespace benefits::cli
