#include "core/situation.h"

#include <array>

#include "core/list.h"

namespace benefits {

namespace {

using enum InputType;
namespace ids = input_ids;

constexpr Date first_date = std::chrono::year{1900} / 1 / 1;
constexpr Date last_date = std::chrono::year{2199} / 12 / 31;
constexpr std::int64_t most_money = 10'000'000 * std::int64_t{100};

// The words of the choices, in the order of their enumerators; no word for what cannot be told.
constexpr std::array<std::string_view, 3> outcomes{"", "miscarriage", "birth"};
constexpr std::array<std::string_view, 4> cares{"home", "childcare", "kindergarten", "school"};
constexpr std::array<std::string_view, 3> kinds{"public", "inclusive_private", "other_private"};
constexpr std::array<std::string_view, 2> areas{"rural", "urban"};
constexpr std::array<std::string_view, 7> hardships{
    "none",   "registered_poor", "destitute", "minimum_living_allowance", "de_facto_unattended",
    "orphan", "disabled"};
constexpr std::array<std::string_view, 2> parents{"mother", "father"};
constexpr std::array<std::string_view, 2> stages{"compulsory", "other"};

static_assert(ends_with(outcomes, Outcome::birth));
static_assert(ends_with(cares, Care::school));
static_assert(ends_with(kinds, KindergartenKind::other_private));
static_assert(ends_with(areas, Area::urban));
static_assert(ends_with(hardships, Hardship::disabled));
static_assert(ends_with(parents, ParentOf::father));
static_assert(ends_with(stages, Stage::other));

constexpr InputRow truth(std::string_view name) { return {name, boolean, 0, 1}; }
constexpr InputRow one_of(std::string_view name, std::span<const std::string_view> words) {
  return {name, choice, 0, static_cast<std::int64_t>(words.size()) - 1, words};
}
constexpr InputRow amount(std::string_view name) { return {name, money, 0, most_money}; }
constexpr InputRow day(std::string_view name) {
  return {name, date, first_date.time_since_epoch().count(), last_date.time_since_epoch().count()};
}

// The inputs of assets/schema/situation.schema.json, in its order.
constexpr std::array rows_before_children{
    truth("lawful_birth"),
    truth("planning_pregnancy"),
    truth("pregnant"),
    truth("employed"),
    amount("monthly_wage_yuan"),
    truth("maternity_insured"),
    amount("employer_average_monthly_wage_yuan"),
    truth("reentering_work"),
    truth("childcare_job"),
    truth("employed"),
    amount("monthly_wage_yuan"),
    truth("childcare_job"),
    one_of("outcome", outcomes),
    day("date"),
    InputRow{"babies", whole, 1, 8},
    truth("difficult"),
    InputRow{"leave_before_birth_days", whole, 0, 15},
    InputRow{"pregnancy_months", whole, 0, 9},
    InputRow{"children", array, 0, most_children},
};
constexpr std::array<InputRow, ids::child_rows> rows_of_child{
    day("birth_date"),   one_of("care", cares), one_of("kind", kinds),
    truth("registered"), one_of("area", areas), one_of("hardship", hardships)};
constexpr InputRow row_of_elders{"elders", array, 0, most_elders};
constexpr std::array<InputRow, ids::elder_rows> rows_of_elder{
    day("birth_date"), truth("hospitalised"), one_of("child", parents), truth("only_child")};
constexpr std::array rows_after_elders{truth("housing_eligible"),
                                       truth("special_family"),
                                       one_of("kind", kinds),
                                       truth("registered"),
                                       InputRow{"pupils", whole, 0, 100'000},
                                       truth("registered"),
                                       truth("inclusive"),
                                       truth("community"),
                                       one_of("stage", stages),
                                       truth("academic"),
                                       truth("offline"),
                                       amount("guide_price_yuan"),
                                       amount("price_yuan")};

static_assert(rows_before_children.size() == ids::children + 1);
static_assert(rows_after_elders.size() == ids::end - ids::household);
static_assert(rows_before_children[ids::mother_childcare_job].name == "childcare_job");
static_assert(rows_before_children[ids::father_childcare_job].name == "childcare_job");
static_assert(rows_of_child[ids::child_kindergarten].name == "kind");
static_assert(rows_of_child[ids::child_hardship].name == "hardship");
static_assert(rows_of_elder[ids::elder_child].name == "child");

constexpr bool of_child(InputId id) { return id >= ids::first_child && id < ids::elders; }
constexpr bool of_elder(InputId id) { return id >= ids::first_elder && id < ids::household; }

// The object in which a row outside the arrays stands.
std::string_view object_of(InputId id) {
  struct Section {
    InputId first;
    std::string_view pointer;
  };
  constexpr std::array<Section, 9> sections{{{ids::tutoring, "/institution/tutoring"},
                                             {ids::childcare, "/institution/childcare"},
                                             {ids::kindergarten, "/institution/kindergarten"},
                                             {ids::household, "/household"},
                                             {ids::children, ""},
                                             {ids::delivery, "/delivery"},
                                             {ids::father, "/father"},
                                             {ids::mother, "/mother"},
                                             {ids::lawful_birth, ""}}};
  if (id == ids::elders) return "";
  for (const auto& section : sections) {
    if (id >= section.first) return section.pointer;
  }
  return "";
}

template <class T>
Input<T> child_input(std::size_t index, InputId offset) {
  return {static_cast<InputId>(ids::first_child + ids::child_rows * index + offset)};
}

template <class T>
Input<T> elder_input(std::size_t index, InputId offset) {
  return {static_cast<InputId>(ids::first_elder + ids::elder_rows * index + offset)};
}

}  // namespace

const InputRow& row(InputId id) {
  if (of_child(id)) {
    return rows_of_child[static_cast<std::size_t>(id - ids::first_child) % ids::child_rows];
  }
  if (of_elder(id)) {
    return rows_of_elder[static_cast<std::size_t>(id - ids::first_elder) % ids::elder_rows];
  }
  if (id == ids::elders) return row_of_elders;
  return id >= ids::household ? rows_after_elders[static_cast<std::size_t>(id - ids::household)]
                              : rows_before_children[id];
}

InputId named(InputId id) {
  const bool untold =
      of_child(id) && (id - ids::first_child) / ids::child_rows == static_cast<int>(most_children);
  return untold ? ids::children : id;
}

bool says_whose_parent(InputId id) {
  return of_elder(id) && (id - ids::first_elder) % ids::elder_rows == ids::elder_child;
}

std::string pointer(InputId id) {
  id = named(id);
  std::string text;
  if (of_child(id)) {
    const int index = (id - ids::first_child) / ids::child_rows;
    const int offset = (id - ids::first_child) % ids::child_rows;
    const bool in_kindergarten = offset >= ids::child_kindergarten && offset < ids::child_hardship;
    text = "/children/" + std::to_string(index) + (in_kindergarten ? "/kindergarten" : "");
  } else if (of_elder(id)) {
    text = "/elders/" + std::to_string((id - ids::first_elder) / ids::elder_rows);
  } else {
    text = object_of(id);
  }
  text += '/';
  text += row(id).name;
  return text;
}

Parent::Parent(ParentOf who)
    : employed{who == ParentOf::mother ? ids::mother : ids::father},
      monthly_wage{static_cast<InputId>(employed.id + 1)},
      childcare_job{who == ParentOf::mother ? ids::mother_childcare_job
                                            : ids::father_childcare_job} {}

Child::Child(std::size_t place)
    : index(place),
      birth_date(child_input<Date>(place, 0)),
      care(child_input<Care>(place, 1)),
      kindergarten_kind(child_input<KindergartenKind>(place, ids::child_kindergarten)),
      kindergarten_registered(child_input<bool>(place, ids::child_kindergarten + 1)),
      kindergarten_area(child_input<Area>(place, ids::child_kindergarten + 2)),
      hardship(child_input<Hardship>(place, ids::child_hardship)) {}

Elder::Elder(std::size_t place)
    : index(place),
      birth_date(elder_input<Date>(place, 0)),
      hospitalised(elder_input<bool>(place, 1)),
      child(elder_input<ParentOf>(place, ids::elder_child)),
      only_child(elder_input<bool>(place, ids::elder_child + 1)) {}

}  // namespace benefits
