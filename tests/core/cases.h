#pragma once
// The cases of tests/cases, read.

#include <optional>
#include <string>
#include <vector>

#include "tests/core/support.h"

namespace benefits::test {

struct LawCase {
  std::string file;
  std::string suite;    ///< the file's name
  std::string name;     ///< a sentence
  std::string benefit;  ///< "" where the whole result is looked at
  std::optional<std::string> subject;
  Json situation;
  Json expect;
};

/// Every case of every file, in the order of the files.
const std::vector<LawCase>& all_cases();

}  // namespace benefits::test
