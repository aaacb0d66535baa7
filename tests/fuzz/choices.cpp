#include "tests/core/generator.h"
#include "tests/fuzz/targets.h"

namespace benefits::fuzz {

namespace {

using test::Json;

void choose_readings(test::Random& random, Json& situation) {
  for (const AssumptionEntry& assumption : test::calculator().policy().assumptions) {
    if (!random.chance(10)) continue;
    situation["assumptions"][assumption.id] = random.one_of(assumption.options).id;
  }
}

bool only_contradictions(const Json& got) {
  for (const Json& error : got.at("errors")) {
    if (error.at("code") != "contradiction") return false;
  }
  return true;
}

// What is decided without the answer must not be otherwise with it.
std::string take_back(const Json& situation, const Json& full, const std::string& pointer) {
  const Json less = test::answer(test::without(situation, pointer), false);
  if (less.contains("errors")) return "errors without " + pointer + ": " + situation.dump();
  for (const Json& benefit : less.at("benefits")) {
    if (benefit.at("status") == "unknown") continue;
    if (test::outcome(benefit, full) == test::outcome(benefit, less)) continue;
    return benefit.at("id").dump() + " is decided without " + pointer +
           " and otherwise with it: " + situation.dump();
  }
  return "";
}

}  // namespace

std::string try_choices(std::string_view bytes) {
  test::FromBytes random(bytes);
  const int percent_told = random.one_of<int>({100, 90, 75, 50, 25});
  // Chosen first, so that it can be changed without changing the family.
  const auto taken_back = static_cast<std::size_t>(random.number(0, 255));
  // The other readings cost as much as all else together.
  const bool every_reading = random.chance(10);
  Json situation = test::any_situation(random, percent_told);
  choose_readings(random, situation);

  const std::string text = situation.dump();
  const std::string answer = test::calculator().evaluate(text, false);
  const Json full = Json::parse(answer);
  if (full.contains("errors")) return only_contradictions(full) ? "" : "refused: " + text;
  const std::string shuffled = test::shuffled(random, situation).dump();
  if (test::calculator().evaluate(shuffled, false) != answer) {
    return "the order of members matters: " + text;
  }
  if (every_reading) {
    const std::string wrong = try_situation(text);
    if (!wrong.empty()) return wrong;
  }
  const auto told = test::told_inputs(situation);
  return told.empty() ? "" : take_back(situation, full, told[taken_back % told.size()]);
}

}  // namespace benefits::fuzz
