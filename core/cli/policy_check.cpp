#include "core/cli/policy_check.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "core/cli/policy_terms.h"
#include "core/cli/positions.h"
#include "core/date.h"
#include "core/json.h"

namespace benefits::cli {

namespace {

using json::Kind;
using json::Node;
using json::Place;

std::optional<std::int64_t> whole(const Node* node) {
  std::int64_t number = 0;
  if (node == nullptr || !node->is(Kind::number)) return std::nullopt;
  const char* end = node->text.data() + node->text.size();
  const auto [stop, fault] = std::from_chars(node->text.data(), end, number);
  return stop == end && fault == std::errc() ? std::optional(number) : std::nullopt;
}

// A value that a figure has from one day to another, as they are written; read once, as each may be
// compared with many.
struct Dated {
  explicit Dated(const Node& value)
      : number(whole(value.find("value"))),
        from(text_in(&value, "from")),
        to(text_in(&value, "to")) {}

  bool ends_before(const Dated& other) const { return !to.empty() && to < other.from; }

  std::optional<std::int64_t> number;
  std::string_view from;
  std::string_view to;  ///< "" until further notice
};

// Whether both hold on one day.
bool overlap(const Dated& a, const Dated& b) { return !a.ends_before(b) && !b.ends_before(a); }

// Figures that no sound policy has on the wrong side of another of the same benefit: lawful births
// have the national leave at least, and the leave grows with the months of pregnancy.
struct Relation {
  std::string_view figure;
  std::string_view other;
  bool is_least;  ///< whether the other is the least that the figure may be, or the most
};
constexpr std::array relations{Relation{"lawful_days", "national_days", true},
                               Relation{"early_days", "late_days", false}};

constexpr std::int64_t longest_workday = 8;
constexpr std::int64_t no_limit = 10'000;  ///< the reader's own

struct Range {
  std::int64_t least;
  std::int64_t most;

  bool holds(std::int64_t number) const { return least <= number && number <= most; }
};

// A limit can be no less than one: the reader refuses what is.
std::vector<Dated> limits_of(const Node& figure) {
  std::vector<Dated> limits;
  const Node* values = figure.find("values");
  if (values == nullptr) return limits;
  for (const Node& value : values->items) {
    const Dated limit(value);
    if (limit.number.value_or(0) >= 1) limits.push_back(limit);
  }
  return limits;
}

class PolicyCheck {
 public:
  PolicyCheck(const Node& policy, const PolicyTerms& terms) : policy_(policy), terms_(terms) {}

  Errors errors() {
    const Place top;
    each(policy_, top, "id", [&](auto&... at) { name(at...); });
    each(policy_, top, "document", [&](auto&... at) { document(at...); });
    each(policy_, top, "common", [&](const Node& node, const Place& place) {
      each(node, place, "figures", [&](auto&... at) { figures(at...); });
    });
    each_item(policy_, top, "benefits", [&](auto&... at) { benefit(at...); });
    each_item(policy_, top, "assumptions", [&](auto&... at) { assumption(at...); });
    return std::move(errors_);
  }

 private:
  template <class Use>
  static void each(const Node& node, const Place& place, std::string_view member, Use use) {
    const Node* found = node.find(member);
    const Place at = place.member(member);
    if (found != nullptr) use(*found, at);
  }
  template <class Use>
  static void each_item(const Node& node, const Place& place, std::string_view member, Use use) {
    const Node* list = node.find(member);
    const Place at = place.member(member);
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
      const Place item = at.item(i);
      use(list->items[i], item);
    }
  }

  void say(const Place& place, ErrorCode code, std::vector<ErrorArg> args = {}) {
    if (allowance_.spent()) return;
    errors_.push_back({place.pointer(), code, std::move(args)});
    allowance_.spend(errors_.back());
  }

  // A text that must be one of the choices of its place. Empty ones are the reader's business.
  void name(const Node& node, const Place& place) {
    if (!node.is(Kind::string) || node.text.empty() || allowance_.spent()) return;
    const auto choices = terms_.choices(tokens_of(place.pointer()), node.text);
    if (choices && std::find(choices->begin(), choices->end(), node.text) == choices->end()) {
      say(place, ErrorCode::unknown_option, {{.name = "got", .text = node.text}});
    }
  }

  void names(const Node& node, const Place& place) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const Node& item = node.items[i];
      name(item, place.item(i));
      if (item.is(Kind::string) && !seen.insert(item.text).second) {
        say(place.item(i), ErrorCode::duplicate_entry);
      }
    }
  }

  void benefit(const Node& node, const Place& place) {
    measure(node, place);
    for (const char* list : {"sources", "ask"}) {
      each(node, place, list, [&](auto&... at) { names(at...); });
    }
    each(node, place, "step_sources", [&](const Node& steps, const Place& at) {
      for (const json::Member& step : steps.members) name(step.value, at.member(step.name));
    });
    each(node, place, "figures", [&](auto&... at) { figures(at...); });
    each(node, place, "lists", [&](const Node& lists, const Place& at) {
      for (const json::Member& list : lists.members) names(list.value, at.member(list.name));
    });
  }

  void measure(const Node& node, const Place& place) {
    const auto expected = terms_.measure_of(text_in(&node, "id"));
    const Node* given = node.find("measure");
    const Place at = place.member("measure");
    if (!expected || (given != nullptr && !whole(given))) return;
    if (given == nullptr && !expected->empty()) {
      say(at, ErrorCode::missing_member);
    } else if (given != nullptr && expected->empty()) {
      say(at, ErrorCode::unknown_member);
    } else if (given != nullptr && std::to_string(*whole(given)) != *expected) {
      say(at, ErrorCode::unknown_option, {{.name = "got", .text = given->text}});
    }
  }

  void figures(const Node& node, const Place& place) {
    for (const json::Member& figure : node.members) {
      each_item(figure.value, place.member(figure.name), "values",
                [&](const Node& value, const Place& at) {
                  each(value, at, "source", [&](auto&... source) { name(source...); });
                });
      limits(node, figure, place.member(figure.name));
    }
  }

  // What no sound policy has, whatever the law: a figure is compared with others of its benefit.
  void limits(const Node& figures, const json::Member& figure, const Place& place) {
    constexpr std::string_view from = "from_years";
    if (figure.name.ends_with(from)) {
      const std::string whose = figure.name.substr(0, figure.name.size() - from.size());
      within(figure.value, place, figures.find(whose + "under_years"), [](std::int64_t under) {
        return Range{0, under - 1};
      });
    }
    for (const Relation& relation : relations) {
      if (figure.name != relation.figure) continue;
      within(figure.value, place, figures.find(relation.other), [&](std::int64_t other) {
        return relation.is_least ? Range{other, no_limit} : Range{1, other};
      });
    }
    if (figure.name != "hours_per_workday") return;
    each_item(figure.value, place, "values", [&](const Node& value, const Place& at) {
      const Range range{0, longest_workday};
      if (whole(value.find("value")).value_or(0) > range.most) out_of(range, at);
    });
  }

  // @param range what the figure may be while the other is that number
  template <class RangeBy>
  void within(const Node& figure, const Place& place, const Node* other, RangeBy range) {
    if (other == nullptr) return;
    const std::vector<Dated> limits = limits_of(*other);
    each_item(figure, place, "values", [&](const Node& value, const Place& at) {
      const Dated told(value);
      const auto limit = std::find_if(limits.begin(), limits.end(), [&](const Dated& each) {
        return told.number && !range(*each.number).holds(*told.number) && overlap(told, each);
      });
      if (limit != limits.end()) out_of(range(*limit->number), at);
    });
  }

  void out_of(const Range& range, const Place& value) {
    say(value.member("value"), ErrorCode::out_of_range,
        {{.name = "min", .number = range.least}, {.name = "max", .number = range.most}});
  }

  // Dates that are none are the reader's business.
  void document(const Node& node, const Place& place) {
    const auto issued = parse_date(text_in(&node, "issued"));
    const auto published = parse_date(text_in(&node, "published"));
    if (!issued || !published || *issued <= *published) return;
    say(place.member("published"), ErrorCode::not_in_order);
  }

  // A value that no rule reads.
  void assumption(const Node& node, const Place& place) {
    const AssumptionName* asked = terms_.assumption(text_in(&node, "id"));
    if (asked == nullptr) return;
    each_item(node, place, "options", [&](const Node& option, const Place& at) {
      if (option.find("value") != nullptr && !asked->reads_value_of(text_in(&option, "id"))) {
        say(at.member("value"), ErrorCode::unknown_figure);
      }
    });
  }

  const Node& policy_;
  const PolicyTerms& terms_;
  Errors errors_;
  Allowance allowance_;
};

// As Findings has them: missing members last, two errors at one place by their codes.
void sort_by_document(Errors& errors, std::string_view text) {
  const Outline outline(text);
  std::vector<std::pair<std::size_t, Error>> placed;
  placed.reserve(errors.size());
  for (Error& error : errors) {
    const bool missing = error.code == ErrorCode::missing_member;
    const auto offset = missing ? std::nullopt : outline.find(error.pointer);
    placed.emplace_back(offset.value_or(text.size()), std::move(error));
  }
  std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second.code) < std::tie(b.first, b.second.code);
  });
  for (std::size_t i = 0; i < errors.size(); ++i) errors[i] = std::move(placed[i].second);
}

}  // namespace

Errors check_policy(std::string_view text, std::string_view compiled_in, const Errors& found,
                    const Messages& messages) {
  const auto policy = json::parse(text);
  const auto compiled = json::parse(compiled_in);
  const auto* root = std::get_if<Node>(&policy);
  const auto* known = std::get_if<Node>(&compiled);
  if (root == nullptr || known == nullptr) return found;
  const PolicyTerms terms(*root, *known, messages);
  Errors more = PolicyCheck(*root, terms).errors();
  // One error for each place: the one that the core has found.
  std::set<std::string_view> said;
  for (const Error& error : found) said.insert(error.pointer);
  std::erase_if(more, [&](const Error& error) { return said.contains(error.pointer); });
  if (more.empty()) return found;
  more.insert(more.begin(), found.begin(), found.end());
  sort_by_document(more, text);
  return more;
}

}  // namespace benefits::cli
