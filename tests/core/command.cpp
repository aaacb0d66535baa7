#include "tests/core/command.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <variant>

#include "core/cli/explain.h"
#include "core/situation_reader.h"

namespace benefits::test {

void Command::SetUp() {
  folder_ = std::filesystem::temp_directory_path() / ("birth-benefits-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder_);
}

void Command::TearDown() { std::filesystem::remove_all(folder_); }

std::string Command::file(const std::string& name, const std::string& text) const {
  std::ofstream(folder_ / name, std::ios::binary) << text;
  return place(name);
}

Printed Command::run(const std::string& words, const std::string& input) const {
  const std::string in = file("in", input);
  const std::string line = "cd / && env -i LC_ALL=de_DE.UTF-8 TZ=Asia/Shanghai '" COMMAND "' " +
                           words + " <'" + in + "' >'" + place("out") + "' 2>'" + place("err") +
                           "'";
  const int status = std::system(line.c_str());  // NOLINT(cert-env33-c)
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_text(folder_ / "out"),
          read_text(folder_ / "err")};
}

std::string Command::place(const std::string& name) const { return (folder_ / name).string(); }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::size_t count_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::string in_words(const std::string& situation, cli::Language language) {
  const auto errors = std::get<Errors>(read_situation(situation, calculator().policy()));
  return cli::explain(errors, situation, cli::Messages(language));
}

}  // namespace benefits::test
