// Runs every tests/cases/*.json: what a lawyer expects, against the policy compiled in.

#include "tests/core/cases.h"

#include <gtest/gtest.h>

#include "tests/core/support.h"

namespace benefits::test {
namespace {

void check(const LawCase& one) {
  const Json result = answer(one.situation);
  const std::string situation = "\nsituation " + one.situation.dump();
  ASSERT_FALSE(result.contains("errors")) << result.dump() << situation;
  if (one.benefit.empty()) {
    const auto wrong = mismatch(one.expect, result);
    EXPECT_FALSE(wrong) << *wrong << situation << "\nexpected  " << one.expect.dump();
    return;
  }
  const Json* got = find_benefit(result, one.benefit, one.subject);
  const bool listed = one.expect.value("listed", true);
  ASSERT_EQ(got != nullptr, listed) << "listed or not" << situation;
  if (!listed) return;
  Json expect = one.expect;
  expect.erase("listed");
  const auto wrong = mismatch(expect, *got);
  EXPECT_FALSE(wrong) << *wrong << situation << "\nexpected  " << expect.dump() << "\ngot       "
                      << got->dump();
}

TEST(Cases, ThereAreAtLeastThreeHundred) { EXPECT_GE(all_cases().size(), 300U); }

}  // namespace

void register_cases() {
  for (const LawCase& one : all_cases()) {
    add_test(one.suite, one.name, one.file, [&one] { check(one); });
  }
}

}  // namespace benefits::test
