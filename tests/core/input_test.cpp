// Runs every tests/input/*.json: one file per way in which a situation is wrong, or is odd and yet
// accepted.

#include <gtest/gtest.h>

#include <cstddef>
#include <set>
#include <string>
#include <variant>

#include "core/situation_reader.h"
#include "tests/core/support.h"

namespace benefits::test {
namespace {

std::string from_base64(std::string_view text) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  int held = 0;
  for (const char c : text) {
    if (c == '=') break;
    bits = bits << 6U | static_cast<unsigned>(digits.find(c));
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>(bits >> held & 0xFFU);
  }
  return bytes;
}

std::string document_of(const Json& test) {
  if (test.contains("text")) return test.at("text");
  if (test.contains("base64")) return from_base64(test.at("base64").get<std::string>());
  if (!test.contains("repeat")) return test.at("situation").dump();
  const Json& repeat = test.at("repeat");
  std::string text = repeat.value("prefix", "");
  const auto unit = repeat.at("unit").get<std::string>();
  for (int i = repeat.at("times"); i > 0; --i) text += unit;
  return text + repeat.value("suffix", "");
}

void check(const Json& test) {
  const Json got = Json::parse(calculator().evaluate(document_of(test)));
  const auto wrong = mismatch_of_errors(test.at("errors"), got.value("errors", Json::array()));
  EXPECT_FALSE(wrong) << *wrong;
  EXPECT_NE(got.contains("errors"), got.contains("benefits")) << "either errors or an answer";

  static const std::string good = answer({{"as_of", "2024-06-01"}}).dump();
  EXPECT_EQ(answer({{"as_of", "2024-06-01"}}).dump(), good) << "the next answer is as ever";
}

TEST(Input, EveryCodeOfTheContractHasAFile) {
  std::set<std::string> codes;
  for (const auto& file : files_in("tests/input", ".json")) {
    const Json test = read_json(file);
    for (const Json& error : test.at("errors")) codes.insert(error.at("code"));
  }
  for (int code = 0; code <= static_cast<int>(ErrorCode::contradiction); ++code) {
    EXPECT_EQ(codes.count(std::string(word(static_cast<ErrorCode>(code)))), 1U)
        << word(static_cast<ErrorCode>(code));
  }
}

TEST(Input, AsManyErrorsAsFitIntoADocumentAreToldAndThatOneIsMissingLast) {
  std::string text = "{\"x\":0";
  std::size_t unknown = 1;
  while (text.size() < (std::size_t{1} << 20) - 20) {
    text += ",\"" + std::to_string(unknown++) + "\":0";
  }
  const auto read = read_situation(text + "}", calculator().policy());
  const auto* errors = std::get_if<Errors>(&read);
  ASSERT_NE(errors, nullptr);
  EXPECT_EQ(errors->size(), unknown + 1);
  EXPECT_EQ(errors->back().pointer, "/as_of");
  EXPECT_EQ(errors->back().code, ErrorCode::missing_member);
}

}  // namespace

void register_inputs() {
  for (const auto& file : files_in("tests/input", ".json")) {
    const Json test = read_json(file);
    add_test("input", test.at("name"), file.string(), [test, file] {
      SCOPED_TRACE(file.filename().string());
      check(test);
    });
  }
}

}  // namespace benefits::test
