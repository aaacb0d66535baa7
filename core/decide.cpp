#include "core/decide.h"

#include <algorithm>
#include <utility>

namespace benefits {

namespace {

struct Claim {
  bool entitled = false;
  Value value = {};

  bool operator==(const Claim&) const = default;
};

// All that a function of a rule can come to, over every way of answering what was not told.
template <class T>
struct Endings {
  T first = {};
  std::vector<Ending<T>> all;  ///< none where nothing had to be supposed: `first` is all
  InputSet counted;            ///< the inputs behind a count
  InputSet open_amounts;       ///< amounts that nobody told

  bool certain() const {
    return std::all_of(all.begin(), all.end(),
                       [&](const auto& ending) { return ending.outcome == first; });
  }
};

// Decides one benefit under one reading.
class Judge {
 public:
  Judge(const World& world, const Rule& rule, Benefit& benefit)
      : world_(world), rule_(rule), benefit_(benefit) {
    constexpr std::size_t usual_steps = 4;
    if (world.explain) benefit.steps.reserve(usual_steps);
  }

  void run() {
    auto claims = every_ending<Claim>([this](Case& c) { return claim(c); });
    if (!claims.certain()) {
      benefit_.decision.status = Status::unknown;
      benefit_.missing = deciding_inputs(claims);
      if (!rule_.bounded.empty()) benefit_.bounds = bounds_of(claims);
      benefit_.steps.clear();
      return;
    }
    if (!claims.first.entitled) {
      benefit_.steps.clear();
      return;
    }
    benefit_.decision.status = Status::entitled;
    benefit_.decision.value = std::move(claims.first.value);
    if (rule_.period != nullptr) decide_period();
    if (rule_.payers != nullptr) decide_payment();
  }

  // The conditions one by one: those that hold or fail whatever the absent inputs are.
  std::vector<std::string_view> settle_conditions() {
    std::vector<std::string_view> failed;
    for (const Condition& condition : rule_.conditions) {
      const std::size_t before = benefit_.steps.size();
      const auto endings = every_ending<bool>([&](Case& c) { return condition.holds(c); });
      if (!endings.certain()) {
        benefit_.steps.resize(before);
        continue;
      }
      if (std::find(failed.begin(), failed.end(), condition.moot_by) != failed.end()) {
        benefit_.steps.resize(before);
        continue;
      }
      if (!endings.first) failed.push_back(condition.reason);
      if (world_.explain) {
        const auto verdict = endings.first ? condition.met : condition.reason;
        benefit_.steps.push_back({verdict, benefit_.entry->source_of(verdict)});
      }
    }
    return failed;
  }

  std::optional<Subject> about() {
    Path path;
    Case c(world_, *benefit_.entry, benefit_.subject, path, benefit_.steps);
    return rule_.about(c);
  }

  /// The assumptions that the rule asked for, as bits.
  std::uint64_t consulted() const { return consulted_; }

 private:
  bool subject_is_untold() const {
    return benefit_.subject == Subject{Subject::Kind::child, most_children};
  }

  Claim claim(Case& c) const {
    if (subject_is_untold() && !c.untold_child_exists()) return {};
    for (const Condition& condition : rule_.conditions) {
      if (!condition.holds(c)) return {};
      c.step(condition.met);
    }
    if (rule_.conditions.empty()) c.step("everyone");
    return {true, rule_.value(c)};
  }

  // Runs `rule` once for every way of answering. Steps that all ways share are kept.
  template <class T, class Run>
  Endings<T> every_ending(Run rule) {
    Path path;
    const std::size_t before = benefit_.steps.size();
    Endings<T> endings;
    const auto run_once = [&] {
      Case c(world_, *benefit_.entry, benefit_.subject, path, benefit_.steps);
      T outcome = rule(c);
      endings.counted |= c.counted_inputs();
      endings.open_amounts |= c.open_amounts();
      consulted_ |= c.consulted();
      return outcome;
    };
    endings.first = run_once();
    if (path.empty()) return endings;
    endings.all.push_back({path.answers(), endings.first});
    std::vector<Step> common(benefit_.steps.begin() + static_cast<std::ptrdiff_t>(before),
                             benefit_.steps.end());
    benefit_.steps.resize(before);
    while (path.next_way()) {
      T outcome = run_once();
      endings.all.push_back({path.answers(), std::move(outcome)});
      keep_common(common, before);
    }
    benefit_.steps.insert(benefit_.steps.end(), common.begin(), common.end());
    return endings;
  }

  // Of the steps that all earlier ways share, those that the last one took too.
  void keep_common(std::vector<Step>& common, std::size_t before) {
    const auto start = benefit_.steps.begin() + static_cast<std::ptrdiff_t>(before);
    std::erase_if(common, [&](const Step& step) {
      return std::find(start, benefit_.steps.end(), step) == benefit_.steps.end();
    });
    benefit_.steps.resize(before);
  }

  // The inputs that decide between the endings; a count stands for the inputs behind it.
  template <class T>
  InputSet deciding_inputs(const Endings<T>& endings) const {
    InputSet inputs = deciding(world_.situation, endings.all);
    for (const InputId array : {input_ids::children, input_ids::elders}) {
      if (inputs.test(array) && endings.counted.any()) {
        inputs.reset(array);
        inputs |= endings.counted;
      }
    }
    return inputs;
  }

  Bounds bounds_of(const Endings<Claim>& claims) const {
    Bounds found{rule_.bounded, claims.first.value.amount(rule_.bounded), 0};
    for (const auto& ending : claims.all) {
      const std::int64_t amount = ending.outcome.value.amount(rule_.bounded);
      found.least = std::min(found.least, amount);
      found.most = std::max(found.most, amount);
    }
    return found;
  }

  void decide_period() {
    auto endings = every_ending<Periods>(rule_.period);
    if (endings.certain()) {
      benefit_.decision.periods = std::move(endings.first);
    } else {
      benefit_.left_out |= deciding_inputs(endings);
    }
  }

  // Lines are listed where the days of every payer are certain; yuan where the amount is.
  void decide_payment() {
    const auto endings = every_ending<Payment>(rule_.payers);
    Payment& payment = benefit_.decision.payment;
    payment = endings.first;
    for (const auto& ending : endings.all) keep_certain(payment.lines, ending.outcome.lines);
    payment.certain = payment.certain && endings.certain();
    if (!payment.certain) benefit_.left_out |= deciding_inputs(endings) | endings.open_amounts;
  }

  // Of the lines what another way of answering gives too.
  static void keep_certain(std::vector<PayerLine>& lines, const std::vector<PayerLine>& others) {
    const auto same_days = [](const PayerLine& a, const PayerLine& b) {
      return a.payer == b.payer && a.days == b.days;
    };
    if (!std::equal(lines.begin(), lines.end(), others.begin(), others.end(), same_days)) {
      return lines.clear();
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].yuan != others[i].yuan) lines[i].yuan.reset();
    }
  }

  const World& world_;
  const Rule& rule_;
  Benefit& benefit_;
  std::uint64_t consulted_ = 0;
};

Alternative compare(std::size_t assumption, std::size_t option, const Decision& base,
                    Decision other) {
  const bool both = base.status == Status::entitled && other.status == Status::entitled;
  const bool status = base.status != other.status;
  const auto differs = [&](bool same) { return both && !same; };
  const bool value = differs(base.value == other.value);
  const bool period = differs(base.periods.current == other.periods.current);
  const bool later = differs(base.periods.later == other.periods.later);
  const bool payers = differs(base.payment.lines == other.payment.lines);
  return {static_cast<std::uint8_t>(assumption),
          static_cast<std::uint8_t>(option),
          std::move(other),
          status,
          value,
          period,
          later,
          payers};
}

void try_other_readings(const World& world, const Rule& rule, std::uint64_t consulted,
                        Benefit& benefit) {
  const auto& assumptions = world.policy.assumptions;
  World other = world;
  other.explain = false;
  for (std::size_t i = 0; i < assumptions.size(); ++i) {
    if ((consulted >> i & 1) == 0) continue;
    const std::size_t before = benefit.alternatives.size();
    for (std::size_t option = 0; option < assumptions[i].options.size(); ++option) {
      if (option == world.options[i]) continue;
      other.options[i] = static_cast<std::uint8_t>(option);
      Benefit otherwise{benefit.entry, benefit.subject};
      Judge(other, rule, otherwise).run();
      Alternative found = compare(i, option, benefit.decision, std::move(otherwise.decision));
      if (found.status_differs || found.value_differs || found.period_differs ||
          found.later_periods_differ || found.payers_differ) {
        benefit.alternatives.push_back(std::move(found));
      }
    }
    other.options[i] = world.options[i];
    if (benefit.alternatives.size() > before) {
      benefit.assumptions.emplace_back(static_cast<std::uint8_t>(i), world.options[i]);
    }
  }
}

}  // namespace

void decide(const World& world, const Rule& rule, bool alternatives, Benefit& benefit) {
  Judge judge(world, rule, benefit);
  judge.run();
  if (benefit.decision.status == Status::entitled) {
    if (rule.about != nullptr) benefit.about = judge.about();
  } else {
    auto failed = judge.settle_conditions();
    if (benefit.decision.status == Status::not_entitled) benefit.reasons = std::move(failed);
  }
  if (rule.about_delivery && world.situation.delivery_presence != Presence::none) {
    benefit.about = Subject{Subject::Kind::delivery};
  }
  if (alternatives) try_other_readings(world, rule, judge.consulted(), benefit);
}

}  // namespace benefits
