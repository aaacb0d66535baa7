#pragma once
// What a rule may see: the answers, the figures in force, the reading in use. A rule asks as if
// every answer were there; what nobody told is supposed here, and the rule is run again (path.h).

#include <array>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/measure.h"
#include "core/path.h"
#include "core/policy.h"
#include "core/result.h"
#include "core/situation.h"

namespace benefits {

/// One situation under one policy and one reading of it.
struct World {
  const Policy& policy;
  const Situation& situation;
  std::array<std::uint8_t, most_assumptions> options = {};  ///< index in each assumption
  bool explain = true;                                      ///< whether steps are recorded
};

/// How many entries of an array have a property. Entries are independent of one another and of all
/// else that a rule asks, so the number may be anything in `range`.
struct Count {
  InputId input;
  Interval range;
};

class Case {
 public:
  Case(const World& world, const BenefitEntry& entry, Subject subject, Path& path,
       std::vector<Step>& steps)
      : world_(world), entry_(entry), subject_(subject), path_(path), steps_(steps) {}

  // -- Who and when
  Subject subject() const { return subject_; }
  const Situation& situation() const { return world_.situation; }
  Date as_of() const { return world_.situation.as_of; }
  const Delivery& delivery() const { return world_.situation.delivery; }
  /// The parent who holds the benefit. @pre the subject is a parent
  const Parent& parent() const;
  /// @pre the subject is a parent
  ParentOf parent_of() const;
  /// The child that holds the benefit. @pre the subject is a child
  const Child& child() const;
  /// The birth date of the child that holds the benefit, or else of the babies of the delivery.
  const Input<Date>& birth_date() const;

  // -- Answers
  /// The answer to a yes-or-no or a choice.
  template <class T>
  T ask(const Input<T>& input) {
    if (input.told) return *input.told;
    const Interval within = possible(input.id);
    return from_count<T>(within.single() ? within.low : path_.each(input.id, within).low);
  }
  /// Whether the answer has a property that, along the order of answers, changes once at most.
  template <class T, class Monotone>
  bool test(const Input<T>& input, Monotone holds) {
    if (input.told) return holds(*input.told);
    return test_interval(input.id, possible(input.id),
                         [&](std::int64_t count) { return holds(from_count<T>(count)); });
  }
  template <class Monotone>
  bool test(const Count& count, Monotone holds) {
    return test_interval(count.input, narrowed(count), holds);
  }
  /// A number that outcomes are computed from: the least or the greatest answer stands for all
  /// between them.
  template <class T>
  T least_or_greatest(const Input<T>& input) {
    if (input.told) return *input.told;
    const Interval within = possible(input.id);
    return from_count<T>(within.single() ? within.low : path_.extremes(input.id, within).low);
  }
  std::int64_t least_or_greatest(const Count& count) {
    const Interval within = narrowed(count);
    return within.single() ? within.low : path_.extremes(count.input, within).low;
  }
  /// Whether the answer was told, or contradictions leave only one.
  template <class T>
  bool is_settled(const Input<T>& input) const {
    return input.told || possible(input.id).single();
  }
  /// A wage or price that only an amount of a payer depends on: never supposed; what nobody told
  /// leaves the amount open.
  std::optional<Fen> wage(const Input<Fen>& input) {
    if (!input.told) open_amounts_.set(input.id);
    return input.told;
  }
  /// How many children (elders) have the property that `holds(Case&, const Child&)` tells.
  /// A rule counts the entries of one array, and once: two counts would not be independent, and
  /// `counted_inputs` does not tell whose inputs it has.
  template <class Property>
  Count count_children(Property holds) {
    const auto& s = situation();
    return count(s.children, s.children_told, input_ids::children, holds);
  }
  template <class Property>
  Count count_elders(Property holds) {
    const auto& s = situation();
    return count(s.elders, s.elders_told, input_ids::elders, holds);
  }
  /// Whether the child that an array not told of may hold exists. @pre the subject is that child
  bool untold_child_exists();

  // -- Policy
  int figure(const WholeFigure& name) const;
  Fen figure(const MoneyFigure& name) const { return {in_force(name).number.numerator}; }
  Rational figure(const RatioFigure& name) const { return in_force(name).number; }
  Date figure(const DateFigure& name) const { return in_force(name).date; }
  bool figure(const InForceFigure& name) const;
  const std::vector<std::int64_t>& figure(const ListFigure& name) const {
    return in_force(name).list;
  }
  /// A ratio as the policy file writes it, for explanations.
  std::string_view written(const RatioFigure& name) const { return in_force(name).text; }
  /// The paragraph or article from which the figure in force comes.
  std::string_view source(const FigureName& name) const { return in_force(name).source; }
  /// A word list of the benefit, whole.
  ChosenWords words(std::string_view list) const;

  // -- Readings
  template <class Reading>
  Reading assume(const Assumption<Reading>& name) {
    return static_cast<Reading>(option(name).reading);
  }
  /// The option in use of an assumption whose options carry values.
  const Option& option(const AssumptionName& name);

  // -- Ages (assumptions age.attained, age.leap_day)
  /// The day on which somebody born on `born` reaches `years`; the day of birth for 0.
  Date attains(Date born, int years);
  /// Whether the age on `as_of` is below `years`; an expected child has age 0.
  bool younger_than(const Input<Date>& born, int years) {
    return test(born, [&](Date date) { return as_of() < attains(date, years); });
  }

  // -- Explanation
  /// Records a step. Where no source is given, it is the one that the policy names for the step,
  /// else the benefit's first.
  void step(std::string_view rule, std::string_view source = {}) { record(rule, {}, source); }
  template <std::size_t count>
  // NOLINTNEXTLINE(*-avoid-c-arrays): so that a call's arguments are counted
  void step(std::string_view rule, const Member (&args)[count], std::string_view source = {}) {
    static_assert(count <= Members::most);
    record(rule, args, source);
  }

  // -- What a run leaves behind, for decide.cpp
  std::uint64_t consulted() const { return consulted_; }
  const InputSet& open_amounts() const { return open_amounts_; }
  const InputSet& counted_inputs() const { return counted_inputs_; }

 private:
  template <class T>
  static T from_count(std::int64_t count) {
    if constexpr (std::is_same_v<T, Date>) {
      return Date{std::chrono::days{count}};
    } else if constexpr (std::is_same_v<T, Fen>) {
      return Fen{count};
    } else {
      return static_cast<T>(count);
    }
  }

  template <class Monotone>
  bool test_interval(InputId input, Interval within, Monotone holds) {
    const bool at_low = holds(within.low);
    if (holds(within.high) == at_low) return at_low;
    Interval turn = within;  // the property changes between its ends
    while (turn.high - turn.low > 1) {
      const std::int64_t middle = turn.low + (turn.high - turn.low) / 2;
      (holds(middle) == at_low ? turn.low : turn.high) = middle;
    }
    return path_.split(input, within, turn.low).low == within.low ? at_low : !at_low;
  }

  template <class Entry, class Property>
  Count count(const std::vector<Entry>& entries, bool told, InputId array, Property holds);

  void record(std::string_view rule, std::span<const Member> args, std::string_view source);

  Interval possible(InputId input) const;
  Interval so_far(InputId input) const;
  Interval narrowed(const Count& count) const;
  const DatedValue& in_force(const FigureName& name) const;

  const World& world_;
  const BenefitEntry& entry_;
  Subject subject_;
  Path& path_;
  std::vector<Step>& steps_;
  std::uint64_t consulted_ = 0;
  InputSet open_amounts_;
  InputSet counted_inputs_;  ///< inputs behind the counts
};

/// What a rule comes to along one path.
template <class T>
struct Ending {
  std::vector<Path::Answer> answers;
  T outcome;
};

/// Whether two paths differ in the answer to one input only, and which.
std::optional<InputId> only_difference(const Situation& situation,
                                       const std::vector<Path::Answer>& a,
                                       const std::vector<Path::Answer>& b);

/// The inputs on which the outcome depends: those whose answer alone, the other answers being the
/// same and no contradiction, leads from one outcome to another.
template <class T>
InputSet deciding(const Situation& situation, const std::vector<Ending<T>>& endings) {
  InputSet inputs;
  for (std::size_t i = 0; i < endings.size(); ++i) {
    for (std::size_t j = i + 1; j < endings.size(); ++j) {
      if (endings[i].outcome == endings[j].outcome) continue;
      const auto input = only_difference(situation, endings[i].answers, endings[j].answers);
      if (input) inputs.set(*input);
    }
  }
  return inputs;
}

template <class Entry, class Property>
Count Case::count(const std::vector<Entry>& entries, bool told, InputId array, Property holds) {
  if (!told) {
    counted_inputs_.set(array);
    return {array, {0, row(array).high}};
  }
  Count count{array, {0, 0}};
  for (const Entry& entry : entries) {
    Path path;
    Case alone(world_, entry_, subject_, path, steps_);
    std::vector<Ending<bool>> endings;
    bool can_have = false;
    bool can_lack = false;
    do {
      const bool has = holds(alone, entry);
      (has ? can_have : can_lack) = true;
      if (!path.empty()) endings.push_back({path.answers(), has});
    } while (path.next_way());
    count.range.low += can_lack ? 0 : 1;
    count.range.high += can_have ? 1 : 0;
    if (can_have && can_lack) counted_inputs_ |= deciding(situation(), endings);
    consulted_ |= alone.consulted_;
  }
  return count;
}

}  // namespace benefits
