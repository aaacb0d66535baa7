// Measure 18, 生育友好社会氛围 social climate: jilin-2023-56/2.18. Information for everybody.
#include "core/measures/common.h"

namespace benefits {
namespace {

constexpr ListFigure days_of_the_year{"days_of_the_year", Unit::list_of_month_days};

// The next of each of the year's days, as_of included.
std::vector<Date> next_days(Case& c) {
  const Date next_year = calendar_year(c.as_of()).to + std::chrono::days{1};
  std::vector<Date> days;
  std::vector<Date> of_next_year;
  for (const std::int64_t month_day : c.figure(days_of_the_year)) {
    const Date day = on_month_day(c.as_of(), month_day);
    if (c.as_of() <= day) {
      days.push_back(day);
    } else {
      of_next_year.push_back(on_month_day(next_year, month_day));
    }
  }
  days.insert(days.end(), of_next_year.begin(), of_next_year.end());
  return days;
}

Value services_and_days(Case& c) { return services(c).with("dates", next_days(c)); }

}  // namespace

extern constinit const Measure m18_social_climate{{
    Rule{.id = "culture.birth_friendly",
         .subjects = {Subject::Kind::household},
         .value = services_and_days,
         .figures = {&days_of_the_year},
         .lists = {"services"}},
}};

}  // namespace benefits
