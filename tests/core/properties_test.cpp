// What holds for every situation, tried on thousands of them.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "core/default_policy.h"
#include "core/json.h"
#include "tests/core/generator.h"
#include "tests/core/policy.h"

namespace benefits::test {
namespace {

// Calls `check(random, situation)` for situations with few, many and all answers told.
template <class Check>
void for_situations(int count, std::uint64_t seed, const Check& check) {
  Random random(seed);
  for (int i = 0; i < count && !testing::Test::HasFailure(); ++i) {
    const Json situation = random_situation(random, random.one_of<int>({50, 75, 90, 100}));
    SCOPED_TRACE(situation.dump());
    check(random, situation);
  }
}

std::string key(const Json& benefit) {
  return benefit.at("id").get<std::string>() + " " + benefit.at("subject").get<std::string>();
}

bool misses(const Json& benefit, const std::string& pointer) {
  const Json missing = benefit.value("missing", Json::array());
  return std::find(missing.begin(), missing.end(), Json(pointer)) != missing.end();
}

// Answers that rule one another out: telling one of them narrows the others.
bool narrows(const std::string& pointer) {
  return pointer == "/pregnant" || pointer == "/delivery/outcome" || pointer == "/delivery/date";
}

TEST(Properties, WhatIsDecidedWithoutAnAnswerIsNotOtherwiseWithIt) {
  for_situations(1500, 1, [](Random& random, const Json& situation) {
    const auto told = told_inputs(situation);
    if (told.empty()) return;
    const std::string& pointer = random.one_of(told);
    const Json full = answer(situation, false);
    const Json less = answer(without(situation, pointer), false);
    for (const Json& benefit : less.at("benefits")) {
      if (benefit.at("status") == "unknown") continue;
      EXPECT_EQ(outcome(benefit, full), outcome(benefit, less)) << key(benefit) << " " << pointer;
    }
  });
}

TEST(Properties, AnInputThatIsNotMissingChangesNothing) {
  for_situations(1500, 2, [](Random& random, const Json& situation) {
    const auto open = open_inputs(situation);
    if (open.empty()) return;
    const std::string& pointer = random.one_of(open);
    const auto more = answered(random, situation, pointer);
    if (!more) return;
    const Json before = answer(situation, false);
    const Json after = answer(*more, false);
    for (const Json& benefit : before.at("benefits")) {
      if (misses(benefit, pointer)) continue;
      if (narrows(pointer) && benefit.at("status") == "unknown") continue;
      EXPECT_EQ(outcome(benefit, after), outcome(benefit, before)) << key(benefit) << " " << *more;
    }
  });
}

TEST(Properties, AnsweringStaysWithinTheBounds) {
  for_situations(1500, 3, [](Random& random, const Json& situation) {
    const auto open = open_inputs(situation);
    if (open.empty()) return;
    const auto more = answered(random, situation, random.one_of(open));
    if (!more) return;
    const Json after = answer(*more, false);
    const Json result = answer(situation, false);
    for (const Json& benefit : result.at("benefits")) {
      if (!benefit.contains("bounds")) continue;
      const auto bounds = benefit.at("bounds").begin();
      const std::string& name = bounds.key();
      const Json& range = bounds.value();
      const Json got = outcome(benefit, after);
      Json ends{0, 0};
      if (got.contains("bounds")) {
        ends = got.at("bounds").at(name);
      } else if (got.at("status") == "entitled") {
        ends = {got.at("value").at(name), got.at("value").at(name)};
      }
      EXPECT_LE(range[0].get<double>(), ends[0].get<double>()) << key(benefit) << " " << *more;
      EXPECT_GE(range[1].get<double>(), ends[1].get<double>()) << key(benefit) << " " << *more;
    }
  });
}

TEST(Properties, MoreBabiesNeverGiveLess) {
  for_situations(1000, 4, [](Random&, const Json& situation) {
    const Json::json_pointer babies("/delivery/babies");
    if (!situation.contains(babies) || situation.at(babies) == 8) return;
    Json more = situation;
    more[babies] = more[babies].get<int>() + 1;
    const Json before = answer(situation, false);
    const Json after = answer(more, false);
    for (const Json& benefit : before.at("benefits")) {
      const Json one = outcome(benefit, before);
      const Json two = outcome(benefit, after);
      EXPECT_EQ(one.at("status"), two.at("status")) << key(benefit);
      for (const char* name : {"days", "hours_per_workday"}) {
        if (!one.contains("value") || !one.at("value").contains(name)) continue;
        EXPECT_LE(one.at("value").at(name), two.at("value").at(name)) << key(benefit);
      }
    }
  });
}

TEST(Properties, ALeaveLastsAsLongAsItsDaysAndItsPayersShareThem) {
  const std::set<std::string> whole{"leave.maternity", "leave.miscarriage", "leave.paternity"};
  for_situations(1000, 5, [&](Random&, const Json& situation) {
    const Json result = answer(situation, false);
    for (const Json& benefit : result.at("benefits")) {
      const auto id = benefit.at("id").get<std::string>();
      if (!id.starts_with("leave.") || benefit.at("status") != "entitled") continue;
      const int days = benefit.at("value").at("days");
      if (whole.count(id) > 0 && benefit.contains("period")) {
        const Json& period = benefit.at("period");
        const auto length = date(period.at("to").get<std::string>()) -
                            date(period.at("from").get<std::string>()) + std::chrono::days{1};
        EXPECT_EQ(length.count(), days) << key(benefit);
      }
      if (!benefit.contains("payers")) continue;
      int paid = 0;
      for (const Json& payer : benefit.at("payers")) paid += payer.at("days").get<int>();
      EXPECT_EQ(paid, days) << key(benefit);
    }
  });
}

TEST(Properties, TheOrderOfMembersChangesNoByte) {
  for_situations(1000, 6, [](Random& random, const Json& situation) {
    EXPECT_EQ(calculator().evaluate(situation.dump()),
              calculator().evaluate(shuffled(random, situation).dump(2)));
  });
}

TEST(Properties, TheSameSituationGivesTheSameBytes) {
  const Calculator another(default_policy());
  for_situations(1000, 7, [&](Random&, const Json& situation) {
    const std::string once = calculator().evaluate(situation.dump());
    EXPECT_EQ(calculator().evaluate(situation.dump()), once);
    EXPECT_EQ(another.evaluate(situation.dump()), once);
  });
}

TEST(Properties, WithoutAlternativesNothingElseIsLeftOut) {
  for_situations(500, 8, [](Random&, const Json& situation) {
    Json full = answer(situation);
    for (Json& benefit : full.at("benefits")) {
      benefit.erase("assumptions");
      benefit.erase("alternatives");
    }
    Json less = answer(situation, false);
    EXPECT_EQ(Json::diff(full, less), Json::array());
  });
}

TEST(Properties, WhoeverGetsNothingIsToldWhy) {
  Random random(9);
  int told = 0;
  for (int i = 0; i < 1000; ++i) {
    const Json situation = random_situation(random, 100);
    const Json result = answer(situation, false);
    // With every answer told there is one reason at least; some parts may stay untold by chance.
    for (const Json& benefit : result.at("benefits")) {
      if (benefit.at("status") != "not_entitled" || !result.at("questions").empty()) continue;
      EXPECT_FALSE(benefit.at("reasons").empty()) << key(benefit) << situation;
      ++told;
    }
  }
  EXPECT_GT(told, 0);
}

TEST(Properties, SumsAndCalendarFollowFromTheBenefits) {
  for_situations(1000, 10, [](Random&, const Json& situation) {
    const Json result = answer(situation, false);
    int total = 0;
    for (const Json& count : result.at("summary").at("counts")) total += count.get<int>();
    EXPECT_EQ(static_cast<std::size_t>(total), result.at("benefits").size());
    std::size_t periods = 0;
    std::set<std::string> missing;
    for (const Json& benefit : result.at("benefits")) {
      if (benefit.contains("period")) ++periods;
      periods += benefit.value("later_periods", Json::array()).size();
      for (const Json& pointer : benefit.value("missing", Json::array())) missing.insert(pointer);
    }
    EXPECT_EQ(result.at("timeline").size(), periods);
    std::string last;
    for (const Json& entry : result.at("timeline")) {
      const auto span = entry.at("from").get<std::string>() + entry.at("to").get<std::string>();
      EXPECT_LE(last, span);
      last = span;
    }
    for (const std::string& pointer : missing) {
      const Json& asked = result.at("questions");
      EXPECT_NE(std::find(asked.begin(), asked.end(), Json(pointer)), asked.end()) << pointer;
    }
  });
}

// A situation made to be told at length: long names above many short members, repeated or unknown,
// and arrays of what they must not hold.
std::string hostile_situation(Random& random) {
  const std::string letter = random.one_of<std::string>({"a", "~", "\\n", "\\\"", "\xE4\xB8\xAD"});
  std::string name;
  for (int i = random.one_of<int>({0, 100, 3'000, 30'000}); i > 0; --i) name += letter;
  const std::string outer = random.one_of<std::string>({"children", "assumptions", "mother", name});
  const std::string inner = random.chance(50) ? name : "x";
  const bool in_array = random.chance(50);
  const int times = random.one_of<int>({1, 50, 3'000});
  std::string text = "{\"as_of\":\"2024-06-01\",\"" + outer + "\":" + (in_array ? "[0" : "{\"\":0");
  for (int i = 0; i < times && text.size() < json::largest_document / 4; ++i) {
    const std::string member = "\"" + inner + std::to_string(i) + "\":0";
    text += in_array ? ",{" + member + "," + member + "}" : "," + member + "," + member;
    if (random.chance(50)) text += in_array ? ",0" : ",\"" + std::to_string(i) + "\":0";
  }
  return text + (in_array ? "]}" : "}}");
}

TEST(Properties, ErrorsStayInProportionToTheSituation) {
  Random random(11);
  for (int i = 0; i < 100; ++i) {
    const std::string situation = hostile_situation(random);
    const std::string said = calculator().evaluate(situation);
    ASSERT_TRUE(said.starts_with(R"({"errors":[{)"));
    EXPECT_LE(said.size(), 8 * (situation.size() + json::largest_document))
        << situation.substr(0, 100);
  }
}

}  // namespace
}  // namespace benefits::test
