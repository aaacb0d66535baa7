#include "core/cli/naming.h"

#include <algorithm>

namespace benefits::cli {

// "decree-619/7" is article 7 of a law; "jilin-2023-56/2.12" measure 12 of the document. A policy
// file may cite as it likes: what is not of this form, or of a document without a title, is named
// as it stands.
std::string Names::source(std::string_view cited) const {
  const std::string_view document = cited.substr(0, cited.find('/'));
  const std::string key_of_title = "source." + std::string(document);
  std::string title = m_.text(key_of_title);
  if (title == key_of_title) return std::string(cited);
  std::string_view place = cited.substr(std::min(cited.size(), document.size() + 1));
  if (place.empty()) return title;
  const char* key = "source.article";
  const std::string_view part = place.substr(0, 2);
  if (document == policy_.id && place != part && (part == "2." || part == "3.")) {
    key = part == "2." ? "source.measure" : "source.organisation";
    place.remove_prefix(part.size());
  }
  return m_.text(key, {{"title", std::string_view(title)}, {"place", place}});
}

std::string Names::subject(Subject subject) const {
  using enum Subject::Kind;
  const auto number = static_cast<std::int64_t>(subject.index) + 1;
  switch (subject.kind) {
    case household:
      return m_.text("subject.household");
    case mother:
      return m_.text("subject.mother");
    case father:
      return m_.text("subject.father");
    case kindergarten:
      return m_.text("subject.kindergarten");
    case childcare:
      return m_.text("subject.childcare");
    case tutoring:
      return m_.text("subject.tutoring");
    case delivery:
      return m_.text("subject.delivery");
    case child:
      if (subject.index == most_children) return m_.text("subject.children");
      return m_.text("subject.child", {{"number", number}});
    case elder:
      break;
  }
  return m_.text("subject.elder", {{"number", number}});
}

// A delivery may be a miscarriage too.
std::string Names::about(Subject cause) const {
  return cause.kind == Subject::Kind::delivery ? m_.text("input./delivery.label") : subject(cause);
}

// The question's label, with whom it is about where there are several.
std::string Names::input(InputId id) const {
  std::string place = pointer(id);
  std::string whose;
  for (const std::string_view array : {"/children/", "/elders/"}) {
    if (!std::string_view(place).starts_with(array)) continue;
    const std::size_t end = place.find('/', array.size());
    const std::size_t index = std::stoul(place.substr(array.size(), end - array.size()));
    const auto kind = array == "/elders/" ? Subject::Kind::elder : Subject::Kind::child;
    whose = subject({kind, index});
    place = std::string(array) + "N" + place.substr(end);
  }
  std::string label = m_.text("input." + place + ".label");
  if (whose.empty()) return label;
  return m_.text("explain.of_whom",
                 {{"subject", std::string_view(whose)}, {"text", std::string_view(label)}});
}

}  // namespace benefits::cli
