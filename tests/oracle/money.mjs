/**
 * Exact money: whole fen, quotients as integer fractions. A double is met only at the edges: `fenOf` reads an input,
 * `yuanOf` prints a result.
 * @typedef {{fen: bigint, per: bigint}} Quotient fen / per, not negative
 * @typedef {readonly [bigint, bigint]} Divisor numerator and denominator
 */

/** @param {number} yuan at most two decimals */
export const fenOf = (yuan) => BigInt(Math.round(yuan * 100));

/** @param {bigint} fen */
export const yuanOf = (fen) => Number(`${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`);

/** fen × times ÷ divisor @param {bigint} fen @param {number} times @param {Divisor} divisor @returns {Quotient} */
export const share = (fen, times, [numerator, denominator]) => ({
  fen: fen * BigInt(times) * denominator,
  per: numerator,
});

/** @param {Quotient} a @param {Quotient} b @returns {Quotient} */
export const sum = (a, b) => ({ fen: a.fen * b.per + b.fen * a.per, per: a.per * b.per });

/** @param {Quotient} quotient */
export const roundHalfUp = ({ fen, per }) => (2n * fen + per) / (2n * per);
