// Runs every tests/policy/*.json: one file per way in which a policy file is wrong, or is changed
// and yet accepted.
// Pointers may name entries of the lists by their ids: /benefits/leave.parental/figures/…
// `errors` keep the policy from answering; `checked` is all that check-policy says, where that is
// more.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/cli/explain.h"
#include "core/cli/policy_check.h"
#include "core/default_policy.h"
#include "tests/core/cases.h"
#include "tests/core/policy.h"
#include "tests/core/support.h"

namespace benefits::test {

void register_policies();

namespace {

std::string document_of(const Json& test) {
  if (test.contains("text")) return test.at("text");
  return changed_policy(test).dump();
}

const cli::Messages& english() {
  static const cli::Messages words(cli::Language::en);
  return words;
}

// A line for each fault, which leaves no key and no place of a sentence unfilled.
void expect_words(const Errors& errors, const std::string& document) {
  for (const auto language : {cli::Language::zh_cn, cli::Language::en, cli::Language::ko}) {
    const std::string told =
        cli::explain_policy(errors, document, default_policy(), cli::Messages(language));
    EXPECT_EQ(std::count(told.begin(), told.end(), '\n'), std::ssize(errors)) << told;
    for (const char* trace : {"explain.", "error.", "{text}", "{got}", "{place}"}) {
      EXPECT_EQ(told.find(trace), std::string::npos) << told;
    }
  }
}

void check_file(const Json& test) {
  const std::string document = document_of(test);
  const auto expect = [&](Json expected, const Json& got) {
    if (!test.contains("text")) {
      const Json policy = Json::parse(document);
      for (Json& error : expected) {
        error["pointer"] = by_index(policy, error.at("pointer").get<std::string>());
      }
    }
    const auto wrong = mismatch_of_errors(expected, got);
    EXPECT_FALSE(wrong) << *wrong;
  };
  const Calculator broken(document);
  const Json got = Json::parse(write_errors(broken.policy_errors())).at("errors");
  expect(test.at("errors"), got);
  const Errors checked =
      cli::check_policy(document, default_policy(), broken.policy_errors(), english());
  expect(test.value("checked", test.at("errors")), Json::parse(write_errors(checked)).at("errors"));
  if (checked.empty()) return;
  expect_words(checked, document);
  if (got.empty()) return;
  // An unsound policy answers every situation with its errors instead of failing.
  const Json any = answer(broken, {{"as_of", "2024-06-01"}});
  EXPECT_EQ(any.value("errors", Json::array()), got);
}

TEST(PolicyFile, ThereAreAtLeastThirtyWaysOfBeingWrong) {
  EXPECT_GE(files_in("tests/policy", ".json").size(), 30U);
}

// What the policy file's schema does not know, so that it cannot stand in files: it is held to
// them.
TEST(PolicyFile, AFigureIsFromTheLeastToTheMostThatItsRuleCanTake) {
  struct Limits {
    const char* figure;
    Json least;
    Json most;
    Json too_little;
    Json too_much;
  };
  const std::vector<Limits> all{
      {"leave.maternity/figures/lawful_days", 1, 10000, 0, 10001},
      {"leave.miscarriage/figures/early_days", 1, 10000, 0, 10001},
      {"leave.paternity/figures/days", 1, 10000, 0, 10001},
      {"leave.parental/figures/days_per_year", 1, 10000, 0, 10001},
      {"leave.maternity/figures/difficult_birth_days", 0, 10000, -1, 10001},
      {"leave.parental/figures/child_under_years", 1, 150, 0, 151},
      {"childcare.toddler_class/figures/child_from_years", 0, 150, -1, 151}};
  const auto errors_with = [](const Limits& each, const Json& value) {
    Json policy = read_json(policy_file());
    const std::string place = std::string("/benefits/") + each.figure + "/values/0/value";
    policy[Json::json_pointer(by_index(policy, place))] = value;
    return Json::parse(write_errors(Calculator(policy.dump()).policy_errors())).at("errors");
  };
  for (const Limits& each : all) {
    EXPECT_TRUE(errors_with(each, each.least).empty()) << each.figure;
    EXPECT_TRUE(errors_with(each, each.most).empty()) << each.figure;
    for (const Json& value : {each.too_little, each.too_much}) {
      const Json got = errors_with(each, value);
      ASSERT_EQ(got.size(), 1U) << each.figure << ": " << value;
      EXPECT_EQ(got[0].at("code"), "out_of_range");
      EXPECT_EQ(got[0].at("args"), (Json{{"min", each.least}, {"max", each.most}}));
    }
  }
}

TEST(PolicyFile, ATextEndsBeforeItIsABook) {
  Json policy = read_json(policy_file());
  policy["edition"] = std::string(10'000, 'x');
  EXPECT_TRUE(Calculator(policy.dump()).policy_errors().empty());
  policy["edition"] = std::string(10'001, 'x');
  const Calculator broken(policy.dump());
  ASSERT_EQ(broken.policy_errors().size(), 1U);
  EXPECT_EQ(broken.policy_errors()[0].pointer, "/edition");
  EXPECT_EQ(broken.policy_errors()[0].code, ErrorCode::out_of_range);
}

// A quarter of what fits into a document is enough for anything that grows faster than it to show.
TEST(PolicyFile, OfThousandsOfOptionsEachThatIsWrongIsTold) {
  Json policy = read_json(policy_file());
  const Json::json_pointer options(by_index(policy, "/assumptions/leave.first_day/options"));
  constexpr std::size_t some = 10'000;
  for (std::size_t i = 0; i < some; ++i) {
    policy[options].push_back({{"id", "option " + std::to_string(i)}});
  }
  policy[options].push_back(policy[options].back());
  const Errors errors = Calculator(policy.dump()).policy_errors();
  const auto count = [&](ErrorCode code) {
    return std::count_if(errors.begin(), errors.end(),
                         [&](const Error& error) { return error.code == code; });
  };
  EXPECT_EQ(count(ErrorCode::unknown_option), std::ssize(policy[options]) - 2);
  EXPECT_EQ(count(ErrorCode::duplicate_entry), 1);
  EXPECT_EQ(count(ErrorCode::out_of_range), 1);
}

TEST(PolicyFile, OfThousandsOfFaultsInOneLineEachIsToldAtItsColumn) {
  Json policy = read_json(policy_file());
  constexpr std::size_t some = 10'000;
  for (std::size_t i = 0; i < some; ++i) policy["member " + std::to_string(i)] = 0;
  policy["benefits"][0]["ask"].push_back("nobody");
  const std::string text = policy.dump();
  const Errors found = Calculator(text).policy_errors();
  const Errors errors = cli::check_policy(text, default_policy(), found, english());
  ASSERT_EQ(found.size(), some);
  ASSERT_EQ(errors.size(), some + 1);
  EXPECT_EQ(errors.front().code, ErrorCode::unknown_option) << "it stands before the others";
  const std::string told = cli::explain_policy(errors, text, default_policy(), english());
  EXPECT_EQ(std::count(told.begin(), told.end(), '\n'), std::ssize(errors));
}

// Under the least figures that are sound, no period ends before it begins.
TEST(PolicyFile, TheLeastFiguresGiveNoPeriodThatEndsBeforeItBegins) {
  Json policy = read_json(policy_file());
  const auto least = [](Json& figures) {
    for (auto& [name, figure] : figures.items()) {
      const bool at_least_one = name.ends_with("under_years") || name == "days" ||
                                name.ends_with("lawful_days") || name == "national_days" ||
                                name.ends_with("_per_year") || name == "early_days" ||
                                name == "late_days";
      for (Json& dated : figure.at("values")) {
        if (dated.at("value").is_number()) dated["value"] = at_least_one ? 1 : 0;
      }
    }
  };
  least(policy["common"]["figures"]);
  for (Json& benefit : policy["benefits"]) {
    if (benefit.contains("figures")) least(benefit["figures"]);
  }
  for (const char* value : {"0", "1"}) {
    const std::string place = by_index(policy, "/assumptions/health.child_upper_age/options/");
    policy[Json::json_pointer(place + value + "/value")] = 1;
  }
  const Calculator least_of_all(policy.dump());
  ASSERT_EQ(write_errors(least_of_all.policy_errors()), R"({"errors":[]})");
  for (const LawCase& one : all_cases()) {
    const Json result = answer(least_of_all, one.situation);
    for (const Json& entry : result.value("timeline", Json::array())) {
      EXPECT_LE(entry.at("from"), entry.at("to")) << one.situation << entry;
    }
  }
}

TEST(PolicyFile, TheOneCompiledInIsTheFileOfTheTree) {
  EXPECT_TRUE(Json::parse(default_policy()) == read_json(policy_file()));
  EXPECT_TRUE(calculator().policy_errors().empty());
}

}  // namespace

void register_policies() {
  for (const auto& file : files_in("tests/policy", ".json")) {
    const Json test = read_json(file);
    add_test("policy", test.at("name"), file.string(), [test, file] {
      SCOPED_TRACE(file.filename().string());
      check_file(test);
    });
  }
}

}  // namespace benefits::test
