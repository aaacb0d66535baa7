// What the fuzzers found worth keeping, run as any test: no crash, and always an answer.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/core/support.h"
#include "tests/fuzz/targets.h"

namespace benefits::test {

void register_corpus() {
  using Try = std::string (*)(std::string_view);
  const std::vector<std::pair<std::string, Try>> targets{{"batch", fuzz::try_batch},
                                                         {"choices", fuzz::try_choices},
                                                         {"policy", fuzz::try_policy},
                                                         {"situation", fuzz::try_situation}};
  for (const auto& [target, attempt] : targets) {
    for (const auto& file : files_in("tests/fuzz/corpus/" + target, "")) {
      add_test("fuzz_corpus", target + " " + file.filename().string(), file.string(),
               [attempt = attempt, file] { EXPECT_EQ(attempt(read_text(file)), ""); });
    }
  }
}

}  // namespace benefits::test
