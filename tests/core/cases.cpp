#include "tests/core/cases.h"

namespace benefits::test {

namespace {

std::vector<Case> read_all() {
  std::vector<Case> all;
  for (const auto& file : files_in("tests/cases", ".json")) {
    const Json document = read_json(file);
    for (const Json& group : document.at("groups")) {
      for (const Json& one : group.at("cases")) {
        Case read{file.string(),
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

const std::vector<Case>& all_cases() {
  static const std::vector<Case> all = read_all();
  return all;
}

}  // namespace benefits::test
