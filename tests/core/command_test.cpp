// What holds for every command: misuse, help, files that cannot be read or written, another policy.

#include "tests/core/command.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/core/policy.h"

namespace benefits::test {
namespace {

TEST_F(Command, MisuseEndsWithTwoAndOneLine) {
  for (const char* words : {"",
                            "evaluat",
                            "evaluate --alternatives",
                            "evaluate a b",
                            "evaluate --policy",
                            "explain --lang fr",
                            "explain --lang",
                            "explain --pretty",
                            "batch --pretty",
                            "batch --lang en",
                            "check-policy",
                            "check-policy --pretty x",
                            "evaluate /no/such/file",
                            "batch /no/such/file",
                            "explain /no/such/file",
                            "check-policy /no/such/file",
                            "evaluate --policy /no/such/file",
                            "evaluate /",
                            "batch /",
                            "evaluate --policy ''",
                            "evaluate ''",
                            "check-policy ''"}) {
    const Printed got = run(words, day);
    EXPECT_EQ(got.status, 2) << words;
    EXPECT_EQ(got.out, "") << words;
    EXPECT_EQ(count_lines(got.err), 1U) << words << ": " << got.err;
  }
}

TEST_F(Command, SaysWhichWordItDoesNotKnow) {
  EXPECT_EQ(run("evalute --pretty f.json").err,
            "birth-benefits: unknown command evalute; see birth-benefits help\n");
  EXPECT_EQ(run("--pretty evaluate").err,
            "birth-benefits: unknown command --pretty; see birth-benefits help\n");
  EXPECT_EQ(run("evaluate --lang en").err, "birth-benefits: unknown option --lang for evaluate\n");
  EXPECT_EQ(run("check-policy --pretty x").err,
            "birth-benefits: unknown option --pretty for check-policy\n");
}

TEST_F(Command, HelpNamesEveryCommand) {
  const Printed got = run("--help");
  EXPECT_EQ(got.status, 0);
  for (const char* name : {"evaluate", "batch", "explain", "check-policy"}) {
    EXPECT_NE(got.out.find(name), std::string::npos) << name;
  }
}

TEST_F(Command, TellsOfItselfWhereverItIsAsked) {
  const std::string usage = run("help").out;
  for (const std::string words : {"--help", "-h", "explain --help", "batch --policy x -h"}) {
    const Printed got = run(words);
    EXPECT_EQ(got.status, 0) << words;
    EXPECT_EQ(got.out, usage) << words;
  }
}

TEST_F(Command, SaysWhyAFileCannotBeRead) {
  for (const std::string verb : {"evaluate", "batch", "explain", "check-policy"}) {
    const Printed got = run(verb + " /nowhere");
    EXPECT_EQ(got.status, 2);
    EXPECT_EQ(got.err, "birth-benefits: cannot read /nowhere: No such file or directory\n");
  }
  EXPECT_NE(run("evaluate /").err.find("Is a directory"), std::string::npos);
}

TEST_F(Command, WhatCannotBeWrittenIsNoAnswer) {
  const std::string named = file("situation.json", day);
  file("out", "");
  file("err", "");
  for (const std::string command : {"evaluate", "batch", "explain"}) {
    const Printed got = run(command + " '" + named + "' >/dev/full 2>/dev/null; exit $? #");
    EXPECT_EQ(got.status, 2) << command;
  }
}

TEST_F(Command, OnlyTheBenefitsAskedAboutAreAnswered) {
  EXPECT_EQ(run("evaluate --only 'leave 14'", day).out,
            calculator().evaluate(day, true, "leave 14") + "\n");
  EXPECT_EQ(run("batch --only leave --no-alternatives", day).out,
            calculator().evaluate(day, false, "leave") + "\n");
  const std::string told = run("explain --lang en --only leave.paternity", day).out;
  EXPECT_NE(told.find("Paternity (nursing) leave"), std::string::npos);
  EXPECT_EQ(told.find("Maternity leave"), std::string::npos);
  for (const char* words : {"evaluate --only leavs", "batch --only 21", "evaluate --only",
                            "check-policy --only leave x"}) {
    EXPECT_EQ(run(words, day).status, 2) << words;
  }
  EXPECT_EQ(run("evaluate --only leave,14", day).err,
            "birth-benefits: --only: no benefit is called leave,14; write ids, their groups or "
            "numbers of measures, separated by spaces\n");
}

TEST_F(Command, AnotherPolicyFileGivesOtherAnswers) {
  Json policy = read_json(policy_file());
  policy[Json::json_pointer(by_index(
      policy, "/benefits/kindergarten.funding/figures/public_per_pupil/values/0/value"))] = 700;
  const std::string named = file("policy.json", policy.dump());
  const std::string situation =
      R"({"as_of":"2024-06-01","institution":{"kindergarten":{"kind":"public","registered":true,)"
      R"("pupils":10}}})";
  for (const std::string verb : {"evaluate", "batch"}) {
    const Printed got = run(verb + " --policy '" + named + "'", situation);
    EXPECT_EQ(got.status, 0);
    EXPECT_EQ(find_benefit(Json::parse(got.out), "kindergarten.funding")->at("value").at("yuan"),
              7000);
  }
}

TEST_F(Command, AnUnsoundPolicyIsBadInputOfEveryCommand) {
  for (const char* text : {"", " ", "{}", "[1,"}) {
    const std::string named = file("policy.json", text);
    for (const std::string& words :
         {"evaluate --policy '" + named + "'", "batch --policy '" + named + "'",
          "explain --policy '" + named + "'", "explain --lang ko --policy '" + named + "'",
          "check-policy '" + named + "'", "check-policy --lang ko '" + named + "'"}) {
      const Printed got = run(words, day);
      EXPECT_EQ(got.status, 1) << words << " " << text;
      EXPECT_EQ(count_lines(got.err), 1U) << words;
      const bool is_words = words.starts_with("check-policy --lang");
      EXPECT_EQ(got.out.starts_with("{"), !is_words) << got.out;
      EXPECT_EQ(got.out.find("\"errors\"") != std::string::npos, !is_words) << got.out;
    }
  }
}

TEST_F(Command, WhatOnlyCheckPolicyFindsKeepsNobodyFromAnAnswer) {
  const std::string named =
      file("policy.json",
           changed_policy({{"where", {{"/benefits/leave.paternity/ask", {"employr"}}}}}).dump());
  EXPECT_EQ(run("check-policy '" + named + "'").status, 1);
  for (const std::string verb : {"evaluate", "batch", "explain"}) {
    const Printed got = run(verb + " --policy '" + named + "'", day);
    EXPECT_EQ(got.status, 0) << verb;
    EXPECT_NE(got.err.find("check-policy finds 1 error in it"), std::string::npos) << got.err;
  }
}

}  // namespace
}  // namespace benefits::test
