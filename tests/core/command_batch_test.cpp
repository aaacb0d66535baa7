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
  EXPECT_TRUE(
      got.err.starts_with("birth-benefits: -: 3 of 6 lines bad, the first of them line 2: "
                          "/as_of (Day of the calculation): “2024-06-31” is not"))
      << got.err;
  EXPECT_EQ(count_lines(got.err), 1U);
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

// In the words in which evaluate says it of a file, with the line of this one.
TEST_F(Command, BatchSaysWhyTheFirstBadLineIsBad) {
  const auto why = [&](const std::string& input) {
    const Printed got = run("batch", input);
    EXPECT_EQ(got.status, 1);
    EXPECT_EQ(count_lines(got.err), 1U) << got.err;
    return got.err.substr(got.err.find("first of them"));
  };
  EXPECT_EQ(why(day + "\n" + day + "\n{\"as_of\" 1}\n").find("first of them line 3: Line 3, "), 0U);
  EXPECT_NE(why(day + "\n\xEF\xBB\xBF" + day).find("BOM"), std::string::npos);
  EXPECT_NE(why(std::string("\xFF\xFE{\0\n\0", 6)).find("UTF-16"), std::string::npos);
  EXPECT_NE(why(day + "\n\n").find("empty"), std::string::npos);
  const std::string hint = "batch wants a whole situation in each line";
  EXPECT_NE(why("{\n\"as_of\": \"2024-06-01\"\n}\n").find(hint), std::string::npos);
  EXPECT_EQ(why(bad).find(hint), std::string::npos);
  EXPECT_EQ(why("\n").find(hint), std::string::npos);
}

TEST_F(Command, BatchSaysOfThousandsOfLinesWhichIsTheFirstBadOne) {
  std::string input;
  for (int i = 0; i < 2000; ++i) input += (i < 999 ? day : bad) + "\n";
  const std::string told = run("batch --no-alternatives --only leave.paternity", input).err;
  EXPECT_NE(told.find("1001 of 2000 lines bad, the first of them line 1000: /as_of"),
            std::string::npos)
      << told;
}

TEST_F(Command, BatchWithoutLinesSaysNothing) {
  const Printed got = run("batch", "");
  EXPECT_EQ(got.status, 0);
  EXPECT_EQ(got.out, "");
  EXPECT_EQ(lines_of(run("batch", "\n").out).size(), 1U);
}

}  // namespace
}  // namespace benefits::test
