// Every day of 400 years against a calendar that is walked day by day, with nothing but the length
// of the months.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "core/date.h"
#include "tests/core/support.h"

namespace benefits::test {
namespace {

struct Day {
  int year;
  int month;
  int day;
};

bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int length_of_month(int year, int month) {
  constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

std::string written(Day d) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", d.year, d.month, d.day);
  return text.data();
}

// 1900-01-01 is 70 years and 17 leap days before 1970-01-01.
constexpr int first_day = -(70 * 365 + 17);

// Calls `check(day, number)` for every day of 1900 to 2299, `number` counting from 1970-01-01.
template <class Check>
void each_day(const Check& check) {
  Day day{1900, 1, 1};
  for (int number = first_day; day.year < 2300; ++number) {
    check(day, Date{std::chrono::days{number}});
    if (testing::Test::HasFailure()) return;  // one day is enough to know
    if (++day.day <= length_of_month(day.year, day.month)) continue;
    day.day = 1;
    if (++day.month <= 12) continue;
    day.month = 1;
    ++day.year;
  }
}

TEST(Dates, EveryDayOf400YearsIsWrittenAndReadAsTheCalendarHasIt) {
  int days = 0;
  each_day([&](Day day, Date date) {
    EXPECT_EQ(text(date), written(day));
    EXPECT_EQ(parse_date(written(day)), date);
    ++days;
  });
  EXPECT_EQ(days, 146'097);
}

TEST(Dates, EveryBirthdayOf400YearsIsTheSameDayOfTheYearButFor29February) {
  each_day([](Day born, Date date) {
    for (const int years : {0, 1, 2, 3, 4, 6, 7, 18, 60, 100}) {
      Day feb_28{born.year + years, born.month, born.day};
      Day mar_1 = feb_28;
      if (born.month == 2 && born.day == 29 && !is_leap_year(feb_28.year)) {
        feb_28.day = 28;
        mar_1 = {feb_28.year, 3, 1};
      }
      EXPECT_EQ(text(birthday(date, years, LeapDay::feb_28)), written(feb_28)) << written(born);
      EXPECT_EQ(text(birthday(date, years, LeapDay::mar_1)), written(mar_1)) << written(born);
    }
    EXPECT_EQ(is_leap_day(date), born.month == 2 && born.day == 29);
  });
}

TEST(Dates, TheDayMonthsLaterIsTheSameOrTheLastOfItsMonth) {
  each_day([](Day from, Date date) {
    for (const int months : {0, 1, 2, 3, 6, 8, 11, 12, 13, 18, 30, 72}) {
      const int month = from.month - 1 + months;
      Day later{from.year + month / 12, month % 12 + 1, from.day};
      later.day = std::min(later.day, length_of_month(later.year, later.month));
      EXPECT_EQ(text(months_later(date, months)), written(later)) << written(from);
    }
  });
}

TEST(Dates, TheYearOfEveryDayRunsFromJanuaryToDecember) {
  each_day([](Day day, Date date) {
    const Period year = calendar_year(date);
    EXPECT_EQ(text(year.from), written({day.year, 1, 1}));
    EXPECT_EQ(text(year.to), written({day.year, 12, 31}));
    EXPECT_TRUE(year.from <= date && date <= year.to);
  });
}

TEST(Dates, NoMonthHasADayZeroOrADayAfterItsLast) {
  for (int year = 1900; year < 2300; ++year) {
    for (int month = 1; month <= 12; ++month) {
      EXPECT_FALSE(parse_date(written({year, month, 0})));
      EXPECT_FALSE(parse_date(written({year, month, length_of_month(year, month) + 1})));
    }
    EXPECT_FALSE(parse_date(written({year, 0, 1})));
    EXPECT_FALSE(parse_date(written({year, 13, 1})));
  }
}

TEST(Dates, NothingButTenCharactersOfDigitsAndHyphensIsADate) {
  for (const char* text :
       {"", "2024", "2024-06", "2024-6-01", "2024-06-1", "24-06-01", "2024/06/01", "20240601",
        "2024-06-01 ", " 2024-06-01", "2024-06-01T00:00", "+024-06-01", "-024-06-01", "2024-06-0x",
        "2024-0\xEF\xBC\x91-1", "02024-06-01", "2024-06--1", "2024--6-01", "yyyy-mm-dd"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Dates, A29FebruaryThatAYearLacksIsItsFirstOfMarch) {
  EXPECT_EQ(text(on_month_day(date("2024-12-31"), 515)), "2024-05-15");
  EXPECT_EQ(text(on_month_day(date("2024-01-01"), 229)), "2024-02-29");
  EXPECT_EQ(text(on_month_day(date("2025-01-01"), 229)), "2025-03-01");
}

}  // namespace
}  // namespace benefits::test
