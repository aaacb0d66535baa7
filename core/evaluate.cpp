#include "core/evaluate.h"

#include <array>
#include <cassert>

#include "core/assumptions.h"
#include "core/decide.h"
#include "core/rank.h"

namespace benefits {

namespace {

World world_of(const Policy& policy, const Situation& situation) {
  World world{policy, situation};
  for (std::size_t i = 0; i < policy.assumptions.size(); ++i) {
    world.options[i] = policy.assumptions[i].default_option;
  }
  for (const auto& [assumption, option] : situation.assumptions) world.options[assumption] = option;
  return world;
}

Date first_day_in_force(const World& world) {
  const std::size_t index = *world.policy.assumption_index.find(assumptions::in_force);
  return *world.policy.assumptions[index].options[world.options[index]].date;
}

// How many, of one kind, the situation has or may have.
std::size_t how_many(const Situation& s, Subject::Kind kind) {
  using enum Subject::Kind;
  switch (kind) {
    case mother:
      return s.mother_presence != Presence::none ? 1 : 0;
    case father:
      return s.father_presence != Presence::none ? 1 : 0;
    case kindergarten:
      return s.kindergarten.asked ? 1 : 0;
    case childcare:
      return s.childcare.asked ? 1 : 0;
    case tutoring:
      return s.tutoring.asked ? 1 : 0;
    case delivery: {
      const bool may_be = s.delivery_presence != Presence::none;
      return may_be && s.delivery.outcome.told != Outcome::miscarriage ? 1 : 0;
    }
    case child:
      return s.children_told ? s.children.size() : 1;
    case household:
    case elder:
      break;
  }
  return 1;
}

template <class Visit>
void for_each_holder(const Situation& s, const Rule& rule, Visit visit) {
  for (const Subject::Kind kind : rule.subjects) {
    for (std::size_t i = 0; i < how_many(s, kind); ++i) {
      Subject holder{kind};
      if (kind == Subject::Kind::child) {
        holder.index = s.children_told ? s.children[i].index : most_children;
      }
      if (rule.listed == nullptr || rule.listed(s, holder)) visit(holder);
    }
  }
}

// A birth before the document is answered by it all the same; a step says so.
void note_early_birth(const Situation& s, Date in_force, Benefit& benefit) {
  constexpr Subject delivery{Subject::Kind::delivery};
  const bool of_birth = benefit.subject == delivery || benefit.about == delivery;
  if (!of_birth || benefit.decision.status != Status::entitled) return;
  const auto& date = s.delivery.date.told;
  if (s.delivery.outcome.told != Outcome::birth || !date || in_force <= *date) return;
  constexpr std::string_view rule = "birth_before_policy";
  Step step{rule, benefit.entry->source_of(rule)};
  step.args.add({"birth", *date});
  step.args.add({"in_force", in_force});
  benefit.steps.push_back(step);
}

// First what decides a status or a value, most claims settled first; then what only completes an
// amount or a date.
std::vector<InputId> questions(const std::vector<Benefit>& benefits) {
  struct Need {
    int claims = 0;
    int all = 0;
  };
  std::array<Need, input_ids::end> needs{};
  InputSet deciding;
  InputSet completing;
  for (const Benefit& benefit : benefits) {
    deciding |= benefit.missing;
    completing |= benefit.left_out;
    if (benefit.missing.none()) continue;
    for (std::size_t id = 0; id < needs.size(); ++id) {
      if (!benefit.missing.test(id)) continue;
      needs[id].all += 1;
      needs[id].claims += benefit.entry->force == Force::claim ? 1 : 0;
    }
  }
  std::vector<Rank> ranks;
  for (InputId id = 0; id < input_ids::end; ++id) {
    if (deciding.test(id)) ranks.push_back({-needs[id].claims, -needs[id].all, id});
  }
  sort(ranks);
  std::vector<InputId> order;
  order.reserve(ranks.size());
  for (const Rank& rank : ranks) order.push_back(static_cast<InputId>(rank[2]));
  for (InputId id = 0; id < input_ids::end; ++id) {
    if (completing.test(id) && !deciding.test(id)) order.push_back(id);
  }
  return order;
}

Summary empty_summary(const Situation& s) {
  Summary summary;
  summary.mother.told_none = s.mother_presence == Presence::none;
  summary.father.told_none = s.father_presence == Presence::none;
  return summary;
}

void add_leave(const Decision& leave, Summary::OfParent& sum) {
  sum.leave_days += leave.value.amount("days");
  if (!leave.payment.certain) sum.leave_pay.reset();
  if (!sum.leave_pay) return;
  for (const PayerLine& line : leave.payment.lines) {
    assert(line.yuan);  // the payment is certain
    *sum.leave_pay = *sum.leave_pay + *line.yuan;
  }
}

void add_given(const Benefit& benefit, Sum sum, Summary& summary) {
  const Decision& given = benefit.decision;
  switch (sum) {
    case Sum::none:
      return;
    case Sum::leave: {
      const bool of_mother = benefit.subject.kind == Subject::Kind::mother;
      return add_leave(given, of_mother ? summary.mother : summary.father);
    }
    case Sum::aid_per_year:
      summary.aid_per_year = summary.aid_per_year + Fen{given.value.amount("yuan")};
  }
}

void add_to_summary(const Benefit& benefit, Sum sum, Summary& summary) {
  switch (benefit.decision.status) {
    case Status::not_entitled:
      ++summary.not_entitled;
      return;
    case Status::unknown:
      ++summary.unknown;
      return;
    case Status::entitled:
      ++summary.entitled;
      add_given(benefit, sum, summary);
  }
}

std::vector<TimelineEntry> timeline(const std::vector<Benefit>& benefits) {
  std::vector<Rank> ranks;
  const auto add = [&](std::size_t benefit, Period period) {
    ranks.push_back({period.from.time_since_epoch().count(), period.to.time_since_epoch().count(),
                     static_cast<std::int64_t>(benefit)});
  };
  for (std::size_t i = 0; i < benefits.size(); ++i) {
    const Periods& periods = benefits[i].decision.periods;
    if (periods.current) add(i, *periods.current);
    for (const Period& later : periods.later) add(i, later);
  }
  sort(ranks);
  std::vector<TimelineEntry> entries;
  entries.reserve(ranks.size());
  for (const auto& [from, to, benefit] : ranks) {
    entries.push_back({static_cast<std::size_t>(benefit),
                       {Date{std::chrono::days{from}}, Date{std::chrono::days{to}}}});
  }
  return entries;
}

}  // namespace

Result evaluate(const Policy& policy, const Situation& situation, bool alternatives,
                const Scope& scope) {
  const World world = world_of(policy, situation);
  const Date in_force = first_day_in_force(world);
  Result result{&policy, situation.as_of};
  result.summary = empty_summary(situation);
  result.in_force = in_force <= situation.as_of;
  if (result.in_force) {
    result.benefits.reserve(2 * policy.benefits.size());
    for (std::size_t i = 0; i < policy.benefits.size(); ++i) {
      if (!scope.test(i)) continue;
      const BenefitEntry& entry = policy.benefits[i];
      for (const Rule* rule : entry.rules) {
        for_each_holder(situation, *rule, [&](Subject holder) {
          result.benefits.push_back({&entry, holder});
          Benefit& benefit = result.benefits.back();
          decide(world, *rule, alternatives, benefit);
          note_early_birth(situation, in_force, benefit);
          add_to_summary(benefit, rule->sum, result.summary);
        });
      }
    }
  }
  result.questions = questions(result.benefits);
  result.timeline = timeline(result.benefits);
  return result;
}

}  // namespace benefits
