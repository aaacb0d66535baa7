// Tests from data files are registered before the framework runs.

#include <gtest/gtest.h>

#include "core/error.h"

namespace benefits::test {
void register_cases();
void register_inputs();
void register_policies();
void register_corpus();
}  // namespace benefits::test

int main(int count, char** words) {
  testing::InitGoogleTest(&count, words);
  benefits::test::register_cases();
  benefits::test::register_inputs();
  benefits::test::register_policies();
  benefits::test::register_corpus();
  return RUN_ALL_TESTS();
}
