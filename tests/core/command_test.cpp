// The four commands as a caller meets them: what is printed where, and the exit status.

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "core/cli/explain.h"
#include "core/situation_reader.h"
#include "tests/core/policy.h"
#include "tests/core/support.h"

namespace benefits::test {
namespace {

struct Outcome {
  int status;
  std::string out;
  std::string err;
};

class Command : public testing::Test {
 public:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() / ("birth-benefits-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return (folder_ / name).string();
  }

  /// Runs the command with words as a shell reads them, from an empty folder and environment.
  Outcome run(const std::string& words, const std::string& input = "") const {
    const std::string in = file("in", input);
    const std::string line = "cd / && env -i LC_ALL=de_DE.UTF-8 TZ=Asia/Shanghai '" COMMAND "' " +
                             words + " <'" + in + "' >'" + place("out") + "' 2>'" + place("err") +
                             "'";
    const int status = std::system(line.c_str());  // NOLINT(cert-env33-c)
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_text(folder_ / "out"),
            read_text(folder_ / "err")};
  }

 private:
  std::string place(const char* name) const { return (folder_ / name).string(); }

  std::filesystem::path folder_;
};

const std::string day = R"({"as_of":"2024-06-01"})";
const std::string bad = R"({"as_of":"2024-06-31"})";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::size_t count_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// What is wrong with a situation, as `explain` says it at a terminal.
std::string in_words(const std::string& text, cli::Language language = cli::Language::en) {
  const auto errors = std::get<Errors>(read_situation(text, calculator().policy()));
  return cli::explain(errors, text, cli::Messages(language));
}

TEST_F(Command, EvaluateAnswersWithTheResultOnOneLine) {
  const Outcome got = run("evaluate", day);
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
  const Outcome pretty = run("evaluate --pretty", day);
  EXPECT_GT(count_lines(pretty.out), 100U);
  EXPECT_EQ(Json::parse(pretty.out), Json::parse(run("evaluate", day).out));
}

TEST_F(Command, WhatCannotBeWrittenIsNoAnswer) {
  const std::string named = file("situation.json", day);
  file("out", "");
  file("err", "");
  for (const std::string command : {"evaluate", "batch", "explain"}) {
    const Outcome got = run(command + " '" + named + "' >/dev/full 2>/dev/null; exit $? #");
    EXPECT_EQ(got.status, 2) << command;
  }
}

TEST_F(Command, BadInputIsAnsweredOnStandardOutputAndInOneLineOfErrors) {
  const Outcome got = run("evaluate", bad);
  EXPECT_EQ(got.status, 1);
  EXPECT_EQ(got.out, calculator().evaluate(bad) + "\n");
  EXPECT_EQ(count_lines(got.err), 1U);
  EXPECT_EQ(run("explain", bad).status, 1);
}

TEST_F(Command, ADocumentTooLargeIsAnsweredAndNotReadToItsEnd) {
  const Outcome got = run("evaluate", day + std::string(std::size_t{3} << 20, ' '));
  EXPECT_EQ(got.status, 1);
  EXPECT_EQ(Json::parse(got.out).at("errors")[0].at("code"), "too_large");
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
}

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
    const Outcome got = run(words, day);
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
  const Outcome got = run("--help");
  EXPECT_EQ(got.status, 0);
  for (const char* name : {"evaluate", "batch", "explain", "check-policy"}) {
    EXPECT_NE(got.out.find(name), std::string::npos) << name;
  }
}

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
  const Outcome got = run("batch", input);
  EXPECT_EQ(got.status, 0);
  EXPECT_TRUE(got.out == expected) << "another order or other answers";
  EXPECT_EQ(got.err, "");
}

TEST_F(Command, ABadLineIsAnsweredAndTheNextOneToo) {
  const std::string huge = std::string(std::size_t{1} << 20, ' ') + day;
  const Outcome got = run("batch", day + "\n" + bad + "\n\n" + huge + "\n" + day + "\r\n" + day);
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

TEST_F(Command, ExplainGivesAProgramTheErrorsDocument) {
  const std::string faulty = R"({"as_of":"2024-06-31"})";
  EXPECT_EQ(run("explain", faulty).out, run("evaluate", faulty).out);
  EXPECT_EQ(run("explain", faulty).err, run("evaluate", faulty).err);
  const Outcome korean = run("explain --lang ko", faulty);
  EXPECT_EQ(korean.out, run("evaluate", faulty).out);
  EXPECT_EQ(korean.status, 1);
  EXPECT_EQ(count_lines(korean.err), 1U);
  EXPECT_NE(korean.err.find(lines_of(in_words(faulty, cli::Language::ko)).front()),
            std::string::npos)
      << korean.err;
}

TEST_F(Command, ExplainSaysInWordsWhatIsWrongAndWhere) {
  const std::string faulty =
      R"({"as_of":"2024-06-31","mother":{"employed":1,"wage":2},"children":[{"care":"hom"}]})";
  const std::string told = in_words(faulty);
  const auto lines = lines_of(told);
  ASSERT_EQ(lines.size(), 4U) << told;
  EXPECT_TRUE(lines[0].starts_with("/as_of (")) << lines[0];
  EXPECT_NE(lines[0].find("2024-06-31"), std::string::npos);
  EXPECT_TRUE(lines[1].starts_with("/mother/employed (")) << lines[1];
  EXPECT_TRUE(lines[2].starts_with("/mother/wage: ")) << lines[2];
  EXPECT_TRUE(lines[3].starts_with("/children/0/care (")) << lines[3];
  EXPECT_EQ(told.find('{'), std::string::npos) << "every place of every sentence is filled";
  for (const std::string& line : lines) EXPECT_EQ(line.find("error."), std::string::npos);

  const std::string contradictory =
      in_words(R"({"as_of":"2024-06-01","children":[{"birth_date":"2025-01-01"}]})");
  EXPECT_NE(contradictory.find("/as_of"), std::string::npos) << contradictory;
  EXPECT_EQ(lines_of(in_words("no JSON", cli::Language::zh_cn)).size(), 1U);
  const std::string named_like_a_word =
      in_words(R"({"as_of":"2024-06-01","delivery":{"outcome":"input.yes"}})");
  EXPECT_NE(named_like_a_word.find("input.yes"), std::string::npos) << named_like_a_word;
}

TEST_F(Command, ExplainSaysWhatOtherReadingsWouldGive) {
  const std::string triplets =
      R"({"as_of":"2024-06-01","lawful_birth":true,"mother":{"employed":true},)"
      R"("delivery":{"outcome":"birth","date":"2024-03-01","babies":3,"difficult":true}})";
  const std::string told = run("explain --lang en --only leave.maternity", triplets).out;
  EXPECT_NE(told.find("  225 days"), std::string::npos) << told;
  EXPECT_NE(told.find("\n    180 days"), std::string::npos) << told;
}

TEST_F(Command, ExplainSaysWhatARefusalComesFrom) {
  const std::string tomorrow =
      R"({"as_of":"2024-06-14","father":{"employed":true},"elders":[{"birth_date":"1964-06-15",)"
      R"("hospitalised":true,"child":"father","only_child":true}]})";
  const std::string told = run("explain --lang en --only leave.only_child_care", tomorrow).out;
  EXPECT_NE(told.find("15 June 2024"), std::string::npos) << told;
}

TEST_F(Command, ExplainCallsADutyOfAnInstitutionNoRight) {
  const std::string tutor =
      R"({"as_of":"2024-06-01","institution":{"tutoring":{"stage":"compulsory","academic":true,)"
      R"("offline":true}}})";
  const std::string told = run("explain --lang en --only tutoring.price_protection", tutor).out;
  EXPECT_NE(told.find("Duty"), std::string::npos) << told;
  EXPECT_EQ(told.find("Right\n"), told.rfind("Right\n")) << "only the one of the children";
}

TEST_F(Command, SaysWhyAFileCannotBeRead) {
  for (const std::string verb : {"evaluate", "batch", "explain", "check-policy"}) {
    const Outcome got = run(verb + " /nowhere");
    EXPECT_EQ(got.status, 2);
    EXPECT_EQ(got.err, "birth-benefits: cannot read /nowhere: No such file or directory\n");
  }
  EXPECT_NE(run("evaluate /").err.find("Is a directory"), std::string::npos);
}

TEST_F(Command, TellsOfItselfWhereverItIsAsked) {
  const std::string usage = run("help").out;
  for (const std::string words : {"--help", "-h", "explain --help", "batch --policy x -h"}) {
    const Outcome got = run(words);
    EXPECT_EQ(got.status, 0) << words;
    EXPECT_EQ(got.out, usage) << words;
  }
}

TEST_F(Command, BatchTakesALineOfExactlyOneMebibyte) {
  const std::string full = day + std::string((std::size_t{1} << 20) - day.size(), ' ');
  const Outcome got = run("batch", full + "\n" + full + " \n");
  const auto lines = lines_of(got.out);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], calculator().evaluate(day));
  EXPECT_EQ(Json::parse(lines[1]).at("errors")[0].at("code"), "too_large");
}

TEST_F(Command, BatchWithoutLinesSaysNothing) {
  const Outcome got = run("batch", "");
  EXPECT_EQ(got.status, 0);
  EXPECT_EQ(got.out, "");
  EXPECT_EQ(lines_of(run("batch", "\n").out).size(), 1U);
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
    const Outcome got = run(verb + " --policy '" + named + "'", situation);
    EXPECT_EQ(got.status, 0);
    EXPECT_EQ(find_benefit(Json::parse(got.out), "kindergarten.funding")->at("value").at("yuan"),
              7000);
  }
}

// No word holds a figure: what the policy file is changed to is what is said, everywhere.
TEST_F(Command, ExplainSaysTheFiguresOfThePolicyInUse) {
  const std::string named = file(
      "policy.json",
      changed_policy(
          {{"where",
            {{"/benefits/leave.parental/figures/child_under_years/values/0/value", 6},
             {"/benefits/parenting.guidance/figures/child_under_years/values/0/value", 6},
             {"/benefits/childcare.inclusive_place/figures/child_under_years/values/0/value", 6},
             {"/benefits/childcare.toddler_class/figures/child_under_years/values/0/value", 6},
             {"/benefits/leave.only_child_care/figures/elder_from_years/values/0/value", 65},
             {"/common/figures/nursing_baby_under_years/values/0/value", 2},
             {"/common/figures/newly_delivered_through_day/values/0/value", 56},
             {"/benefits/leave.maternity/figures/national_days/values/0/value", 128}}}})
          .dump());
  const auto situation = [](const char* born, const char* lawful) {
    return std::string(R"({"as_of":"2024-06-01","pregnant":false,"lawful_birth":)") + lawful +
           R"(,"mother":{"employed":true},"father":{"employed":true},"delivery":{"outcome":"birth",)"
           R"("date":"2024-05-20","babies":1,"difficult":false},"children":[{"birth_date":")" +
           born + R"("}],"elders":[]})";
  };
  const auto refused = R"({"as_of":"2024-06-01","pregnant":false,"lawful_birth":true,"mother":)"
                       R"({"employed":true},"father":null,"delivery":null,"children":[]})";
  const std::vector<std::string> families{situation("2022-08-01", "true"),
                                          situation("2022-08-01", "false"), refused};
  const auto explained = [&](const std::string& words) {
    std::string text;
    for (const std::string& family : families) text += run("explain " + words, family).out;
    return text;
  };
  const std::vector<std::pair<std::string, std::vector<const char*>>> old{
      {"zh-CN",
       {"有3周岁", "未满3周岁", "孩子3周岁前", "2-3岁", "60周岁", "未满1周岁", "42天", "98天"}},
      {"en",
       {"under 3", "turns 3", "of 2 to 3;", "is 60 or", "baby under 1", "42 days", "98 days"}},
      {"ko", {"만 3세", "2~3세", "만 60세", "만 1세", "42일", "98일"}}};
  for (const auto& [language, figures] : old) {
    const std::string before = explained("--lang " + language);
    const std::string now = explained("--lang " + language + " --policy '" + named + "'");
    EXPECT_EQ(now.find('{'), std::string::npos) << language;
    for (const char* figure : figures) {
      EXPECT_NE(before.find(figure), std::string::npos) << language << " " << figure;
      EXPECT_EQ(now.find(figure), std::string::npos) << language << " " << figure;
    }
  }
}

TEST_F(Command, ExplainSaysTheValueOfAReadingAsThePolicyHasIt) {
  Json policy = read_json(policy_file());
  for (Json& assumption : policy["assumptions"]) {
    for (Json& option : assumption["options"]) {
      if (assumption["id"] == "tutoring.float" && option["id"] == "10") option["value"] = 15;
    }
  }
  const std::string named = file("policy.json", policy.dump());
  const std::string tutor =
      R"({"as_of":"2024-06-01","institution":{"tutoring":{"stage":"compulsory","academic":true,)"
      R"("offline":true,"guide_price_yuan":100,"price_yuan":115}}})";
  for (const std::string language : {"zh-CN", "en", "ko"}) {
    const std::string words = "explain --only tutoring.price_cap --lang " + language;
    EXPECT_NE(run(words, tutor).out.find("10%"), std::string::npos) << language;
    const std::string told = run(words + " --policy '" + named + "'", tutor).out;
    EXPECT_EQ(told.find("10%"), std::string::npos) << told;
    EXPECT_NE(told.find("15%"), std::string::npos) << told;
  }
}

TEST_F(Command, AnUnsoundPolicyIsBadInputOfEveryCommand) {
  for (const char* text : {"", " ", "{}", "[1,"}) {
    const std::string named = file("policy.json", text);
    for (const std::string& words :
         {"evaluate --policy '" + named + "'", "batch --policy '" + named + "'",
          "explain --policy '" + named + "'", "explain --lang ko --policy '" + named + "'",
          "check-policy '" + named + "'", "check-policy --lang ko '" + named + "'"}) {
      const Outcome got = run(words, day);
      EXPECT_EQ(got.status, 1) << words << " " << text;
      EXPECT_EQ(count_lines(got.err), 1U) << words;
      const bool is_words = words.starts_with("check-policy --lang");
      EXPECT_EQ(got.out.starts_with("{"), !is_words) << got.out;
      EXPECT_EQ(got.out.find("\"errors\"") != std::string::npos, !is_words) << got.out;
    }
  }
}

std::string spoilt(const std::string& from, const std::string& to) {
  std::string text = read_text(policy_file());
  return text.replace(text.find(from), from.size(), to);
}

// A program is given a document; what a person reads is in words.
TEST_F(Command, SaysWhereAPolicyIsNoJson) {
  const std::string text = spoilt(R"("value": 25,)", R"("value": 25,,)");
  const std::string before = text.substr(0, text.find(",,") + 1);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const auto column = before.size() - before.rfind('\n');
  const std::string place =
      "Line " + std::to_string(line) + ", column " + std::to_string(column) + ": ";
  const std::string named = file("policy.json", text);
  const Outcome checked = run("check-policy '" + named + "'");
  EXPECT_EQ(Json::parse(checked.out).at("errors")[0].at("args"), (Json{{"offset", before.size()}}));
  EXPECT_NE(checked.err.find(place), std::string::npos) << checked.err;
  const Outcome told = run("check-policy --lang en '" + named + "'");
  EXPECT_TRUE(told.out.starts_with(place)) << told.out;
  EXPECT_TRUE(told.out.ends_with("\"value\": 25,,\n")) << told.out;
  EXPECT_EQ(count_lines(told.err), 1U);
  EXPECT_NE(run("explain --policy '" + named + "'", day).err.find(place), std::string::npos);
}

TEST_F(Command, SaysWhereASituationIsNoJson) {
  const std::string cut_short = "{\"as_of\":\n \"吉\" 3}";
  EXPECT_TRUE(in_words(cut_short).starts_with("Line 2, column 6: ")) << in_words(cut_short);
  const Outcome answered = run("evaluate", cut_short);
  EXPECT_NE(answered.err.find("Line 2, column 6: "), std::string::npos) << answered.err;
}

TEST_F(Command, NamesWhatNotepadDoesToAFile) {
  const std::string text = read_text(policy_file());
  const std::vector<std::pair<std::string, const char*>> files{
      {"\xEF\xBB\xBF" + text, "BOM"}, {"\xFF\xFE{", "UTF-16"}, {" \r\n", "empty"}};
  for (const auto& [given, word] : files) {
    const std::string named = file("policy.json", given);
    const Outcome got = run("check-policy --lang en '" + named + "'");
    EXPECT_EQ(got.status, 1) << word;
    EXPECT_NE(got.out.find(word), std::string::npos) << got.out;
    EXPECT_NE(in_words(given).find(word), std::string::npos) << word;
  }
}

TEST_F(Command, SaysInWordsWhatIsWrongWithAPolicyAndWhatWouldBeRight) {
  const std::string days = "/benefits/leave.paternity/figures/days";
  const std::string named =
      file("policy.json",
           changed_policy({{"where",
                            {{days + "/unit", "day"},
                             {days + "/values/0/value", 0},
                             {days + "/values/0/source", ""},
                             {"/benefits/leave.paternity/ask", {"employr"}},
                             {"/benefits/leave.parental/force", "promise"},
                             {"/benefits/leave.parental/figures/day_per_year", 20},
                             {"/benefits/leave.maternity/sources", {"jilin-2023-56/212"}},
                             {"/benefits/housing.priority/lists/services", {"no\nsuch"}}}}})
               .dump(1));
  const Outcome got = run("check-policy --lang en '" + named + "'");
  const std::vector<std::pair<const char*, const char*>> lines{
      {"(leave.paternity › days › unit)", "“days”"},
      {"(leave.paternity › days › value)", "from 1 to 10,000"},
      {"(leave.paternity › days › source)", "empty"},
      {"(leave.paternity › ask)", "“employer”"},
      {"(leave.parental › force)", "claim, encouraged, information, service, standard"},
      {"(leave.parental › day_per_year)", "“days_per_year”"},
      {"(leave.maternity › sources)", "“jilin-2023-56/2.12”"},
      {"(housing.priority › services)", "“no such”"}};
  EXPECT_EQ(lines_of(got.out).size(), lines.size()) << got.out;
  for (const auto& [place, right] : lines) {
    const auto told = lines_of(got.out);
    const auto line = std::find_if(told.begin(), told.end(), [&](const std::string& each) {
      return each.find(place) != std::string::npos;
    });
    ASSERT_NE(line, told.end()) << place << "\n" << got.out;
    EXPECT_TRUE(line->starts_with("Line ")) << *line;
    EXPECT_NE(line->find(right), std::string::npos) << *line;
  }
}

TEST_F(Command, SpeaksTheLanguageAskedForOfAPolicyToo) {
  const std::string named = file("policy.json", spoilt(R"("unit": "days")", R"("unit": "day")"));
  const std::string told = run("check-policy --lang ko '" + named + "'").out;
  EXPECT_NE(told.find("혹시"), std::string::npos) << told;
  EXPECT_NE(run("explain --lang ko --policy '" + named + "'", day).err.find("혹시"),
            std::string::npos);
  EXPECT_NE(run("explain --lang zh-CN --policy '" + named + "'", day).err.find("是不是"),
            std::string::npos);
  const std::string sound = policy_file().string();
  EXPECT_NE(run("check-policy --lang zh-CN '" + sound + "'").out.find("可以使用"),
            std::string::npos);
}

TEST_F(Command, WhatOnlyCheckPolicyFindsKeepsNobodyFromAnAnswer) {
  const std::string named =
      file("policy.json",
           changed_policy({{"where", {{"/benefits/leave.paternity/ask", {"employr"}}}}}).dump());
  EXPECT_EQ(run("check-policy '" + named + "'").status, 1);
  for (const std::string verb : {"evaluate", "batch", "explain"}) {
    const Outcome got = run(verb + " --policy '" + named + "'", day);
    EXPECT_EQ(got.status, 0) << verb;
    EXPECT_NE(got.err.find("check-policy finds 1 error in it"), std::string::npos) << got.err;
  }
}

// `script` gives the command a terminal to write to.
TEST_F(Command, CheckPolicySpeaksInWordsAtATerminal) {
  const std::string named = file("policy.json", spoilt(R"("unit": "days")", R"("unit": "day")"));
  const std::string line = "script -qec \"'" COMMAND "' check-policy '" + named +
                           "'\" /dev/null </dev/null >'" + file("out", "") + "' 2>/dev/null";
  const int status = std::system(line.c_str());  // NOLINT(cert-env33-c)
  EXPECT_EQ(WEXITSTATUS(status), 1);
  EXPECT_NE(read_text(std::filesystem::path(named).parent_path() / "out").find("“days”"),
            std::string::npos);
}

TEST_F(Command, CheckPolicySaysThatTheFileOfTheTreeIsSound) {
  const Outcome got = run("check-policy '" + policy_file().string() + "'");
  EXPECT_EQ(got.status, 0);
  EXPECT_NE(got.out.find("sound"), std::string::npos);
  EXPECT_EQ(got.err, "");
}

TEST_F(Command, ExplainSpeaksThreeLanguages) {
  const std::string family =
      R"({"as_of":"2025-01-01","lawful_birth":true,"mother":{"employed":true},
    "father":{"employed":true,"monthly_wage_yuan":6000},
    "delivery":{"outcome":"birth","date":"2024-12-20","babies":1,"difficult":false}})";
  const auto holds = [&](const std::string& words, const std::vector<const char*>& expected) {
    const Outcome got = run("explain " + words, family);
    EXPECT_EQ(got.status, 0);
    for (const char* text : expected) {
      EXPECT_NE(got.out.find(text), std::string::npos) << words << ": " << text;
    }
    for (const char* trace : {"rule.", "explain.", "benefit.", "source.", "{", "}"}) {
      EXPECT_EQ(got.out.find(trace), std::string::npos) << "a key or a placeholder: " << trace;
    }
    EXPECT_TRUE(got.out.ends_with("\n"));
  };
  holds("", {"护理假", "2024年12月20日", "2025年1月13日", "5,000元", "180"});
  holds("--lang zh-CN", {"产假", "育儿假"});
  holds("--lang en", {"Paternity leave", "20 December 2024", "5,000 yuan", "180 days"});
  holds("--lang ko", {"2024년 12월 20일", "5,000위안", "180"});
}

TEST_F(Command, ExplainNamesASourceOfAnyForm) {
  const std::string title = "Further Improving and Carrying Out Measures in Support of Childbirth";
  const std::vector<std::pair<std::string, std::string>> sources{
      {"jilin-2023-56/2.7", title + ", part two, measure 7\n"},
      {"jilin-2023-56/3.2", title + ", part three, paragraph 2\n"},
      {"jilin-2023-56/2", title + ", Article 2\n"},
      {"jilin-2023-56/2.", title + ", Article 2.\n"},
      {"jilin-2023-56/7.1", title + ", Article 7.1\n"},
      {"jilin-2023-56/", title + "\n"},
      {"jilin-2023-56", title + "\n"},
      {"/", "source.\n"}};
  for (const auto& [source, shown] : sources) {
    Json policy = read_json(policy_file());
    policy[Json::json_pointer(by_index(policy, "/benefits/housing.priority/sources"))] = {source};
    const std::string named = file("policy.json", policy.dump());
    const Outcome got = run("explain --lang en --only housing --policy '" + named + "'", day);
    EXPECT_EQ(got.status, 0) << source;
    EXPECT_NE(got.out.find(shown), std::string::npos) << source << "\n" << got.out;
  }
}

TEST_F(Command, ExplainLeavesNoKeyWithoutASentence) {
  for (const char* situation :
       {R"({"as_of":"2024-06-01","institution":{"kindergarten":{},"childcare":{},"tutoring":{}}})",
        R"({"as_of":"2023-12-28"})",
        R"({"as_of":"2026-06-01","children":[{"birth_date":"2020-01-01","care":"kindergarten",
        "hardship":"disabled"},{}],"elders":[{"child":"father"}],"delivery":{"outcome":"miscarriage",
        "date":"2026-05-01","pregnancy_months":3},"mother":{"employed":true},"institution":
        {"tutoring":{"stage":"compulsory","academic":true,"offline":true,"guide_price_yuan":100,
        "price_yuan":200},"childcare":{"registered":true,"inclusive":true}}})"}) {
    for (const char* language : {"zh-CN", "en", "ko"}) {
      const Outcome got = run(std::string("explain --lang ") + language, situation);
      EXPECT_EQ(got.status, 0);
      for (const char* space : {"rule.", "explain.", "benefit.", "source.", "input.", "subject.",
                                "service.", "right.", "payer.", "office.", "assumption.", "{"}) {
        EXPECT_EQ(got.out.find(space), std::string::npos) << language << ": " << space;
      }
    }
  }
}

}  // namespace
}  // namespace benefits::test
