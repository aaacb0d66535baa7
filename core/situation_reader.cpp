#include "core/situation_reader.h"

#include <algorithm>
#include <utility>

#include "core/document.h"

namespace benefits {

namespace {

using json::Kind;
using json::Node;
using json::Place;

class SituationReader {
 public:
  SituationReader(const Node& root, const Policy& policy, Findings& findings)
      : root_(root), policy_(policy), findings_(findings) {}

  Situation read() {
    const Place top;
    read_object(findings_, root_, top,
                {Field{"as_of", of(as_of_).read}, of(s_.lawful_birth), of(s_.planning_pregnancy),
                 of(s_.pregnant), Field{"mother", [&](auto&... at) { mother(at...); }},
                 Field{"father", [&](auto&... at) { father(at...); }},
                 Field{"delivery", [&](auto&... at) { delivery(at...); }},
                 Field{"children", [&](auto&... at) { children(at...); }},
                 Field{"elders", [&](auto&... at) { elders(at...); }},
                 Field{"household", [&](auto&... at) { household(at...); }},
                 Field{"institution", [&](auto&... at) { institution(at...); }},
                 Field{"assumptions", [&](auto&... at) { assumptions(at...); }}});
    require(findings_, root_, top, {"as_of"});
    if (as_of_.told) s_.as_of = *as_of_.told;
    find_contradictions();
    return std::move(s_);
  }

 private:
  // -- Scalars: the answer in the unit of its row
  std::optional<std::int64_t> scalar(const Node& node, const Place& place, InputId id) const {
    switch (row(id).type) {
      case InputType::boolean:
        if (node.is(Kind::boolean)) return node.truth ? 1 : 0;
        wrong_type(node, place, "boolean");
        return std::nullopt;
      case InputType::choice:
        return read_choice(findings_, node, place, row(id).options);
      case InputType::whole:
        return read_whole(findings_, node, place, row(id).low, row(id).high);
      case InputType::money:
        return read_money(findings_, node, place, row(id).high);
      case InputType::date:
      case InputType::array:
        break;
    }
    return day(node, place, row(id));
  }

  std::optional<std::int64_t> day(const Node& node, const Place& place,
                                  const InputRow& limits) const {
    const auto date = read_date(findings_, node, place);
    if (!date) return std::nullopt;
    const std::int64_t number = date->time_since_epoch().count();
    if (limits.low <= number && number <= limits.high) return number;
    findings_.add_out_of_range(node, place, Date{std::chrono::days{limits.low}},
                               Date{std::chrono::days{limits.high}});
    return std::nullopt;
  }

  // The member that an input's row names.
  template <class T>
  Field of(Input<T>& input) {
    return {
        row(input.id).name,
        {this, &input, [](const void* self, void* target, const Node& node, const Place& place) {
           auto& into = *static_cast<Input<T>*>(target);
           const auto count =
               static_cast<const SituationReader*>(self)->scalar(node, place, into.id);
           if (!count) return;
           if constexpr (std::is_same_v<T, Date>) {
             into = Date{std::chrono::days{*count}};
           } else if constexpr (std::is_same_v<T, Fen>) {
             into = Fen{*count};
           } else {
             into = static_cast<T>(*count);
           }
         }}};
  }

  // -- Objects
  void mother(const Node& node, const Place& place) {
    if (said_none(node, s_.mother_presence)) return;
    Parent& p = s_.mother;
    read_object(findings_, node, place,
                {of(p.employed), of(p.monthly_wage), of(p.maternity_insured),
                 of(p.employer_average_monthly_wage), of(p.reentering_work), of(p.childcare_job)});
  }

  void father(const Node& node, const Place& place) {
    if (said_none(node, s_.father_presence)) return;
    Parent& p = s_.father;
    read_object(findings_, node, place, {of(p.employed), of(p.monthly_wage), of(p.childcare_job)});
  }

  void delivery(const Node& node, const Place& place) {
    Delivery& d = s_.delivery;
    if (said_none(node, s_.delivery_presence)) {
      d.outcome = Outcome::none;
      return;
    }
    read_object(findings_, node, place,
                {of(d.outcome), of(d.date), of(d.babies), of(d.difficult),
                 of(d.leave_before_birth_days), of(d.pregnancy_months)});
    if (!d.outcome.told) return;
    const auto misplace = [&](InputId id) {
      if (const Node* given = node.find(row(id).name)) {
        misplaced(*given, place.member(row(id).name), row(d.outcome.id).name);
      }
    };
    if (d.outcome.told == Outcome::miscarriage) {
      misplace(d.babies.id);
      misplace(d.difficult.id);
      misplace(d.leave_before_birth_days.id);
    } else {
      misplace(d.pregnancy_months.id);
    }
  }

  void children(const Node& node, const Place& place) {
    s_.children_told = true;
    each_entry(node, place, s_.children, most_children,
               [&](const Node& entry, const Place& at, Child& child) {
                 const Node* kindergarten = nullptr;
                 read_object(findings_, entry, at,
                             {of(child.birth_date), of(child.care),
                              Field{"kindergarten",
                                    [&](const Node& below, const Place& at_kindergarten) {
                                      kindergarten = &below;
                                      read_object(findings_, below, at_kindergarten,
                                                  {of(child.kindergarten_kind),
                                                   of(child.kindergarten_registered),
                                                   of(child.kindergarten_area)});
                                    }},
                              of(child.hardship)});
                 if (kindergarten != nullptr &&
                     child.care.told.value_or(Care::kindergarten) != Care::kindergarten) {
                   misplaced(*kindergarten, at.member("kindergarten"), row(child.care.id).name);
                 }
               });
  }

  void elders(const Node& node, const Place& place) {
    s_.elders_told = true;
    each_entry(node, place, s_.elders, most_elders,
               [&](const Node& entry, const Place& at, Elder& elder) {
                 read_object(findings_, entry, at,
                             {of(elder.birth_date), of(elder.hospitalised), of(elder.child),
                              of(elder.only_child)});
               });
  }

  // Entries past the most are read too: their errors are told beside that of the array.
  template <class Entry, class Read>
  void each_entry(const Node& node, const Place& place, std::vector<Entry>& entries,
                  std::size_t most, const Read& read) {
    if (!node.is(Kind::array)) return wrong_type(node, place, "array");
    if (node.items.size() > most) {
      out_of_range(node, place, 0, static_cast<std::int64_t>(most));
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      Entry entry(std::min(i, most - 1));
      read(node.items[i], place.item(i), entry);
      entries.push_back(std::move(entry));
    }
  }

  void household(const Node& node, const Place& place) {
    read_object(findings_, node, place, {of(s_.housing_eligible), of(s_.special_family)});
  }

  void institution(const Node& node, const Place& place) {
    auto& kindergarten = s_.kindergarten;
    auto& childcare = s_.childcare;
    auto& tutoring = s_.tutoring;
    read_object(
        findings_, node, place,
        {Field{"kindergarten",
               [&](const Node& below, const Place& at) {
                 kindergarten.asked = true;
                 read_object(
                     findings_, below, at,
                     {of(kindergarten.kind), of(kindergarten.registered), of(kindergarten.pupils)});
               }},
         Field{"childcare",
               [&](const Node& below, const Place& at) {
                 childcare.asked = true;
                 read_object(
                     findings_, below, at,
                     {of(childcare.registered), of(childcare.inclusive), of(childcare.community)});
               }},
         Field{"tutoring", [&](const Node& below, const Place& at) {
                 tutoring.asked = true;
                 read_object(findings_, below, at,
                             {of(tutoring.stage), of(tutoring.academic), of(tutoring.offline),
                              of(tutoring.guide_price), of(tutoring.price)});
               }}});
  }

  void assumptions(const Node& node, const Place& place) {
    if (!node.is(Kind::object)) return wrong_type(node, place, "object");
    std::vector<std::string_view> ids;
    for (const AssumptionEntry& entry : policy_.assumptions) ids.emplace_back(entry.id);
    for (const json::Member& member : node.members) {
      const Place at = place.member(member.name);
      const auto known = std::find(ids.begin(), ids.end(), member.name);
      if (known == ids.end()) {
        findings_.add_unknown(member, at, ids);
      } else if (const auto option = read_text(findings_, member.value, at)) {
        choose(member.value, at, static_cast<std::size_t>(known - ids.begin()), *option);
      }
    }
  }

  void choose(const Node& node, const Place& place, std::size_t assumption,
              std::string_view option) {
    const auto& options = policy_.assumptions[assumption].options;
    const auto chosen = std::find_if(options.begin(), options.end(),
                                     [&](const Option& each) { return each.id == option; });
    if (chosen == options.end()) {
      findings_.add(node, place, ErrorCode::unknown_option, "got", option);
    } else {
      s_.assumptions.emplace_back(static_cast<std::uint8_t>(assumption),
                                  static_cast<std::uint8_t>(chosen - options.begin()));
    }
  }

  // -- Contradictions: only between inputs that are valid in themselves
  void find_contradictions() {
    const Place top;
    if (as_of_.told) {
      const Place children = top.member("children");
      const Place elders = top.member("elders");
      for (std::size_t i = 0; i < s_.children.size(); ++i) {
        born_after(s_.children[i].birth_date, entry("children", i), children.item(i));
      }
      for (std::size_t i = 0; i < s_.elders.size(); ++i) {
        born_after(s_.elders[i].birth_date, entry("elders", i), elders.item(i));
      }
      const Delivery& d = s_.delivery;
      const bool expected = d.outcome.told == Outcome::birth && d.date.told > as_of_.told;
      if (expected && s_.pregnant.told == false) {
        contradiction(*root_.find("pregnant"), top.member("pregnant"), "/delivery/date");
      }
    }
    named_parents();
  }

  const Node& entry(std::string_view array, std::size_t index) const {
    return root_.find(array)->items[index];
  }

  void born_after(const Input<Date>& born, const Node& told, const Place& place) {
    if (born.told && *as_of_.told < *born.told) {
      contradiction(*told.find("birth_date"), place.member("birth_date"), "/as_of");
    }
  }

  void named_parents() {
    const Place top;
    const Place elders = top.member("elders");
    for (std::size_t i = 0; i < s_.elders.size(); ++i) {
      const auto& child = s_.elders[i].child.told;
      if (!child || s_.presence(*child) != Presence::none) continue;
      const Node& told = entry("elders", i);
      contradiction(*told.find("child"), elders.item(i).member("child"),
                    *child == ParentOf::mother ? "/mother" : "/father");
    }
  }

  // -- Findings
  static bool said_none(const Node& node, Presence& presence) {
    presence = node.is(Kind::null) ? Presence::none : Presence::given;
    return presence == Presence::none;
  }
  void wrong_type(const Node& node, const Place& place, const char* expected) const {
    findings_.add_wrong_type(node, place, expected);
  }
  void out_of_range(const Node& node, const Place& place, std::int64_t low,
                    std::int64_t high) const {
    findings_.add_out_of_range(node, place, low, high);
  }
  void misplaced(const Node& node, const Place& place, std::string_view sibling) const {
    findings_.add(node, place, ErrorCode::misplaced_member, "sibling", sibling);
  }
  void contradiction(const Node& node, const Place& place, const char* with) const {
    findings_.add(node, place, ErrorCode::contradiction, "with", with);
  }

  const Node& root_;
  const Policy& policy_;
  Findings& findings_;
  Situation s_;
  Input<Date> as_of_{s_.delivery.date.id};  ///< all dates told have the same range
};

}  // namespace

std::variant<Situation, Errors> read_situation(std::string_view text, const Policy& policy) {
  auto parsed = json::parse(text);
  if (auto* errors = std::get_if<Errors>(&parsed)) return std::move(*errors);
  Findings findings;
  Situation situation = SituationReader(std::get<Node>(parsed), policy, findings).read();
  if (!findings.none()) return std::move(findings).in_order();
  return situation;
}

}  // namespace benefits
