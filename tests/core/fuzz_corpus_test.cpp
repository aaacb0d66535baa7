// What the fuzzers found worth keeping, run as any test: no crash, and always an answer.

#include <gtest/gtest.h>

#include "tests/core/support.h"
#include "tests/fuzz/targets.h"

namespace benefits::test {

void register_corpus() {
  for (const std::string folder : {"situation", "policy"}) {
    for (const auto& file : files_in("tests/fuzz/corpus/" + folder, "")) {
      add_test(
          "fuzz_corpus", folder + " " + file.filename().string(), file.string(), [folder, file] {
            const std::string text = read_text(file);
            EXPECT_EQ(folder == "policy" ? fuzz::try_policy(text) : fuzz::try_situation(text), "");
          });
    }
  }
}

}  // namespace benefits::test
