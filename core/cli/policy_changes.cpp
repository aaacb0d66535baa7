#include "core/cli/policy_changes.h"

#include <array>
#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "core/cli/fault.h"
#include "core/cli/policy_terms.h"
#include "core/date.h"
#include "core/json.h"
#include "core/money.h"
#include "core/needs.h"

namespace benefits::cli {

namespace {

using json::Kind;
using json::Node;

constexpr std::size_t date_size = std::string_view("2024-06-01").size();

// By what an entry of a list is found again: its id, or the day from which it holds. Words have
// neither.
std::string_view name_of(const Node& entry) {
  const std::string_view id = text_in(&entry, "id");
  return id.empty() ? text_in(&entry, "from") : id;
}

const Node* named_in(const Node* list, std::string_view name) {
  if (list == nullptr) return nullptr;
  for (const Node& entry : list->items) {
    if (name_of(entry) == name) return &entry;
  }
  return nullptr;
}

// What a file says of one thing and what the other does; of the one that lacks it nothing.
struct Both {
  const Node* before;
  const Node* now;

  const Node& any() const { return now != nullptr ? *now : *before; }
  Both member(std::string_view name) const { return {find(before, name), find(now, name)}; }
  Both entry(std::string_view name) const { return {named_in(before, name), named_in(now, name)}; }

 private:
  static const Node* find(const Node* node, std::string_view name) {
    return node != nullptr ? node->find(name) : nullptr;
  }
};

class PolicyChanges {
 public:
  PolicyChanges(const Node& before, const Node& now, const Messages& messages)
      : policies_{&before, &now}, m_(messages) {}

  std::string text() {
    compare(policies_, "", "", "");
    if (lines_.empty()) return m_.text("explain.change_none") + "\n";
    const std::string_view before = text_in(policies_.before, "edition");
    std::string told =
        m_.text("explain.changes", {{"count", std::ssize(lines_)}, {"edition", before}});
    for (const std::string& line : lines_) told += "\n" + on_one_line(line);
    return told + "\n" + edition(before, text_in(policies_.now, "edition"));
  }

 private:
  std::string edition(std::string_view before, std::string_view now) const {
    const bool is_dated = parse_date(now.substr(0, date_size)).has_value();
    if (is_dated && now > before) return {};
    const char* key = is_dated ? "explain.change_edition" : "explain.change_edition_date";
    return on_one_line(m_.text(key, {{"edition", now}, {"before", before}})) + "\n";
  }

  // @param list the list or the object that holds it, "benefits"
  // @param unit of figures and of the options of an assumption, else ""
  void compare(Both both, const std::string& place, std::string_view list, std::string_view unit) {
    const Node& any = both.any();
    if (any.is(Kind::object)) {
      members(both, place, unit_of(any, unit));
    } else if (any.is(Kind::array) && !any.items.empty() && any.items[0].is(Kind::object)) {
      entries(both, place, list, unit);
    } else {
      leaf(both, place, unit);
    }
  }

  std::string_view unit_of(const Node& object, std::string_view unit) const {
    if (const std::string_view own = text_in(&object, "unit"); !own.empty()) return own;
    const AssumptionName* asked = needs_.assumption(text_in(&object, "id"));
    return asked != nullptr ? word(asked->unit) : unit;
  }

  void members(Both both, const std::string& place, std::string_view unit) {
    // Told by their place, or not what the policy says.
    static const std::set<std::string_view> passed_over{"$schema", "from", "unit"};
    std::set<std::string_view> seen = passed_over;
    for (const Node* node : {both.now, both.before}) {
      if (node == nullptr) continue;
      for (const json::Member& member : node->members) {
        const std::string& name = member.name;
        if (!seen.insert(name).second) continue;
        const bool is_value = name == "value" || is_holder(name);
        compare(both.member(name), is_value ? place : within(place, name, m_), name,
                is_value ? unit : "");
      }
    }
  }

  void entries(Both both, const std::string& place, std::string_view list, std::string_view unit) {
    std::vector<std::string_view> kept_now;
    std::vector<std::string_view> kept_before;
    const auto each = [&](const Node* node, std::vector<std::string_view>& kept) {
      if (node == nullptr) return;
      for (const Node& entry : node->items) {
        const Both found = both.entry(name_of(entry));
        const bool is_kept = found.before != nullptr && found.now != nullptr;
        if (is_kept) kept.push_back(name_of(entry));
        if (is_kept && node == both.before) continue;
        compare(found, within(place, entry_name(entry, list), m_), "", unit);
      }
    };
    each(both.now, kept_now);
    each(both.before, kept_before);
    if (kept_now == kept_before) return;
    const std::string_view named = place.empty() ? list : std::string_view(place);
    lines_.push_back(m_.text("explain.change_order", {{"place", named}}));
  }

  // With its title where it has one; the first day of a value as the language writes it.
  std::string entry_name(const Node& entry, std::string_view list) const {
    const std::string_view id = text_in(&entry, "id");
    const std::string key = space_of(list) + std::string(id) + ".title";
    const std::string title = m_.text(key);
    if (id.empty()) {
      const std::string from = text_of(*entry.find("from"), "");
      return m_.text("explain.change_from", {{"from", std::string_view(from)}});
    }
    if (title == key) return std::string(id);
    return m_.text("explain.change_entry", {{"title", std::string_view(title)}, {"id", id}});
  }

  void leaf(Both both, const std::string& place, std::string_view unit) {
    const auto told = [&](const Node* node) {
      return node != nullptr ? text_of(*node, unit) : std::string();
    };
    const std::string before = told(both.before);
    const std::string now = told(both.now);
    if (before == now) return;
    const char* key = both.before == nullptr ? "explain.change_new"
                      : both.now == nullptr  ? "explain.change_gone"
                                             : "explain.change";
    lines_.push_back(m_.text(key, {{"place", std::string_view(place)},
                                   {"before", std::string_view(before)},
                                   {"now", std::string_view(now)}}));
  }

  std::string text_of(const Node& node, std::string_view unit) const {
    std::string text = node.text;
    if (const auto date = parse_date(text)) text = m_.format(*date);
    if (node.is(Kind::array)) {
      std::vector<std::string> items;
      for (const Node& item : node.items) items.push_back(text_of(item, ""));
      text = m_.join(items);
    }
    if (unit.empty()) return text;
    const std::string key = "explain.unit_" + std::string(unit);
    const Datum datum = number_of(node, unit).value_or(std::string_view(text));
    return m_.text(key, {{"value", datum}, {"yuan", datum}});
  }

  static std::optional<Datum> number_of(const Node& node, std::string_view unit) {
    if (!node.is(Kind::number)) return std::nullopt;
    constexpr int decimals_of_yuan = 2;
    const Decimal decimal = read_decimal(node.text);
    if (unit == word(Unit::yuan)) return Fen{decimal.scaled(decimals_of_yuan).value_or(0)};
    if (decimal.decimals() > 0) return std::nullopt;
    return decimal.scaled(0).value_or(0);
  }

  Both policies_;
  const Messages& m_;
  const Needs needs_;
  std::vector<std::string> lines_;
};

}  // namespace

std::string policy_changes(std::string_view text, std::string_view compiled_in,
                           const Messages& messages) {
  const auto now = json::parse(text);
  const auto before = json::parse(compiled_in);
  return PolicyChanges(std::get<Node>(before), std::get<Node>(now), messages).text();
}

}  // namespace benefits::cli
