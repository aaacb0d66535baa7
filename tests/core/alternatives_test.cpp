// What a result says of other readings is what one gets by choosing them.

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>

#include "tests/core/generator.h"
#include "tests/core/policy.h"

namespace benefits::test {
namespace {

const std::vector<const char*> members{"value", "period", "later_periods", "payers"};

using Reading = std::pair<std::string, std::string>;  // assumption, option

// The entry that `alternatives` must have for going from `base` to `other`; null for none.
Json difference(const Reading& reading, const Json& base, const Json& other) {
  Json entry{{"assumption", reading.first}, {"option", reading.second}};
  const std::size_t heads = entry.size();
  const bool status = base.at("status") != other.at("status");
  if (status) entry["status"] = other.at("status");
  Json gone = Json::array();
  for (const char* name : members) {
    const bool now = other.contains(name);
    if (status) {
      if (now && other.at("status") == "entitled") entry[name] = other.at(name);
    } else if (now && (!base.contains(name) || base.at(name) != other.at(name))) {
      entry[name] = other.at(name);
    } else if (!now && base.contains(name)) {
      gone.push_back(name);
    }
  }
  if (!gone.empty()) entry["without"] = gone;
  return entry.size() == heads ? Json() : entry;
}

nlohmann::json unordered(const Json& json) { return json; }

// Every assumption that results may list, with its options.
std::vector<std::pair<std::string, std::vector<std::string>>> readings() {
  std::vector<std::pair<std::string, std::vector<std::string>>> all;
  const Json policy = read_json(policy_file());
  for (const Json& assumption : policy.at("assumptions")) {
    if (assumption.at("id") == "policy.in_force") continue;
    all.push_back({assumption.at("id"), {}});
    for (const Json& option : assumption.at("options")) {
      all.back().second.push_back(option.at("id"));
    }
  }
  return all;
}

void check(const Json& situation, const Json& result) {
  std::vector<Json> alternatives(result.at("benefits").size(), Json::array());
  std::vector<Json> assumptions(result.at("benefits").size(), Json::array());
  const Json policy = read_json(policy_file());
  for (const auto& [id, options] : readings()) {
    const Json entry = policy.at(Json::json_pointer(by_index(policy, "/assumptions/" + id)));
    const Json chosen = situation.value("assumptions", Json::object());
    const auto used = chosen.value(id, entry.at("default").get<std::string>());
    for (const std::string& option : options) {
      if (option == used) continue;
      Json other_way = situation;
      other_way["assumptions"][id] = option;
      const Json other = answer(other_way, false);
      ASSERT_EQ(other.at("benefits").size(), result.at("benefits").size());
      for (std::size_t i = 0; i < alternatives.size(); ++i) {
        const Json& base = result.at("benefits")[i];
        const Json entry_wanted = difference({id, option}, base, other.at("benefits")[i]);
        if (entry_wanted.is_null()) continue;
        alternatives[i].push_back(entry_wanted);
        const Json in_use{{"id", id}, {"option", used}};
        if (assumptions[i].empty() || assumptions[i].back() != in_use) {
          assumptions[i].push_back(in_use);
        }
      }
    }
  }
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    const Json& benefit = result.at("benefits")[i];
    EXPECT_EQ(unordered(benefit.value("alternatives", Json::array())), unordered(alternatives[i]))
        << benefit.at("id");
    EXPECT_EQ(unordered(benefit.value("assumptions", Json::array())), unordered(assumptions[i]))
        << benefit.at("id");
  }
}

TEST(Alternatives, AreExactlyWhatChoosingTheOptionsGives) {
  Random random(11);
  for (int i = 0; i < 120 && !HasFailure(); ++i) {
    Json situation = random_situation(random, random.one_of<int>({75, 90, 100, 100}));
    if (random.chance(50)) {
      const auto all = readings();
      const auto& [id, options] = random.one_of(all);
      situation["assumptions"][id] = random.one_of(options);
    }
    SCOPED_TRACE(situation.dump());
    check(situation, answer(situation));
  }
}

TEST(Alternatives, ThereIsAtLeastOneForEachAssumptionListed) {
  Random random(12);
  for (int i = 0; i < 500 && !HasFailure(); ++i) {
    const Json situation = random_situation(random, 90);
    const Json result = answer(situation);
    for (const Json& benefit : result.at("benefits")) {
      std::map<std::string, int> others;
      for (const Json& other : benefit.value("alternatives", Json::array())) {
        ++others[other.at("assumption")];
      }
      const Json listed = benefit.value("assumptions", Json::array());
      for (const Json& used : listed) EXPECT_GT(others[used.at("id")], 0) << situation;
      EXPECT_EQ(others.size(), listed.size()) << situation;
    }
  }
}

}  // namespace
}  // namespace benefits::test
