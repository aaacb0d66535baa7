// Every key that the core can emit has a sentence in every language, with the same arguments; none
// is there for nothing.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "core/measures.h"
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

// Keys of what conditions say where they hold and where they fail, and of the steps to which cases
// come; tests/law holds the cases to all of them.
Keys rule_keys() {
  Keys keys;
  for (const Measure* measure : measures()) {
    for (const Rule& rule : measure->rules) {
      for (const Condition& condition : rule.conditions) {
        keys.emplace(condition.met);
        keys.emplace(condition.reason);
      }
    }
  }
  for (const LawCase& one : all_cases()) {
    for (const Json& benefit : answer(one.situation, false).value("benefits", Json::array())) {
      for (const Json& step : benefit.at("steps")) keys.insert(step.at("rule"));
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

// Of each benefit its sentences, as far as cases come to them: title, summary, words of its lists,
// steps and reasons; and what readings it asks for.
struct Said {
  std::map<std::string, Keys> sentences;
  std::map<std::string, Keys> readings;
};

Said said_of_benefits() {
  Said said;
  const Json policy = read_json(policy_file());
  const std::map<std::string, std::string> spaces{
      {"services", "service."}, {"rights", "right."}, {"goods", "good."}};
  for (const Json& entry : policy.at("benefits")) {
    const auto id = entry.at("id").get<std::string>();
    said.sentences[id] = {"benefit." + id + ".title", "benefit." + id + ".summary"};
    const Json lists = entry.value("lists", Json::object());
    for (const auto& [list, words] : lists.items()) {
      for (const auto& word : words) {
        said.sentences[id].insert(spaces.at(list) + word.get<std::string>());
      }
    }
  }
  for (const LawCase& one : all_cases()) {
    const Json result = answer(one.situation);
    for (const Json& benefit : result.value("benefits", Json::array())) {
      const auto id = benefit.at("id").get<std::string>();
      for (const Json& step : benefit.at("steps")) {
        said.sentences[id].insert("rule." + step.at("rule").get<std::string>());
      }
      for (const Json& reason : benefit.value("reasons", Json::array())) {
        said.sentences[id].insert("rule." + reason.get<std::string>());
      }
      for (const Json& used : benefit.value("assumptions", Json::array())) {
        said.readings[id].insert(used.at("id").get<std::string>());
      }
    }
  }
  return said;
}

// Its own and the common ones, by name.
std::map<std::string, Json> figures_of(const Json& policy, const std::string& benefit) {
  std::map<std::string, Json> figures;
  for (const auto& [name, figure] : policy.at("common").at("figures").items()) {
    figures[name] = figure;
  }
  for (const Json& entry : policy.at("benefits")) {
    if (entry.at("id") != benefit) continue;
    const Json own = entry.value("figures", Json::object());
    for (const auto& [name, figure] : own.items()) figures[name] = figure;
  }
  return figures;
}

// The numbers in a sentence, outside its placeholders.
Keys numbers(const std::string& sentence) {
  const auto bare = std::regex_replace(sentence, std::regex(R"(\{[^{}]*\})"), " ");
  const auto found = captures(bare, R"((\d+(?:[./]\d+)*))");
  return {found.begin(), found.end()};
}

// A figure as a sentence would spell it out; lists of days and months none does.
Keys spelt_out(const Json& figure) {
  Keys texts;
  for (const Json& dated : figure.at("values")) {
    const Json& value = dated.at("value");
    if (value.is_number()) texts.insert(value.dump());
    if (!value.is_string()) continue;
    const auto text = value.get<std::string>();
    texts.insert(figure.at("unit") == "date" ? text.substr(0, text.find('-')) : text);
  }
  return texts;
}

// Or a figure changed in the policy would be contradicted by the words.
TEST(Words, SpellOutNoFigureOfTheBenefitThatTheySpeakOf) {
  const Json policy = read_json(policy_file());
  const Said said = said_of_benefits();
  for (const auto& [benefit, sentences] : said.sentences) {
    Keys spoken = sentences;
    const auto asked = said.readings.find(benefit);
    for (const std::string& key : keys_under("assumption.")) {
      const std::string reading = key.substr(0, std::min(key.rfind(".title"), key.find(".option")));
      // Days of the calendar are no figures.
      if (reading == "age.leap_day" || asked == said.readings.end()) continue;
      if (asked->second.count(reading) != 0) spoken.insert("assumption." + key);
    }
    Keys named;
    const Json first = catalogue("zh-CN");
    for (const std::string& key : spoken) {
      named.merge(placeholders(first.at(key).get<std::string>()));
    }
    Keys figures;
    bool is_free = false;
    const Json& common = policy.at("common").at("figures");
    for (const auto& [name, figure] : figures_of(policy, benefit)) {
      // A common figure is the business of those alone that name it somewhere.
      if (common.contains(name) && named.count(name) == 0) continue;
      figures.merge(spelt_out(figure));
      is_free = is_free || (figure.at("unit") == "yuan" && spelt_out(figure).count("0") != 0);
    }
    for (const std::string& language : languages) {
      const Json words = catalogue(language);
      for (const std::string& key : spoken) {
        const auto sentence = words.at(key).get<std::string>();
        for (const std::string& number : numbers(sentence)) {
          EXPECT_EQ(figures.count(number), 0U) << language << " " << benefit << " " << key;
        }
        // A title is the official name, whatever a policy says.
        if (key.ends_with(".title")) continue;
        for (const char* free : {"免费", "free", "Free", "무료"}) {
          EXPECT_FALSE(is_free && sentence.find(free) != std::string::npos) << language << key;
        }
      }
    }
  }
}

TEST(Words, SpellOutNoValueOfAReading) {
  const Json policy = read_json(policy_file());
  for (const Json& assumption : policy.at("assumptions")) {
    for (const Json& option : assumption.at("options")) {
      if (!option.contains("value")) continue;
      const std::string key = "assumption." + assumption.at("id").get<std::string>() + ".option." +
                              option.at("id").get<std::string>();
      const Json& value = option.at("value");
      const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
      for (const std::string& language : languages) {
        const auto sentence = catalogue(language).at(key).get<std::string>();
        EXPECT_EQ(numbers(sentence).count(text), 0U) << language << " " << key;
        for (const std::string& name : placeholders(sentence)) EXPECT_EQ(name, "value") << key;
      }
    }
  }
}

// What steps say in sentences, they are given, in every case in which they come up; or it is a
// figure of every benefit of which they are said.
TEST(Words, EverySentenceOfABenefitIsGivenItsArguments) {
  std::map<std::string, Keys> always_given;
  for (const LawCase& one : all_cases()) {
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
  for (const std::string& key : rule_keys()) {
    EXPECT_EQ(always_given.count(key), 1U) << "no case comes to " << key;
  }
  const Json sentences = catalogue("zh-CN");
  const Json policy = read_json(policy_file());
  for (const auto& [benefit, keys] : said_of_benefits().sentences) {
    const auto figures = figures_of(policy, benefit);
    for (const std::string& key : keys) {
      const bool is_step = key.starts_with("rule.");
      for (const auto& name : placeholders(sentences.at(key).get<std::string>())) {
        const bool given = is_step && always_given[key.substr(5)].count(name) != 0;
        EXPECT_TRUE(given || figures.count(name) != 0)
            << key << ", said of " << benefit << ", is not given " << name;
      }
      if (key.ends_with(".title")) {
        EXPECT_TRUE(placeholders(sentences.at(key).get<std::string>()).empty()) << key;
      }
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
    for (const std::string_view option : row(id).options) {
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
  // Of it each type that may be expected has a sentence of its own.
  codes.erase("wrong_type");
  for (const char* type : {"boolean", "integer", "number", "number_or_fraction", "string", "array",
                           "object", "true"}) {
    codes.insert(std::string("wrong_type.") + type);
  }
  for (const std::string& code : codes) EXPECT_EQ(keys_under("error.").count(code), 1U) << code;
}

// Names end in "_" where the code appends to them: "explain.bounds_" + "days".
TEST(Words, TheTextRenderingUsesExactlyItsOwn) {
  std::string code;
  for (const auto& file : files_in("core/cli", ".cpp")) code += code_of(file);
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
