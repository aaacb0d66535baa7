// Exact money: rounded once, read as written.

#include "core/money.h"

#include <gtest/gtest.h>

#include <string>

namespace benefits::test {
namespace {

std::string yuan(Fen amount) {
  std::string text;
  append_yuan(text, amount);
  return text;
}

// The fen of a JSON number of yuan, cut off after the second decimal; "far" beyond all amounts.
std::string fen_of(std::string_view number) {
  const auto fen = read_decimal(number).scaled(2);
  return fen ? std::to_string(*fen) : "far";
}

TEST(Rounding, HalfAFenGoesUp) {
  EXPECT_EQ(half_up({1, 2}), Fen{1});
  EXPECT_EQ(half_up({3, 2}), Fen{2});
  EXPECT_EQ(half_up({5, 2}), Fen{3});
  EXPECT_EQ(half_up({499, 1000}), Fen{0});
  EXPECT_EQ(half_up({501, 1000}), Fen{1});
  EXPECT_EQ(half_up({0, 7}), Fen{0});
  EXPECT_EQ(half_up({7, 1}), Fen{7});
}

TEST(Rounding, ACeilingGoesDown) {
  EXPECT_EQ(down({99, 100}), Fen{0});
  EXPECT_EQ(down({199, 100}), Fen{1});
  EXPECT_EQ(down({200, 100}), Fen{2});
}

// A thirtieth of a wage has a half fen after 15, 75, 113… days for wages with one fen more than a
// multiple of two; at 98 and 180 days it never has.
TEST(Rounding, AWageOfAThirtiethADayMeetsHalfFenAt15DaysAndNeverAt180) {
  const Rational thirty{30, 1};
  EXPECT_EQ(half_up(share(Fen{100'001}, thirty, 15)), Fen{50'001});   // 50000.5
  EXPECT_EQ(half_up(share(Fen{100'001}, thirty, 75)), Fen{250'003});  // 250002.5
  for (std::int64_t fen = 0; fen < 60; ++fen) {
    for (const std::int64_t days : {98, 180}) {
      const Rational pay = share(Fen{fen}, thirty, days);
      EXPECT_NE(pay.denominator, 2) << fen << " fen, " << days << " days";
    }
  }
}

TEST(Rounding, TheSumIsExactBeforeItIsRounded) {
  const Rational third = share(Fen{1}, {3, 1}, 1);
  EXPECT_EQ(half_up(third) + half_up(third) + half_up(third), Fen{0});
  EXPECT_EQ(half_up(third + third + third), Fen{1});
}

TEST(Rounding, DivisorsThatAreFractionsStayExact) {
  // 5500 yuan / (365/12) * 98 days = 17720.547945… yuan; / 30.4: 17730.263157…; / 21.75 * 25:
  // 6321.839…
  EXPECT_EQ(half_up(share(Fen{550'000}, {365, 12}, 98)), Fen{1'772'055});
  EXPECT_EQ(half_up(share(Fen{550'000}, {304, 10}, 98)), Fen{1'773'026});
  EXPECT_EQ(half_up(share(Fen{550'000}, {2175, 100}, 25)), Fen{632'184});
}

TEST(Rounding, TheGreatestWageOverTheLongestLeaveFits) {
  const Fen most{1'000'000'000};
  EXPECT_EQ(half_up(share(most, {1, 1}, 80'000)), Fen{80'000'000'000'000});
  EXPECT_EQ(half_up(share(most, {21'7500, 1'0000}, 300)), Fen{13'793'103'448});
}

TEST(Yuan, PrintsInTheShortestForm) {
  EXPECT_EQ(yuan({0}), "0");
  EXPECT_EQ(yuan({1}), "0.01");
  EXPECT_EQ(yuan({10}), "0.1");
  EXPECT_EQ(yuan({105}), "1.05");
  EXPECT_EQ(yuan({459'770}), "4597.7");
  EXPECT_EQ(yuan({1'960'000}), "19600");
  EXPECT_EQ(yuan({123'456'789'012'345}), "1234567890123.45");
}

TEST(Decimals, ArePlainTextReadWithoutLoss) {
  EXPECT_EQ(fen_of("5500"), "550000");
  EXPECT_EQ(fen_of("5500.10"), "550010");
  EXPECT_EQ(fen_of("0.29"), "29");
  EXPECT_EQ(fen_of("1.15"), "115");  // 114.99… as a double
  EXPECT_EQ(fen_of("55e2"), "550000");
  EXPECT_EQ(fen_of("5.5E+3"), "550000");
  EXPECT_EQ(fen_of("550000e-2"), "550000");
  EXPECT_EQ(fen_of("-0.01"), "-1");
}

TEST(Decimals, AreCountedByValueNotByWriting) {
  EXPECT_EQ(read_decimal("5500.100").decimals(), 1);
  EXPECT_EQ(read_decimal("5500.000").decimals(), 0);
  EXPECT_EQ(read_decimal("1e-3").decimals(), 3);
  EXPECT_EQ(read_decimal("1000e-3").decimals(), 0);
  EXPECT_EQ(read_decimal("0.001e3").decimals(), 0);
  EXPECT_EQ(read_decimal("0.0000000000000000000000000000000000001").decimals(), 37);
}

TEST(Decimals, ZeroIsZeroHoweverItIsWritten) {
  for (const char* zero : {"0", "-0", "0.000", "-0.0", "0e99", "0E-99", "0.0e999999999999999999"}) {
    EXPECT_TRUE(read_decimal(zero).is_zero()) << zero;
    EXPECT_FALSE(read_decimal(zero).negative) << zero;
    EXPECT_EQ(fen_of(zero), "0") << zero;
  }
}

TEST(Decimals, HugeExponentsAreFarAndTinyOnesAreNothing) {
  EXPECT_EQ(fen_of("1e400"), "far");
  EXPECT_EQ(fen_of("-1e400"), "far");
  EXPECT_EQ(fen_of("1e99999999999999999999999999"), "far");
  EXPECT_EQ(fen_of("1e-400"), "0");
  EXPECT_EQ(fen_of("1e-99999999999999999999999999"), "0");
  EXPECT_EQ(fen_of("0." + std::string(2000, '0') + "1e2001"), "100");
  EXPECT_EQ(fen_of("1" + std::string(2000, '0') + "e-2000"), "100");
}

TEST(Decimals, MagnitudesFromTenToTheFifteenthAreFar) {
  EXPECT_EQ(fen_of("9999999999999.99"), "999999999999999");
  EXPECT_EQ(fen_of("10000000000000"), "far");
}

}  // namespace
}  // namespace benefits::test
