/** JSON numbers by their mathematical value, read from their text: no rounding, no overflow. */

/**
 * ±digits × 10^exponent, digits without zeros at either end; no digits is zero.
 * @param {string} text
 */
function decompose(text) {
  const [mantissa, exponent = '0'] = text.toLowerCase().split('e');
  const [whole, fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  return {
    negative: text.startsWith('-') && significant !== '',
    digits: significant,
    exponent: significant === '' ? 0 : Number(exponent) - fraction.length + digits.length - significant.length,
  };
}

/** @param {string} text */
export const isNegative = (text) => decompose(text).negative;

/** @param {string} text */
export const isInteger = (text) => decompose(text).exponent >= 0;

/** @param {string} text */
export const decimals = (text) => Math.max(0, -decompose(text).exponent);

/** Whether a number that is not negative is greater than a limit. @param {string} text @param {number} limit a natural number */
export function exceeds(text, limit) {
  const { digits, exponent } = decompose(text);
  const wholeDigits = digits.length + exponent;
  if (wholeDigits > 15) return true;
  if (wholeDigits <= 0) return limit === 0 && digits !== '';
  const whole = Number(digits.slice(0, wholeDigits).padEnd(wholeDigits, '0'));
  return whole > limit || (whole === limit && exponent < 0);
}
