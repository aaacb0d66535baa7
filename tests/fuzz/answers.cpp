#include <array>

#include "core/calculator.h"
#include "core/json.h"
#include "tests/core/support.h"
#include "tests/fuzz/targets.h"

namespace benefits::fuzz {

namespace {

using test::calculator;

bool is_errors(std::string_view answer) { return answer.starts_with(R"({"errors":[{)"); }
bool is_result(std::string_view answer) { return answer.starts_with(R"({"policy":{)"); }

bool is_json(std::string_view answer) {
  const auto parsed = json::parse(answer);
  const auto* errors = std::get_if<Errors>(&parsed);
  return errors == nullptr || errors->front().code == ErrorCode::too_large;
}

std::string check(const Calculator& by, const std::string& situation) {
  const std::string answer = by.evaluate(situation);
  if (!is_errors(answer) && !is_result(answer)) return "neither errors nor a result: " + answer;
  if (!is_json(answer)) return "no JSON: " + answer;
  if (is_errors(answer) && answer.size() > 8 * (situation.size() + json::largest_document)) {
    return "errors out of proportion: " + answer;
  }
  if (by.evaluate(situation) != answer) return "another answer the second time: " + answer;
  const std::string shorter = by.evaluate(situation, false);
  if (is_errors(shorter) != is_errors(answer)) return "errors only with alternatives";
  if (answer.size() < shorter.size()) return "longer without alternatives: " + shorter;
  return "";
}

// Nothing told; a family with every part; one before a miscarriage, with institutions.
constexpr std::array<const char*, 3> families{
    R"({"as_of":"2024-06-01","institution":{"kindergarten":{},"childcare":{},"tutoring":{}}})",
    R"({"as_of":"2025-03-01","lawful_birth":true,"mother":{"employed":true,"monthly_wage_yuan":10000000,
"maternity_insured":true,"employer_average_monthly_wage_yuan":1},"father":{"employed":true,
"monthly_wage_yuan":0.01},"delivery":{"outcome":"birth","date":"2024-02-29","babies":8,
"difficult":true,"leave_before_birth_days":15},"children":[{"birth_date":"2020-02-29",
"care":"kindergarten","hardship":"orphan","kindergarten":{"kind":"public","registered":true}}],
"elders":[{"birth_date":"1960-02-29","hospitalised":true,"child":"mother","only_child":true}]})",
    R"({"as_of":"2199-12-31","mother":{"employed":true},"delivery":{"outcome":"miscarriage",
"date":"2199-12-31"},"children":[{"birth_date":"1900-01-01"}],"institution":{"kindergarten":
{"kind":"public","registered":true,"pupils":100000},"tutoring":{"stage":"compulsory",
"academic":true,"offline":true,"guide_price_yuan":10000000,"price_yuan":0}}})"};

}  // namespace

std::string try_situation(std::string_view bytes) {
  return check(calculator(), std::string(bytes));
}

std::string try_policy(std::string_view bytes) {
  const Calculator policy(bytes);
  const bool sound = policy.policy_errors().empty();
  for (const char* family : families) {
    const std::string wrong = check(policy, family);
    if (!wrong.empty()) return wrong;
    if (is_result(policy.evaluate(family)) != sound) return "not what check-policy says";
  }
  return "";
}

}  // namespace benefits::fuzz
