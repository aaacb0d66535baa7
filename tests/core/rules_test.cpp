// Rules use no figure, reading or list but those that some rule lists: of others the policy has
// none. Each benefit is decided in a process of its own, so that the one at fault is named.

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "core/assumptions.h"
#include "core/case.h"
#include "tests/core/generator.h"

namespace benefits::test {
namespace {

// The cases run elsewhere; these are random ones.
std::vector<std::string> all_sorts_of_situations() {
  constexpr int count = 100;
  std::vector<std::string> all;
  all.reserve(count);
  Random random(12);
  for (int i = 0; i < count; ++i) {
    all.push_back(random_situation(random, random.one_of<int>({50, 100})).dump());
  }
  return all;
}

TEST(Rules, UseNothingThatIsNotListed) {
  const auto situations = all_sorts_of_situations();
  for (const BenefitEntry& benefit : calculator().policy().benefits) {
    const auto decide_all = [&] {
      for (const std::string& each : situations) calculator().evaluate(each, true, benefit.id);
      std::_Exit(EXIT_SUCCESS);
    };
    EXPECT_EXIT(decide_all(), testing::ExitedWithCode(EXIT_SUCCESS), "") << benefit.id;
  }
}

// What happens to a rule that does.
TEST(Rules, ThatUseWhatIsNotListedGoNoFurther) {
  constexpr WholeFigure unlisted_figure{"unlisted", Unit::days};
  constexpr ValueAssumption unlisted_reading{"unlisted", Unit::days};
  const Policy& policy = calculator().policy();
  const Situation situation;
  const World world{policy, situation};
  Path path;
  std::vector<Step> steps;
  Case asking(world, policy.benefits.front(), {}, path, steps);
  EXPECT_DEATH(asking.figure(unlisted_figure), "");
  EXPECT_DEATH(asking.option(unlisted_reading), "");
  EXPECT_DEATH(asking.words("unlisted"), "");
}

TEST(Members, AreFourAtMost) {
  Members members;
  for (std::size_t i = 0; i < Members::most; ++i) members.add({"name", true});
  EXPECT_DEATH(members.add({"one too many", true}), "");
}

}  // namespace
}  // namespace benefits::test
