#include "core/case.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>

#include "core/assumptions.h"

namespace benefits {

namespace {

constexpr std::int64_t number(Outcome outcome) { return static_cast<std::int64_t>(outcome); }

std::int64_t day_number(Date date) { return date.time_since_epoch().count(); }

template <class T>
std::optional<Interval> told(const Input<T>& input) {
  if (!input.told) return std::nullopt;
  std::int64_t count = 0;
  if constexpr (std::is_same_v<T, Date>) {
    count = day_number(*input.told);
  } else {
    count = static_cast<std::int64_t>(*input.told);
  }
  return Interval{count, count};
}

// What was told of the three inputs that can contradict one another: "not pregnant" and a birth
// that is expected.
std::optional<Interval> told_of_pregnancy(const Situation& s, InputId input) {
  if (input == s.pregnant.id) return told(s.pregnant);
  if (input == s.delivery.date.id) return told(s.delivery.date);
  if (s.delivery_presence == Presence::none) {
    return Interval{number(Outcome::none), number(Outcome::none)};
  }
  return told(s.delivery.outcome);
}

bool contradicts(Interval pregnant, Interval outcome, Interval date, Date as_of) {
  return pregnant.high == 0 && outcome.low == number(Outcome::birth) &&
         date.low > day_number(as_of);
}

std::optional<Interval> find(const std::vector<Path::Answer>& answers, InputId input) {
  const auto found = std::find_if(answers.begin(), answers.end(),
                                  [&](const auto& answer) { return answer.input == input; });
  return found == answers.end() ? std::nullopt : std::optional(found->within);
}

// Whether the answers of `path`, filled up with those of `other`, contradict one another.
bool contradictory(const Situation& s, const std::vector<Path::Answer>& path,
                   const std::vector<Path::Answer>& other) {
  const auto joint = [&](InputId input) {
    if (const auto fixed = told_of_pregnancy(s, input)) return *fixed;
    const auto mine = find(path, input);
    const auto theirs = find(other, input);
    if (mine && theirs && !mine->disjoint(*theirs)) return mine->intersect(*theirs);
    if (mine || theirs) return mine ? *mine : *theirs;
    return Interval{row(input).low, row(input).high};
  };
  return contradicts(joint(s.pregnant.id), joint(s.delivery.outcome.id), joint(s.delivery.date.id),
                     s.as_of);
}

}  // namespace

std::optional<InputId> only_difference(const Situation& situation,
                                       const std::vector<Path::Answer>& a,
                                       const std::vector<Path::Answer>& b) {
  std::optional<InputId> input;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->input != j->input) {
      ++(i->input < j->input ? i : j);
      continue;
    }
    if (i->within.disjoint(j->within)) {
      if (input && *input != named(i->input)) return std::nullopt;
      input = named(i->input);
    }
    ++i;
    ++j;
  }
  if (contradictory(situation, a, b) || contradictory(situation, b, a)) return std::nullopt;
  return input;
}

const Parent& Case::parent() const { return situation().parent(parent_of()); }

ParentOf Case::parent_of() const {
  assert(subject_.kind == Subject::Kind::mother || subject_.kind == Subject::Kind::father);
  return subject_.kind == Subject::Kind::mother ? ParentOf::mother : ParentOf::father;
}

const Child& Case::child() const {
  assert(subject_.kind == Subject::Kind::child);
  const auto& s = situation();
  return subject_.index < s.children.size() ? s.children[subject_.index] : s.untold_child;
}

const Input<Date>& Case::birth_date() const {
  return subject_.kind == Subject::Kind::child ? child().birth_date : delivery().date;
}

bool Case::untold_child_exists() { return path_.each(input_ids::children, {0, 1}).low == 1; }

Interval Case::so_far(InputId input) const {
  const auto& s = situation();
  if (input == s.pregnant.id || input == s.delivery.outcome.id || input == s.delivery.date.id) {
    if (const auto fixed = told_of_pregnancy(s, input)) return *fixed;
  }
  const auto supposed = path_.supposed(input);
  return supposed ? *supposed : Interval{row(input).low, row(input).high};
}

// Contradictions narrow answers.
Interval Case::possible(InputId input) const {
  const auto& s = situation();
  Interval within = so_far(input);
  const bool not_pregnant = so_far(s.pregnant.id).high == 0;
  const bool is_birth = so_far(s.delivery.outcome.id).low == number(Outcome::birth);
  const bool is_ahead = so_far(s.delivery.date.id).low > day_number(s.as_of);
  if (input == s.pregnant.id) {
    if (is_birth && is_ahead) within.low = 1;
  } else if (input == s.delivery.outcome.id) {
    if (s.delivery_presence == Presence::given) {
      within.low = std::max(within.low, number(Outcome::miscarriage));
    }
    if (not_pregnant && is_ahead) within.high = std::min(within.high, number(Outcome::miscarriage));
  } else if (input == s.delivery.date.id) {
    if (not_pregnant && is_birth) within.high = std::min(within.high, day_number(s.as_of));
  } else if (row(input).type == InputType::date) {
    within.high = std::min(within.high, day_number(s.as_of));
  } else if (says_whose_parent(input)) {
    if (s.mother_presence == Presence::none) within.low = 1;
    if (s.father_presence == Presence::none) within.high = 0;
  }
  assert(within.low <= within.high);
  return within;
}

Interval Case::narrowed(const Count& count) const {
  const auto supposed = path_.supposed(count.input);
  return supposed ? *supposed : count.range;
}

const DatedValue& Case::in_force(const FigureName& name) const {
  // The reader has made sure that the values ascend and leave no gap in the days in force.
  return value_on(world_.policy.figures.at(name), as_of());
}

int Case::figure(const WholeFigure& name) const {
  return static_cast<int>(in_force(name).number.numerator);
}

bool Case::figure(const InForceFigure& name) const {
  const auto& values = world_.policy.figures.at(name);
  return std::any_of(values.begin(), values.end(), [&](const DatedValue& value) {
    return value.from <= as_of() && (!value.to || as_of() <= *value.to);
  });
}

ChosenWords Case::words(std::string_view list) const {
  const auto found = std::find_if(entry_.lists.begin(), entry_.lists.end(),
                                  [&](const WordList& words) { return words.name == list; });
  if (found == entry_.lists.end()) std::abort();  // one that the rule does not list
  // The lowest `size` bits set; a shift by 32 cannot occur because lists are not empty.
  return {&found->words, ~WordSet{0} >> (most_words - found->words.size())};
}

const Option& Case::option(const AssumptionName& name) {
  const std::uint8_t index = world_.policy.assumption_index.at(name);
  consulted_ |= std::uint64_t{1} << index;
  return world_.policy.assumptions[index].options[world_.options[index]];
}

Date Case::attains(Date born, int years) {
  if (years == 0) return born;
  const LeapDay leap_day = is_leap_day(born) ? assume(assumptions::leap_day) : LeapDay::feb_28;
  const Date day = birthday(born, years, leap_day);
  return assume(assumptions::age_attained) == AgeAttained::day_after ? day + std::chrono::days{1}
                                                                     : day;
}

void Case::record(std::string_view rule, std::span<const Member> args, std::string_view source) {
  if (!world_.explain) return;
  steps_.push_back({rule, source.empty() ? entry_.source_of(rule) : source});
  Step& step = steps_.back();
  for (const Member& arg : args) step.args.add(arg);
  // A rule's parts lean on one another: what one has said already is not said again.
  if (std::find(steps_.begin(), steps_.end() - 1, step) != steps_.end() - 1) steps_.pop_back();
}

}  // namespace benefits
