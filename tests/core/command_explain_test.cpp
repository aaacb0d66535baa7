// `explain`: the result in sentences, and in words what is wrong with a situation.

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/core/command.h"
#include "tests/core/policy.h"

namespace benefits::test {
namespace {

TEST_F(Command, ExplainSpeaksThreeLanguages) {
  const std::string family =
      R"({"as_of":"2025-01-01","lawful_birth":true,"mother":{"employed":true},
    "father":{"employed":true,"monthly_wage_yuan":6000},
    "delivery":{"outcome":"birth","date":"2024-12-20","babies":1,"difficult":false}})";
  const auto holds = [&](const std::string& words, const std::vector<const char*>& expected) {
    const Printed got = run("explain " + words, family);
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
      const Printed got = run(std::string("explain --lang ") + language, situation);
      EXPECT_EQ(got.status, 0);
      for (const char* space : {"rule.", "explain.", "benefit.", "source.", "input.", "subject.",
                                "service.", "right.", "payer.", "office.", "assumption.", "{"}) {
        EXPECT_EQ(got.out.find(space), std::string::npos) << language << ": " << space;
      }
    }
  }
}

TEST_F(Command, ExplainSaysWhatOtherReadingsWouldGive) {
  const std::string triplets =
      R"({"as_of":"2024-06-01","lawful_birth":true,"mother":{"employed":true},)"
      R"("delivery":{"outcome":"birth","date":"2024-03-01","babies":3,"difficult":true}})";
  const std::string told = run("explain --lang en --only leave.maternity", triplets).out;
  EXPECT_NE(told.find("  225 days"), std::string::npos) << told;
  EXPECT_NE(told.find("\n    180 days"), std::string::npos) << told;
}

// What is not said of another reading stays as it is.
TEST_F(Command, ExplainSaysWhatOtherReadingsWouldTakeAway) {
  const std::string eve =
      R"({"as_of":"2024-03-01","lawful_birth":true,"mother":null,"father":{"employed":true},)"
      R"("delivery":{"outcome":"birth","date":"2024-05-31"},"children":[{"birth_date":"2021-03-01"}]})";
  const std::string leave = run("explain --lang en --only leave.parental", eve).out;
  EXPECT_NE(leave.find("2 March 2023 to 1 March 2024\n    No later time\n"), std::string::npos)
      << leave;
  const std::string triplets =
      R"({"as_of":"2024-06-01","lawful_birth":true,"mother":{"employed":true,"maternity_insured":true,)"
      R"("monthly_wage_yuan":9000,"employer_average_monthly_wage_yuan":6000},"delivery":{)"
      R"("outcome":"birth","date":"2024-03-01","babies":3},)"
      R"("assumptions":{"leave.maternity.combine":"inclusive","leave.maternity.fund_days":"all"}})";
  const std::string pay = run("explain --lang en --only leave.maternity", triplets).out;
  EXPECT_NE(pay.find("”:\n    Payer and amount not yet known\n"), std::string::npos) << pay;
}

TEST_F(Command, ExplainCountsLeavesOnlyOfWhoCouldHaveThem) {
  const std::string nothing_told = R"({"as_of":"2024-06-01"})";
  const auto counts = [&](const std::string& words, const char* parent) {
    const std::string told = run("explain --lang en " + words, nothing_told).out;
    return told.find(std::string(parent) + ": 0 days of leave") != std::string::npos;
  };
  EXPECT_TRUE(counts("", "Mother") && counts("", "Father"));
  EXPECT_FALSE(counts("--only 9", "Mother") || counts("--only 9", "Father"));
  EXPECT_TRUE(counts("--only leave.paternity", "Father"));
  EXPECT_FALSE(counts("--only leave.paternity", "Mother"));
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

TEST_F(Command, ExplainNotesOfLeaveOnlyWhatIsAskedOfLeave) {
  const auto notes_of = [&](const std::string& only) {
    const std::string told = run("explain --lang en --only " + only, day).out;
    return told.substr(told.find("== Please note =="));
  };
  for (const char* note : {"difficult birth", "complies with laws", "maternity allowance"}) {
    EXPECT_NE(notes_of("leave.paternity").find(note), std::string::npos) << note;
    EXPECT_EQ(notes_of("tutoring").find(note), std::string::npos) << note;
  }
  EXPECT_NE(notes_of("tutoring").find("ask locally"), std::string::npos);
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
      {"jilin-2026-99/3", "Source: jilin-2026-99/3\n"},
      {"/", "Source: /\n"}};
  for (const auto& [source, shown] : sources) {
    Json policy = read_json(policy_file());
    policy[Json::json_pointer(by_index(policy, "/benefits/housing.priority/sources"))] = {source};
    const std::string named = file("policy.json", policy.dump());
    const Printed got = run("explain --lang en --only housing --policy '" + named + "'", day);
    EXPECT_EQ(got.status, 0) << source;
    EXPECT_NE(got.out.find(shown), std::string::npos) << source << "\n" << got.out;
  }
}

// Figures that stand in many sentences, each another than in the file of the tree.
Json with_other_figures() {
  return changed_policy(
      {{"where",
        {{"/benefits/leave.parental/figures/child_under_years/values/0/value", 6},
         {"/benefits/parenting.guidance/figures/child_under_years/values/0/value", 6},
         {"/benefits/childcare.inclusive_place/figures/child_under_years/values/0/value", 6},
         {"/benefits/childcare.toddler_class/figures/child_under_years/values/0/value", 6},
         {"/benefits/leave.only_child_care/figures/elder_from_years/values/0/value", 65},
         {"/common/figures/nursing_baby_under_years/values/0/value", 2},
         {"/common/figures/newly_delivered_through_day/values/0/value", 56},
         {"/benefits/leave.maternity/figures/national_days/values/0/value", 128}}}});
}

// Families whose answers together say those figures: entitled, refused, and without children.
std::vector<std::string> families() {
  const std::string head = R"({"as_of":"2024-06-01","pregnant":false,"mother":{"employed":true},)";
  const std::string born =
      R"("father":{"employed":true},"delivery":{"outcome":"birth","date":"2024-05-20","babies":1,)"
      R"("difficult":false},"children":[{"birth_date":"2022-08-01"}],"elders":[],)";
  const std::string none = R"("father":null,"delivery":null,"children":[],)";
  return {head + born + R"("lawful_birth":true})", head + born + R"("lawful_birth":false})",
          head + none + R"("lawful_birth":true})"};
}

// No word holds a figure: what the policy file is changed to is what is said, everywhere.
TEST_F(Command, ExplainSaysTheFiguresOfThePolicyInUse) {
  const std::string named = file("policy.json", with_other_figures().dump());
  const auto explained = [&](const std::string& words) {
    std::string text;
    for (const std::string& family : families()) text += run("explain " + words, family).out;
    return text;
  };
  const std::vector<std::pair<std::string, std::vector<const char*>>> old{
      {"zh-CN",
       {"有未满3周岁孩子", "未满3周岁的孩子可以", "未满3周岁", "孩子3周岁前", "2-3岁", "60周岁",
        "未满1周岁", "42天", "98天"}},
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

TEST_F(Command, ExplainGivesAProgramTheErrorsDocument) {
  EXPECT_EQ(run("explain", bad).out, run("evaluate", bad).out);
  EXPECT_EQ(run("explain", bad).err, run("evaluate", bad).err);
  const Printed korean = run("explain --lang ko", bad);
  EXPECT_EQ(korean.out, run("evaluate", bad).out);
  EXPECT_EQ(korean.status, 1);
  EXPECT_EQ(count_lines(korean.err), 1U);
  EXPECT_NE(korean.err.find(lines_of(in_words(bad, cli::Language::ko)).front()), std::string::npos)
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

}  // namespace
}  // namespace benefits::test
