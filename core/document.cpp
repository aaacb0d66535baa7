#include "core/document.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "core/money.h"
#include "core/rank.h"

namespace benefits {

namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view name,
                                        const std::vector<std::string_view>& known) {
  std::optional<std::string_view> found;
  std::size_t least = std::max<std::size_t>(1, name.size() / 3) + 1;
  for (const std::string_view candidate : known) {
    const std::size_t longer = std::max(name.size(), candidate.size());
    if (longer - std::min(name.size(), candidate.size()) >= least) continue;
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < least) {
      least = distance;
      found = candidate;
    }
  }
  return found;
}

void Findings::put(std::int64_t order, const json::Place& place, ErrorCode code,
                   std::vector<ErrorArg> args) {
  if (allowance_.spent()) return;
  placed_.push_back({order, {place.pointer(), code, std::move(args)}});
  allowance_.spend(placed_.back().error);
}

void Findings::add(const json::Node& node, const json::Place& place, ErrorCode code) {
  put(node.order, place, code, {});
}

void Findings::add(const json::Node& node, const json::Place& place, ErrorCode code,
                   std::string_view name, std::string_view text) {
  put(node.order, place, code, {{.name = name, .text = std::string(text)}});
}

void Findings::add_wrong_type(const json::Node& node, const json::Place& place,
                              std::string_view expected) {
  add(node, place, ErrorCode::wrong_type, "expected", expected);
}

void Findings::add_out_of_range(const json::Node& node, const json::Place& place, std::int64_t low,
                                std::int64_t high) {
  put(node.order, place, ErrorCode::out_of_range,
      {{.name = "min", .number = low}, {.name = "max", .number = high}});
}

void Findings::add_out_of_range(const json::Node& node, const json::Place& place, Date low,
                                Date high) {
  std::vector<ErrorArg> limits{{.name = "min", .text = ""}, {.name = "max", .text = ""}};
  append_date(*limits[0].text, low);
  append_date(*limits[1].text, high);
  put(node.order, place, ErrorCode::out_of_range, std::move(limits));
}

void Findings::add_too_many_decimals(const json::Node& node, const json::Place& place, int most) {
  put(node.order, place, ErrorCode::too_many_decimals, {{.name = "max", .number = most}});
}

void Findings::add_unknown(const json::Member& member, const json::Place& place,
                           const std::vector<std::string_view>& known) {
  if (allowance_.spent()) return;
  if (const auto near = nearest(member.name, known)) {
    add(member.value, place, ErrorCode::unknown_member, "did_you_mean", *near);
  } else {
    add(member.value, place, ErrorCode::unknown_member);
  }
}

void Findings::add_missing(const json::Place& object, std::string_view name) {
  put(std::numeric_limits<std::int64_t>::max(), object.member(name), ErrorCode::missing_member, {});
}

Errors Findings::in_order() && {
  std::vector<Rank> ranks;
  ranks.reserve(placed_.size());
  for (const Placed& placed : placed_) {
    ranks.push_back({placed.order, static_cast<std::int64_t>(placed.error.code),
                     static_cast<std::int64_t>(ranks.size())});
  }
  sort(ranks);
  Errors errors;
  errors.reserve(placed_.size());
  for (const Rank& rank : ranks) {
    errors.push_back(std::move(placed_[static_cast<std::size_t>(rank[2])].error));
  }
  return errors;
}

void read_object(Findings& findings, const json::Node& node, const json::Place& place,
                 std::initializer_list<Field> fields) {
  if (!node.is(json::Kind::object)) {
    findings.add_wrong_type(node, place, "object");
    return;
  }
  for (const json::Member& member : node.members) {
    const json::Place below = place.member(member.name);
    const auto* field = std::find_if(fields.begin(), fields.end(),
                                     [&](const Field& each) { return each.name == member.name; });
    if (field != fields.end()) {
      field->read(member.value, below);
      continue;
    }
    std::vector<std::string_view> names;
    for (const Field& each : fields) names.push_back(each.name);
    findings.add_unknown(member, below, names);
  }
}

void read_array(Findings& findings, const json::Node& node, const json::Place& place,
                const Reader& read_item) {
  if (!node.is(json::Kind::array)) return findings.add_wrong_type(node, place, "array");
  for (std::size_t i = 0; i < node.items.size(); ++i) read_item(node.items[i], place.item(i));
}

void require(Findings& findings, const json::Node& node, const json::Place& place,
             std::initializer_list<std::string_view> names) {
  if (!node.is(json::Kind::object)) return;
  for (const std::string_view name : names) {
    if (node.find(name) == nullptr) findings.add_missing(place, name);
  }
}

std::optional<std::string_view> read_text(Findings& findings, const json::Node& node,
                                          const json::Place& place) {
  if (node.is(json::Kind::string)) return node.text;
  findings.add_wrong_type(node, place, "string");
  return std::nullopt;
}

std::string read_filled_text(Findings& findings, const json::Node& node, const json::Place& place) {
  constexpr std::size_t most_bytes = 10'000;
  const auto found = read_text(findings, node, place);
  if (found && (found->empty() || found->size() > most_bytes)) {
    findings.add_out_of_range(node, place, 1, most_bytes);
  }
  return std::string(found.value_or(""));
}

std::optional<std::int64_t> read_choice(Findings& findings, const json::Node& node,
                                        const json::Place& place,
                                        std::span<const std::string_view> words) {
  const auto text = read_text(findings, node, place);
  if (!text) return std::nullopt;
  const auto found = text->empty() ? words.end() : std::find(words.begin(), words.end(), *text);
  if (found != words.end()) return found - words.begin();
  findings.add(node, place, ErrorCode::unknown_option, "got", *text);
  return std::nullopt;
}

std::optional<std::int64_t> read_whole(Findings& findings, const json::Node& node,
                                       const json::Place& place, std::int64_t low,
                                       std::int64_t high) {
  const Decimal number = node.is(json::Kind::number) ? read_decimal(node.text) : Decimal{};
  if (!node.is(json::Kind::number) || number.decimals() > 0) {
    findings.add_wrong_type(node, place, "integer");
    return std::nullopt;
  }
  const auto found = number.scaled(0);
  if (found && low <= *found && *found <= high) return found;
  findings.add_out_of_range(node, place, low, high);
  return std::nullopt;
}

std::optional<std::int64_t> read_money(Findings& findings, const json::Node& node,
                                       const json::Place& place, std::int64_t most) {
  constexpr int decimals = 2;
  constexpr std::int64_t fen_per_yuan = 100;
  if (!node.is(json::Kind::number)) {
    findings.add_wrong_type(node, place, "number");
    return std::nullopt;
  }
  const Decimal number = read_decimal(node.text);
  const auto fen = number.scaled(decimals);
  const bool has_parts = number.decimals() > decimals;
  if (number.negative || !fen || *fen > most || (*fen == most && has_parts)) {
    findings.add_out_of_range(node, place, 0, most / fen_per_yuan);
    return std::nullopt;
  }
  if (!has_parts) return fen;
  findings.add_too_many_decimals(node, place, decimals);
  return std::nullopt;
}

std::optional<Date> read_date(Findings& findings, const json::Node& node,
                              const json::Place& place) {
  const auto text = read_text(findings, node, place);
  if (!text) return std::nullopt;
  const auto date = parse_date(*text);
  if (!date) {
    findings.add(node, place, ErrorCode::invalid_date, "got", *text);
  }
  return date;
}

}  // namespace benefits
