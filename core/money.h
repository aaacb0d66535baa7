#pragma once
// Exact money: whole fen, fractions of fen only as rationals, rounded once and by name.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace benefits {

/// An amount in fen (1/100 yuan).
struct Fen {
  std::int64_t count = 0;

  bool operator==(const Fen&) const = default;
  bool operator<(Fen other) const { return count < other.count; }
  Fen operator+(Fen other) const { return {count + other.count}; }
  Fen operator-(Fen other) const { return {count - other.count}; }
  Fen operator*(std::int64_t times) const { return {count * times}; }
};

/// A fraction; the denominator is positive. Neither side passes 2^61 where the rules use it
/// (inputs and figures are bounded by their readers), so products of two fit 128 bits.
struct Rational {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;

  bool operator==(const Rational&) const = default;
};

/// `amount` divided by `divisor` and taken `times` times, as an exact number of fen.
/// @pre divisor > 0
Rational share(Fen amount, Rational divisor, std::int64_t times);
Rational operator+(Rational a, Rational b);

/// `amount` and `percent` per cent more, as an exact number of fen.
Rational raised(Fen amount, std::int64_t percent);

/// The nearest whole fen, a half upwards. @pre not negative
Fen half_up(Rational fen);
/// The greatest whole fen not above. @pre not negative
Fen down(Rational fen);

/// A decimal number as it was written, without loss: digits * 10^exponent.
/// Zero has no digits; otherwise neither the first nor the last digit is 0.
struct Decimal {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;

  bool is_zero() const { return digits.empty(); }
  /// Digits after the decimal point, 0 for whole numbers.
  std::int64_t decimals() const { return exponent < 0 ? -exponent : 0; }
  /// The number times 10^`places`, cut off there, if its magnitude is below 10^15.
  std::optional<std::int64_t> scaled(int places) const;
};

/// @pre `number` is a number in JSON's grammar, of any length and exponent; zeros may lead, and
///   digits may be missing on either side of the point
Decimal read_decimal(std::string_view number);

/// Appends yuan in their shortest form: 19600, 4597.7, 0.05.
void append_yuan(std::string& text, Fen amount);

}  // namespace benefits
