// birth-benefits: the command. The only code of the core that touches files and streams is in this
// folder.

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "core/calculator.h"
#include "core/cli/batch.h"
#include "core/cli/explain.h"
#include "core/cli/files.h"
#include "core/default_policy.h"
#include "core/evaluate.h"
#include "core/json.h"
#include "core/situation_reader.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace benefits::cli {
namespace {

enum Exit { sound = 0, bad_input = 1, misuse = 2 };

using json::largest_document;

constexpr const char* usage =
    R"(birth-benefits: what Jilin's measures supporting childbirth give a family

  birth-benefits evaluate [--policy FILE] [--only BENEFITS] [--pretty] [--no-alternatives]
                          [FILE|-]
      one situation in, one result out
  birth-benefits batch [--policy FILE] [--only BENEFITS] [--no-alternatives] [FILE|-]
      one situation a line in, one result or errors document a line out
  birth-benefits explain [--policy FILE] [--only BENEFITS] [--lang zh-CN|en|ko] [FILE|-]
      the result as text
  birth-benefits check-policy FILE
      whether a policy file is sound, and where not

BENEFITS: ids, what ids begin with, or numbers of measures, e.g. --only 'leave 14'.
Without FILE, or with -, reads standard input. Exit status: 0; 1 where input was bad; 2 for misuse
or a file that cannot be read or written.
)";

struct Arguments {
  std::string command;
  std::string policy;
  std::string only;
  std::string file;
  Language language = Language::zh_cn;
  bool pretty = false;
  bool alternatives = true;
};

int complain(const std::string& what) {
  std::fprintf(stderr, "birth-benefits: %s\n", what.c_str());
  return misuse;
}

// What has just failed to be opened or read, and why.
int cannot_read(const std::string& file) {
  const int why = errno;
  return complain("cannot read " + file + ": " + std::generic_category().message(why));
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

// @param text what is wrong, as the command says it
int print_errors(const Errors& errors, const std::string& text, const std::string& where) {
  print(text);
  std::fprintf(stderr, "birth-benefits: %s: %zu error%s\n", where.c_str(), errors.size(),
               errors.size() == 1 ? "" : "s");
  return bad_input;
}

int print_errors(const Errors& errors, bool pretty, const std::string& where) {
  return print_errors(errors, write_errors(errors, pretty) + "\n", where);
}

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
  return false;
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

// @return what is wrong with the words, or ""
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

int check_policy(const Arguments& arguments) {
  const auto text = read_file(arguments.file, largest_document);
  if (!text) return cannot_read(arguments.file);
  const Calculator calculator(*text);
  const Errors errors = calculator.policy_errors();
  if (!errors.empty()) return print_errors(errors, true, arguments.file);
  const Policy& policy = calculator.policy();
  std::printf("%s: sound; policy %s, edition %s, %zu benefits, %zu assumptions\n",
              arguments.file.c_str(), policy.id.c_str(), policy.edition.c_str(),
              policy.benefits.size(), policy.assumptions.size());
  return sound;
}

int answer_one(const Arguments& arguments, const Calculator& calculator, const Scope& scope) {
  const auto text = read_file(arguments.file, largest_document);
  if (!text) return cannot_read(arguments.file);
  const auto read = read_situation(*text, calculator.policy());
  if (const auto* errors = std::get_if<Errors>(&read)) {
    if (arguments.command != "explain") {
      return print_errors(*errors, arguments.pretty, arguments.file);
    }
    return print_errors(*errors, explain(*errors, Messages(arguments.language)), arguments.file);
  }
  const auto& situation = std::get<Situation>(read);
  const Result result = evaluate(calculator.policy(), situation, arguments.alternatives, scope);
  if (arguments.command == "explain") {
    print(explain(result, Messages(arguments.language)));
  } else {
    print(write_result(result, arguments.pretty) + "\n");
  }
  return sound;
}

int answer_lines(const Arguments& arguments, const Calculator& calculator) {
#ifdef __GLIBC__
  // Else what a line has used goes back to the system, to be asked for again at the next.
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
  mallopt(M_MMAP_THRESHOLD, 16 << 20);
#endif
  LineReader lines(arguments.file, largest_document);
  if (!lines.is_open()) return cannot_read(arguments.file);
  const auto write = [](std::string_view answers) {
    print(answers);
    std::fflush(stdout);
  };
  const Answered answered = batch(
      calculator, [&] { return lines.next(); }, write, arguments.alternatives, arguments.only);
  if (lines.failed()) return complain("cannot read " + arguments.file + " to its end");
  if (answered.bad == 0) return sound;
  std::fprintf(stderr, "birth-benefits: %s: %zu of %zu lines bad, the first of them line %zu\n",
               arguments.file.c_str(), answered.bad, answered.lines, answered.first_bad);
  return bad_input;
}

int run(const std::vector<std::string>& words) {
  const auto asks_for_help = [](const std::string& word) {
    return word == "--help" || word == "-h";
  };
  if ((!words.empty() && words[0] == "help") ||
      std::any_of(words.begin(), words.end(), asks_for_help)) {
    print(usage);
    return sound;
  }
  Arguments arguments;
  const std::string fault = read_arguments(words, arguments);
  if (!fault.empty()) return complain(fault);
  if (arguments.command == "check-policy") return check_policy(arguments);
  if (arguments.command != "evaluate" && arguments.command != "batch" &&
      arguments.command != "explain") {
    return complain("unknown command " + arguments.command + "; see birth-benefits help");
  }

  std::optional<std::string> policy;
  if (!arguments.policy.empty()) {
    policy = read_file(arguments.policy, largest_document);
    if (!policy) return cannot_read(arguments.policy);
  }
  const Calculator calculator(policy ? std::string_view(*policy) : default_policy());
  if (!calculator.policy_errors().empty()) {
    return print_errors(calculator.policy_errors(), arguments.pretty, arguments.policy);
  }
  const auto scope = read_scope(arguments.only, calculator.policy());
  if (const auto* errors = std::get_if<Errors>(&scope)) {
    return complain("--only: no benefit is called " + *errors->front().args.front().text);
  }
  return arguments.command == "batch" ? answer_lines(arguments, calculator)
                                      : answer_one(arguments, calculator, std::get<Scope>(scope));
}

}  // namespace
}  // namespace benefits::cli

int main(int count, char** words) {
  const int status = benefits::cli::run(std::vector<std::string>(words + 1, words + count));
  // A full disk must not look like an answer.
  const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
  return written ? status : benefits::cli::complain("cannot write the answer");
}
