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

TEST_F(Command, NamesBatchToWhoeverGivesASituationALine) {
  const auto names_batch = [&](const std::string& input) {
    const Printed got = run("evaluate", input);
    EXPECT_EQ(got.status, 1);
    EXPECT_EQ(count_lines(got.err), 1U) << got.err;
    return got.err.find("batch takes a situation a line") != std::string::npos;
  };
  EXPECT_TRUE(names_batch(day + "\n" + day + "\n"));
  EXPECT_TRUE(names_batch(day + "\r\n" + bad));
  EXPECT_FALSE(names_batch(day + " " + day));
  EXPECT_FALSE(names_batch("{\n" + day + "\n"));
  EXPECT_FALSE(names_batch(bad));
}

TEST_F(Command, SaysWhatTypeBelongsWhere) {
  EXPECT_EQ(in_words(R"({"as_of":"2024-06-01","mother":{"employed":"yes"}})"),
            "/mother/employed (Is the mother an employee?): true (yes) or false (no) belongs here, "
            "without quotation marks.\n");
  const std::string wage = in_words(R"({"as_of":20240601,"mother":{"monthly_wage_yuan":"5,500"}})");
  EXPECT_NE(wage.find("A text belongs here"), std::string::npos) << wage;
  EXPECT_NE(wage.find("without quotation marks or commas"), std::string::npos) << wage;
}

}  // namespace
}  // namespace benefits::test
