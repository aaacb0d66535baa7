#include "core/policy_reader.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/assumptions.h"
#include "core/document.h"
#include "core/measures.h"
#include "core/measures/common.h"

namespace benefits {

namespace {

using json::Kind;
using json::Node;
using json::Place;

constexpr std::array<std::string_view, 5> forces{"claim", "service", "standard", "encouraged",
                                                 "information"};
constexpr std::array<std::string_view, 4> confidences{"A", "B", "C", "D"};

// Bounds that keep every sum far inside 64 bits; no figure of any law comes near.
constexpr std::int64_t most_whole = 10'000;
constexpr std::int64_t most_fen = 1'000'000'000;
constexpr std::int64_t most_ratio = 10'000;
constexpr std::size_t most_words = 32;
constexpr std::int64_t most_options = 100;

bool is_whole(Unit unit) {
  return unit == Unit::days || unit == Unit::months || unit == Unit::years || unit == Unit::hours;
}

// A number or a fraction as text, such as 21.75 or "365/12", both parts from 1 to `most_ratio`
// after the decimals are cleared.
std::optional<Rational> read_ratio(std::string_view text) {
  const auto slash = text.find('/');
  const auto part = [](std::string_view digits) -> std::optional<Rational> {
    const bool plain = !digits.empty() && digits.size() <= 9 &&
                       digits.find_first_not_of("0123456789.") == std::string_view::npos &&
                       std::count(digits.begin(), digits.end(), '.') <= 1;
    if (!plain) return std::nullopt;
    const Decimal decimal = read_decimal(digits);
    const auto places = static_cast<int>(decimal.decimals());
    std::int64_t denominator = 1;
    for (int i = 0; i < places; ++i) denominator *= 10;
    return Rational{decimal.scaled(places).value_or(0), denominator};
  };
  const auto above = part(text.substr(0, slash));
  const auto below =
      slash == std::string_view::npos ? Rational{1, 1} : part(text.substr(slash + 1));
  if (!above || !below || below->numerator == 0) return std::nullopt;
  const Rational ratio{above->numerator * below->denominator,
                       above->denominator * below->numerator};
  const bool fits =
      ratio.numerator > 0 && ratio.numerator <= most_ratio * 100 && ratio.denominator <= most_ratio;
  return fits ? std::optional(ratio) : std::nullopt;
}

// MM-DD as month * 100 + day; of any year, so 29 February too.
std::optional<std::int64_t> read_month_day(std::string_view text) {
  const auto date = parse_date("2024-" + std::string(text));
  if (!date) return std::nullopt;
  const std::chrono::year_month_day civil{*date};
  return static_cast<unsigned>(civil.month()) * 100 + static_cast<unsigned>(civil.day());
}

// Everything that the rules compiled in ask of a policy.
struct Needs {
  struct Benefit {
    std::string_view id;
    std::vector<const Rule*> rules;
    std::vector<const FigureName*> figures;
    std::vector<std::string_view> lists;
  };
  std::vector<Benefit> benefits;
  std::vector<const AssumptionName*> assumptions;

  Needs() {
    const auto add = [](auto& all, const auto& each) {
      if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
    };
    for (const AssumptionName* name : common::assumptions) add(assumptions, name);
    for (const Measure* measure : measures()) {
      for (const Rule& rule : measure->rules) {
        Benefit& benefit = of(rule.id);
        benefit.rules.push_back(&rule);
        for (const FigureName* name : rule.figures) add(benefit.figures, name);
        for (const std::string_view name : rule.lists) add(benefit.lists, name);
        for (const AssumptionName* name : rule.assumptions) add(assumptions, name);
      }
    }
  }

  Benefit* find(std::string_view id) {
    const auto found = std::find_if(benefits.begin(), benefits.end(),
                                    [&](const Benefit& benefit) { return benefit.id == id; });
    return found == benefits.end() ? nullptr : &*found;
  }

 private:
  Benefit& of(std::string_view id) {
    Benefit* known = find(id);
    return known != nullptr ? *known : benefits.emplace_back(Benefit{id, {}, {}, {}});
  }
};

class PolicyReader {
 public:
  explicit PolicyReader(const Node& root) : root_(root) {}

  std::variant<Policy, Errors> read() {
    const Place top;
    if (const Node* assumptions = root_.find("assumptions")) find_first_day(*assumptions);
    read_object(findings_, root_, top,
                {Field{"$schema", [&](auto&... at) { text(at...); }},
                 Field{"id", [&](auto&... at) { policy_.id = text(at...); }},
                 Field{"edition", [&](auto&... at) { policy_.edition = text(at...); }},
                 Field{"document", [&](auto&... at) { document(at...); }},
                 Field{"assumptions", [&](auto&... at) { assumptions(at...); }},
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
                {Field{"number", any_text}, Field{"title", any_text}, Field{"issuer", any_text},
                 Field{"issued", any_date}, Field{"published", any_date}});
    require(node, place, {"number", "title", "issuer", "issued", "published"});
  }

  // -- Assumptions
  void assumptions(const Node& node, const Place& place) {
    read_array(findings_, node, place, [&](auto&... at) { assumption(at...); });
    if (policy_.assumptions.size() > most_assumptions) {
      out_of_range(node, place, 0, most_assumptions);
    }
    if (!node.is(Kind::array)) return;
    for (const AssumptionName* name : needs_.assumptions) {
      if (policy_.assumption_index.find(*name) == nullptr) findings_.add_missing(place, name->id);
    }
  }

  void assumption(const Node& node, const Place& place) {
    AssumptionEntry entry;
    const Node* options = nullptr;
    read_object(
        findings_, node, place,
        {Field{"id", [&](auto&... at) { entry.id = text(at...); }},
         Field{"confidence", [&](auto&... at) { entry.confidence = one_of(at..., confidences); }},
         Field{"default", [&](auto&... at) { text(at...); }},
         Field{"options", [&](const Node& list, const Place&) { options = &list; }}});
    require(node, place, {"id", "confidence", "default", "options"});
    if (options == nullptr || entry.id.empty()) return;

    const auto known =
        std::find_if(needs_.assumptions.begin(), needs_.assumptions.end(),
                     [&](const AssumptionName* name) { return name->id == entry.id; });
    if (known == needs_.assumptions.end()) {
      findings_.add(*node.find("id"), place.member("id"), ErrorCode::unknown_option, "got",
                    entry.id);
      return;
    }
    entry.name = *known;
    read_array(findings_, *options, place.member("options"),
               [&](const Node& option, const Place& at) { add_option(option, at, entry); });
    if (static_cast<std::int64_t>(entry.options.size()) > most_options) {
      out_of_range(*options, place.member("options"), 1, most_options);
    }
    for (std::size_t i = 0; i < entry.name->options.size(); ++i) {
      const bool listed = std::any_of(entry.options.begin(), entry.options.end(),
                                      [&](const Option& option) { return option.reading == i; });
      if (!listed) findings_.add_missing(place.member("options"), entry.name->options[i]);
    }
    choose_default(node, place, entry);
    const auto index = static_cast<std::uint8_t>(policy_.assumptions.size());
    if (!policy_.assumption_index.add(*entry.name, index)) {
      findings_.add(*node.find("id"), place.member("id"), ErrorCode::duplicate_entry);
    }
    policy_.assumptions.push_back(std::move(entry));
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

  void add_option(const Node& node, const Place& place, AssumptionEntry& entry) {
    Option option;
    const Node* value = nullptr;
    read_object(findings_, node, place,
                {Field{"id", [&](auto&... at) { option.id = text(at...); }},
                 Field{"value", [&](const Node& given, const Place&) { value = &given; }}});
    require(node, place, {"id"});
    if (option.id.empty()) return;
    const auto& readings = entry.name->options;
    const auto* reading = std::find(readings.begin(), readings.end(), option.id);
    if (!readings.empty() && reading == readings.end()) {
      findings_.add(*node.find("id"), place.member("id"), ErrorCode::unknown_option, "got",
                    option.id);
    }
    const bool repeated = std::any_of(entry.options.begin(), entry.options.end(),
                                      [&](const Option& each) { return each.id == option.id; });
    if (repeated) {
      findings_.add(*node.find("id"), place.member("id"), ErrorCode::duplicate_entry);
    }
    option.reading = static_cast<std::uint8_t>(reading - readings.begin());
    if (value != nullptr) {
      option_value(*value, place.member("value"), entry, option);
    } else if (readings.empty() || is_number(option.id)) {
      findings_.add_missing(place, "value");  // the rule computes with it
    }
    entry.options.push_back(std::move(option));
  }

  static bool is_number(std::string_view id) {
    return !id.empty() && id.find_first_not_of("0123456789./") == std::string_view::npos;
  }

  void option_value(const Node& node, const Place& place, const AssumptionEntry& entry,
                    Option& option) {
    if (entry.name == &assumptions::in_force) {
      option.date = read_date(findings_, node, place);
      return;
    }
    option.text = node.text;
    const bool readable = node.is(Kind::number) || node.is(Kind::string);
    const auto ratio = readable ? read_ratio(node.text) : std::nullopt;
    const bool whole_wanted = node.is(Kind::number);
    if (node.is(Kind::number) && node.text == "0" && entry.name->least == 0) {
      option.value = {0, 1};
    } else if (!ratio || (whole_wanted && ratio->numerator % ratio->denominator != 0)) {
      wrong_type(node, place, "number or fraction");
    } else {
      option.value = *ratio;
      if (whole_wanted) option.value = {ratio->numerator / ratio->denominator, 1};
    }
  }

  // Figures need a value from the first day on which the policy can be in force.
  void find_first_day(const Node& assumptions) {
    for (const Node& entry : assumptions.items) {
      const Node* id = entry.find("id");
      const Node* options = entry.find("options");
      if (id == nullptr || options == nullptr || id->text != assumptions::in_force.id) continue;
      for (const Node& option : options->items) {
        const Node* value = option.find("value");
        const auto day = value != nullptr ? parse_date(value->text) : std::nullopt;
        if (day && (!first_day_ || *day < *first_day_)) first_day_ = *day;
      }
    }
  }

  // -- Benefits
  void common(const Node& node, const Place& place) {
    const std::vector<const FigureName*> names(common::figures.begin(), common::figures.end());
    const auto read = [&](auto&... at) { figures(at..., names); };
    read_object(findings_, node, place, {Field{"figures", read}});
    if (node.is(Kind::object) && node.find("figures") == nullptr) {
      findings_.add_missing(place, "figures");
    }
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
    const auto words = [&](auto&... at) { return words_of(at...); };
    read_object(findings_, node, place,
                {Field{"id", [&](auto&... at) { entry.id = text(at...); }},
                 Field{"measure", [&](auto&... at) { entry.measure = whole(at..., 1, 99); }},
                 Field{"force", [&](auto&... at) { entry.force = one_of(at..., forces); }},
                 Field{"sources", [&](auto&... at) { entry.sources = words(at...); }},
                 Field{"ask", [&](auto&... at) { entry.ask = words(at...); }},
                 Field{"figures", [&](const Node& given, const Place&) { figures_node = &given; }},
                 Field{"lists", [&](const Node& given, const Place&) { lists_node = &given; }}});
    require(node, place, {"id", "force", "sources", "ask"});
    if (entry.id.empty()) return;
    Needs::Benefit* needed = needs_.find(entry.id);
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
    entry.rules = needed->rules;
    policy_.benefits.push_back(std::move(entry));
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
        figure(member.value, at, **found);
      }
    }
    for (const FigureName* known : names) {
      if (node.find(known->name) == nullptr) findings_.add_missing(place, known->name);
    }
  }

  void figure(const Node& node, const Place& place, const FigureName& name) {
    const Node* values = nullptr;
    read_object(findings_, node, place,
                {Field{"unit",
                       [&](const Node& unit, const Place& at) {
                         const std::array<std::string_view, 1> right{word(name.unit)};
                         one_of(unit, at, right);
                       }},
                 Field{"values", [&](const Node& list, const Place&) { values = &list; }}});
    require(node, place, {"unit", "values"});
    if (values == nullptr) return;
    const Place at = place.member("values");
    std::vector<DatedValue> dated;
    read_array(findings_, *values, at, [&](const Node& value, const Place& item) {
      if (auto read = dated_value(value, item, name)) dated.push_back(std::move(*read));
    });
    if (dated.size() != values->items.size() || dated.empty()) {
      if (values->is(Kind::array) && values->items.empty()) {
        findings_.add(*values, at, ErrorCode::gap_in_dates);
      }
      return;
    }
    check_dates(*values, at, name, dated);
    policy_.figures.add(name, std::move(dated));
  }

  std::optional<DatedValue> dated_value(const Node& node, const Place& place,
                                        const FigureName& name) {
    DatedValue dated;
    std::optional<Date> from;
    bool sound = true;
    read_object(
        findings_, node, place,
        {Field{"from", [&](auto&... at) { from = read_date(findings_, at...); }},
         Field{"to",
               [&](auto&... at) {
                 dated.to = read_date(findings_, at...);
                 sound = sound && dated.to.has_value();
               }},
         Field{"value",
               [&](auto&... at) { sound = figure_value(at..., name.unit, dated) && sound; }},
         Field{"source", [&](auto&... at) { dated.source = text(at...); }}});
    require(node, place, {"from", "value", "source"});
    if (!from || !sound || dated.source.empty() || node.find("value") == nullptr) {
      return std::nullopt;
    }
    dated.from = *from;
    return dated;
  }

  bool figure_value(const Node& node, const Place& place, Unit unit, DatedValue& dated) {
    if (is_whole(unit)) {
      const std::int64_t number = whole(node, place, 0, most_whole);
      dated.number = {number, 1};
      return number >= 0;
    }
    switch (unit) {
      case Unit::yuan:
        return money(node, place, dated);
      case Unit::days_per_month:
        return ratio(node, place, dated);
      case Unit::date: {
        const auto date = read_date(findings_, node, place);
        dated.date = date.value_or(Date{});
        return date.has_value();
      }
      case Unit::in_force:
        if (node.is(Kind::boolean) && node.truth) return true;
        wrong_type(node, place, "true");
        return false;
      default:
        return list(node, place, unit, dated);
    }
  }

  bool money(const Node& node, const Place& place, DatedValue& dated) {
    constexpr int decimals = 2;
    if (!node.is(Kind::number)) {
      wrong_type(node, place, "number");
      return false;
    }
    const Decimal number = read_decimal(node.text);
    const auto fen = number.scaled(decimals);
    if (!fen || *fen > most_fen || number.negative) {
      out_of_range(node, place, 0, most_fen / 100);
      return false;
    }
    if (number.decimals() > decimals) {
      findings_.add_too_many_decimals(node, place, decimals);
      return false;
    }
    dated.number = {*fen, 1};
    return true;
  }

  bool ratio(const Node& node, const Place& place, DatedValue& dated) {
    const bool readable = node.is(Kind::number) || node.is(Kind::string);
    const auto value = readable ? read_ratio(node.text) : std::nullopt;
    if (!value) {
      wrong_type(node, place, "number or fraction");
      return false;
    }
    dated.number = *value;
    dated.text = node.text;
    return true;
  }

  bool list(const Node& node, const Place& place, Unit unit, DatedValue& dated) {
    bool sound = node.is(Kind::array);
    if (!sound) wrong_type(node, place, "array");
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const Node& item = node.items[i];
      const Place at = place.item(i);
      std::int64_t number = -1;
      if (unit == Unit::list_of_months) {
        number = whole(item, at, 0, most_whole);
      } else if (const auto day = text(item, at); !day.empty()) {
        number = read_month_day(day).value_or(-1);
        if (number < 0) findings_.add(item, at, ErrorCode::invalid_date, "got", day);
      }
      if (number >= 0 && !dated.list.empty() && number <= dated.list.back()) {
        findings_.add(item, at, ErrorCode::not_in_order);
        sound = false;
      }
      sound = sound && number >= 0;
      dated.list.push_back(number);
    }
    return sound;
  }

  // Values ascend and do not overlap; but for figures that are in force now and then, they leave no
  // day of the policy out and run until further notice.
  void check_dates(const Node& values, const Place& place, const FigureName& name,
                   const std::vector<DatedValue>& dated) {
    const bool gaps_allowed = name.unit == Unit::in_force;
    const auto say = [&](std::size_t i, ErrorCode code) {
      findings_.add(values.items[i], place.item(i), code);
    };
    if (!gaps_allowed && first_day_ && *first_day_ < dated.front().from) {
      say(0, ErrorCode::gap_in_dates);
    }
    bool ascending = true;
    for (std::size_t i = 0; i < dated.size(); ++i) {
      const bool last = i + 1 == dated.size();
      if (dated[i].to && *dated[i].to < dated[i].from) say(i, ErrorCode::not_in_order);
      if (last && dated[i].to && !gaps_allowed && ascending) say(i, ErrorCode::gap_in_dates);
      if (last) continue;
      if (dated[i + 1].from <= dated[i].to.value_or(dated[i + 1].from)) {
        ascending = false;
        say(i + 1, ErrorCode::overlapping_dates);
      } else if (!gaps_allowed && *dated[i].to + std::chrono::days{1} != dated[i + 1].from) {
        say(i + 1, ErrorCode::gap_in_dates);
      }
    }
  }

  // -- Scalars
  std::string text(const Node& node, const Place& place) {
    const auto found = read_text(findings_, node, place);
    if (found && found->empty()) out_of_range(node, place, 1, most_whole);
    return std::string(found.value_or(""));
  }

  template <std::size_t n>
  std::string one_of(const Node& node, const Place& place,
                     const std::array<std::string_view, n>& words) {
    std::string found = text(node, place);
    if (!found.empty() && std::find(words.begin(), words.end(), found) == words.end()) {
      findings_.add(node, place, ErrorCode::unknown_option, "got", found);
    }
    return found;
  }

  /// The number, -1 where it is none or out of range.
  std::int64_t whole(const Node& node, const Place& place, std::int64_t low, std::int64_t high) {
    const Decimal number = node.is(Kind::number) ? read_decimal(node.text) : Decimal{};
    if (!node.is(Kind::number) || number.decimals() > 0) {
      wrong_type(node, place, "integer");
      return -1;
    }
    const auto found = number.scaled(0);
    if (found && low <= *found && *found <= high) return *found;
    out_of_range(node, place, low, high);
    return -1;
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
    if (!node.is(Kind::object)) return;
    for (const std::string_view name : names) {
      if (node.find(name) == nullptr) findings_.add_missing(place, name);
    }
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

std::string_view word(Unit unit) {
  constexpr std::array<std::string_view, 10> words{
      "days",           "months", "years",    "hours",          "yuan",
      "days_per_month", "date",   "in_force", "list_of_months", "list_of_month_days"};
  return words[static_cast<std::size_t>(unit)];
}

std::variant<Policy, Errors> read_policy(std::string_view text) {
  auto parsed = json::parse(text);
  if (auto* errors = std::get_if<Errors>(&parsed)) return std::move(*errors);
  return PolicyReader(std::get<Node>(parsed)).read();
}

}  // namespace benefits
