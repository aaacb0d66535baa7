#include "core/date.h"

namespace benefits {

namespace chrono = std::chrono;

namespace {

std::optional<int> digits(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

void append_padded(std::string& text, int number, std::size_t width) {
  text.append(width, '0');
  for (std::size_t at = text.size(); number > 0 && width > 0; --width, number /= 10) {
    text[--at] = static_cast<char>('0' + number % 10);
  }
}

Date last_of_month(chrono::year_month_day date) {
  return chrono::year_month_day_last{date.year(), chrono::month_day_last{date.month()}};
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const chrono::year_month_day date{chrono::year{*year},
                                    chrono::month{static_cast<unsigned>(*month)},
                                    chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return Date{date};
}

void append_date(std::string& text, Date date) {
  const chrono::year_month_day civil{date};
  append_padded(text, static_cast<int>(civil.year()), 4);
  text += '-';
  append_padded(text, static_cast<int>(static_cast<unsigned>(civil.month())), 2);
  text += '-';
  append_padded(text, static_cast<int>(static_cast<unsigned>(civil.day())), 2);
}

Date birthday(Date born, int years, LeapDay leap_day) {
  const auto date = chrono::year_month_day{born} + chrono::years{years};
  if (date.ok()) return date;
  // Only 29 February has no day in another year; sys_days of it is 1 March.
  return leap_day == LeapDay::mar_1 ? Date{date} : last_of_month(date);
}

Date months_later(Date date, int months) {
  const auto later = chrono::year_month_day{date} + chrono::months{months};
  return later.ok() ? Date{later} : last_of_month(later);
}

bool is_leap_day(Date date) {
  const chrono::year_month_day civil{date};
  return civil.month() == chrono::February && civil.day() == chrono::day{29};
}

Date on_month_day(Date date, std::int64_t month_day) {
  return chrono::year_month_day{date}.year() /
         chrono::month{static_cast<unsigned>(month_day / 100)} /
         chrono::day{static_cast<unsigned>(month_day % 100)};
}

Period calendar_year(Date date) {
  const auto year = chrono::year_month_day{date}.year();
  return {year / chrono::January / 1, year / chrono::December / 31};
}

}  // namespace benefits
