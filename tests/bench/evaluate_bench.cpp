// What an answer costs, against the least it could: measure 12's figures for one family, written
// out by hand with nothing asked, explained or cited.

#include <benchmark/benchmark.h>

#include <algorithm>

#include "core/calculator.h"
#include "core/default_policy.h"
#include "core/evaluate.h"
#include "core/situation_reader.h"

namespace benefits {
namespace {

constexpr const char* family = R"({
  "as_of": "2024-06-01", "lawful_birth": true, "planning_pregnancy": false, "pregnant": false,
  "mother": {"employed": true, "monthly_wage_yuan": 5500, "maternity_insured": true,
             "employer_average_monthly_wage_yuan": 6000, "reentering_work": false,
             "childcare_job": false},
  "father": {"employed": true, "monthly_wage_yuan": 7200.5, "childcare_job": false},
  "delivery": {"outcome": "birth", "date": "2024-03-01", "babies": 2, "difficult": true},
  "children": [{"birth_date": "2019-09-09", "care": "kindergarten", "hardship": "orphan",
                "kindergarten": {"kind": "public", "registered": true, "area": "rural"}}],
  "elders": [{"birth_date": "1960-01-01", "hospitalised": true, "child": "father",
              "only_child": true}],
  "household": {"housing_eligible": true, "special_family": false}})";
constexpr const char* nothing_told = R"({"as_of": "2024-06-01"})";

const Calculator& calculator() {
  static const Calculator instance(default_policy());
  return instance;
}

Situation read(const char* text) {
  return std::get<Situation>(read_situation(text, calculator().policy()));
}

// The figures are the law's; the compiler must not see them as constants.
struct Household {
  int as_of, birth, babies;
  bool lawful, difficult, insured, mother_employed, father_employed;
  std::int64_t wage, average, father_wage;
};

struct Leaves {
  int maternity_days, fund_days, to, paternity_to;
  std::int64_t fund, employer, paternity, parental;
};

Leaves by_hand(const Household& h) {
  Leaves leaves{};
  const int additions = (h.difficult ? 15 : 0) + 15 * (h.babies - 1);
  leaves.maternity_days = h.mother_employed ? (h.lawful ? 180 : 98) + additions : 0;
  leaves.fund_days = h.insured ? std::min(leaves.maternity_days, 98 + additions) : 0;
  leaves.to = h.birth + leaves.maternity_days - 1;
  leaves.fund = (2 * h.average * leaves.fund_days + 30) / 60;
  const std::int64_t top_up = std::max<std::int64_t>(0, h.wage - h.average) * leaves.fund_days;
  const int rest = leaves.maternity_days - leaves.fund_days;
  leaves.employer = (2 * (h.wage * rest + top_up) + 30) / 60;
  if (h.father_employed && h.lawful) {
    leaves.paternity_to = h.birth + 24;
    leaves.paternity = (2 * h.father_wage * 25 + 30) / 60;
    leaves.parental = (2 * h.father_wage * 80 + 87) / 174;
  }
  return leaves;
}

void measure_12_by_hand(benchmark::State& state) {
  Household h{19875, 19783, 2, true, true, true, true, true, 550'000, 600'000, 720'050};
  for (auto _ : state) {
    benchmark::DoNotOptimize(h);
    benchmark::DoNotOptimize(by_hand(h));
  }
}

void typed(benchmark::State& state, const char* text, bool alternatives) {
  const Situation situation = read(text);
  for (auto _ : state) {
    benchmark::DoNotOptimize(evaluate(calculator().policy(), situation, alternatives));
  }
  state.SetLabel("situation to result");
}

void text_to_text(benchmark::State& state, const char* text, bool alternatives) {
  const std::string situation = text;
  for (auto _ : state) benchmark::DoNotOptimize(calculator().evaluate(situation, alternatives));
  state.SetLabel("JSON to JSON");
}

void read_default_policy(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Calculator(default_policy()));
}

BENCHMARK(measure_12_by_hand);
BENCHMARK_CAPTURE(typed, family, family, false);
BENCHMARK_CAPTURE(typed, family_with_alternatives, family, true);
BENCHMARK_CAPTURE(typed, nothing_told, nothing_told, false);
BENCHMARK_CAPTURE(typed, nothing_told_with_alternatives, nothing_told, true);
BENCHMARK_CAPTURE(text_to_text, family, family, false);
BENCHMARK_CAPTURE(text_to_text, family_with_alternatives, family, true);
BENCHMARK_CAPTURE(text_to_text, nothing_told, nothing_told, false);
BENCHMARK_CAPTURE(text_to_text, nothing_told_with_alternatives, nothing_told, true);
BENCHMARK(read_default_policy)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace benefits

BENCHMARK_MAIN();
