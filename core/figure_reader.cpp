#include "core/figure_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace benefits {

namespace {

using json::Kind;
using json::Node;
using json::Place;

// Bounds that keep every sum inside 64 bits and every date inside four-digit years; no figure of
// any law comes near.
constexpr std::int64_t most_whole = 10'000;
constexpr std::int64_t most_years = 150;
constexpr std::int64_t longest_month = 31;
constexpr std::int64_t most_parts = 10'000;
constexpr std::int64_t most_fen = 1'000'000'000;

// A number in JSON's grammar; nothing where it is cut too finely, or has an exponent: steps show it
// as it is written.
std::optional<Rational> exactly(std::string_view number) {
  constexpr std::int64_t most_places = 9;
  const Decimal decimal = read_decimal(number);
  const bool has_exponent = number.find_first_of("eE") != std::string_view::npos;
  if (has_exponent || decimal.decimals() > most_places) return std::nullopt;
  const auto places = static_cast<int>(decimal.decimals());
  std::int64_t denominator = 1;
  for (int i = 0; i < places; ++i) denominator *= 10;
  // What is too large to be held is far outside every range, and so is this.
  return Rational{decimal.scaled(places).value_or(most_fen * denominator), denominator};
}

// Text with a number or a fraction, such as 21.75 or 365/12; nothing where it is neither, or cut
// too finely.
std::optional<Rational> ratio(std::string_view text) {
  const auto slash = text.find('/');
  const auto part = [](std::string_view digits) -> std::optional<Rational> {
    const bool plain = !digits.empty() && digits.size() <= 9 &&
                       digits.find_first_not_of("0123456789.") == std::string_view::npos &&
                       std::count(digits.begin(), digits.end(), '.') <= 1;
    return plain ? exactly(digits) : std::nullopt;
  };
  const auto above = part(text.substr(0, slash));
  const auto below =
      slash == std::string_view::npos ? Rational{1, 1} : part(text.substr(slash + 1));
  if (!above || !below || below->numerator == 0) return std::nullopt;
  return Rational{above->numerator * below->denominator, above->denominator * below->numerator};
}

// MM-DD as month * 100 + day; of any year, so 29 February too.
std::optional<std::int64_t> read_month_day(std::string_view text) {
  const auto date = parse_date("2024-" + std::string(text));
  if (!date) return std::nullopt;
  const std::chrono::year_month_day civil{*date};
  return static_cast<unsigned>(civil.month()) * 100 + static_cast<unsigned>(civil.day());
}

class FigureReader {
 public:
  FigureReader(Findings& findings, const FigureName& name, std::optional<Date> first_day)
      : findings_(findings), name_(name), first_day_(first_day) {}

  std::optional<std::vector<DatedValue>> read(const Node& node, const Place& place) {
    const Node* values = nullptr;
    read_object(findings_, node, place,
                {Field{"unit", [&](auto&... at) { unit(at...); }},
                 Field{"values", [&](const Node& list, const Place&) { values = &list; }}});
    require(findings_, node, place, {"unit", "values"});
    if (values == nullptr) return std::nullopt;
    const Place at = place.member("values");
    std::vector<DatedValue> dated;
    read_array(findings_, *values, at, [&](const Node& value, const Place& item) {
      if (auto read = dated_value(value, item)) dated.push_back(std::move(*read));
    });
    if (values->is(Kind::array) && values->items.empty()) {
      findings_.add(*values, at, ErrorCode::gap_in_dates);
    }
    if (dated.size() != values->items.size() || dated.empty()) return std::nullopt;
    check_dates(*values, at, dated);
    return dated;
  }

 private:
  // The file says the unit for its readers; the rule decides it.
  void unit(const Node& node, const Place& place) {
    const std::string told = read_filled_text(findings_, node, place);
    if (!told.empty() && told != word(name_.unit)) {
      findings_.add(node, place, ErrorCode::unknown_option, "got", told);
    }
  }

  std::optional<DatedValue> dated_value(const Node& node, const Place& place) {
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
         Field{"value", [&](auto&... at) { sound = value(at..., dated) && sound; }},
         Field{"source", [&](auto&... at) { dated.source = read_filled_text(findings_, at...); }}});
    require(findings_, node, place, {"from", "value", "source"});
    if (!from || !sound || dated.source.empty() || node.find("value") == nullptr) {
      return std::nullopt;
    }
    dated.from = *from;
    return dated;
  }

  bool value(const Node& node, const Place& place, DatedValue& dated) {
    switch (name_.unit) {
      case Unit::yuan: {
        const auto fen = read_money(findings_, node, place, most_fen);
        dated.number = {fen.value_or(0), 1};
        return fen.has_value();
      }
      case Unit::date: {
        const auto date = read_date(findings_, node, place);
        dated.date = date.value_or(Date{});
        return date.has_value();
      }
      case Unit::in_force:
        if (node.is(Kind::boolean) && node.truth) return true;
        findings_.add_wrong_type(node, place, "true");
        return false;
      case Unit::list_of_months:
      case Unit::list_of_month_days:
        return list(node, place, dated);
      default:
        break;
    }
    const auto number = read_number(findings_, node, place, name_.unit, name_.least);
    dated.number = number.value_or(Rational{});
    dated.text = node.text;
    return number.has_value();
  }

  bool list(const Node& node, const Place& place, DatedValue& dated) {
    bool sound = node.is(Kind::array);
    if (!sound) findings_.add_wrong_type(node, place, "array");
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const Place at = place.item(i);
      const auto number = list_item(node.items[i], at);
      if (number && !dated.list.empty() && *number <= dated.list.back()) {
        findings_.add(node.items[i], at, ErrorCode::not_in_order);
        sound = false;
      }
      sound = sound && number;
      dated.list.push_back(number.value_or(-1));
    }
    return sound;
  }

  std::optional<std::int64_t> list_item(const Node& node, const Place& place) {
    if (name_.unit == Unit::list_of_months)
      return read_whole(findings_, node, place, 0, most_whole);
    const auto text = read_filled_text(findings_, node, place);
    if (text.empty()) return std::nullopt;
    const auto day = read_month_day(text);
    if (!day) findings_.add(node, place, ErrorCode::invalid_date, "got", text);
    return day;
  }

  // Values ascend and do not overlap; but for figures that are in force now and then, they leave no
  // day of the policy out and run until further notice.
  void check_dates(const Node& values, const Place& place, const std::vector<DatedValue>& dated) {
    const bool gaps_allowed = name_.unit == Unit::in_force;
    const auto say = [&](std::size_t i, ErrorCode code) {
      findings_.add(values.items[i], place.item(i), code);
    };
    bool ascending = true;
    for (std::size_t i = 1; i < dated.size(); ++i) {
      if (dated[i - 1].from <= dated[i].from) continue;
      ascending = false;
      say(i, ErrorCode::not_in_order);
    }
    // In another order there may be neither gap nor overlap.
    if (!ascending) return;
    if (!gaps_allowed && first_day_ && *first_day_ < dated.front().from) {
      say(0, ErrorCode::gap_in_dates);
    }
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

  Findings& findings_;
  const FigureName& name_;
  std::optional<Date> first_day_;
};

}  // namespace

std::optional<std::vector<DatedValue>> read_figure(Findings& findings, const Node& node,
                                                   const Place& place, const FigureName& name,
                                                   std::optional<Date> first_day) {
  return FigureReader(findings, name, first_day).read(node, place);
}

std::optional<Rational> read_number(Findings& findings, const Node& node, const Place& place,
                                    Unit unit, std::int64_t least) {
  if (unit != Unit::days_per_month) {
    const std::int64_t most = unit == Unit::years ? most_years : most_whole;
    const auto whole = read_whole(findings, node, place, least, most);
    return whole ? std::optional(Rational{*whole, 1}) : std::nullopt;
  }
  const auto number = node.is(Kind::number)   ? exactly(node.text)
                      : node.is(Kind::string) ? ratio(node.text)
                                              : std::nullopt;
  if (!number || number->denominator > most_parts) {
    findings.add_wrong_type(node, place, "number or fraction");
    return std::nullopt;
  }
  if (number->numerator < least * number->denominator ||
      number->numerator > longest_month * number->denominator) {
    findings.add_out_of_range(node, place, least, longest_month);
    return std::nullopt;
  }
  return number;
}

}  // namespace benefits
