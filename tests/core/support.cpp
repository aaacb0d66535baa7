#include "tests/core/support.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <utility>

#include "core/default_policy.h"

namespace benefits::test {

namespace {

using Pointer = Json::json_pointer;

class Registered : public testing::Test {
 public:
  explicit Registered(std::function<void()> check) : check_(std::move(check)) {}
  void TestBody() override { check_(); }

 private:
  std::function<void()> check_;
};

}  // namespace

std::filesystem::path in_tree(std::string_view path) {
  return std::filesystem::path(SOURCE_TREE) / path;
}

std::vector<std::filesystem::path> files_in(std::string_view folder, std::string_view extension) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(in_tree(folder))) {
    if (entry.is_regular_file() && entry.path().extension() == extension) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_text(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

Json read_json(const std::filesystem::path& file) {
  try {
    return Json::parse(read_text(file));
  } catch (const Json::exception& fault) {
    throw std::runtime_error(file.string() + ": " + fault.what());
  }
}

Json with(Json document, const std::string& pointer, const Json& value) {
  document[Pointer(pointer)] = value;
  return document;
}

Json without(Json document, const std::string& pointer) {
  const Pointer place(pointer);
  if (!document.contains(place)) return document;
  Json& parent = document[place.parent_pointer()];
  if (parent.is_array()) {
    parent.erase(std::stoul(place.back()));
  } else {
    parent.erase(place.back());
  }
  return document;
}

Json changed(Json document, const Json& change) {
  const Json where = change.value("where", Json::object());
  for (const auto& [pointer, value] : where.items()) {
    document = with(std::move(document), pointer, value);
  }
  for (const auto& pointer : change.value("untold", Json::array())) {
    document = without(std::move(document), pointer.get<std::string>());
  }
  return document;
}

const Calculator& calculator() {
  static const Calculator compiled_in(default_policy());
  return compiled_in;
}

Json answer(const Json& situation, bool alternatives) {
  return answer(calculator(), situation, alternatives);
}

Json answer(const Calculator& by, const Json& situation, bool alternatives) {
  return Json::parse(by.evaluate(situation.dump(), alternatives));
}

const Json* find_benefit(const Json& result, std::string_view id,
                         std::optional<std::string_view> subject) {
  for (const Json& benefit : result.at("benefits")) {
    if (benefit.at("id") == id && (!subject || benefit.at("subject") == *subject)) return &benefit;
  }
  return nullptr;
}

Json outcome(const Json& benefit, const Json& result) {
  const Json* other = find_benefit(result, benefit.at("id").get<std::string>(),
                                   benefit.at("subject").get<std::string>());
  if (other == nullptr) return {{"status", "not_entitled"}};
  Json found{{"status", other->at("status")}};
  for (const char* name : {"value", "missing", "bounds"}) {
    if (other->contains(name)) found[name] = other->at(name);
  }
  return found;
}

std::optional<std::string> mismatch(const Json& expected, const Json& got,
                                    const std::string& place) {
  if (!expected.is_object()) {
    // Members of objects inside arrays may stand in any order, so compare without it.
    if (nlohmann::json(expected) == nlohmann::json(got)) return std::nullopt;
    return place + ": expected " + expected.dump() + ", got " + got.dump();
  }
  if (!got.is_object()) return place + ": expected an object, got " + got.dump();
  for (const auto& [name, value] : expected.items()) {
    if (name == "absent" && value.is_array()) {
      for (const auto& absent : value) {
        const auto member = absent.get<std::string>();
        const Pointer at(member.starts_with('/') ? member : "/" + member);
        if (got.contains(at)) return place + " has " + member + ": " + got.at(at).dump();
      }
      continue;
    }
    if (!got.contains(name)) return place + " has no " + name + "; expected " + value.dump();
    if (auto found = mismatch(value, got.at(name), place + "/" + name)) return found;
  }
  return std::nullopt;
}

std::optional<std::string> mismatch_of_errors(const Json& expected, const Json& got) {
  const std::string both = "expected " + expected.dump() + "\ngot      " + got.dump();
  if (expected.size() != got.size()) return "another number of errors\n" + both;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (auto found = mismatch(expected[i], got[i], "error " + std::to_string(i))) {
      return *found + "\n" + both;
    }
  }
  return std::nullopt;
}

std::string identifier(std::string_view sentence) {
  std::string name;
  for (const char c : sentence) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      name += c;
    } else if (!name.empty() && name.back() != '_') {
      name += '_';
    }
  }
  while (name.ends_with('_')) name.pop_back();
  return name;
}

void add_test(const std::string& suite, const std::string& sentence, const std::string& file,
              std::function<void()> check) {
  // Two sentences may come to one name, and the framework wants names that differ.
  static std::map<std::string, int> taken;
  std::string name = identifier(sentence);
  const int times = ++taken[suite + "." + name];
  if (times > 1) name.append("_").append(std::to_string(times));
  testing::RegisterTest(
      suite.c_str(), name.c_str(), nullptr, nullptr, file.c_str(), 1,
      [check = std::move(check)]() -> testing::Test* { return new Registered(check); });
}

Date date(std::string_view written) {
  const auto parsed = parse_date(written);
  if (!parsed) throw std::invalid_argument(std::string(written));
  return *parsed;
}

std::string text(Date day) {
  std::string written;
  append_date(written, day);
  return written;
}

}  // namespace benefits::test
