// Runs every tests/bad_policy/*.json: one file per way in which a policy file can be wrong.
// Pointers may name entries of the lists by their ids: /benefits/leave.parental/figures/…

#include <gtest/gtest.h>

#include <string>

#include "core/default_policy.h"
#include "tests/core/policy.h"
#include "tests/core/support.h"

namespace benefits::test {

void register_bad_policy();

namespace {

std::string document_of(const Json& test) {
  if (test.contains("text")) return test.at("text");
  return changed_policy(test).dump();
}

void check_bad_policy(const Json& test) {
  const std::string document = document_of(test);
  Json expected = test.at("errors");
  if (!test.contains("text")) {
    const Json policy = Json::parse(document);
    for (Json& error : expected) {
      error["pointer"] = by_index(policy, error.at("pointer").get<std::string>());
    }
  }
  const Calculator broken(document);
  const Json got = Json::parse(write_errors(broken.policy_errors())).at("errors");
  const auto wrong = mismatch_of_errors(expected, got);
  EXPECT_FALSE(wrong) << *wrong;
  // An unsound policy answers every situation with its errors instead of failing.
  const Json any = answer(broken, {{"as_of", "2024-06-01"}});
  EXPECT_EQ(any.value("errors", Json::array()), got);
}

TEST(BadPolicy, ThereAreAtLeastThirtyWaysOfBeingWrong) {
  EXPECT_GE(files_in("tests/bad_policy", ".json").size(), 30U);
}

TEST(BadPolicy, TheOneCompiledInIsTheFileOfTheTree) {
  EXPECT_TRUE(Json::parse(default_policy()) == read_json(policy_file()));
  EXPECT_TRUE(calculator().policy_errors().empty());
}

}  // namespace

void register_bad_policy() {
  for (const auto& file : files_in("tests/bad_policy", ".json")) {
    const Json test = read_json(file);
    add_test("bad_policy", test.at("name"), file.string(), [test, file] {
      SCOPED_TRACE(file.filename().string());
      check_bad_policy(test);
    });
  }
}

}  // namespace benefits::test
