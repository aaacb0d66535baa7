// Sentences of the catalogues, and numbers in them.

#include "core/cli/messages.h"

#include <gtest/gtest.h>

namespace benefits::test {
namespace {

TEST(Messages, GroupTheDigitsOfANumberAndNotItsSign) {
  const cli::Messages english(cli::Language::en);
  const auto number = [&](std::int64_t value) { return english.format(Datum{value}); };
  EXPECT_EQ(number(7), "7");
  EXPECT_EQ(number(999), "999");
  EXPECT_EQ(number(1000), "1,000");
  EXPECT_EQ(number(1234567), "1,234,567");
  EXPECT_EQ(number(-101), "-101");
  EXPECT_EQ(number(-1000), "-1,000");
}

}  // namespace
}  // namespace benefits::test
