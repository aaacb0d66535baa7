// An answer about some benefits is the answer about all of them, without the others.

#include "core/scope.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/measures.h"
#include "tests/core/cases.h"
#include "tests/core/policy.h"
#include "tests/core/support.h"

namespace benefits::test {
namespace {

Json answer_only(const Json& situation, const std::string& only) {
  return Json::parse(calculator().evaluate(situation.dump(), true, only));
}

std::vector<std::string> ids_in(const std::string& words) {
  const Policy& policy = calculator().policy();
  const auto read = read_scope(words, policy);
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < policy.benefits.size(); ++i) {
    if (std::get<Scope>(read).test(i)) ids.push_back(policy.benefits[i].id);
  }
  return ids;
}

template <class Condition>
std::vector<std::string> ids_where(Condition holds) {
  std::vector<std::string> ids;
  const Json policy = read_json(policy_file());
  for (const Json& benefit : policy.at("benefits")) {
    if (holds(benefit)) ids.push_back(benefit.at("id"));
  }
  return ids;
}

// What `whole` says of the benefits with these ids: they, their questions' set, counts, dates.
void expect_part(const Json& whole, const Json& part, const std::vector<std::string>& ids) {
  Json expected = Json::array();
  std::vector<int> places;
  for (const Json& benefit : whole.at("benefits")) {
    const bool listed = std::find(ids.begin(), ids.end(), benefit.at("id")) != ids.end();
    places.push_back(listed ? static_cast<int>(expected.size()) : -1);
    if (listed) expected.push_back(benefit);
  }
  EXPECT_EQ(part.at("benefits"), expected);
  Json dates = Json::array();
  for (Json entry : whole.at("timeline")) {
    const int place = places.at(entry.at("benefit"));
    if (place < 0) continue;
    entry["benefit"] = place;
    dates.push_back(entry);
  }
  EXPECT_EQ(part.at("timeline"), dates);
  std::size_t counted = 0;
  for (const auto& [status, count] : part.at("summary").at("counts").items()) {
    counted += count.get<std::size_t>();
  }
  EXPECT_EQ(counted, expected.size());
}

TEST(Scope, HasRoomForEveryRule) {
  std::size_t rules = 0;
  for (const Measure* measure : measures()) rules += measure->rules.size();
  EXPECT_LE(rules, most_benefits);
}

TEST(Scope, NoWordsChooseEverythingWithTheSameBytes) {
  for (const LawCase& one : all_cases()) {
    const std::string situation = one.situation.dump();
    const std::string whole = calculator().evaluate(situation);
    ASSERT_EQ(calculator().evaluate(situation, true, ""), whole) << one.name;
    ASSERT_EQ(calculator().evaluate(situation, true, " \t\n"), whole) << one.name;
  }
}

TEST(Scope, AWordIsAnIdItsBeginningOrAMeasure) {
  EXPECT_EQ(ids_in("leave.paternity"), std::vector<std::string>{"leave.paternity"});
  EXPECT_EQ(ids_in("leave"), ids_where([](const Json& benefit) {
              return benefit.at("id").get<std::string>().starts_with("leave.");
            }));
  EXPECT_EQ(ids_in("14"), ids_where([](const Json& b) { return b.value("measure", 0) == 14; }));
}

TEST(Scope, WordsAddUpInTheOrderOfThePolicy) {
  const auto both = ids_where([](const Json& benefit) {
    return benefit.value("measure", 0) == 14 ||
           benefit.at("id").get<std::string>().starts_with("leave.");
  });
  EXPECT_EQ(ids_in("14 leave"), both);
  EXPECT_EQ(ids_in("  leave\t14\nleave leave.paternity "), both);
}

TEST(Scope, EveryWordThatNamesNothingIsAnsweredWithAnError) {
  for (const char* word :
       {"lea", "leave.", "leave.pat", "Leave", "0", "21", "012", "12.0", ",", "*"}) {
    const Json got = answer_only({{"as_of", "2024-06-01"}}, word);
    ASSERT_TRUE(got.contains("errors")) << word;
    EXPECT_EQ(got.at("errors")[0].at("code"), "unknown_option") << word;
    EXPECT_EQ(got.at("errors")[0].at("args").at("got"), word);
    EXPECT_EQ(got.at("errors")[0].at("pointer"), "");
  }
  const Json several = answer_only({{"as_of", "2024-06-01"}}, "x leave y");
  ASSERT_EQ(several.at("errors").size(), 2U);
  EXPECT_EQ(several.at("errors")[1].at("args").at("got"), "y");
}

TEST(Scope, ThePartIsWhatTheWholeSaysOfIt) {
  for (const LawCase& one : all_cases()) {
    const Json whole = answer(one.situation);
    for (const char* words : {"leave", "childcare 13", "20"}) {
      SCOPED_TRACE(one.name + " only " + words);
      expect_part(whole, answer_only(one.situation, words), ids_in(words));
    }
  }
}

TEST(Scope, OnlyWhatMattersForItIsAsked) {
  const Json nothing{{"as_of", "2024-06-01"}};
  EXPECT_EQ(answer_only(nothing, "housing").at("questions"),
            find_benefit(answer_only(nothing, ""), "housing.priority")->at("missing"));
  EXPECT_TRUE(answer_only(nothing, "rights governance").at("questions").empty());
  for (const LawCase& one : all_cases()) {
    const Json part = answer_only(one.situation, "leave");
    Json missing = Json::array();
    for (const Json& benefit : part.at("benefits")) {
      for (const Json& pointer : benefit.value("missing", Json::array()))
        missing.push_back(pointer);
    }
    for (const Json& pointer : missing) {
      const Json& asked = part.at("questions");
      EXPECT_NE(std::find(asked.begin(), asked.end(), pointer), asked.end()) << one.name;
    }
  }
}

TEST(Scope, SumsAreOfItsBenefitsAlone) {
  const Json situation =
      Json::parse(R"({"as_of":"2024-06-01","lawful_birth":true,"father":{"employed":true},)"
                  R"("children":[{"birth_date":"2022-05-10"}]})");
  EXPECT_GT(answer_only(situation, "leave").at("summary").at("leave_days").at("father"), 0);
  EXPECT_EQ(answer_only(situation, "housing").at("summary").at("leave_days").at("father"), 0);
}

}  // namespace
}  // namespace benefits::test
