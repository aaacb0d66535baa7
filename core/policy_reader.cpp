#include "core/policy_reader.h"

#include <algorithm>
#include <array>

#include "core/assumption_reader.h"
#include "core/document.h"
#include "core/figure_reader.h"
#include "core/needs.h"

namespace benefits {

namespace {

using json::Kind;
using json::Node;
using json::Place;

class PolicyReader {
 public:
  explicit PolicyReader(const Node& root) : root_(root) {}

  std::variant<Policy, Errors> read() {
    const Place top;
    // Figures need a value from the first day on which the policy can be in force.
    if (const Node* assumptions = root_.find("assumptions")) {
      first_day_ = earliest_day_in_force(*assumptions);
    }
    read_object(findings_, root_, top,
                {Field{"$schema", [&](auto&... at) { text(at...); }},
                 Field{"id", [&](auto&... at) { policy_.id = text(at...); }},
                 Field{"edition", [&](auto&... at) { policy_.edition = text(at...); }},
                 Field{"document", [&](auto&... at) { document(at...); }},
                 Field{"assumptions",
                       [&](auto&... at) {
                         read_assumptions(findings_, at..., needs_.assumptions, policy_);
                       }},
                 Field{"common", [&](auto&... at) { common(at...); }},
                 Field{"benefits", [&](auto&... at) { benefits(at...); }}});
    require(root_, top, {"id", "edition", "document", "assumptions", "common", "benefits"});
    if (!findings_.none()) return std::move(findings_).in_order();
    return std::move(policy_);
  }

 private:
  void document(const Node& node, const Place& place) {
    const auto any_text = [&](auto&... at) { text(at...); };
    const auto any_date = [&](auto&... at) { read_date(findings_, at...); };
    read_object(findings_, node, place,
                {Field{"number", [&](auto&... at) { policy_.document_number = text(at...); }},
                 Field{"title", any_text}, Field{"issuer", any_text}, Field{"issued", any_date},
                 Field{"published", any_date}});
    require(node, place, {"number", "title", "issuer", "issued", "published"});
  }

  // -- Benefits
  void common(const Node& node, const Place& place) {
    const auto read = [&](auto&... at) { figures(at..., needs_.common); };
    read_object(findings_, node, place, {Field{"figures", read}});
    require(node, place, {"figures"});
  }

  void benefits(const Node& node, const Place& place) {
    read_array(findings_, node, place, [&](auto&... at) { benefit(at...); });
    if (!node.is(Kind::array)) return;
    for (const auto& needed : needs_.benefits) {
      const bool listed =
          std::any_of(policy_.benefits.begin(), policy_.benefits.end(),
                      [&](const BenefitEntry& entry) { return entry.id == needed.id; });
      if (!listed) findings_.add_missing(place, needed.id);
    }
  }

  void benefit(const Node& node, const Place& place) {
    BenefitEntry entry;
    const Node* figures_node = nullptr;
    const Node* lists_node = nullptr;
    const Node* steps_node = nullptr;
    const auto words = [&](auto&... at) { return words_of(at...); };
    read_object(
        findings_, node, place,
        {Field{"id", [&](auto&... at) { entry.id = text(at...); }},
         Field{"measure", [&](auto&... at) { entry.measure = measure(at...); }},
         Field{"force", [&](auto&... at) { entry.force = force(at...); }},
         Field{"sources", [&](auto&... at) { entry.sources = words(at...); }},
         Field{"ask", [&](auto&... at) { entry.ask = words(at...); }},
         Field{"figures", [&](const Node& given, const Place&) { figures_node = &given; }},
         Field{"lists", [&](const Node& given, const Place&) { lists_node = &given; }},
         Field{"step_sources", [&](const Node& given, const Place&) { steps_node = &given; }}});
    require(node, place, {"id", "force", "sources", "ask"});
    if (entry.id.empty()) return;
    const Needs::Benefit* needed = needs_.benefit(entry.id);
    if (needed == nullptr) {
      findings_.add(*node.find("id"), place.member("id"), ErrorCode::unknown_benefit, "got",
                    entry.id);
      return;
    }
    const bool repeated =
        std::any_of(policy_.benefits.begin(), policy_.benefits.end(),
                    [&](const BenefitEntry& each) { return each.id == entry.id; });
    if (repeated) findings_.add(*node.find("id"), place.member("id"), ErrorCode::duplicate_entry);
    const Node none = empty_object(node);
    const Place figures_place = place.member("figures");
    const Place lists_place = place.member("lists");
    figures(figures_node != nullptr ? *figures_node : none, figures_place, needed->figures);
    lists(lists_node != nullptr ? *lists_node : none, lists_place, needed->lists, entry);
    if (steps_node != nullptr) {
      step_sources(*steps_node, place.member("step_sources"), needed->cited_steps, entry);
    }
    entry.rules = needed->rules;
    policy_.benefits.push_back(std::move(entry));
  }

  std::int64_t measure(const Node& node, const Place& place) {
    constexpr std::int64_t most_measures = 99;
    return read_whole(findings_, node, place, 1, most_measures).value_or(0);
  }

  Force force(const Node& node, const Place& place) {
    return static_cast<Force>(read_choice(findings_, node, place, forces).value_or(0));
  }

  static Node empty_object(const Node& near) {
    Node none;
    none.order = near.order;
    none.kind = Kind::object;
    return none;
  }

  void lists(const Node& node, const Place& place, const std::vector<std::string_view>& names,
             BenefitEntry& entry) {
    if (!node.is(Kind::object)) return wrong_type(node, place, "object");
    for (const auto& [name, value] : node.members) {
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        findings_.add(value, place.member(name), ErrorCode::unknown_figure);
      } else {
        entry.lists.push_back({name, words_of(value, place.member(name))});
      }
    }
    for (const std::string_view name : names) {
      if (node.find(name) == nullptr) findings_.add_missing(place, name);
    }
  }

  void step_sources(const Node& node, const Place& place,
                    const std::vector<std::string_view>& steps, BenefitEntry& entry) {
    if (!node.is(Kind::object)) return wrong_type(node, place, "object");
    for (const json::Member& member : node.members) {
      const Place at = place.member(member.name);
      const auto step = std::find(steps.begin(), steps.end(), member.name);
      if (step == steps.end()) {
        findings_.add_unknown(member, at, steps);
      } else {
        entry.step_sources.emplace_back(*step, text(member.value, at));
      }
    }
  }

  // -- Figures
  void figures(const Node& node, const Place& place, const std::vector<const FigureName*>& names) {
    if (!node.is(Kind::object)) return wrong_type(node, place, "object");
    for (const json::Member& member : node.members) {
      const Place at = place.member(member.name);
      const auto found = std::find_if(names.begin(), names.end(), [&](const FigureName* known) {
        return known->name == member.name;
      });
      if (found == names.end()) {
        findings_.add(member.value, at, ErrorCode::unknown_figure);
      } else {
        auto values = read_figure(findings_, member.value, at, **found, first_day_);
        if (values) policy_.figures.add(**found, std::move(*values));
      }
    }
    for (const FigureName* known : names) {
      if (node.find(known->name) == nullptr) findings_.add_missing(place, known->name);
    }
  }

  // -- Scalars
  std::string text(const Node& node, const Place& place) {
    return read_filled_text(findings_, node, place);
  }

  std::vector<std::string> words_of(const Node& node, const Place& place) {
    std::vector<std::string> words;
    read_array(findings_, node, place, [&](auto&... at) { words.push_back(text(at...)); });
    if (node.is(Kind::array) && (words.empty() || words.size() > most_words)) {
      out_of_range(node, place, 1, static_cast<std::int64_t>(most_words));
    }
    return words;
  }

  void require(const Node& node, const Place& place,
               std::initializer_list<std::string_view> names) {
    benefits::require(findings_, node, place, names);
  }
  void wrong_type(const Node& node, const Place& place, const char* expected) {
    findings_.add_wrong_type(node, place, expected);
  }
  void out_of_range(const Node& node, const Place& place, std::int64_t low, std::int64_t high) {
    findings_.add_out_of_range(node, place, low, high);
  }

  const Node& root_;
  Findings findings_;
  Policy policy_;
  Needs needs_;
  std::optional<Date> first_day_;
};

}  // namespace

std::variant<Policy, Errors> read_policy(std::string_view text) {
  auto parsed = json::parse(text);
  if (auto* errors = std::get_if<Errors>(&parsed)) return std::move(*errors);
  return PolicyReader(std::get<Node>(parsed)).read();
}

}  // namespace benefits
