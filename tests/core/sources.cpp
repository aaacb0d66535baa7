#include "tests/core/sources.h"

#include <algorithm>
#include <cctype>
#include <regex>

#include "tests/core/support.h"

namespace benefits::test {

namespace {

bool is_part_of_name(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool matches(const std::string& text, const std::string& pattern) {
  return std::regex_search(text, std::regex(pattern));
}

// A declaration from `begin` to what ends its name, and what that is.
struct Head {
  std::string text;
  std::size_t end = 0;
};

Head head_at(const std::string& code, std::size_t begin) {
  const std::size_t end = std::min(code.find_first_of("=({;", begin), code.size());
  std::string text = code.substr(begin, end - begin);
  // What is in angle brackets is no part of the question whether the whole is constant.
  const std::regex arguments("<[^<>]*>");
  while (matches(text, "<[^<>]*>")) text = std::regex_replace(text, arguments, "");
  return {std::regex_replace(text, std::regex("\\s+"), " "), end};
}

// `int calls(0);`, unlike `int calls(int more);` and `int calls() {`.
bool is_initialised(const std::string& code, std::size_t bracket) {
  const std::size_t close = std::min(code.find(')', bracket), code.size());
  const std::string within = code.substr(bracket + 1, close - bracket - 1);
  return code.compare(close, 2, ");") == 0 && !within.empty() &&
         within.find_first_of(" &*") == std::string::npos;
}

bool is_object(const std::string& code, const Head& head) {
  if (head.end == code.size() || (code[head.end] == '(' && !is_initialised(code, head.end))) {
    return false;
  }
  const bool is_other =
      matches(head.text,
              "\\b(class|struct|enum|union|using|namespace|template|typedef|extern|"
              "friend|concept|requires|operator)\\b");
  return !is_other && matches(head.text, R"([\w*&>] ?[*&]* ?\w+(\[.*\])? ?$)") &&
         matches(head.text, R"(\w[ *&]+\w)");
}

// The pointer itself, where it is one.
bool is_constant(const std::string& head) {
  return matches(head, R"(\bconstexpr\b)") || matches(head, R"(\bconst\b[^*]*$)");
}

}  // namespace

std::string code_of(const std::filesystem::path& file) {
  const std::string text = read_text(file);
  std::string code;
  for (std::size_t at = 0; at < text.size();) {
    if (text.compare(at, 2, "//") == 0) {
      at = std::min(text.find('\n', at), text.size());
    } else if (text[at] == '"' || text[at] == '\'') {
      // A quote between digits separates them.
      const bool separator = text[at] == '\'' && at > 0 && std::isxdigit(text[at - 1]) != 0;
      std::size_t end = at + 1;
      while (!separator && end < text.size() && text[end] != text[at]) {
        end += text[end] == '\\' ? 2U : 1U;
      }
      if (!separator) ++end;
      code.append(text, at, end - at);
      at = end;
    } else {
      code += text[at++];
    }
  }
  return code;
}

std::string without_literals(const std::string& code) {
  const std::string bare = std::regex_replace(code, std::regex("#include[^\n]*"), "");
  return std::regex_replace(bare, std::regex(R"re("([^"\\\n]|\\.)*")re"), "\"\"");
}

std::vector<std::string> captures(const std::string& text, const std::string& pattern) {
  std::vector<std::string> all;
  const std::regex compiled(pattern);
  for (std::sregex_iterator match(text.begin(), text.end(), compiled), end; match != end; ++match) {
    all.push_back((*match)[1].str());
  }
  return all;
}

std::vector<std::string> numbers_in(const std::string& code) {
  const std::string bare =
      std::regex_replace(without_literals(code), std::regex(R"((\bList<[^;{}]*), \d+>)"), "$1>");
  std::vector<std::string> numbers;
  for (std::size_t at = 0; at < bare.size();) {
    if (!is_part_of_name(bare[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < bare.size() && (is_part_of_name(bare[at]) || bare[at] == '\'')) ++at;
    if (std::isdigit(static_cast<unsigned char>(bare[begin])) != 0) {
      numbers.push_back(bare.substr(begin, at - begin));
    }
  }
  return numbers;
}

std::vector<std::string> lasting_state_in(const std::string& code) {
  const std::string bare = without_literals(code);
  std::vector<std::string> found;
  for (std::size_t at = 0; at < bare.size(); ++at) {
    if (at > 0 && is_part_of_name(bare[at - 1])) continue;
    const bool begins_line = (at == 0 || bare[at - 1] == '\n') && is_part_of_name(bare[at]);
    const bool is_lasting =
        bare.compare(at, 7, "static ") == 0 || bare.compare(at, 13, "thread_local ") == 0;
    if (!begins_line && !is_lasting) continue;
    const Head head = head_at(bare, at);
    if (is_object(bare, head) && !is_constant(head.text)) found.push_back(head.text);
    at = head.end;
  }
  return found;
}

std::vector<std::string> surroundings_in(const std::string& code) {
  std::vector<std::string> found = captures(
      code, R"(#include <(iostream|fstream|sstream|ostream|istream|cstdio|stdio\.h|ctime|time\.h|)"
            R"(locale|clocale|locale\.h|random|thread|mutex|atomic|filesystem|unistd\.h)>)");
  const auto calls = captures(
      without_literals(code),
      R"(\b(now|time|clock|localtime|gmtime|mktime|strftime|setlocale|localeconv|getenv|rand|system|)"
      R"(fopen|printf|fprintf|puts) ?\()");
  found.insert(found.end(), calls.begin(), calls.end());
  return found;
}

}  // namespace benefits::test
