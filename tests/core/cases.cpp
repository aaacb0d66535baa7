#include "tests/core/cases.h"

namespace benefits::test {

namespace {

std::vector<LawCase> read_all() {
  std::vector<LawCase> all;
  for (const auto& file : files_in("tests/cases", ".json")) {
    const Json document = read_json(file);
    for (const Json& group : document.at("groups")) {
      for (const Json& one : group.at("cases")) {
        LawCase read{file.string(),
                     file.stem().string(),
                     one.at("name"),
                     group.value("benefit", ""),
                     {},
                     changed(group.at("given"), one),
                     one.at("expect")};
        if (group.contains("subject")) read.subject = group.at("subject");
        all.push_back(std::move(read));
      }
    }
  }
  return all;
}

}  // namespace

const std::vector<LawCase>& all_cases() {
  static const std::vector<LawCase> all = read_all();
  return all;
}

}  // namespace benefits::test
