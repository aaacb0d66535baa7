#include "core/assumption_reader.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/assumptions.h"
#include "core/figure_reader.h"

namespace benefits {

namespace {

using json::Kind;
using json::Node;
using json::Place;

// How sure the default is; for the file's readers, results do not say it.
constexpr std::array<std::string_view, 4> confidences{"A", "B", "C", "D"};

constexpr std::int64_t most_options = 100;

// Reads one assumption.
class AssumptionReader {
 public:
  AssumptionReader(Findings& findings, const std::vector<const AssumptionName*>& needed,
                   Policy& policy)
      : findings_(findings), needed_(needed), policy_(policy) {}

  void read(const Node& node, const Place& place) {
    std::string id;
    const Node* options = nullptr;
    read_object(
        findings_, node, place,
        {Field{"id", [&](auto&... at) { id = read_filled_text(findings_, at...); }},
         Field{"confidence", [&](auto&... at) { read_choice(findings_, at..., confidences); }},
         Field{"default", [&](auto&... at) { read_filled_text(findings_, at...); }},
         Field{"options", [&](const Node& list, const Place&) { options = &list; }}});
    require(findings_, node, place, {"id", "confidence", "default", "options"});
    if (options == nullptr || id.empty()) return;

    const auto known = std::find_if(needed_.begin(), needed_.end(),
                                    [&](const AssumptionName* name) { return name->id == id; });
    if (known == needed_.end()) {
      findings_.add(*node.find("id"), place.member("id"), ErrorCode::unknown_option, "got", id);
      return;
    }
    AssumptionEntry entry{(*known)->id};
    read_options(*options, place.member("options"), **known, entry);
    choose_default(node, place, entry);
    const auto index = static_cast<std::uint8_t>(policy_.assumptions.size());
    if (!policy_.assumption_index.add(**known, index)) {
      findings_.add(*node.find("id"), place.member("id"), ErrorCode::duplicate_entry);
    }
    policy_.assumptions.push_back(std::move(entry));
  }

 private:
  void read_options(const Node& node, const Place& place, const AssumptionName& name,
                    AssumptionEntry& entry) {
    // Not a search among the options before each: a file may list as many as fit into it.
    std::set<std::string> ids;
    read_array(findings_, node, place,
               [&](auto&... at) { add_option(at..., name, entry.options, ids); });
    if (static_cast<std::int64_t>(entry.options.size()) > most_options) {
      findings_.add_out_of_range(node, place, 1, most_options);
    }
    for (std::size_t i = 0; i < name.options.size(); ++i) {
      const bool listed = std::any_of(entry.options.begin(), entry.options.end(),
                                      [&](const Option& option) { return option.reading == i; });
      if (!listed) findings_.add_missing(place, name.options[i].id);
    }
  }

  void add_option(const Node& node, const Place& place, const AssumptionName& name,
                  std::vector<Option>& options, std::set<std::string>& ids) {
    Option option;
    const Node* value = nullptr;
    read_object(findings_, node, place,
                {Field{"id", [&](auto&... at) { option.id = read_filled_text(findings_, at...); }},
                 Field{"value", [&](const Node& given, const Place&) { value = &given; }}});
    require(findings_, node, place, {"id"});
    if (option.id.empty()) return;
    const auto& readings = name.options;
    const auto* reading =
        std::find_if(readings.begin(), readings.end(),
                     [&](const OptionName& known) { return known.id == option.id; });
    if (!readings.empty() && reading == readings.end()) {
      findings_.add(*node.find("id"), place.member("id"), ErrorCode::unknown_option, "got",
                    option.id);
    }
    if (!ids.insert(option.id).second) {
      findings_.add(*node.find("id"), place.member("id"), ErrorCode::duplicate_entry);
    }
    option.reading = static_cast<std::uint8_t>(reading - readings.begin());
    if (value != nullptr) {
      read_value(*value, place.member("value"), name, option);
    } else if (name.reads_value_of(option.id)) {
      findings_.add_missing(place, "value");  // the rule computes with it
    }
    options.push_back(std::move(option));
  }

  void read_value(const Node& node, const Place& place, const AssumptionName& name,
                  Option& option) {
    if (name.unit == Unit::date) {
      option.date = read_date(findings_, node, place);
    } else {
      const auto number = read_number(findings_, node, place, name.unit, name.least);
      option.value = number.value_or(Rational{});
      option.text = node.text;
    }
  }

  void choose_default(const Node& node, const Place& place, AssumptionEntry& entry) {
    const Node* chosen = node.find("default");
    if (chosen == nullptr || !chosen->is(Kind::string)) return;
    const auto option = std::find_if(entry.options.begin(), entry.options.end(),
                                     [&](const Option& each) { return each.id == chosen->text; });
    if (option == entry.options.end()) {
      findings_.add(*chosen, place.member("default"), ErrorCode::unknown_option, "got",
                    chosen->text);
    } else {
      entry.default_option = static_cast<std::uint8_t>(option - entry.options.begin());
    }
  }

  Findings& findings_;
  const std::vector<const AssumptionName*>& needed_;
  Policy& policy_;
};

}  // namespace

void read_assumptions(Findings& findings, const Node& node, const Place& place,
                      const std::vector<const AssumptionName*>& needed, Policy& policy) {
  AssumptionReader reader(findings, needed, policy);
  read_array(findings, node, place, [&](auto&... at) { reader.read(at...); });
  if (policy.assumptions.size() > most_assumptions) {
    findings.add_out_of_range(node, place, 0, most_assumptions);
  }
  if (!node.is(Kind::array)) return;
  for (const AssumptionName* name : needed) {
    if (policy.assumption_index.find(*name) == nullptr) findings.add_missing(place, name->id);
  }
}

std::optional<Date> earliest_day_in_force(const Node& assumptions) {
  std::optional<Date> first;
  for (const Node& entry : assumptions.items) {
    const Node* id = entry.find("id");
    const Node* options = entry.find("options");
    if (id == nullptr || options == nullptr || id->text != assumptions::in_force.id) continue;
    for (const Node& option : options->items) {
      const Node* value = option.find("value");
      const auto day = value != nullptr ? parse_date(value->text) : std::nullopt;
      if (day && (!first || *day < *first)) first = *day;
    }
  }
  return first;
}

}  // namespace benefits
