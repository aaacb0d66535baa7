#include "tests/core/policy.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace benefits::test {

std::filesystem::path policy_file() { return in_tree("assets/policy/jilin-2023-56.json"); }

std::string by_index(const Json& policy, const std::string& pointer) {
  for (const std::string list : {"benefits", "assumptions"}) {
    const std::string start = "/" + list + "/";
    if (!pointer.starts_with(start) || !policy.contains(list)) continue;
    const std::size_t end = std::min(pointer.find('/', start.size()), pointer.size());
    const std::string id = pointer.substr(start.size(), end - start.size());
    const std::size_t size = policy.at(list).size();
    if (id == "-" && size > 0) return start + std::to_string(size - 1) + pointer.substr(end);
    for (std::size_t i = 0; i < size; ++i) {
      const Json& entry = policy.at(list)[i];
      if (entry.is_object() && entry.contains("id") && entry.at("id") == id) {
        return start + std::to_string(i) + pointer.substr(end);
      }
    }
  }
  return pointer;
}

Json changed_policy(const Json& change) {
  const Json policy = read_json(policy_file());
  Json by_indices{{"where", Json::object()}, {"untold", Json::array()}};
  const Json where = change.value("where", Json::object());
  for (const auto& [pointer, value] : where.items()) {
    // In the file as it stands "-" is one past the end, as RFC 6901 says; in `by_index` the last.
    const bool appends = pointer.ends_with("/-");
    by_indices["where"][appends ? pointer : by_index(policy, pointer)] = value;
  }
  for (const auto& pointer : change.value("untold", Json::array())) {
    by_indices["untold"].push_back(by_index(policy, pointer.get<std::string>()));
  }
  return changed(policy, by_indices);
}

Calculator calculator_with(const std::string& pointer, const Json& value) {
  Calculator changed_one(changed_policy({{"where", {{pointer, value}}}}).dump());
  if (!changed_one.policy_errors().empty()) {
    throw std::invalid_argument(write_errors(changed_one.policy_errors()));
  }
  return changed_one;
}

}  // namespace benefits::test
