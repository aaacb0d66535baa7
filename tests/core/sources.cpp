#include "tests/core/sources.h"

#include <algorithm>
#include <cctype>
#include <regex>

#include "tests/core/support.h"

namespace benefits::test {

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

}  // namespace benefits::test
