// birth-benefits: the command. The only code of the core that touches files and streams is in this
// folder.

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "core/calculator.h"
#include "core/cli/arguments.h"
#include "core/cli/batch.h"
#include "core/cli/explain.h"
#include "core/cli/files.h"
#include "core/cli/policy_changes.h"
#include "core/cli/policy_check.h"
#include "core/default_policy.h"
#include "core/evaluate.h"
#include "core/json.h"
#include "core/result_writer.h"
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
  birth-benefits check-policy [--lang zh-CN|en|ko] FILE
      whether a policy file is sound, and where not

What is wrong with an input is an errors document; at a terminal explain and check-policy say it
in words, check-policy with --lang everywhere.
BENEFITS: ids, their groups (what stands before a dot), or numbers of measures, separated by
spaces, e.g. --only 'leave services.birth_one_thing 14'.
Without FILE, or with -, reads standard input. Exit status: 0; 1 where input was bad, a policy file
or a situation; 2 for misuse or a file that cannot be read or written.
)";

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

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

Messages words_of(const Arguments& arguments) {
  return Messages(arguments.language.value_or(Language::zh_cn));
}

// A program is given a document, a person words. `explain` has a language in any case.
bool wants_words(const Arguments& arguments) {
  const bool at_terminal = isatty(STDOUT_FILENO) != 0;
  if (arguments.verb == Verb::check_policy) return at_terminal || arguments.language.has_value();
  return at_terminal && arguments.verb == Verb::explain;
}

// @param explained what errors say in the words of a language
// @param hint what else the line on standard error says
template <typename Explained>
int print_errors(const Errors& errors, const Explained& explained, const std::string& where,
                 const Arguments& arguments, const char* hint = "") {
  const char* const plural = errors.size() == 1 ? "" : "s";
  if (wants_words(arguments)) {
    print(explained(errors, words_of(arguments)));
    std::fprintf(stderr, "birth-benefits: %s: %zu error%s%s\n", where.c_str(), errors.size(),
                 plural, hint);
    return bad_input;
  }
  const Messages words(arguments.language.value_or(Language::en));
  const bool pretty = arguments.pretty || arguments.verb == Verb::check_policy;
  print(write_errors(errors, pretty) + "\n");
  const char* const of_several = errors.size() == 1 ? "" : ", the first";
  std::fprintf(stderr, "birth-benefits: %s: %zu error%s%s: %s%s\n", where.c_str(), errors.size(),
               plural, of_several, first_line(explained({errors.front()}, words)).c_str(), hint);
  return bad_input;
}

int print_policy_errors(const Errors& errors, std::string_view policy, const std::string& file,
                        const Arguments& arguments) {
  return print_errors(
      errors,
      [&](const Errors& some, const Messages& messages) {
        return explain_policy(some, policy, default_policy(), messages);
      },
      file, arguments);
}

int run_check(const Arguments& arguments) {
  const auto text = read_file(arguments.file, largest_document);
  if (!text) return cannot_read(arguments.file);
  const Calculator calculator(*text);
  const Messages messages(wants_words(arguments) ? words_of(arguments) : Messages(Language::en));
  const Errors errors = check_policy(*text, default_policy(), calculator.policy_errors(), messages);
  const auto changes = [&] { return policy_changes(*text, default_policy(), messages); };
  if (!errors.empty()) {
    const int status = print_policy_errors(errors, *text, arguments.file, arguments);
    const bool answers = calculator.policy_errors().empty();
    if (answers && wants_words(arguments)) print(changes());
    return status;
  }
  const Policy& policy = calculator.policy();
  const auto number = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
  print(messages.text("explain.policy_sound", {{"file", std::string_view(arguments.file)},
                                               {"id", std::string_view(policy.id)},
                                               {"edition", std::string_view(policy.edition)},
                                               {"benefits", number(policy.benefits)},
                                               {"assumptions", number(policy.assumptions)}}) +
        "\n" + changes());
  return sound;
}

// Faults that do not prevent an answer are reported on stderr.
void warn_of_policy(const Arguments& arguments, std::string_view text) {
  const Errors errors = check_policy(text, default_policy(), {}, Messages(Language::en));
  if (errors.empty()) return;
  std::fprintf(stderr, "birth-benefits: %s: check-policy finds %zu error%s in it\n",
               arguments.policy.c_str(), errors.size(), errors.size() == 1 ? "" : "s");
}

// Where a text stops being JSON, or nothing where something else is wrong with it.
std::optional<std::size_t> offset_of(const Error& error) {
  if (error.code != ErrorCode::invalid_json) return std::nullopt;
  return static_cast<std::size_t>(error.args.front().number);
}

// Whether a text goes on after a line that ends a document: what `batch` takes.
bool is_of_documents(std::string_view text, const Error& error) {
  const std::string_view first = text.substr(0, offset_of(error).value_or(0));
  return first.ends_with('\n') && std::holds_alternative<json::Node>(json::parse(first));
}

int answer_one(const Arguments& arguments, const Policy& policy, const Scope& scope) {
  const auto text = read_file(arguments.file, largest_document);
  if (!text) return cannot_read(arguments.file);
  const auto read = read_situation(*text, policy);
  if (const auto* errors = std::get_if<Errors>(&read)) {
    return print_errors(
        *errors,
        [&](const Errors& some, const Messages& messages) {
          return explain(some, *text, messages);
        },
        arguments.file, arguments,
        is_of_documents(*text, errors->front()) ? " (batch takes a situation a line)" : "");
  }
  const auto& situation = std::get<Situation>(read);
  const Result result = evaluate(policy, situation, arguments.alternatives, scope);
  if (arguments.verb == Verb::explain) {
    print(explain(result, words_of(arguments)));
  } else {
    print(write_result(result, arguments.pretty) + "\n");
  }
  return sound;
}

// What is wrong with the first bad line, in words. One that breaks off at its end may be the first
// of several that are one situation.
std::string why_bad(const Answered& answered, const Policy& policy) {
  const std::string& line = answered.bad_line;
  const Errors errors = std::get<Errors>(read_situation(line, policy));
  const std::string why =
      first_line(explain({errors.front()}, line, Messages(Language::en), answered.first_bad));
  const bool is_cut = !line.empty() && offset_of(errors.front()) == line.size();
  return is_cut ? why + " (batch wants a whole situation in each line)" : why;
}

int answer_lines(const Arguments& arguments, const Policy& policy, const Scope& scope) {
#ifdef __GLIBC__
  // Keeps the memory of one line for the next, instead of returning it to the system.
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
      policy, [&] { return lines.next(); }, write, arguments.alternatives, scope);
  if (answered.bad > 0) {
    std::fprintf(stderr,
                 "birth-benefits: %s: %zu of %zu lines bad, the first of them line %zu: %s\n",
                 arguments.file.c_str(), answered.bad, answered.lines, answered.first_bad,
                 why_bad(answered, policy).c_str());
  }
  if (lines.failed()) return complain("cannot read " + arguments.file + " to its end");
  return answered.bad > 0 ? bad_input : sound;
}

// By the policy given, or the one compiled in.
int answer(const Arguments& arguments) {
  std::optional<std::string> policy;
  if (!arguments.policy.empty()) {
    policy = read_file(arguments.policy, largest_document);
    if (!policy) return cannot_read(arguments.policy);
  }
  const std::string_view text = policy ? std::string_view(*policy) : default_policy();
  const Calculator calculator(text);
  if (!calculator.policy_errors().empty()) {
    return print_policy_errors(calculator.policy_errors(), text, arguments.policy, arguments);
  }
  if (policy) warn_of_policy(arguments, *policy);
  const auto read = read_scope(arguments.only, calculator.policy());
  if (const auto* errors = std::get_if<Errors>(&read)) {
    return complain("--only: no benefit is called " + *errors->front().args.front().text +
                    "; write ids, their groups or numbers of measures, separated by spaces");
  }
  const auto& scope = std::get<Scope>(read);
  return arguments.verb == Verb::batch ? answer_lines(arguments, calculator.policy(), scope)
                                       : answer_one(arguments, calculator.policy(), scope);
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
  const auto read = read_arguments(words);
  if (const auto* misused = std::get_if<Misuse>(&read)) return complain(misused->what);
  const auto& arguments = std::get<Arguments>(read);
  return arguments.verb == Verb::check_policy ? run_check(arguments) : answer(arguments);
}

}  // namespace
}  // namespace benefits::cli

int main(int count, char** words) {
  const int status = benefits::cli::run(std::vector<std::string>(words + 1, words + count));
  // A full disk must not look like an answer.
  const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
  return written ? status : benefits::cli::complain("cannot write the answer");
}
