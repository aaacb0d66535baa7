// `batch`: one situation a line, answered in order.

#include <gtest/gtest.h>

#include <string>

#include "tests/core/command.h"

namespace benefits::test {
namespace {

TEST_F(Command, BatchAnswersThousandsOfLinesInOrder) {
  std::string input;
  std::string expected;
  for (int i = 0; i < 5000; ++i) {
    const std::string line = R"({"as_of":"2024-06-01","mother":null,"father":null,"children":[],)"
                             R"("delivery":null,"institution":{"kindergarten":{"kind":"public",)"
                             R"("registered":true,"pupils":)" +
                             std::to_string(i) + "}}}";
    input += line + "\n";
    expected += calculator().evaluate(line) + "\n";
  }
  const Printed got = run("batch", input);
  EXPECT_EQ(got.status, 0);
  EXPECT_TRUE(got.out == expected) << "another order or other answers";
  EXPECT_EQ(got.err, "");
}

TEST_F(Command, ABadLineIsAnsweredAndTheNextOneToo) {
  const std::string huge = std::string(std::size_t{1} << 20, ' ') + day;
  const Printed got = run("batch", day + "\n" + bad + "\n\n" + huge + "\n" + day + "\r\n" + day);
  EXPECT_EQ(got.status, 1);
  EXPECT_EQ(got.err, "birth-benefits: -: 3 of 6 lines bad, the first of them line 2\n");
  const auto lines = lines_of(got.out);
  ASSERT_EQ(lines.size(), 6U);
  const std::string good = calculator().evaluate(day);
  EXPECT_EQ(lines[0], good);
  EXPECT_EQ(lines[1], calculator().evaluate(bad));
  EXPECT_EQ(Json::parse(lines[2]).at("errors")[0].at("code"), "invalid_json");
  EXPECT_EQ(Json::parse(lines[3]).at("errors")[0].at("code"), "too_large");
  EXPECT_EQ(lines[4], good) << "a carriage return is a blank of JSON";
  EXPECT_EQ(lines[5], good) << "the last line needs no end";
}

TEST_F(Command, BatchTakesALineOfExactlyOneMebibyte) {
  const std::string full = day + std::string((std::size_t{1} << 20) - day.size(), ' ');
  const Printed got = run("batch", full + "\n" + full + " \n");
  const auto lines = lines_of(got.out);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], calculator().evaluate(day));
  EXPECT_EQ(Json::parse(lines[1]).at("errors")[0].at("code"), "too_large");
}

TEST_F(Command, BatchWithoutLinesSaysNothing) {
  const Printed got = run("batch", "");
  EXPECT_EQ(got.status, 0);
  EXPECT_EQ(got.out, "");
  EXPECT_EQ(lines_of(run("batch", "\n").out).size(), 1U);
}

}  // namespace
}  // namespace benefits::test
