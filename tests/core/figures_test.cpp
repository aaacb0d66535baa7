// Figures are the policy file's: a changed one changes the answers that it is about, and no others.

#include <gtest/gtest.h>

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "tests/core/cases.h"
#include "tests/core/policy.h"

namespace benefits::test {
namespace {

const Json lawful_birth = Json::parse(R"({
  "as_of": "2025-06-30", "lawful_birth": true,
  "mother": {"employed": true, "monthly_wage_yuan": 6000, "maternity_insured": true,
             "employer_average_monthly_wage_yuan": 6000},
  "father": {"employed": true, "monthly_wage_yuan": 6000},
  "delivery": {"outcome": "birth", "date": "2025-05-01", "babies": 1, "difficult": false},
  "children": [{"birth_date": "2020-03-01", "care": "kindergarten", "hardship": "orphan",
                "kindergarten": {"kind": "public", "registered": true, "area": "rural"}}],
  "elders": [], "institution": {"kindergarten": {"kind": "public", "registered": true, "pupils": 90}}
})");

const std::string maternity = "/benefits/leave.maternity/figures/lawful_days/values/0/value";
const std::string parental = "/benefits/leave.parental/figures/days_per_year/values/0/value";
const std::string rural = "/benefits/kindergarten.aid/figures/rural_per_year/values/0/value";

// What of a result has nothing to do with the benefits of `ids`.
Json rest(Json result, const std::set<std::string>& ids) {
  const auto among = [&](const Json& benefit) {
    return ids.count(benefit.at("id").get<std::string>()) > 0;
  };
  Json others = Json::array();
  for (const Json& benefit : result.at("benefits")) {
    if (!among(benefit)) others.push_back(benefit);
  }
  Json dates = Json::array();
  for (const Json& entry : result.at("timeline")) {
    if (!among(result.at("benefits")[entry.at("benefit").get<std::size_t>()])) {
      dates.push_back(entry);
    }
  }
  result["benefits"] = others;
  result["timeline"] = dates;
  // Sums, counts and what to ask follow from the benefits.
  result.erase("summary");
  result.erase("questions");
  return result;
}

// What the policy as it stands answers to the situations of all cases, which several tests compare
// with.
const std::vector<Json>& standing_answers() {
  static const std::vector<Json> all = [] {
    std::vector<Json> answers;
    for (const LawCase& one : all_cases()) answers.push_back(answer(one.situation));
    return answers;
  }();
  return all;
}

// Over the situations of all cases: nothing but the benefits of `ids` differs, and they do
// somewhere.
void expect_only(const std::string& figure, const Json& value, const std::set<std::string>& ids) {
  const Calculator changed_one = calculator_with(figure, value);
  const std::vector<Json>& standing = standing_answers();
  int differ = 0;
  for (std::size_t i = 0; i < standing.size(); ++i) {
    const Json& situation = all_cases()[i].situation;
    const Json after = answer(changed_one, situation);
    if (after == standing[i]) continue;
    ++differ;
    ASSERT_EQ(Json::diff(rest(standing[i], ids), rest(after, ids)), Json::array())
        << situation.dump();
  }
  EXPECT_GT(differ, 0);
}

Json member(const Json& result, const char* id, const char* name) {
  const Json* benefit = find_benefit(result, id);
  return benefit != nullptr && benefit->contains(name) ? benefit->at(name) : Json();
}

TEST(Figures, MaternityLeaveOf200DaysIsWhatTheFileSays) {
  const Json before = answer(lawful_birth);
  const Json after = answer(calculator_with(maternity, 200), lawful_birth);
  EXPECT_EQ(member(before, "leave.maternity", "value").at("days"), 180);
  EXPECT_EQ(member(after, "leave.maternity", "value").at("days"), 200);
  EXPECT_EQ(member(after, "leave.maternity", "period").at("to"), "2025-11-16");
  EXPECT_EQ(member(after, "leave.maternity", "payers")[1].at("days"), 102);
  EXPECT_EQ(after.at("summary").at("leave_days").at("mother"),
            before.at("summary").at("leave_days").at("mother").get<int>() + 20);
}

TEST(Figures, MaternityDaysTouchNothingButLeavesThatDependOnThem) {
  expect_only(maternity, 200, {"leave.maternity", "leave.paternity"});
}

TEST(Figures, ParentalLeaveOf30DaysIsWhatTheFileSays) {
  const Json after = answer(calculator_with(parental, 30), lawful_birth);
  EXPECT_EQ(member(answer(lawful_birth), "leave.parental", "value").at("days"), 20);
  EXPECT_EQ(member(after, "leave.parental", "value").at("days"), 30);
}

TEST(Figures, ParentalDaysTouchNothingElse) { expect_only(parental, 30, {"leave.parental"}); }

TEST(Figures, RuralAidOf1800YuanIsWhatTheFileSays) {
  const Json after = answer(calculator_with(rural, 1800), lawful_birth);
  EXPECT_EQ(member(answer(lawful_birth), "kindergarten.aid", "value").at("yuan"), 1500);
  EXPECT_EQ(member(after, "kindergarten.aid", "value").at("yuan"), 1800);
  EXPECT_EQ(member(after, "kindergarten.aid", "payers")[0].at("yuan"), 1800);
  EXPECT_EQ(after.at("summary").at("aid_yuan_per_year"), 1800);
}

TEST(Figures, RuralAidTouchesNothingElse) { expect_only(rural, 1800, {"kindergarten.aid"}); }

TEST(Figures, APupilsRateIsMultipliedByThePupils) {
  const std::string rate = "/benefits/kindergarten.funding/figures/public_per_pupil/values/0/value";
  const Json after = answer(calculator_with(rate, 700.5), lawful_birth);
  EXPECT_EQ(member(after, "kindergarten.funding", "value").at("yuan"), 63045);
  EXPECT_EQ(member(after, "kindergarten.funding", "value").at("yuan_per_pupil"), 700.5);
  expect_only(rate, 700.5, {"kindergarten.funding"});
}

TEST(Figures, ASecondValueHoldsFromItsDayOn) {
  const Json values = Json::parse(R"([
    {"from": "2023-12-29", "to": "2025-06-30", "value": 20, "source": "jilin-2023-56/2.12"},
    {"from": "2025-07-01", "value": 30, "source": "a-later-document/1"}])");
  const Calculator dated =
      calculator_with("/benefits/leave.parental/figures/days_per_year/values", values);
  const Json eve = answer(dated, lawful_birth);
  const Json day = answer(dated, with(lawful_birth, "/as_of", "2025-07-01"));
  EXPECT_EQ(member(eve, "leave.parental", "value").at("days"), 20);
  EXPECT_EQ(member(day, "leave.parental", "value").at("days"), 30);
  bool cited = false;
  for (const Json& step : member(day, "leave.parental", "steps")) {
    cited = cited || step.at("source") == "a-later-document/1";
  }
  EXPECT_TRUE(cited) << "a step cites the source of the value in force";
}

TEST(Figures, MaternityDaysHoldFromTheirDayOn) {
  const Json values = Json::parse(R"([
    {"from": "2023-12-29", "to": "2026-06-30", "value": 180, "source": "x/1"},
    {"from": "2026-07-01", "value": 200, "source": "x/2"}])");
  const Calculator dated =
      calculator_with("/benefits/leave.maternity/figures/lawful_days/values", values);
  const Json eve = answer(dated, with(lawful_birth, "/as_of", "2026-06-30"));
  const Json day = answer(dated, with(lawful_birth, "/as_of", "2026-07-01"));
  EXPECT_EQ(member(eve, "leave.maternity", "value").at("days"), 180);
  EXPECT_EQ(member(day, "leave.maternity", "value").at("days"), 200);
}

TEST(Policy, TheOrderOfItsBenefitsIsTheOrderOfTheResult) {
  Json policy = read_json(policy_file());
  std::swap(policy["benefits"][0], policy["benefits"][1]);
  const Json result = answer(Calculator(policy.dump()), lawful_birth);
  EXPECT_EQ(result.at("benefits")[0].at("id"), "health.maternal_safety");
}

TEST(Figures, BoundsOfWhatIsUnknownMoveWithThem) {
  const Json unknown = without(lawful_birth, "/lawful_birth");
  const Json after = answer(calculator_with(parental, 30), unknown);
  EXPECT_EQ(member(after, "leave.parental", "bounds"), (Json{{"days", {0, 30}}}));
}

TEST(Figures, AnotherDefaultIsUsedAndListedAsInUse) {
  const Calculator inclusive =
      calculator_with("/assumptions/leave.maternity.combine/default", "inclusive");
  const Json twins = with(lawful_birth, "/delivery/babies", 2);
  EXPECT_EQ(member(answer(twins), "leave.maternity", "value").at("days"), 195);
  EXPECT_EQ(member(answer(inclusive, twins), "leave.maternity", "value").at("days"), 180);
}

TEST(Figures, AListOfAnyLengthIsGivenWhole) {
  Json words = Json::array();
  while (words.size() < most_words) {
    words.push_back("word_" + std::to_string(words.size()));
    const Calculator longer = calculator_with("/benefits/work.equal_hiring/lists/rights", words);
    const Json result = answer(longer, lawful_birth);
    EXPECT_EQ(member(result, "work.equal_hiring", "value").at("rights"), words);
  }
}

}  // namespace
}  // namespace benefits::test
