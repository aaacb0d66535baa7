#include "tests/core/generator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

namespace benefits::test {

namespace {

using Words = std::vector<std::string>;

const Words mother_rows{"employed",          "monthly_wage_yuan",
                        "maternity_insured", "employer_average_monthly_wage_yuan",
                        "reentering_work",   "childcare_job"};
const Words father_rows{"employed", "monthly_wage_yuan", "childcare_job"};
const Words birth_rows{"date", "babies", "difficult", "leave_before_birth_days"};
const Words miscarriage_rows{"date", "pregnancy_months"};
const Words child_rows{"birth_date", "care", "hardship"};
const Words kindergarten_rows{"kind", "registered", "area"};
const Words elder_rows{"birth_date", "hospitalised", "child", "only_child"};
const Words household_rows{"housing_eligible", "special_family"};
const Words top_rows{"lawful_birth", "planning_pregnancy", "pregnant"};
const std::vector<std::pair<std::string, Words>> institutions{
    {"kindergarten", {"kind", "registered", "pupils"}},
    {"childcare", {"registered", "inclusive", "community"}},
    {"tutoring", {"stage", "academic", "offline", "guide_price_yuan", "price_yuan"}}};

const std::vector<std::pair<std::string, Words>> choices{
    {"outcome", {"birth", "birth", "birth", "miscarriage"}},
    {"care", {"home", "childcare", "kindergarten", "school"}},
    {"kind", {"public", "inclusive_private", "other_private"}},
    {"area", {"rural", "urban"}},
    {"hardship",
     {"none", "registered_poor", "destitute", "minimum_living_allowance", "de_facto_unattended",
      "orphan", "disabled"}},
    {"child", {"mother", "father"}},
    {"stage", {"compulsory", "other"}}};

// A day near one on which an age or a deadline is reached.
Json a_day(Random& random, Date as_of, const std::vector<int>& years_before) {
  const Date turn = birthday(as_of, -random.one_of(years_before), LeapDay::feb_28);
  const std::vector<int> off{-400, -91, -43, -28, -1, 0, 0, 1, 2, 27, 42, 90, 200};
  return text(turn + std::chrono::days{random.one_of(off)});
}

Json value_of(Random& random, const std::string& name, Date as_of) {
  for (const auto& [choice, words] : choices) {
    if (choice == name) return random.one_of(words);
  }
  if (name == "date") return a_day(random, as_of, {0, 0, 0, 1, 2, 3});
  if (name == "birth_date") return a_day(random, as_of, {0, 1, 2, 3, 3, 6, 7, 18});
  if (name == "babies") return random.number(1, random.chance(80) ? 3 : 8);
  if (name == "leave_before_birth_days") return random.number(0, 15);
  if (name == "pregnancy_months") return random.number(0, 9);
  if (name == "pupils") return random.number(0, 400);
  if (name.ends_with("_yuan")) {
    const int fen = random.number(0, 2'000'000);
    return random.chance(50) ? Json(fen / 100) : Json(fen / 100.0);
  }
  return random.chance(60);
}

void tell(Random& random, Json& object, const Words& rows, Date as_of, int percent) {
  for (const std::string& row : rows) {
    if (random.chance(percent)) object[row] = value_of(random, row, as_of);
  }
}

Json object_of(Random& random, const Words& rows, Date as_of, int percent) {
  Json object = Json::object();
  tell(random, object, rows, as_of, percent);
  return object;
}

Json a_child(Random& random, Date as_of, int percent) {
  Json child = object_of(random, child_rows, as_of, percent);
  if (child.value("care", "kindergarten") == "kindergarten") {
    child["kindergarten"] = object_of(random, kindergarten_rows, as_of, percent);
  }
  return child;
}

Json an_elder(Random& random, Date as_of, int percent) {
  Json elder = object_of(random, elder_rows, as_of, percent);
  if (elder.contains("birth_date")) elder["birth_date"] = a_day(random, as_of, {59, 60, 61, 80});
  return elder;
}

Json a_delivery(Random& random, Date as_of, int percent) {
  Json delivery = object_of(random, {"outcome"}, as_of, percent);
  const std::string outcome = delivery.value("outcome", "birth");
  tell(random, delivery, outcome == "birth" ? birth_rows : miscarriage_rows, as_of, percent);
  return delivery;
}

bool is_sound(const Json& situation) {
  const Json got = answer(situation, false);
  if (!got.contains("errors")) return true;
  for (const Json& error : got.at("errors")) {
    EXPECT_EQ(error.at("code"), "contradiction") << error.dump() << situation.dump();
  }
  return false;
}

std::string last_name(const std::string& pointer) { return pointer.substr(pointer.rfind('/') + 1); }

}  // namespace

std::uint64_t Random::below(std::uint64_t range) {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ mixed >> 30U) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ mixed >> 27U) * 0x94D049BB133111EBU;
  return (mixed ^ mixed >> 31U) % range;
}

std::uint64_t FromBytes::below(std::uint64_t range) {
  std::uint64_t value = 0;
  for (int i = range > 256 ? 4 : 1; i > 0; --i) {
    value = value << 8U | (bytes_.empty() ? 0U : static_cast<unsigned char>(bytes_.front()));
    bytes_.remove_prefix(bytes_.empty() ? 0 : 1);
  }
  return value % range;
}

int Random::number(int low, int high) {
  return low + static_cast<int>(below(static_cast<std::uint64_t>(high - low + 1)));
}

Json any_situation(Random& random, int percent) {
  const std::vector<std::string> days{"2023-12-29", "2024-02-29", "2024-06-01",
                                      "2025-02-28", "2025-12-31", "2026-03-10"};
  Date as_of = date(random.one_of(days));
  if (random.chance(50)) as_of += std::chrono::days{random.number(0, 1000)};
  Json situation{{"as_of", text(as_of)}};
  tell(random, situation, top_rows, as_of, percent);
  const auto maybe = [&](const char* name, const auto& make) {
    if (random.chance(8)) {
      situation[name] = nullptr;
    } else if (random.chance(percent)) {
      situation[name] = make();
    }
  };
  maybe("mother", [&] { return object_of(random, mother_rows, as_of, percent); });
  maybe("father", [&] { return object_of(random, father_rows, as_of, percent); });
  maybe("delivery", [&] { return a_delivery(random, as_of, percent); });
  const auto array = [&](const char* name, const auto& make) {
    if (!random.chance(percent)) return;
    situation[name] = Json::array();
    for (int i = random.number(0, 3); i > 0; --i) {
      situation[name].push_back(make(random, as_of, percent));
    }
  };
  array("children", a_child);
  array("elders", an_elder);
  if (random.chance(percent)) {
    situation["household"] = object_of(random, household_rows, as_of, percent);
  }
  for (const auto& [name, rows] : institutions) {
    if (random.chance(15)) {
      situation["institution"][name] = object_of(random, rows, as_of, percent);
    }
  }
  return situation;
}

Json random_situation(Random& random, int percent_told) {
  for (;;) {
    Json situation = any_situation(random, percent_told);
    if (is_sound(situation)) return situation;
  }
}

std::vector<std::string> open_inputs(const Json& situation) {
  std::vector<std::string> open;
  const auto add = [&](const std::string& object, const Words& rows) {
    for (const std::string& row : rows) {
      if (!situation.contains(Json::json_pointer(object + "/" + row))) {
        open.push_back(object + "/" + row);
      }
    }
  };
  const auto is_none = [&](const char* name) {
    return situation.contains(name) && situation.at(name).is_null();
  };
  add("", top_rows);
  if (!is_none("mother")) add("/mother", mother_rows);
  if (!is_none("father")) add("/father", father_rows);
  if (!is_none("delivery")) {
    const Json delivery = situation.value("delivery", Json::object());
    const std::string outcome = delivery.value("outcome", "");
    if (outcome.empty()) open.push_back("/delivery/outcome");
    if (outcome != "miscarriage") add("/delivery", {"date", "babies", "difficult"});
    if (outcome != "birth") add("/delivery", {"pregnancy_months"});
  }
  add("/household", household_rows);
  const Json children = situation.value("children", Json::array());
  for (std::size_t i = 0; i < children.size(); ++i) {
    const std::string place = "/children/" + std::to_string(i);
    add(place, child_rows);
    if (children[i].value("care", "kindergarten") == "kindergarten") {
      add(place + "/kindergarten", kindergarten_rows);
    }
  }
  const Json elders = situation.value("elders", Json::array());
  for (std::size_t i = 0; i < elders.size(); ++i) add("/elders/" + std::to_string(i), elder_rows);
  const Json institution = situation.value("institution", Json::object());
  for (const auto& [name, rows] : institutions) {
    if (institution.contains(name)) add("/institution/" + name, rows);
  }
  return open;
}

std::vector<std::string> told_inputs(const Json& situation) {
  std::vector<std::string> told;
  const Json leaves = situation.flatten();
  for (const auto& [pointer, value] : leaves.items()) {
    if (value.is_null() || pointer == "/as_of" || pointer.starts_with("/assumptions")) continue;
    if (pointer.ends_with("/leave_before_birth_days")) continue;  // absent counts as 0
    told.push_back(pointer);
  }
  return told;
}

std::optional<Json> answered(Random& random, const Json& situation, const std::string& pointer) {
  const Date as_of = date(situation.at("as_of").get<std::string>());
  Json value = value_of(random, last_name(pointer), as_of);
  if (pointer.starts_with("/elders/") && pointer.ends_with("/birth_date")) {
    value = a_day(random, as_of, {59, 60, 61, 80});
  }
  Json more = with(situation, pointer, value);
  // A sibling that the answer rules out would be misplaced once it is told.
  const Json got = answer(more, false);
  if (!got.contains("errors")) return more;
  for (const Json& error : got.at("errors")) {
    const auto code = error.at("code").get<std::string>();
    EXPECT_TRUE(code == "contradiction" || code == "misplaced_member") << error.dump();
  }
  return std::nullopt;
}

Json shuffled(Random& random, const Json& document) {
  if (document.is_array()) {
    Json items = Json::array();
    for (const Json& item : document) items.push_back(shuffled(random, item));
    return items;
  }
  if (!document.is_object()) return document;
  std::vector<std::string> names;
  for (const auto& [name, value] : document.items()) names.push_back(name);
  for (std::size_t i = names.size(); i > 1; --i) {
    std::swap(names[i - 1], names[static_cast<std::size_t>(random.below(i))]);
  }
  Json object = Json::object();
  for (const std::string& name : names) object[name] = shuffled(random, document.at(name));
  return object;
}

}  // namespace benefits::test
