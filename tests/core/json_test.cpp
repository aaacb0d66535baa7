// Strict JSON: what is kept of a document, and what is said of one that is none.

#include "core/json.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/core/support.h"

namespace benefits::test {
namespace {

using json::Kind;
using json::Node;

Node good(std::string_view text) {
  auto parsed = json::parse(text);
  if (std::get_if<Errors>(&parsed) != nullptr) {
    ADD_FAILURE() << "no JSON: " << text;
    return {};
  }
  return std::move(std::get<Node>(parsed));
}

// The errors as text, without the frame.
std::string faults(std::string_view text) {
  const auto parsed = json::parse(text);
  const auto* errors = std::get_if<Errors>(&parsed);
  return errors == nullptr ? "" : Json::parse(write_errors(*errors)).at("errors").dump();
}

std::string code(std::string_view text) {
  const auto parsed = json::parse(text);
  const auto* errors = std::get_if<Errors>(&parsed);
  return errors == nullptr ? "" : std::string(word(errors->front().code));
}

std::string nested(int levels) {
  return std::string(static_cast<std::size_t>(levels), '[') +
         std::string(static_cast<std::size_t>(levels), ']');
}

TEST(Json, KeepsMembersInTheOrderWritten) {
  const Node root = good(R"({"b": 1, "a": {"z": null, "y": true}, "c": ["x"]})");
  ASSERT_EQ(root.members.size(), 3U);
  EXPECT_EQ(root.members[0].name, "b");
  EXPECT_EQ(root.members[1].name, "a");
  EXPECT_EQ(root.members[1].value.members[0].name, "z");
  EXPECT_EQ(root.members[2].value.items[0].text, "x");
  EXPECT_LT(root.members[0].value.order, root.members[1].value.order);
  EXPECT_LT(root.members[1].value.members[1].value.order, root.members[2].value.order);
}

TEST(Json, KeepsFractionsAsTheyWereWritten) {
  EXPECT_EQ(good("1.10").text, "1.10");
  EXPECT_EQ(good("123456789012345678901234567890").text, "123456789012345678901234567890");
  EXPECT_EQ(good("0.1000000000000000055511151231257827").text,
            "0.1000000000000000055511151231257827");
}

TEST(Json, TakesTheDecimalMarkOfALocaleForThePoint) {
  EXPECT_EQ(json::with_point("4597,5"), "4597.5");
  EXPECT_EQ(json::with_point("-4597,50E+02"), "-4597.50E+02");
  EXPECT_EQ(json::with_point("1.5e-3"), "1.5e-3");
  EXPECT_EQ(json::with_point("1e3"), "1e3");
}

// While it lives, C reads and writes numbers with a decimal comma: in a locale made for it, as few
// machines have one installed.
class DecimalComma {
 public:
  DecimalComma() {
    std::filesystem::create_directories(folder_);
    const std::string source = (folder_ / "source").string();
    std::ofstream(source) << "LC_NUMERIC\ndecimal_point \",\"\nthousands_sep \"\"\ngrouping -1\n"
                             "END LC_NUMERIC\n";
    const std::string make =
        "localedef -c -i '" + source + "' '" + (folder_ / "comma").string() + "' 2>/dev/null";
    // Its status is no guide: it warns of every category but the one that is wanted.
    static_cast<void>(std::system(make.c_str()));  // NOLINT(cert-env33-c)
    setenv("LOCPATH", folder_.c_str(), 1);
    std::setlocale(LC_NUMERIC, "comma");
  }
  ~DecimalComma() {
    std::setlocale(LC_NUMERIC, "C");
    unsetenv("LOCPATH");
    std::filesystem::remove_all(folder_);
  }
  DecimalComma(const DecimalComma&) = delete;
  DecimalComma& operator=(const DecimalComma&) = delete;

 private:
  std::filesystem::path folder_ = std::filesystem::temp_directory_path() /
                                  ("birth-benefits-locale-" + std::to_string(getpid()));
};

TEST(Json, KeepsNumbersAsTheyWereWrittenWhereTheLocaleHasADecimalComma) {
  const DecimalComma here;
  ASSERT_STREQ(std::localeconv()->decimal_point, ",") << "localedef (libc-bin) makes the locale";
  const Node root = good(R"([4597.5, 1.50e2, 1e400, 0.25])");
  ASSERT_EQ(root.items.size(), 4U);
  EXPECT_EQ(root.items[0].text, "4597.5");
  EXPECT_EQ(root.items[1].text, "1.50e2");
  EXPECT_EQ(root.items[2].text, "1e400");
  EXPECT_EQ(root.items[3].text, "0.25");
}

TEST(Json, TakesNumbersBeyondADouble) {
  EXPECT_TRUE(good("1e400").is(Kind::number));
  EXPECT_TRUE(good("[-1e400, 1e-400]").items[0].is(Kind::number));
  EXPECT_EQ(good(R"(["1e400", 1e999])").items[0].text, "1e400");
  EXPECT_EQ(good(R"(["\"1e400", 1e999])").items[0].text, "\"1e400");
  EXPECT_EQ(code("[1e400"), "invalid_json");
}

TEST(Json, KeepsNumbersBesideOneBeyondADoubleAsTheyWereWritten) {
  const std::string huge = std::string(400, '9');
  const std::vector<std::string> numbers{"0",     "7",         "-12345", "0.10",
                                         "1e400", "-1.5E+400", "0e-9",   "123456789",
                                         huge,    huge + ".5", "1e-400"};
  std::string text = "1e309";
  for (const std::string& number : numbers) text += ",[" + number + "]";
  const Node root = good("[" + text + "]");
  ASSERT_EQ(root.items.size(), numbers.size() + 1);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    EXPECT_EQ(root.items[i + 1].items[0].text, numbers[i]);
  }
}

TEST(Json, WhatFollowsANumberBeyondADoubleIsNotSwallowed) {
  for (const std::string number : {"1e400", "-1e400", "1.5E+400"}) {
    for (const char* more :
         {"-5", "-", "+", "+5", ".", "..", ".5", "e", "E", "e5", "-1e400", " 5", "x"}) {
      const std::string text = "[" + number + more + "]";
      EXPECT_EQ(code(text), "invalid_json") << text;
    }
  }
}

// It is where it would be after a number that a double holds.
TEST(Json, AfterANumberBeyondADoubleAFaultStandsWhereItStood) {
  for (const char* more :
       {"-5]", "e]", "+]", " 1e400]", "", ",]", ",1.]", ",1e400.]", ",01e400]", ",-]"}) {
    EXPECT_EQ(faults("[1e400" + std::string(more)), faults("[1e200" + std::string(more)));
  }
}

// Were a broken number begun anew at each of its digits, this would take minutes.
TEST(Json, ALongBrokenNumberAfterOneBeyondADoubleIsReadOnce) {
  EXPECT_EQ(code("[1e400," + std::string(1'000'000, '9') + ".]"), "invalid_json");
}

TEST(Json, UnescapesNamesAndText) {
  const Node root = good(R"({"a\u0062\/": "\ud83d\ude00\n\u4e2d"})");
  EXPECT_EQ(root.members[0].name, "ab/");
  EXPECT_EQ(root.members[0].value.text, "\xF0\x9F\x98\x80\n\xE4\xB8\xAD");
}

TEST(Json, FindsAMemberOrNone) {
  const Node root = good(R"({"a": 1})");
  ASSERT_NE(root.find("a"), nullptr);
  EXPECT_EQ(root.find("a")->text, "1");
  EXPECT_EQ(root.find("b"), nullptr);
  EXPECT_EQ(good("7").find("a"), nullptr);
}

TEST(Json, SaysAtWhichByteADocumentGoesWrong) {
  EXPECT_EQ(faults("{\"a\": 1,}"), R"([{"pointer":"","code":"invalid_json","args":{"offset":8}}])");
  EXPECT_EQ(faults(""), R"([{"pointer":"","code":"invalid_json","args":{"offset":0}}])");
  EXPECT_EQ(faults("[1] x"), R"([{"pointer":"","code":"invalid_json","args":{"offset":4}}])");
  EXPECT_EQ(faults("[\"\xC3\x28\"]"),
            R"([{"pointer":"","code":"invalid_utf8","args":{"offset":2}}])");
}

TEST(Json, NothingMayFollowTheDocument) {
  using namespace std::string_view_literals;
  EXPECT_EQ(code("{} {}"), "invalid_json");
  EXPECT_EQ(code("{}\0"sv), "invalid_json");
  EXPECT_EQ(code("{}\0garbage"sv), "invalid_json");
  EXPECT_EQ(code("\0{}"sv), "invalid_json");
  EXPECT_EQ(code("{} \r\n\t"), "");
}

TEST(Json, GoesThirtyTwoLevelsDeep) {
  EXPECT_EQ(code(nested(32)), "");
  EXPECT_EQ(code(nested(33)), "too_deep");
  EXPECT_EQ(code(nested(500'000)), "too_deep");
  EXPECT_EQ(code(nested(33) + "x"), "invalid_json");
}

TEST(Json, HoldsAMebibyteAndNoByteMore) {
  const std::size_t most = std::size_t{1} << 20;
  EXPECT_EQ(code("[]" + std::string(most - 2, ' ')), "");
  EXPECT_EQ(code("[]" + std::string(most - 1, ' ')), "too_large");
  EXPECT_EQ(code(std::string(most + 1, '\xFF')), "too_large");
}

TEST(Json, NamesEachRepeatedMemberOnceAndSaysNothingElse) {
  EXPECT_EQ(faults(R"({"a":1,"\u0061":2,"a":3,"b":{"c/d":1,"c/d":2}})"),
            R"([{"pointer":"/a","code":"duplicate_key","args":{}},)"
            R"({"pointer":"/b/c~1d","code":"duplicate_key","args":{}}])");
}

// Members "0" to "count - 1", each of them twice.
std::string repeated_members(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    const std::string member = "\"" + std::to_string(i) + "\":0";
    text.append(text.empty() ? "" : ",").append(member).append(",").append(member);
  }
  return text;
}

TEST(Json, NamesRepeatedMembersByTheThousand) {
  const auto parsed = json::parse("{" + repeated_members(10'000) + "}");
  const auto* errors = std::get_if<Errors>(&parsed);
  ASSERT_NE(errors, nullptr);
  EXPECT_EQ(errors->size(), 10'000U);
}

TEST(Json, NamesTheFirstRepeatedMembersWhereALongNameRecursInEveryPointer) {
  const std::string outer(400'000, 'x');
  const auto parsed = json::parse("{\"" + outer + "\":{" + repeated_members(10'000) + "}}");
  const auto* errors = std::get_if<Errors>(&parsed);
  ASSERT_NE(errors, nullptr);
  ASSERT_EQ(errors->size(), 3U) << "the third makes a mebibyte full";
  for (std::size_t i = 0; i < errors->size(); ++i) {
    EXPECT_EQ((*errors)[i].pointer, "/" + outer + "/" + std::to_string(i));
  }
}

TEST(Json, NamesARepeatedMemberHoweverLongItsNameIs) {
  const std::string name(500'000, '~');
  const auto parsed = json::parse("{\"" + name + "\":0,\"" + name + "\":0}");
  const auto* errors = std::get_if<Errors>(&parsed);
  ASSERT_NE(errors, nullptr);
  ASSERT_EQ(errors->size(), 1U);
  EXPECT_EQ(errors->front().pointer.size(), 1 + 2 * name.size());
}

TEST(Json, ManyMembersAreSearchedForRepetitionsInGoodTime) {
  std::string text = "{";
  for (int i = 0; text.size() < 1'000'000; ++i) text += "\"" + std::to_string(i) + "\":0,";
  EXPECT_EQ(code(text + "\"x\":0}"), "");
  EXPECT_EQ(code(text + "\"7\":0}"), "duplicate_key");
}

TEST(Pointer, EscapesTildeAndSlash) {
  const json::Place root;
  const json::Place named = root.member("a");
  EXPECT_EQ(named.member("b/c~d").pointer(), "/a/b~1c~0d");
  EXPECT_EQ(root.member("").pointer(), "/");
  const json::Place list = root.member("list");
  const json::Place item = list.item(3);
  EXPECT_EQ(root.pointer(), "");
  EXPECT_EQ(item.member("x/y").pointer(), "/list/3/x~1y");
}

TEST(Quoted, ComesBackAsItWas) {
  const std::string text = std::string("\"\\/\b\f\n\r\t\x01\x1F\x7F \xE4\xB8\xAD\0z", 17);
  std::string quoted;
  json::append_quoted(quoted, text);
  EXPECT_EQ(Json::parse(quoted).get<std::string>(), text);
}

TEST(ErrorsDocument, GivesEachErrorItsPointerCodeAndArguments) {
  const Errors errors{
      {"/a", ErrorCode::out_of_range, {{.name = "min", .number = 1}, {.name = "max", .number = 8}}},
      {"/b", ErrorCode::contradiction}};
  EXPECT_EQ(write_errors(errors),
            R"({"errors":[{"pointer":"/a","code":"out_of_range","args":{"min":1,"max":8}},)"
            R"({"pointer":"/b","code":"contradiction","args":{}}]})");
  EXPECT_EQ(Json::parse(write_errors(errors, true)), Json::parse(write_errors(errors)));
}

TEST(ErrorsDocument, AnEmptyTextThatWasGotIsAText) {
  const Json got = answer({{"as_of", ""}});
  EXPECT_EQ(got.at("errors")[0].at("args"), (Json{{"got", ""}}));
}

}  // namespace
}  // namespace benefits::test
