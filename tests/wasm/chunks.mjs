/**
 * Generated input in numbered chunks, each from a seed of its own, so that any of them can be made again alone. Nine of
 * ten documents are situations; the tenth is mostly bad, for errors are answers too.
 */
import { createHash } from 'node:crypto';
import { seeded, situation } from '../oracle/generate.mjs';
import { document } from '../oracle/mutate.mjs';

export const CHUNK = 500;
const BAD_ONE_IN = 10;

/** @param {number} seed @param {number} index @returns {string[]} one line each */
export function chunk(seed, index) {
  const random = seeded(seed + index);
  return Array.from({ length: CHUNK }, (_, n) =>
    n % BAD_ONE_IN === 0 ? document(random).text : JSON.stringify(situation(random)));
}

/**
 * Half of the chunks are answered with alternatives: those with an even number of ones in their binary index, so that
 * whoever answers every second or every tenth chunk meets both kinds.
 * @param {number} index
 */
export const withAlternatives = (index) => [...index.toString(2)].filter((bit) => bit === '1').length % 2 === 0;

/** @param {readonly string[]} lines */
export function digest(lines) {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line).update('\n');
  return hash.digest('hex');
}
