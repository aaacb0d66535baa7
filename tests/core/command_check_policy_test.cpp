// `check-policy`: what is wrong with a policy file, as a document or in words.

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/core/command.h"
#include "tests/core/policy.h"

namespace benefits::test {
namespace {

std::string spoilt(const std::string& from, const std::string& to) {
  std::string text = read_text(policy_file());
  return text.replace(text.find(from), from.size(), to);
}

TEST_F(Command, CheckPolicySaysThatTheFileOfTheTreeIsSound) {
  const Printed got = run("check-policy '" + policy_file().string() + "'");
  EXPECT_EQ(got.status, 0);
  EXPECT_NE(got.out.find("sound"), std::string::npos);
  EXPECT_EQ(lines_of(got.out).back(),
            "It does not differ from the policy that the command carries.");
  EXPECT_EQ(got.err, "");
}

// What is sound need not be what was meant.
TEST_F(Command, CheckPolicyTellsWhatDiffersFromThePolicyThatItCarries) {
  const std::string leave = "/benefits/leave.parental/figures/days_per_year/values";
  const Json first{{"from", "2023-12-29"}, {"to", "2026-12-31"}, {"value", 20}};
  const Json second{{"from", "2027-01-01"}, {"value", 30}};
  const auto cited = [](Json value) {
    value["source"] = "jilin-2023-56/2.12";
    return value;
  };
  const auto changes = [&](const Json& where) {
    const std::string named = file("policy.json", changed_policy({{"where", where}}).dump(1));
    const Printed got = run("check-policy --lang en '" + named + "'");
    EXPECT_EQ(got.status, 0) << got.out;
    auto told = lines_of(got.out);
    EXPECT_NE(told.front().find("sound"), std::string::npos);
    told.erase(told.begin());
    return told;
  };
  const std::string slipped = "/benefits/leave.maternity/figures/lawful_days/values/0/value";
  const auto told = changes(
      {{"/edition", "2062-11-27"}, {slipped, 1800}, {leave, {cited(first), cited(second)}}});
  ASSERT_EQ(told.size(), 6U);
  EXPECT_TRUE(told.front().starts_with("5 differences from the policy that the command carries"));
  const std::set<std::string> lines(told.begin() + 1, told.end());
  for (const char* line :
       {"Maternity leave (leave.maternity) › lawful_days › from 29 December 2023: "
        "180 days → 1,800 days",
        "Parental leave (leave.parental) › days_per_year › from 29 December 2023 › to: "
        "31 December 2026 (new)",
        "Parental leave (leave.parental) › days_per_year › from 1 January 2027: 30 days (new)",
        "Parental leave (leave.parental) › days_per_year › from 1 January 2027 › source: "
        "jilin-2023-56/2.12 (new)"}) {
    EXPECT_EQ(lines.count(line), 1U) << line;
  }
  EXPECT_TRUE(changes({{slipped, 1800}}).back().starts_with("The edition has not been raised"));
  EXPECT_TRUE(changes({{"/edition", "2020-01-01"}}).back().starts_with("The edition has not been"));
  EXPECT_NE(changes({{"/edition", "new"}}).back().find("begin with a date"), std::string::npos);
  EXPECT_EQ(changes({{"/$schema", "policy.schema.json"}}).size(), 1U) << "says nothing else";
}

// A figure that is not yet known to the catalogues answers, and is told with what else differs.
TEST_F(Command, CheckPolicyTakesANewDocumentForNoMisspelling) {
  const std::string days = "/benefits/leave.paternity/figures/days/values/0";
  const Json where{{days + "/source", "jilin-2026-99/3"}, {days + "/value", 30}};
  const std::string named = file("policy.json", changed_policy({{"where", where}}).dump());
  const Printed got = run("check-policy --lang en '" + named + "'");
  EXPECT_EQ(got.status, 1);
  EXPECT_NE(got.out.find("have no words for it"), std::string::npos) << got.out;
  EXPECT_EQ(got.out.find("Did you mean"), std::string::npos) << got.out;
  EXPECT_NE(got.out.find("25 days → 30 days"), std::string::npos) << got.out;
}

TEST_F(Command, SaysHowAValueWithoutAnEndIsWritten) {
  const std::string value = "/benefits/leave.paternity/figures/days/values/0";
  const std::string named =
      file("policy.json", changed_policy({{"where", {{value + "/to", nullptr}}}}).dump());
  const std::string told = run("check-policy --lang en '" + named + "'").out;
  EXPECT_NE(told.find("please leave out “to”"), std::string::npos) << told;
}

TEST_F(Command, NamesAMemberGivenTwiceByTheIdsAroundIt) {
  const std::string text =
      spoilt(R"("id": "leave.paternity",)", R"("id": "leave.paternity", "ask": [], )");
  const Printed got = run("check-policy --lang en '" + file("policy.json", text) + "'");
  EXPECT_NE(got.out.find("(leave.paternity › ask)"), std::string::npos) << got.out;
}

// A program is given a document; what a person reads is in words.
TEST_F(Command, SaysWhereAPolicyIsNoJson) {
  const std::string text = spoilt(R"("value": 25,)", R"("value": 25,,)");
  const std::string before = text.substr(0, text.find(",,") + 1);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const auto column = before.size() - before.rfind('\n');
  const std::string place =
      "Line " + std::to_string(line) + ", column " + std::to_string(column) + ": ";
  const std::string named = file("policy.json", text);
  const Printed checked = run("check-policy '" + named + "'");
  EXPECT_EQ(Json::parse(checked.out).at("errors")[0].at("args"), (Json{{"offset", before.size()}}));
  EXPECT_NE(checked.err.find(place), std::string::npos) << checked.err;
  const Printed told = run("check-policy --lang en '" + named + "'");
  EXPECT_TRUE(told.out.starts_with(place)) << told.out;
  EXPECT_TRUE(told.out.ends_with("\"value\": 25,,\n")) << told.out;
  EXPECT_EQ(count_lines(told.err), 1U);
  EXPECT_NE(run("explain --policy '" + named + "'", day).err.find(place), std::string::npos);
}

TEST_F(Command, NamesWhatNotepadDoesToAFile) {
  const std::string text = read_text(policy_file());
  const std::vector<std::pair<std::string, const char*>> files{
      {"\xEF\xBB\xBF" + text, "BOM"}, {"\xFF\xFE{", "UTF-16"}, {" \r\n", "empty"}};
  for (const auto& [given, word] : files) {
    const std::string named = file("policy.json", given);
    const Printed got = run("check-policy --lang en '" + named + "'");
    EXPECT_EQ(got.status, 1) << word;
    EXPECT_NE(got.out.find(word), std::string::npos) << got.out;
    EXPECT_NE(in_words(given).find(word), std::string::npos) << word;
  }
}

TEST_F(Command, SaysInWordsWhatIsWrongWithAPolicyAndWhatWouldBeRight) {
  const std::string days = "/benefits/leave.paternity/figures/days";
  const std::string named =
      file("policy.json",
           changed_policy({{"where",
                            {{days + "/unit", "day"},
                             {days + "/values/0/value", 0},
                             {days + "/values/0/source", ""},
                             {"/benefits/leave.paternity/ask", {"employr"}},
                             {"/benefits/leave.parental/force", "promise"},
                             {"/benefits/leave.parental/figures/day_per_year", 20},
                             {"/benefits/leave.maternity/sources", {"jilin-2023-56/212"}},
                             {"/benefits/housing.priority/lists/services", {"no\nsuch"}}}}})
               .dump(1));
  const Printed got = run("check-policy --lang en '" + named + "'");
  const std::vector<std::pair<const char*, const char*>> lines{
      {"(leave.paternity › days › unit)", "“days”"},
      {"(leave.paternity › days › value)", "from 1 to 10,000"},
      {"(leave.paternity › days › source)", "empty"},
      {"(leave.paternity › ask)", "“employer”"},
      {"(leave.parental › force)", "claim, encouraged, information, service, standard"},
      {"(leave.parental › day_per_year)", "“days_per_year”"},
      {"(leave.maternity › sources)", "“jilin-2023-56/2.12”"},
      {"(housing.priority › services)", "“no such”"}};
  EXPECT_EQ(lines_of(got.out).size(), lines.size()) << got.out;
  for (const auto& [place, right] : lines) {
    const auto told = lines_of(got.out);
    const auto line = std::find_if(told.begin(), told.end(), [&](const std::string& each) {
      return each.find(place) != std::string::npos;
    });
    ASSERT_NE(line, told.end()) << place << "\n" << got.out;
    EXPECT_TRUE(line->starts_with("Line ")) << *line;
    EXPECT_NE(line->find(right), std::string::npos) << *line;
  }
}

TEST_F(Command, SpeaksTheLanguageAskedForOfAPolicyToo) {
  const std::string named = file("policy.json", spoilt(R"("unit": "days")", R"("unit": "day")"));
  const std::string told = run("check-policy --lang ko '" + named + "'").out;
  EXPECT_NE(told.find("혹시"), std::string::npos) << told;
  EXPECT_NE(run("explain --lang ko --policy '" + named + "'", day).err.find("혹시"),
            std::string::npos);
  EXPECT_NE(run("explain --lang zh-CN --policy '" + named + "'", day).err.find("是不是"),
            std::string::npos);
  const std::string sound = policy_file().string();
  EXPECT_NE(run("check-policy --lang zh-CN '" + sound + "'").out.find("可以使用"),
            std::string::npos);
}

// `script` gives the command a terminal to write to.
TEST_F(Command, CheckPolicySpeaksInWordsAtATerminal) {
  const std::string named = file("policy.json", spoilt(R"("unit": "days")", R"("unit": "day")"));
  const std::string line = "script -qec \"'" COMMAND "' check-policy '" + named +
                           "'\" /dev/null </dev/null >'" + file("out", "") + "' 2>/dev/null";
  const int status = std::system(line.c_str());  // NOLINT(cert-env33-c)
  EXPECT_EQ(WEXITSTATUS(status), 1);
  EXPECT_NE(read_text(std::filesystem::path(named).parent_path() / "out").find("“days”"),
            std::string::npos);
}

}  // namespace
}  // namespace benefits::test
