/**
 * All situations that the row of a benefit can tell apart, with what it gives there.
 *
 * The row of the oracle is run on a situation that is made while it is read (lazy.mjs): each input asked for takes its
 * classes in turn, not told first. So the inputs and assumptions are those that the oracle consults, in the order in
 * which it does, and no situation is met twice.
 */
import { benefitsOf } from '../oracle/oracle.mjs';
import { TABLE } from '../oracle/table.mjs';
import { ORDINARY, classesOf } from './classes.mjs';
import { lazySituation, next } from './lazy.mjs';
import { SPACES } from './spaces.mjs';

/**
 * @typedef {import('../oracle/table.mjs').Row} Row
 * @typedef {import('../oracle/oracle.mjs').Benefit} Benefit
 * @typedef {{situation: any, expected: Benefit[], asked: string[]}} Met a situation, what the oracle gives, what it asked for
 */

export const BENEFITS = TABLE.map(({ id }) => id);

const rows = new Map(TABLE.map((row) => [row.id, row]));

/** @param {string} id @returns {import('./spaces.mjs').Part[]} */
export const partsOf = (id) => SPACES[id]?.parts ?? [{}];

/** @param {string} pointer */
const pattern = (pointer) => pointer.replace(/^(\/children|\/elders)\/[0-9]+/, '$1/N');

/** On a device the readings in use are checked alone. @param {import('./classes.mjs').Reach} reach */
export const givesAlternatives = (reach) => reach !== 'device';

/** Whether answers contradict one another, so that no valid situation holds them. @param {any} told */
export function isContradictory({ as_of: asOf, pregnant, delivery, mother, father, elders = [] }) {
  return (pregnant === false && delivery?.outcome === 'birth' && delivery.date > asOf) ||
    elders.some((/** @type {any} */ { child }) =>
      (child === 'mother' && mother === null) || (child === 'father' && father === null));
}

/**
 * @param {string} id of the benefit
 * @param {import('./spaces.mjs').Part} part
 * @param {import('./classes.mjs').Reach} reach
 * @returns {Generator<Met>}
 */
export function* situations(id, part, reach) {
  const row = /** @type {Row} */ (rows.get(id));
  const turns = SPACES[id]?.turns ?? {};
  /** @type {number[] | null} */
  let script = [];
  while (script !== null) {
    const lazy = lazySituation(script, (pointer) => {
      const only = part[pattern(pointer)];
      if (only === undefined) return classesOf(row, turns, reach, lazy.situation, pointer);
      return typeof only === 'function' ? only(row, lazy.situation.as_of) : only;
    });
    const expected = benefitsOf(lazy.situation, row, { alternatives: givesAlternatives(reach) });
    const situation = { as_of: ORDINARY, ...lazy.told };
    if (!isContradictory(situation)) {
      yield { situation, expected, asked: lazy.choices.map(({ pointer }) => pointer) };
    }
    script = next(lazy.choices);
  }
}
