#include "core/cli/value_lines.h"

#include <utility>

namespace benefits::cli {

namespace {

class ValueLines {
 public:
  ValueLines(const Value& value, const std::vector<Member>& figures, const Messages& messages)
      : value_(value), figures_(figures), m_(messages) {}

  std::vector<std::string> lines() {
    const std::string per = word("per.", "per");
    const std::string unit = word("day_unit.", "day_unit");
    if (const Datum* days = find("days")) {
      say("explain.days",
          {{"days", *days}, {"unit", std::string_view(unit)}, {"per", std::string_view(per)}});
    }
    if (const Datum* yuan = find("yuan")) {
      const bool is_free = *yuan == Datum{Fen{}};
      if (is_free) say("explain.free", {});
      if (!is_free) say("explain.yuan", {{"yuan", *yuan}, {"per", std::string_view(per)}});
    }
    if (const Datum* hours = find("hours_per_workday")) say("explain.hours", {{"hours", *hours}});
    if (const Datum* ceiling = find("ceiling_yuan")) price(*ceiling);
    labelled("explain.price_class", word("price_class.", "price_class"));
    words("service.", "services");
    words("right.", "rights");
    words("good.", "goods");
    std::vector<std::string> dates;
    for (const Date date : value_.dates) dates.push_back(m_.format(date));
    labelled("explain.dates", m_.join(dates));
    return std::move(lines_);
  }

 private:
  const Datum* find(std::string_view name) const {
    for (const Member& member : value_.members) {
      if (member.name == name) return &member.datum;
    }
    return nullptr;
  }

  std::string word(const char* space, std::string_view name) const {
    const Datum* datum = find(name);
    const auto* text = datum != nullptr ? std::get_if<std::string_view>(datum) : nullptr;
    return text != nullptr ? m_.text(space + std::string(*text)) : std::string();
  }

  void say(const char* key, const std::vector<Member>& args) {
    lines_.push_back(m_.text(key, args));
  }

  void labelled(const char* label, const std::string& text) {
    if (!text.empty()) say(label, {{"text", std::string_view(text)}});
  }

  void price(const Datum& ceiling) {
    say("explain.ceiling", {{"yuan", ceiling}});
    if (const Datum* excess = find("excess_yuan")) {
      say("explain.excess", {{"yuan", *excess}});
    } else {
      say("explain.conforms", {});
    }
  }

  void words(const char* space, std::string_view name) {
    const Datum* datum = find(name);
    const auto* list = datum != nullptr ? std::get_if<ChosenWords>(datum) : nullptr;
    if (list == nullptr) return;
    for (std::size_t i = 0; i < list->words->size(); ++i) {
      if ((list->chosen >> i & 1) == 0) continue;
      lines_.push_back("- " + m_.text(space + (*list->words)[i], figures_));
    }
  }

  const Value& value_;
  const std::vector<Member>& figures_;
  const Messages& m_;
  std::vector<std::string> lines_ = {};
};

}  // namespace

std::vector<std::string> value_lines(const Value& value, const std::vector<Member>& figures,
                                     const Messages& messages) {
  return ValueLines(value, figures, messages).lines();
}

}  // namespace benefits::cli
