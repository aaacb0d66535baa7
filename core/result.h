#pragma once
// The answer as plain values, member for member what assets/schema/result.schema.json says. Words
// are views into the policy or into constants: the policy must outlive the result.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "core/date.h"
#include "core/money.h"
#include "core/policy.h"
#include "core/situation.h"

namespace benefits {

/// Who holds a benefit, or what it is about.
struct Subject {
  enum class Kind {
    household,
    mother,
    father,
    kindergarten,
    childcare,
    tutoring,
    child,  ///< one of `/children`; index most_children: any of an array not told of
    elder,
    delivery,
  };
  Kind kind = Kind::household;
  std::size_t index = 0;

  bool operator==(const Subject&) const = default;
};

/// Appends the subject's pointer, "" for the household.
void append_pointer(std::string& text, Subject subject);

/// Those of a policy's words that are chosen.
struct ChosenWords {
  const std::vector<std::string>* words;
  WordSet chosen;

  bool operator==(const ChosenWords&) const = default;
  ChosenWords without(std::string_view word) const;
};

using Datum = std::variant<std::int64_t, Fen, bool, Date, std::string_view, ChosenWords>;

struct Member {
  std::string_view name;
  Datum datum;

  bool operator==(const Member&) const = default;
};

/// A few members in place, in the order of printing. Places not in use are neither cleared nor
/// copied: an answer holds hundreds of them, and they would be half of what it costs.
// NOLINTNEXTLINE(*-special-member-functions): to move members is to copy them
class Members {
 public:
  static constexpr std::size_t most = 4;

  // NOLINTNEXTLINE(*-pro-type-member-init,*-use-equals-default): a default one would clear them all
  Members() {}
  Members(const Members& other) : Members() { *this = other; }
  Members& operator=(const Members& other) {
    size_ = other.size_;
    std::memmove(places_.data(), other.places_.data(), size_ * sizeof(Member));
    return *this;
  }

  /// Aborts, in release builds too, when full.
  void add(const Member& member) {
    if (size_ == most) std::abort();
    std::memcpy(places_.data() + size_ * sizeof(Member), &member, sizeof(Member));
    ++size_;
  }
  const Member* begin() const {
    // NOLINTNEXTLINE(*-pro-type-reinterpret-cast): the bytes are those of members
    return std::launder(reinterpret_cast<const Member*>(places_.data()));
  }
  const Member* end() const { return begin() + size_; }

  bool operator==(const Members& other) const;

 private:
  static_assert(std::is_trivially_copyable_v<Member>);

  std::size_t size_ = 0;
  alignas(
      Member) std::array<std::byte, most * sizeof(Member)> places_;  ///< the first `size_` count
};

/// One step of a derivation: a key of the catalogues with its numbers.
struct Step {
  std::string_view rule;
  std::string_view source;
  Members args = {};

  bool operator==(const Step&) const = default;
};

/// What the holder gets, in the order of printing; and a list of dates where it has one.
struct Value {
  Members members = {};
  std::string_view dates_name = {};
  std::vector<Date> dates = {};

  bool operator==(const Value&) const = default;
  Value& with(std::string_view name, Datum datum);
  Value& with(std::string_view name, std::vector<Date> days);
  /// A number of days or fen by its name, 0 where there is none.
  std::int64_t amount(std::string_view name) const;
};

/// The period that counts on `as_of`, and those after it.
struct Periods {
  std::optional<Period> current = {};
  std::vector<Period> later = {};

  bool operator==(const Periods&) const = default;
};

/// One payer's line; days or yuan left out where they do not apply or are not certain.
struct PayerLine {
  std::string_view payer;
  std::optional<int> days;
  std::optional<Fen> yuan;

  bool operator==(const PayerLine&) const = default;
};

/// Who pays what. `certain` is false as soon as any amount is open, listed or not.
struct Payment {
  std::vector<PayerLine> lines = {};
  bool certain = true;

  bool operator==(const Payment&) const = default;
};

enum class Status { not_entitled, entitled, unknown };
/// As results spell it.
std::string_view word(Status status);

/// What one reading of the law gives.
struct Decision {
  Status status = Status::not_entitled;
  Value value = {};
  Periods periods = {};
  Payment payment = {};
};

/// What another option would have given, as far as it differs.
struct Alternative {
  std::uint8_t assumption = 0;  ///< index in the policy
  std::uint8_t option = 0;      ///< index in the assumption
  Decision decision = {};
  bool status_differs = false;
  bool value_differs = false;
  bool period_differs = false;
  bool later_periods_differ = false;
  bool payers_differ = false;
};

struct Bounds {
  std::string_view name;  ///< "days" or "yuan"
  std::int64_t least;     ///< days, or fen
  std::int64_t most;
};

struct Benefit {
  const BenefitEntry* entry;
  Subject subject;
  std::optional<Subject> about = {};
  Decision decision = {};
  InputSet missing = {};
  std::optional<Bounds> bounds = {};
  InputSet left_out = {};  ///< inputs on which an omitted amount or date depends
  std::vector<std::string_view> reasons = {};
  std::vector<Step> steps = {};
  std::vector<std::pair<std::uint8_t, std::uint8_t>> assumptions = {};  ///< index, option in use
  std::vector<Alternative> alternatives = {};
};

struct Summary {
  struct OfParent {
    bool told_none = false;
    std::int64_t leave_days = 0;
    std::optional<Fen> leave_pay = Fen{};
  };
  OfParent mother, father;
  Fen aid_per_year;
  int entitled = 0, not_entitled = 0, unknown = 0;
};

struct TimelineEntry {
  std::size_t benefit = 0;
  Period period = {};
};

struct Result {
  const Policy* policy;
  Date as_of;
  bool in_force = false;
  std::vector<Benefit> benefits = {};
  std::vector<InputId> questions = {};
  Summary summary = {};
  std::vector<TimelineEntry> timeline = {};
};

}  // namespace benefits
