#pragma once
// What a measure's file says: who, if, gets, when, by whom. Everything else (what is missing,
// bounds, alternatives, questions) is derived from it by decide.h and evaluate.h.

#include <string_view>

#include "core/list.h"
#include "core/policy.h"
#include "core/result.h"

namespace benefits {

class Case;

/// A condition of the law. An "or" of the law is one condition.
struct Condition {
  std::string_view met;     ///< step where it holds
  std::string_view reason;  ///< the result's reason where it fails
  bool (*holds)(Case&);
  /// The reason of an earlier condition. Where that one failed, this one's is not given; "" for
  /// none.
  std::string_view moot_by = {};
};

/// Which sum of the summary a benefit that is given counts in.
enum class Sum { none, leave, aid_per_year };

/// One right: rules are pure, know no "unknown", and ask in an order that depends on answers only.
/// Numbers that they use of an input may only make an outcome grow or shrink
/// (Case::least_or_greatest relies on it).
struct Rule {
  std::string_view id;
  /// Who holds it; listed once for each that the situation has or may have.
  List<Subject::Kind, 3> subjects;
  /// Whether the delivery gives rise to it.
  bool about_delivery = false;
  /// If: all of them must hold. None: everybody is entitled.
  List<Condition, 6> conditions = {};
  /// Gets.
  Value (*value)(Case&);
  /// When; null where it has no dates.
  Periods (*period)(Case&) = nullptr;
  /// By whom, how much; null where nobody pays in money.
  Payment (*payers)(Case&) = nullptr;
  /// The member of `value` that an unknown benefit bounds: "days", "yuan" or "".
  std::string_view bounded = {};
  Sum sum = Sum::none;
  /// What gives rise to it where only the answers tell; null elsewhere. Called when entitled.
  std::optional<Subject> (*about)(Case&) = nullptr;
  /// Narrows who is listed; null: everybody in `subjects`.
  bool (*listed)(const Situation&, Subject) = nullptr;

  // What the policy must give for it. A rule may also use what another rule lists. To use what no
  // rule lists aborts the program; tests/core/rules_test.cpp runs them all.
  List<const FigureName*, 8> figures = {};
  List<const AssumptionName*, 8> assumptions = {};
  /// Names of the word lists that the policy must give.
  List<std::string_view, 2> lists = {};
  /// Steps for which the policy may name a source other than the benefit's first.
  List<std::string_view, 3> cited_steps = {};
};

/// The rules of one file of core/measures.
struct Measure {
  List<Rule, 5> rules;
};

}  // namespace benefits
