// The rules of the house, as searches over the tree: where figures may stand, what the core may
// include, and that ids agree between policy, rules and cases.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "core/measures.h"
#include "tests/core/cases.h"
#include "tests/core/policy.h"
#include "tests/core/sources.h"

namespace benefits::test {
namespace {

std::set<std::string> ids_of_rules() {
  std::set<std::string> ids;
  for (const Measure* measure : measures()) {
    for (const Rule& rule : measure->rules) ids.insert(std::string(rule.id));
  }
  return ids;
}

TEST(House, NoMeasureHoldsAFigure) {
  for (const char* extension : {".h", ".cpp"}) {
    for (const auto& file : files_in("core/measures", extension)) {
      for (const std::string& number : numbers_in(code_of(file))) {
        EXPECT_TRUE(number == "0" || number == "1") << file.filename() << ": " << number;
      }
    }
  }
}

// Where a figure or a step comes from stands in the policy; the document may be cited in comments.
TEST(House, NoMeasureCitesASource) {
  for (const char* extension : {".h", ".cpp"}) {
    for (const auto& file : files_in("core/measures", extension)) {
      const auto cited = captures(code_of(file), R"re("([a-z0-9-]+/[0-9.]+)")re");
      EXPECT_TRUE(cited.empty()) << file.filename() << ": " << cited.front();
    }
  }
}

// Whatever the policy says of where something comes from, or that it is common practice.
std::set<std::string> sources_in(const Json& policy) {
  std::set<std::string> sources{"practice"};
  const auto add_figures = [&](const Json& figures) {
    for (const Json& figure : figures) {
      for (const Json& value : figure.at("values")) sources.insert(value.at("source"));
    }
  };
  add_figures(policy.at("common").at("figures"));
  for (const Json& benefit : policy.at("benefits")) {
    for (const Json& source : benefit.at("sources")) sources.insert(source);
    add_figures(benefit.value("figures", Json::object()));
  }
  return sources;
}

// A step rests on a source of its benefit, on the one that the policy names for it, or on that of a
// figure, be it common or of the benefit on which this one leans.
TEST(House, EveryStepCitesASourceOfThePolicy) {
  const Json policy = read_json(policy_file());
  std::map<std::string, Json> entries;
  for (const Json& benefit : policy.at("benefits")) entries[benefit.at("id")] = benefit;
  const auto known = sources_in(policy);
  std::set<std::string> cited;
  for (const LawCase& one : all_cases()) {
    for (const Json& benefit : answer(one.situation, false).value("benefits", Json::array())) {
      const std::string id = benefit.at("id");
      const Json named = entries.at(id).value("step_sources", Json::object());
      for (const Json& step : benefit.at("steps")) {
        const std::string rule = step.at("rule");
        EXPECT_TRUE(known.contains(step.at("source"))) << id << ": " << step;
        if (!named.contains(rule)) continue;
        EXPECT_EQ(step.at("source"), named.at(rule)) << id;
        cited.insert(id + " " + rule);
      }
    }
  }
  for (const auto& [id, entry] : entries) {
    const Json named = entry.value("step_sources", Json::object());
    for (const auto& [rule, source] : named.items()) {
      EXPECT_TRUE(cited.contains(id + " " + rule)) << id << " never comes to " << rule;
    }
  }
}

TEST(House, WhatIsSharedKnowsNoBenefitByName) {
  const auto ids = ids_of_rules();
  for (const char* extension : {".h", ".cpp"}) {
    for (const auto& file : files_in("core", extension)) {
      for (const auto& literal : captures(code_of(file), R"re("([^"\n]+)")re")) {
        for (const auto& id : ids) {
          const bool group = literal.back() == '.' && id.starts_with(literal);
          EXPECT_FALSE(group || id == literal) << file.filename() << ": " << literal;
        }
      }
    }
  }
}

TEST(House, TheCoreReadsNoClockAndNoLocaleAndDoesNoInput) {
  for (const std::string folder : {"core", "core/measures"}) {
    for (const char* extension : {".h", ".cpp"}) {
      for (const auto& file : files_in(folder, extension)) {
        const auto found = surroundings_in(code_of(file));
        EXPECT_TRUE(found.empty()) << file.filename() << ": " << found.front();
      }
    }
  }
}

TEST(House, TheCoreRemembersNothing) {
  for (const std::string folder : {"core", "core/measures"}) {
    for (const char* extension : {".h", ".cpp"}) {
      for (const auto& file : files_in(folder, extension)) {
        const std::string code = code_of(file);
        const auto found = lasting_state_in(code);
        EXPECT_TRUE(found.empty()) << file.filename() << ": " << found.front();
        EXPECT_EQ(code.find("mutable "), std::string::npos) << file.filename();
      }
    }
  }
}

TEST(House, NothingPassesThroughFloatingPoint) {
  for (const std::string folder : {"core", "core/measures", "core/cli"}) {
    for (const char* extension : {".h", ".cpp"}) {
      for (const auto& file : files_in(folder, extension)) {
        const auto found = captures(without_literals(code_of(file)), R"(\b(double|float)\b)");
        EXPECT_TRUE(found.empty()) << file.filename();
      }
    }
  }
}

// Sentences stand in the catalogues, and so do the forms of dates and amounts.
TEST(House, NoWordOfALanguageStandsInTheCode) {
  for (const std::string folder : {"core", "core/measures", "core/cli"}) {
    for (const auto& file : files_in(folder, ".cpp")) {
      const std::string code = code_of(file);
      const auto strange = std::find_if(
          code.begin(), code.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
      EXPECT_EQ(strange, code.end()) << file.filename();
    }
  }
}

TEST(House, EveryMeasureHasAFileAndEveryFileCases) {
  std::set<std::string> numbers;
  for (const auto& file : files_in("core/measures", ".cpp")) {
    const std::string name = file.stem().string();
    if (name == "common" || name == "maternity_pay") continue;  // of several measures
    numbers.insert(name.substr(0, name.find('_')));
    EXPECT_TRUE(std::filesystem::exists(in_tree("tests/cases/" + name + ".json"))) << name;
  }
  EXPECT_EQ(numbers.count("p3"), 1U);
  for (int i = 1; i <= 20; ++i) {
    EXPECT_EQ(numbers.count((i < 10 ? "m0" : "m") + std::to_string(i)), 1U) << i;
  }
}

TEST(House, PolicyRulesAndCasesKnowTheSameBenefits) {
  std::set<std::string> of_policy;
  const Json policy = read_json(policy_file());
  for (const Json& benefit : policy.at("benefits")) of_policy.insert(benefit.at("id"));
  EXPECT_EQ(ids_of_rules(), of_policy);
  std::set<std::string> of_cases;
  for (const LawCase& one : all_cases()) {
    if (!one.benefit.empty()) of_cases.insert(one.benefit);
  }
  EXPECT_EQ(of_cases, of_policy);
}

TEST(House, EveryBenefitIsTriedEntitledAndEachConditionalOneNotEntitledToo) {
  std::set<std::string> entitled;
  std::set<std::string> refused;
  for (const LawCase& one : all_cases()) {
    const auto status = one.expect.value("status", "");
    if (status == "entitled") entitled.insert(one.benefit);
    if (status == "not_entitled") refused.insert(one.benefit);
  }
  for (const Measure* measure : measures()) {
    for (const Rule& rule : measure->rules) {
      const std::string id(rule.id);
      EXPECT_EQ(entitled.count(id), 1U) << id;
      EXPECT_TRUE(rule.conditions.empty() || refused.count(id) == 1) << id;
    }
  }
}

TEST(House, NoTwoCasesOfAFileHaveOneName) {
  std::set<std::string> names;
  for (const LawCase& one : all_cases()) {
    EXPECT_TRUE(names.insert(one.suite + ": " + one.name).second) << one.suite << ": " << one.name;
  }
}

}  // namespace
}  // namespace benefits::test
