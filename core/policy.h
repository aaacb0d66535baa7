#pragma once
// A policy: every figure, date, source and assumption, read from its file and bound to the rules.

#include <array>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/date.h"
#include "core/list.h"
#include "core/money.h"

namespace benefits {

/// What a figure or an option's value is a number of. Of figures the policy file says it too, and
/// must agree.
enum class Unit {
  days,
  months,
  years,
  hours,
  yuan,
  days_per_month,  ///< a rational
  date,
  in_force,            ///< true on the days listed, false on all others
  list_of_months,      ///< ascending
  list_of_month_days,  ///< ascending days of any year, MM-DD
  percent,
};

std::string_view word(Unit unit);

/// A figure as a rule names it. Its identity is its address: one constant for each figure.
struct FigureName {
  std::string_view name;
  Unit unit;
  std::int64_t least = 0;  ///< of numbers other than amounts: the least that the rule can take
};

/// A figure of days, months, years or hours.
struct WholeFigure : FigureName {};
/// How long a leave is: a day at least, or it would end before it begins.
constexpr WholeFigure leave_length(std::string_view name) { return {name, Unit::days, 1}; }
/// The age below which somebody must be: a year at least, for an unborn child's is 0.
constexpr WholeFigure age_limit(std::string_view name) { return {name, Unit::years, 1}; }
struct MoneyFigure : FigureName {
  constexpr explicit MoneyFigure(std::string_view text) : FigureName{text, Unit::yuan} {}
};
/// By what a wage is divided.
struct RatioFigure : FigureName {
  constexpr explicit RatioFigure(std::string_view text)
      : FigureName{text, Unit::days_per_month, 1} {}
};
struct DateFigure : FigureName {
  constexpr explicit DateFigure(std::string_view text) : FigureName{text, Unit::date} {}
};
struct InForceFigure : FigureName {
  constexpr explicit InForceFigure(std::string_view text) : FigureName{text, Unit::in_force} {}
};
struct ListFigure : FigureName {};

/// An option as a rule names it.
struct OptionName {
  std::string_view id;
  bool has_value = false;  ///< whether the rule computes with a value that the file gives it

  // NOLINTNEXTLINE(*-explicit-*): most options are nothing but their id
  constexpr OptionName(const char* text = "", bool valued = false) : id(text), has_value(valued) {}
};
constexpr OptionName with_value(const char* id) { return {id, true}; }

/// A question that the law leaves open, as a rule names it; identity is the address.
struct AssumptionName {
  std::string_view id;
  /// The readings that the rule can tell apart, in the order of its enumerators. Empty where the
  /// option's own value is what the rule uses: then the file may list any.
  List<OptionName, 4> options;
  // What the options' values are, where they carry any, and the least number that they may be.
  Unit unit = Unit::days;
  std::int64_t least = 0;

  /// Whether the rule computes with the value of that option.
  bool reads_value_of(std::string_view option) const;
};

/// An assumption whose options are the enumerators of `Reading`.
template <class Reading>
struct Assumption : AssumptionName {
  template <class... Options>
  constexpr explicit Assumption(std::string_view text, Options... choices)
      : AssumptionName{text, {OptionName(choices)...}} {}
};

/// An assumption whose options carry a number or a day.
struct ValueAssumption : AssumptionName {
  constexpr ValueAssumption(std::string_view text, Unit unit_of_values,
                            std::int64_t least_value = 0)
      : AssumptionName{text, {}, unit_of_values, least_value} {}
};

/// What a figure is on the days of `from` to `to`.
struct DatedValue {
  Date from;
  std::optional<Date> to;  ///< absent: until further notice
  std::string source;
  Rational number;                 ///< days, months, years, hours, ratio; yuan in fen
  Date date{};                     ///< Unit::date
  std::string text;                ///< of a ratio, as written
  std::vector<std::int64_t> list;  ///< months, or month * 100 + day
};

/// The value of a figure on a day: the last that has begun, or the first where none has.
/// @pre `values` ascend, and there is one
const DatedValue& value_on(const std::vector<DatedValue>& values, Date day);

struct Option {
  std::string id;
  std::string text;  ///< the value as written, "" where it has none
  Rational value;
  std::optional<Date> date;
  std::uint8_t reading = 0;  ///< the rule's enumerator
};

struct AssumptionEntry {
  std::string_view id;  ///< the rule's own
  std::uint8_t default_option = 0;
  std::vector<Option> options = {};
};

/// A choice of a list's words: bit i is word i.
using WordSet = std::uint32_t;
/// Most words that a list can have.
inline constexpr std::size_t most_words = std::numeric_limits<WordSet>::digits;

/// A constant list of words, in order: one at least, `most_words` at most.
struct WordList {
  std::string name;
  std::vector<std::string> words;
};

/// Values by a name's identity. Rules look figures up hundreds of times an answer: names are
/// scattered over twice as many places as there are, and found at the first or the next.
template <class Name, class Value>
class ByName {
 public:
  const Value* find(const Name& name) const {
    const Entry& entry = entries_[place(name)];
    return entry.name == &name ? &entry.value : nullptr;
  }
  /// Aborts, in release builds too, if the name was never added.
  const Value& at(const Name& name) const {
    const Value* found = find(name);
    if (found == nullptr) std::abort();
    return *found;
  }
  /// @return whether the name is new; a known one keeps its value
  bool add(const Name& name, Value value) {
    if (find(name) != nullptr) return false;
    if (++size_ > entries_.size() / 2) grow();
    entries_[place(name)] = {&name, std::move(value)};
    return true;
  }

 private:
  struct Entry {
    const Name* name = nullptr;
    Value value = {};
  };

  // Where the name is, or the free place where it belongs.
  std::size_t place(const Name& name) const {
    constexpr std::size_t spread = 2654435761;  // Knuth's multiplier: neighbours land far apart
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): only where to look first
    const auto address = reinterpret_cast<std::uintptr_t>(&name);
    const std::size_t last = entries_.size() - 1;  // all its bits are set
    std::size_t at = address / alignof(Name) * spread >> 8 & last;
    while (entries_[at].name != nullptr && entries_[at].name != &name) at = (at + 1) & last;
    return at;
  }
  void grow() {
    std::vector<Entry> old(2 * entries_.size());
    old.swap(entries_);
    for (Entry& entry : old) {
      if (entry.name != nullptr) entries_[place(*entry.name)] = std::move(entry);
    }
  }

  std::vector<Entry> entries_ = std::vector<Entry>(16);  ///< a power of two of them
  std::size_t size_ = 0;
};

struct Rule;

/// How binding the wording of the document is; in the schema's order, which says nothing of which
/// binds more.
enum class Force { claim, service, standard, encouraged, information };

/// As policy files and results spell them, in that order.
inline constexpr std::array<std::string_view, 5> forces{"claim", "service", "standard",
                                                        "encouraged", "information"};
static_assert(ends_with(forces, Force::information));
std::string_view word(Force force);

/// One benefit of the file: what the rules of that id need beside figures.
struct BenefitEntry {
  std::string id;
  std::int64_t measure = 0;  ///< 0: an organisational paragraph
  Force force = Force::information;
  std::vector<std::string> sources;
  std::vector<std::string> ask;
  std::vector<WordList> lists;
  /// Steps that do not come from the first source, each with its own.
  std::vector<std::pair<std::string, std::string>> step_sources;
  std::vector<const Rule*> rules;  ///< all of that id: more than one where subjects differ

  /// The source of a step: its own, else the benefit's first.
  std::string_view source_of(std::string_view step) const;
};

/// Immutable once read; safe to share between threads.
struct Policy {
  std::string id;
  std::string edition;
  std::string document_number;               ///< as its issuer writes it
  std::vector<AssumptionEntry> assumptions;  ///< in the order in which results name them
  std::vector<BenefitEntry> benefits;        ///< in the order of results
  ByName<FigureName, std::vector<DatedValue>> figures;
  ByName<AssumptionName, std::uint8_t> assumption_index;
};

/// Most assumptions a policy can have, so that a set of them is 64 bits.
inline constexpr std::size_t most_assumptions = 64;

}  // namespace benefits
