// Every key that the core can emit has a sentence in every language, with the same arguments; none
// is there for nothing.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "core/situation.h"
#include "tests/core/cases.h"
#include "tests/core/policy.h"
#include "tests/core/sources.h"

namespace benefits::test {
namespace {

using Keys = std::set<std::string>;

const std::vector<std::string> languages{"zh-CN", "en", "ko"};

Json catalogue(const std::string& language) {
  return read_json(in_tree("assets/i18n/" + language + ".json"));
}

Keys keys_of(const Json& document) {
  Keys keys;
  for (const auto& [key, sentence] : document.items()) keys.insert(key);
  return keys;
}

// Those that begin with `start`, without it.
Keys keys_under(const std::string& start) {
  Keys keys;
  for (const std::string& key : keys_of(catalogue("zh-CN"))) {
    if (key.starts_with(start)) keys.insert(key.substr(start.size()));
  }
  return keys;
}

// The names in "{name}" and "{name|one|other}".
Keys placeholders(const std::string& sentence) {
  const auto found = captures(sentence, R"(\{(\w+)(\|[^{}]*)?\})");
  return {found.begin(), found.end()};
}

Keys words_of_policy(const std::string& list) {
  Keys words;
  const Json policy = read_json(policy_file());
  for (const Json& benefit : policy.at("benefits")) {
    const Json lists = benefit.value("lists", Json::object());
    for (const auto& word : lists.value(list, Json::array())) words.insert(word);
  }
  return words;
}

// Keys of steps and reasons in the sources: step("…"), step(a ? "…" : "…"), Condition name{"…",
// "…".
Keys rule_keys() {
  Keys keys;
  for (const std::string folder : {"core", "core/measures"}) {
    for (const char* extension : {".h", ".cpp"}) {
      for (const auto& file : files_in(folder, extension)) {
        const std::string code = code_of(file);
        for (const char* pattern :
             {R"re(step\(\s*(?:\w+ \? )?"(\w+)")re", R"re(step\(\s*\w+ \? "\w+"\s*:\s*"(\w+)")re",
              R"re(Step step\{"(\w+)")re", R"re(Condition(?:\s+\w+)?\{\s*"(\w+)")re",
              R"re(Condition(?:\s+\w+)?\{\s*"\w+",\s*"(\w+)")re"}) {
          for (const auto& key : captures(code, pattern)) keys.insert(key);
        }
      }
    }
  }
  return keys;
}

TEST(Words, AreThereInEveryLanguageAlike) {
  const Json first = catalogue("zh-CN");
  for (const std::string& language : languages) {
    const Json other = catalogue(language);
    EXPECT_EQ(keys_of(other), keys_of(first)) << language;
    for (const auto& [key, sentence] : other.items()) {
      const auto text = sentence.get<std::string>();
      EXPECT_FALSE(text.empty()) << language << " " << key;
      if (!first.contains(key)) continue;
      EXPECT_EQ(placeholders(text), placeholders(first.at(key).get<std::string>()))
          << language << " " << key;
    }
  }
}

TEST(Words, EveryLanguageNamesTwelveMonths) {
  for (const std::string& language : languages) {
    for (const std::string list : {"form.months", "form.months.short"}) {
      const auto names = captures(catalogue(language).value(list, ""), R"re(([^ ]+))re");
      EXPECT_EQ(names.size(), 12U) << language << " " << list;
    }
  }
}

TEST(Words, EveryStepAndReasonHasASentenceAndNoSentenceIsForNone) {
  EXPECT_EQ(keys_under("rule."), rule_keys());
}

// What steps say in sentences, they are given: in every case in which they come up.
TEST(Words, EverySentenceOfAStepIsGivenItsArguments) {
  std::map<std::string, Keys> always_given;
  for (const Case& one : all_cases()) {
    const Json result = answer(one.situation, false);
    for (const Json& benefit : result.value("benefits", Json::array())) {
      for (const Json& step : benefit.at("steps")) {
        const Keys given = keys_of(step.at("args"));
        const auto [entry, first] = always_given.emplace(step.at("rule"), given);
        if (!first)
          std::erase_if(entry->second, [&](auto& name) { return given.count(name) == 0; });
      }
      for (const Json& reason : benefit.value("reasons", Json::array())) {
        always_given.emplace(reason, Keys{}).first->second.clear();
      }
    }
  }
  const Json sentences = catalogue("zh-CN");
  for (const std::string& key : rule_keys()) {
    EXPECT_EQ(always_given.count(key), 1U) << "no case comes to " << key;
    for (const auto& name : placeholders(sentences.value("rule." + key, ""))) {
      EXPECT_EQ(always_given[key].count(name), 1U) << key << " is not given " << name;
    }
  }
}

TEST(Words, ListsOfThePolicyAreNamed) {
  EXPECT_EQ(keys_under("service."), words_of_policy("services"));
  EXPECT_EQ(keys_under("right."), words_of_policy("rights"));
  EXPECT_EQ(keys_under("good."), words_of_policy("goods"));
}

TEST(Words, BenefitsOfficesForcesAndSourcesOfThePolicyAreNamed) {
  Keys benefits;
  Keys offices;
  const Keys sources = keys_under("source.");
  const Json policy = read_json(policy_file());
  const Json words = catalogue("zh-CN");
  for (const Json& benefit : policy.at("benefits")) {
    const auto id = benefit.at("id").get<std::string>();
    benefits.insert({id + ".title", id + ".summary"});
    for (const auto& office : benefit.at("ask")) offices.insert(office);
    EXPECT_TRUE(words.contains("force." + benefit.at("force").get<std::string>())) << id;
    for (const auto& cited : benefit.at("sources")) {
      const auto source = cited.get<std::string>();
      EXPECT_EQ(sources.count(source.substr(0, source.find('/'))), 1U) << source;
    }
    const Json figures = benefit.value("figures", Json::object());
    for (const auto& [name, figure] : figures.items()) {
      const auto source = figure.at("values")[0].at("source").get<std::string>();
      EXPECT_EQ(sources.count(source.substr(0, source.find('/'))), 1U) << source;
    }
  }
  EXPECT_EQ(keys_under("benefit."), benefits);
  EXPECT_EQ(keys_under("office."), offices);
}

TEST(Words, AssumptionsAndTheirOptionsAreNamed) {
  Keys wanted;
  const Json policy = read_json(policy_file());
  for (const Json& assumption : policy.at("assumptions")) {
    const auto id = assumption.at("id").get<std::string>();
    wanted.insert(id + ".title");
    for (const Json& option : assumption.at("options")) {
      wanted.insert(id + ".option." + option.at("id").get<std::string>());
    }
  }
  EXPECT_EQ(keys_under("assumption."), wanted);
}

TEST(Words, EveryInputHasALabelAndEveryOptionAName) {
  const Json words = catalogue("zh-CN");
  for (InputId id = 0; id < input_ids::end; ++id) {
    if (named(id) != id) continue;  // a row of the child that an absent array may hold
    std::string place = pointer(id);
    for (const std::string array : {"/children/", "/elders/"}) {
      if (!place.starts_with(array)) continue;
      place = array + "N" + place.substr(place.find('/', array.size()));
    }
    EXPECT_TRUE(words.contains("input." + place + ".label")) << place;
    if (row(id).type != InputType::choice) continue;
    for (const std::string_view option : options(id)) {
      if (option.empty()) continue;
      EXPECT_TRUE(words.contains("input." + place + ".option." + std::string(option))) << place;
    }
  }
}

TEST(Words, EveryErrorHasASentence) {
  Keys codes;
  for (int code = 0; code <= static_cast<int>(ErrorCode::not_in_order); ++code) {
    codes.insert(std::string(word(static_cast<ErrorCode>(code))));
  }
  for (const std::string& code : codes) EXPECT_EQ(keys_under("error.").count(code), 1U) << code;
}

// Names end in "_" where the code appends to them: "explain.bounds_" + "days".
TEST(Words, TheTextRenderingUsesExactlyItsOwn) {
  const std::string code =
      code_of(in_tree("core/cli/explain.cpp")) + code_of(in_tree("core/cli/naming.cpp"));
  const auto found = captures(code, R"re("(explain\.\w+)")re");
  const Keys used(found.begin(), found.end());
  const Keys there = keys_under("explain.");
  for (const std::string& key : used) {
    if (key.ends_with('_')) continue;
    EXPECT_EQ(there.count(key.substr(8)), 1U) << key;
  }
  for (const std::string& key : there) {
    const auto uses = [&](const std::string& start) {
      return ("explain." + key) == start || ((start.ends_with('_') || start == "explain.payer") &&
                                             ("explain." + key).starts_with(start));
    };
    EXPECT_TRUE(std::any_of(used.begin(), used.end(), uses)) << "explain." << key;
  }
}

}  // namespace
}  // namespace benefits::test
