#pragma once
// The command as its tests call it.

#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "core/cli/messages.h"
#include "tests/core/support.h"

namespace benefits::test {

/// What a run printed where, and its exit status.
struct Printed {
  int status;
  std::string out;
  std::string err;
};

/// Runs the command beside a folder of its own, which is gone after the test.
class Command : public testing::Test {
 public:
  void SetUp() override;
  void TearDown() override;

  /// Writes a file and answers its path.
  std::string file(const std::string& name, const std::string& text) const;

  /// Runs the command with words as a shell reads them, from another folder, in an environment of
  /// its own.
  Printed run(const std::string& words, const std::string& input = "") const;

 private:
  std::string place(const std::string& name) const;

  std::filesystem::path folder_;
};

/// The smallest situation, and the same with a day that the calendar does not have.
inline const std::string day = R"({"as_of":"2024-06-01"})";
inline const std::string bad = R"({"as_of":"2024-06-31"})";

std::vector<std::string> lines_of(const std::string& text);
std::size_t count_lines(const std::string& text);

/// What is wrong with a situation, as `explain` says it at a terminal.
std::string in_words(const std::string& situation, cli::Language language = cli::Language::en);

}  // namespace benefits::test
