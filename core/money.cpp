#include "core/money.h"

#include <algorithm>
#include <cassert>

namespace benefits {

namespace {

__extension__ using Wide = __int128;

Rational lowest_terms(Wide numerator, Wide denominator) {
  Wide divisor = denominator;
  for (Wide rest = numerator; rest != 0;) {
    const Wide next = divisor % rest;
    divisor = rest;
    rest = next;
  }
  return {static_cast<std::int64_t>(numerator / divisor),
          static_cast<std::int64_t>(denominator / divisor)};
}

// Exponents beyond a document's size are all alike: far out of every range.
constexpr std::int64_t farthest_exponent = 1'000'000'000;

std::int64_t read_exponent(std::string_view text) {
  bool negative = false;
  std::int64_t exponent = 0;
  for (const char c : text) {
    if (c == '-') negative = true;
    if (c < '0' || c > '9') continue;
    exponent = std::min(exponent * 10 + (c - '0'), farthest_exponent);
  }
  return negative ? -exponent : exponent;
}

}  // namespace

Rational share(Fen amount, Rational divisor, std::int64_t times) {
  return lowest_terms(Wide{amount.count} * times * divisor.denominator, divisor.numerator);
}

Rational raised(Fen amount, std::int64_t percent) {
  constexpr std::int64_t hundred = 100;
  return share(amount, {hundred, 1}, hundred + percent);
}

Rational operator+(Rational a, Rational b) {
  return lowest_terms(Wide{a.numerator} * b.denominator + Wide{b.numerator} * a.denominator,
                      Wide{a.denominator} * b.denominator);
}

Fen half_up(Rational fen) {
  return {(2 * fen.numerator + fen.denominator) / (2 * fen.denominator)};
}

Fen down(Rational fen) { return {fen.numerator / fen.denominator}; }

std::optional<std::int64_t> Decimal::scaled(int places) const {
  if (is_zero()) return 0;
  std::int64_t shift = exponent + places;
  const auto length = static_cast<std::int64_t>(digits.size()) + shift;
  if (length <= 0) return 0;
  if (length > 15) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : std::string_view(digits).substr(0, static_cast<std::size_t>(length))) {
    number = number * 10 + (c - '0');
  }
  for (; shift > 0; --shift) number *= 10;
  return negative ? -number : number;
}

Decimal read_decimal(std::string_view number) {
  Decimal decimal;
  if (number.starts_with('-')) {
    decimal.negative = true;
    number.remove_prefix(1);
  }
  const auto exponent_mark = number.find_first_of("eE");
  if (exponent_mark != std::string_view::npos) {
    decimal.exponent = read_exponent(number.substr(exponent_mark + 1));
    number = number.substr(0, exponent_mark);
  }
  bool after_point = false;
  for (const char c : number) {
    if (c == '.') {
      after_point = true;
      continue;
    }
    assert(c >= '0' && c <= '9');
    if (c != '0' || !decimal.digits.empty()) decimal.digits += c;
    if (after_point) --decimal.exponent;
  }
  while (!decimal.digits.empty() && decimal.digits.back() == '0') {
    decimal.digits.pop_back();
    ++decimal.exponent;
  }
  if (decimal.is_zero()) decimal = Decimal{};
  return decimal;
}

void append_yuan(std::string& text, Fen amount) {
  text += std::to_string(amount.count / 100);
  const std::int64_t rest = amount.count % 100;
  if (rest == 0) return;
  text += '.';
  text += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) text += static_cast<char>('0' + rest % 10);
}

}  // namespace benefits
