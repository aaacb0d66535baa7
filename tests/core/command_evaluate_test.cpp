// `evaluate`: one situation, its result or what is wrong with it.

#include <gtest/gtest.h>

#include <string>

#include "tests/core/command.h"

namespace benefits::test {
namespace {

TEST_F(Command, EvaluateAnswersWithTheResultOnOneLine) {
  const Printed got = run("evaluate", day);
  EXPECT_EQ(got.status, 0);
  EXPECT_EQ(got.out, calculator().evaluate(day) + "\n");
  EXPECT_EQ(got.err, "");
}

TEST_F(Command, EvaluateReadsAFileAndStandardInputAlike) {
  const std::string named = file("situation.json", day);
  EXPECT_EQ(run("evaluate '" + named + "'").out, run("evaluate -", day).out);
  EXPECT_EQ(run("evaluate --no-alternatives", day).out, calculator().evaluate(day, false) + "\n");
}

TEST_F(Command, PrettyIsTheSameDocument) {
  const Printed pretty = run("evaluate --pretty", day);
  EXPECT_GT(count_lines(pretty.out), 100U);
  EXPECT_EQ(Json::parse(pretty.out), Json::parse(run("evaluate", day).out));
}

TEST_F(Command, BadInputIsAnsweredOnStandardOutputAndInOneLineOfErrors) {
  const Printed got = run("evaluate", bad);
  EXPECT_EQ(got.status, 1);
  EXPECT_EQ(got.out, calculator().evaluate(bad) + "\n");
  EXPECT_EQ(count_lines(got.err), 1U);
  EXPECT_EQ(run("explain", bad).status, 1);
}

TEST_F(Command, ADocumentTooLargeIsAnsweredAndNotReadToItsEnd) {
  const Printed got = run("evaluate", day + std::string(std::size_t{3} << 20, ' '));
  EXPECT_EQ(got.status, 1);
  EXPECT_EQ(Json::parse(got.out).at("errors")[0].at("code"), "too_large");
}

TEST_F(Command, SaysWhereASituationIsNoJson) {
  const std::string cut_short = "{\"as_of\":\n \"吉\" 3}";
  EXPECT_TRUE(in_words(cut_short).starts_with("Line 2, column 6: ")) << in_words(cut_short);
  const Printed answered = run("evaluate", cut_short);
  EXPECT_NE(answered.err.find("Line 2, column 6: "), std::string::npos) << answered.err;
}

}  // namespace
}  // namespace benefits::test
