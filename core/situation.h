#pragma once
// What was told: assets/schema/situation.schema.json as plain values. An `Input` that was not told
// is empty; "there is none" is a value of its own.

#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/date.h"
#include "core/money.h"

namespace benefits {

inline constexpr std::size_t most_children = 12;
inline constexpr std::size_t most_elders = 8;

// Enumerators are the schema's words, in the order of the lists in situation.cpp.
enum class Outcome { none, miscarriage, birth };
enum class Care { home, childcare, kindergarten, school };
enum class KindergartenKind { public_, inclusive_private, other_private };
enum class Area { rural, urban };
enum class Hardship {
  none,
  registered_poor,
  destitute,
  minimum_living_allowance,
  de_facto_unattended,
  orphan,
  disabled
};
enum class ParentOf { mother, father };
enum class Stage { compulsory, other };

/// Names one row of the table of inputs, for one child or elder where the row stands in an array.
/// Ids ascend in table order (all of `/children/0` before `/children/1`), so a set of them prints
/// in the table's order by itself.
using InputId = std::uint8_t;

namespace input_ids {
inline constexpr InputId lawful_birth = 0, planning_pregnancy = 1, pregnant = 2;
inline constexpr InputId mother = 3, mother_childcare_job = mother + 5;
inline constexpr InputId father = 9, father_childcare_job = father + 2, delivery = 12;
inline constexpr InputId children = 18;  ///< the array itself, while it is absent
inline constexpr InputId child_rows = 6, first_child = children + 1;
/// One place more than children can be told: the child that an absent array may hold.
inline constexpr InputId elders = first_child + child_rows * (most_children + 1);
inline constexpr InputId elder_rows = 4, first_elder = elders + 1;
inline constexpr InputId household = first_elder + elder_rows * most_elders;
inline constexpr InputId kindergarten = household + 2, childcare = kindergarten + 3;
inline constexpr InputId tutoring = childcare + 3, end = tutoring + 5;

// Rows of a child and of an elder that more is said of, counted from its first.
inline constexpr InputId child_kindergarten = 2, child_hardship = child_kindergarten + 3;
inline constexpr InputId elder_child = 2;
}  // namespace input_ids

/// A set of inputs, in table order.
using InputSet = std::bitset<input_ids::end>;

enum class InputType { boolean, choice, whole, money, date, array };

/// What the table says of an input. Bounds are inclusive, in the unit of the type: the
/// option's index, the number, fen, or days since 1970-01-01.
struct InputRow {
  std::string_view name;
  InputType type;
  std::int64_t low;
  std::int64_t high;
  /// The words of a choice, in the order of its enumerators; "" for a state that cannot be told.
  std::span<const std::string_view> options = {};
};

const InputRow& row(InputId id);

/// The RFC 6901 pointer of the input; rows of a child that is not told of
/// are the array's.
std::string pointer(InputId id);
/// `id`, or the array's id for a row of an entry that an absent array may hold.
InputId named(InputId id);
/// Whether the input says of an elder whose parent this is.
bool says_whose_parent(InputId id);

template <class T>
struct Input {
  InputId id = 0;
  std::optional<T> told = {};

  Input& operator=(T value) {
    told = value;
    return *this;
  }
};

struct Parent {
  explicit Parent(ParentOf who);

  Input<bool> employed;       ///< has an employer
  Input<Fen> monthly_wage;    ///< own wage before leave, up to 10 000 000 yuan
  Input<bool> childcare_job;  ///< works or trains for work in childcare
  // The mother's only.
  /// Enrolled in maternity insurance by the employer.
  Input<bool> maternity_insured{input_ids::mother + 2};
  /// Of the previous year, up to 10 000 000 yuan.
  Input<Fen> employer_average_monthly_wage{input_ids::mother + 3};
  /// Re-entering employment after a birth.
  Input<bool> reentering_work{input_ids::mother + 4};
};

/// How the latest pregnancy ends or is expected to end.
struct Delivery {
  Input<Outcome> outcome{input_ids::delivery};
  Input<Date> date{input_ids::delivery + 1};  ///< due or actual; of the miscarriage
  // Of a birth only.
  Input<int> babies{input_ids::delivery + 2};                   ///< born alive, 1 to 8
  Input<bool> difficult{input_ids::delivery + 3};               ///< medically certified
  Input<int> leave_before_birth_days{input_ids::delivery + 4};  ///< taken, 0 to 15; untold: 0
  // Of a miscarriage only.
  Input<int> pregnancy_months{input_ids::delivery + 5};  ///< completed, 0 to 9
};

/// A living child, other than the babies of the delivery.
struct Child {
  explicit Child(std::size_t place);

  std::size_t index;       ///< place in `/children`; `most_children`: of an array not told of
  Input<Date> birth_date;  ///< not after `as_of`
  Input<Care> care;        ///< where the child is
  // Of a child in kindergarten only.
  Input<KindergartenKind> kindergarten_kind;
  Input<bool> kindergarten_registered;  ///< approved and registered by the education department
  Input<Area> kindergarten_area;        ///< county towns are rural
  Input<Hardship> hardship;             ///< which of the categories that are aided, if any
};

/// A parent of the mother or of the father.
struct Elder {
  explicit Elder(std::size_t place);

  std::size_t index;         ///< place in `/elders`
  Input<Date> birth_date;    ///< not after `as_of`
  Input<bool> hospitalised;  ///< for illness
  Input<ParentOf> child;     ///< whose parent this is
  Input<bool> only_child;    ///< whether that person has no brother or sister
};

/// Whether an object of the situation was given, said to be none, or not told.
enum class Presence { not_told, none, given };

struct Situation {
  Date as_of{};
  Input<bool> lawful_birth{input_ids::lawful_birth};
  Input<bool> planning_pregnancy{input_ids::planning_pregnancy};
  Input<bool> pregnant{input_ids::pregnant};

  Presence mother_presence = Presence::not_told;
  Presence father_presence = Presence::not_told;
  Presence delivery_presence = Presence::not_told;
  Parent mother{ParentOf::mother};
  Parent father{ParentOf::father};
  Delivery delivery;

  bool children_told = false;
  bool elders_told = false;
  std::vector<Child> children;
  std::vector<Elder> elders;
  Child untold_child{most_children};  ///< stands for any child of an absent array

  Input<bool> housing_eligible{input_ids::household};
  Input<bool> special_family{input_ids::household + 1};

  struct Kindergarten {
    bool asked = false;  ///< whether the situation names this institution
    Input<KindergartenKind> kind{input_ids::kindergarten};
    Input<bool> registered{input_ids::kindergarten + 1};
    Input<int> pupils{input_ids::kindergarten + 2};
  } kindergarten;
  struct Childcare {
    bool asked = false;
    Input<bool> registered{input_ids::childcare};
    Input<bool> inclusive{input_ids::childcare + 1};
    Input<bool> community{input_ids::childcare + 2};
  } childcare;
  struct Tutoring {
    bool asked = false;
    Input<Stage> stage{input_ids::tutoring};        ///< of the pupils' schooling
    Input<bool> academic{input_ids::tutoring + 1};  ///< in subjects taught at school
    Input<bool> offline{input_ids::tutoring + 2};   ///< in a classroom
    // Both up to 10 000 000 yuan.
    Input<Fen> guide_price{input_ids::tutoring + 3};  ///< the government's
    Input<Fen> price{input_ids::tutoring + 4};        ///< what is charged
  } tutoring;

  /// Index of an assumption in the policy, and of an option in it; for those that are not there the
  /// policy's default is used.
  std::vector<std::pair<std::uint8_t, std::uint8_t>> assumptions;

  Presence presence(ParentOf who) const {
    return who == ParentOf::mother ? mother_presence : father_presence;
  }
  const Parent& parent(ParentOf who) const { return who == ParentOf::mother ? mother : father; }
};

}  // namespace benefits
