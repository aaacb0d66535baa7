// The searches on which the rules of the house rest: what each must find, and what it must pass.

#include "tests/core/sources.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace benefits::test {
namespace {

using Found = std::vector<std::string>;

TEST(Sources, StateThatLastsIsFoundHoweverItIsWritten) {
  for (const std::string code : {
           "void f() {\n  static int calls = 0;\n}\n",
           "void f() {\n  static int calls(0);\n}\n",
           "void f() {\n  static std::vector<const int*> seen{};\n}\n",
           "void f() {\n  static auto& calls = g();\n}\n",
           "void f() {\n  static const char* name;\n}\n",
           "thread_local int calls;\n",
           "static thread_local std::map<int, int> seen;\n",
           "inline int calls = 0;\n",
           "int calls{};\n",
           "int* calls = nullptr;\n",
           "std::array<int, 3> seen;\n",
           "int seen[3];\n",
           "constinit int calls = 0;\n",
           "struct S {\n  inline static int calls = 0;\n};\n",
       }) {
    EXPECT_EQ(lasting_state_in(code).size(), 1U) << code;
  }
}

TEST(Sources, ConstantsAndFunctionsAreNoStateThatLasts) {
  for (const std::string code : {
           "constexpr std::array<int, 2> pair{0, 1};\n",
           "inline constexpr int one = 1;\n",
           "const char* const name = \"static int x;\";\n",
           "extern constinit const Measure m01{{\n",
           "void f() {\n  static constexpr std::array table{&m01};\n}\n",
           "void f() {\n  static const std::set<int*> none;\n}\n",
           "struct S {\n  static bool is_one(int x) { return x == 1; }\n  int calls = 0;\n};\n",
           "static std::string name_of(const Node& node);\n",
           "Case& Case::operator=(const Case& other) { return *this; }\n",
           "bool f() { return true; }\nint g(int x);\nclass C;\nusing N = int;\nenum class E { a "
           "};\n",
           "template <class T>\nT f(T x) {\n  const T y = x;\n  return y;\n}\n",
           "static_assert(sizeof(int) == 4);\n",
       }) {
    EXPECT_EQ(lasting_state_in(code), Found{}) << code;
  }
}

TEST(Sources, EveryWayToTheSurroundingsIsFound) {
  for (const std::string code :
       {"#include <clocale>\n", "#include <ctime>\n", "#include <iostream>\n",
        "const auto t = std::time(nullptr);\n", "const auto t = Clock::now();\n",
        "std::setlocale(LC_ALL, \"\");\n", "const char* home = getenv(\"HOME\");\n"}) {
    EXPECT_EQ(surroundings_in(code).size(), 1U) << code;
  }
  EXPECT_EQ(surroundings_in("#include <chrono>\nbool ok = in_time(c) || \"now()\" == x;\n"),
            Found{});
}

TEST(Sources, ANumberIsFoundWhereItStandsByItself) {
  EXPECT_EQ(numbers_in("f(x1, 25, 1'000, 0x1F) + \"7\";\n"), (Found{"25", "1'000", "0x1F"}));
  EXPECT_EQ(numbers_in("List<const Name*, 4> names; std::array<int, 3> days;\n"), (Found{"3"}));
}

}  // namespace
}  // namespace benefits::test
