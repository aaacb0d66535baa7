#include "core/result.h"

#include <algorithm>

namespace benefits {

void append_pointer(std::string& text, Subject subject) {
  using enum Subject::Kind;
  switch (subject.kind) {
    case household:
      return;
    case mother:
      text += "/mother";
      return;
    case father:
      text += "/father";
      return;
    case kindergarten:
      text += "/institution/kindergarten";
      return;
    case childcare:
      text += "/institution/childcare";
      return;
    case tutoring:
      text += "/institution/tutoring";
      return;
    case delivery:
      text += "/delivery";
      return;
    case child:
      text += "/children";
      if (subject.index < most_children) text.append("/").append(std::to_string(subject.index));
      return;
    case elder:
      text.append("/elders/").append(std::to_string(subject.index));
  }
}

ChosenWords ChosenWords::without(std::string_view word) const {
  ChosenWords rest = *this;
  for (std::size_t i = 0; i < words->size(); ++i) {
    if ((*words)[i] == word) rest.chosen &= ~(WordSet{1} << i);
  }
  return rest;
}

bool Members::operator==(const Members& other) const {
  return std::equal(begin(), end(), other.begin(), other.end());
}

Value& Value::with(std::string_view name, Datum datum) {
  members.add({name, datum});
  return *this;
}

Value& Value::with(std::string_view name, std::vector<Date> days) {
  dates_name = name;
  dates = std::move(days);
  return *this;
}

std::int64_t Value::amount(std::string_view name) const {
  const auto* found = std::find_if(members.begin(), members.end(),
                                   [&](const Member& member) { return member.name == name; });
  if (found == members.end()) return 0;
  if (const auto* fen = std::get_if<Fen>(&found->datum)) return fen->count;
  const auto* count = std::get_if<std::int64_t>(&found->datum);
  return count != nullptr ? *count : 0;
}

std::string_view word(Status status) {
  switch (status) {
    case Status::entitled:
      return "entitled";
    case Status::not_entitled:
      return "not_entitled";
    case Status::unknown:
      break;
  }
  return "unknown";
}

}  // namespace benefits
