// Where faults stand, as an editor counts.

#include "core/cli/positions.h"

#include <gtest/gtest.h>

#include <string>

namespace benefits::test {
namespace {

using cli::Lines;
using cli::Outline;
using cli::Position;

TEST(Positions, AreLinesAndCharactersFromOne) {
  const Lines lines("ab\n\r\n吉x\n");
  EXPECT_EQ(lines.position(0), (Position{1, 1}));
  EXPECT_EQ(lines.position(2), (Position{1, 3})) << "the line end is the line's";
  EXPECT_EQ(lines.position(3), (Position{2, 1}));
  EXPECT_EQ(lines.position(5), (Position{3, 1}));
  EXPECT_EQ(lines.position(8), (Position{3, 2})) << "three bytes are one character";
  EXPECT_EQ(lines.position(10), (Position{4, 1}));
  EXPECT_EQ(lines.position(99), (Position{4, 1})) << "nothing stands beyond the end";
  EXPECT_EQ(Lines("").position(0), (Position{1, 1}));
}

// A minified file is a single line: its columns are no less right far from where it begins.
TEST(Positions, AreCharactersAlsoFarWithinALongLine) {
  constexpr std::size_t times = 5'000;
  std::string row = "x\n";
  for (std::size_t i = 0; i < times; ++i) row += "a吉";
  const Lines lines(row);
  for (std::size_t i = 0; i <= times; ++i) {
    ASSERT_EQ(lines.position(2 + 4 * i), (Position{2, 2 * i + 1})) << i;
  }
}

TEST(Positions, TheLineUpToAFaultEndsWithAWholeCharacter) {
  EXPECT_EQ(Lines("a\n  \"b\": 1，\n").until(10), "\"b\": 1，");
  EXPECT_EQ(Lines("ab").until(9), "ab");
  EXPECT_EQ(Lines("").until(0), "");
  const std::string row = std::string(50, 'x') + "吉吉y";
  EXPECT_EQ(Lines(row).until(56), std::string(38, 'x') + "吉吉y");
}

TEST(Positions, OfAValueAreWhereItBegins) {
  const std::string text = R"( {"a": [1, {"b~/\u0063": "]}\"", "d" : -2.5e3}, []], "e": {} } )";
  const Outline outline(text);
  const auto at = [&](const char* pointer) { return text.substr(outline.offset(pointer), 3); };
  EXPECT_EQ(outline.offset(""), 1U);
  EXPECT_EQ(at("/a"), "[1,");
  EXPECT_EQ(at("/a/0"), "1, ");
  EXPECT_EQ(at("/a/1/b~0~1c"), "\"]}");
  EXPECT_EQ(at("/a/1/d"), "-2.");
  EXPECT_EQ(at("/a/2"), "[]]");
  EXPECT_EQ(at("/e"), "{} ");
}

TEST(Positions, OfWhatIsNotThereAreWhereItWouldBe) {
  const Outline outline(R"({"a": {"b": 1}})");
  EXPECT_EQ(outline.offset("/a/c"), 6U);
  EXPECT_EQ(outline.offset("/x/y/z"), 0U);
}

TEST(Positions, OfAMemberGivenTwiceOrMoreOftenAreTheSecondOnes) {
  EXPECT_EQ(Outline(R"({"a": 1, "a": 2})").offset("/a"), 14U);
  EXPECT_EQ(Outline(R"({"a": 1, "a": 2, "a": 3})").offset("/a"), 14U);
  EXPECT_EQ(Outline(R"( {"a": 1, "b": {"a": 0}, "a": 2, "a": 3})").offset("/a"), 30U);
}

TEST(Positions, OfAMemberGivenTwiceAreNotThoseOfItsNamesakeInARepeatedObject) {
  EXPECT_EQ(Outline(R"({"a":{"b":1},"a":{"b":2,"b":3}})").offset("/a/b"), 28U);
  EXPECT_EQ(Outline(R"({"a":{"b":1,"b":2},"a":{"b":3}})").offset("/a/b"), 16U);
}

}  // namespace
}  // namespace benefits::test
