/** What several measures share: ages, births, pregnancy, who qualifies for a leave. */
import { addMonths, civil, dayNumber, isLeapYear } from './dates.mjs';
import { Facts, completions, deciding } from './completions.mjs';

/**
 * @typedef {import('./dates.mjs').Day} Day
 * @typedef {import('./dates.mjs').Span} Span
 */

/**
 * The birthday on which an age is reached. The day of birth itself is no birthday and never moves.
 * @param {Facts} facts @param {Day} birth @param {number} age @returns {Day}
 */
export function birthday(facts, birth, age) {
  if (age === 0) return birth;
  const { year, month, day } = civil(birth);
  const onLeapDay = month === 2 && day === 29 && !isLeapYear(year + age);
  const anniversary = !onLeapDay
    ? dayNumber(year + age, month, day)
    : facts.option('age.leap_day') === 'feb_28'
      ? dayNumber(year + age, 2, 28)
      : dayNumber(year + age, 3, 1);
  return facts.option('age.attained') === 'on_birthday' ? anniversary : anniversary + 1;
}

/** The last day before an age is reached. @param {Facts} facts @param {Day} birth @param {number} age */
export const eveOf = (facts, birth, age) => birthday(facts, birth, age) - 1;

/** An expected child counts as on the day of its birth: age 0. @param {Facts} facts @param {Day} birth @param {number} age */
export const isYounger = (facts, birth, age) => birth > facts.asOf || facts.asOf < birthday(facts, birth, age);

/** Within a count of days from the birth, day 0 included; an expected birth counts as day 0. @param {Facts} facts @param {Day} birth @param {number} days */
export const isWithinDays = (facts, birth, days) => facts.asOf - birth <= days;

/** @param {Facts} facts @returns {'birth' | 'miscarriage' | 'none'} */
export const outcome = (facts) => (facts.isNull('/delivery') ? 'none' : facts.ask('/delivery/outcome'));

/** @param {Facts} facts */
export const isBirth = (facts) => outcome(facts) === 'birth';

/** Actual or expected. @param {Facts} facts @returns {Day | null} */
export const dateOfBirth = (facts) => (isBirth(facts) ? facts.ask('/delivery/date') : null);

/** A complete situation always says whether the mother is pregnant; an expected birth only rules an answer out. @param {Facts} facts */
export const isPregnant = (facts) => facts.ask('/pregnant');

/** @param {Facts} facts @param {string} parent */
export const isEmployed = (facts, parent) => !facts.isNull(parent) && facts.ask(`${parent}/employed`);

/** A baby of the delivery, born or expected, below an age. @param {Facts} facts @param {number} age */
export function hasBabyBelow(facts, age) {
  const birth = dateOfBirth(facts);
  return birth !== null && isYounger(facts, birth, age);
}

/** A baby that is already born, below an age. @param {Facts} facts @param {number} age */
export function hasBornBabyBelow(facts, age) {
  const birth = dateOfBirth(facts);
  return birth !== null && birth <= facts.asOf && isYounger(facts, birth, age);
}

/** The subject's own birth: a child's, or the babies' of the delivery (null where there is no birth). @param {Facts} facts @returns {Day | null} */
export const ownBirth = (facts) =>
  facts.subject === '/delivery' ? dateOfBirth(facts) : facts.ask(`${facts.subject}/birth_date`);

/**
 * @typedef {(facts: Facts, entry: string) => boolean} Qualifies whether one entry of an array qualifies
 * @typedef {{array: '/children' | '/elders', most: number, qualifies: Qualifies}} Group
 */

/**
 * How many entries of an array qualify.
 *
 * Entries share no inputs, and rules use nothing but this number, so it may be completed as one unknown: each entry
 * whose absent inputs leave it open adds 0 or 1 whatever the others do, and so does each possible entry of an absent
 * array. An input that tips an open entry moves the number by one anywhere in the open range, and two numbers have
 * different outcomes only if two neighbours in between have; therefore the number stands for all those inputs at once.
 * @param {Facts} facts @param {Group} group @returns {number}
 */
export function countQualifying(facts, { array, most, qualifies }) {
  const entries = facts.situation[array.slice(1)];
  let certain = 0;
  let open = 0;
  const pointers = [];
  if (entries === undefined) {
    open = most;
    pointers.push(array);
  } else {
    for (const index of entries.keys()) {
      const leaves = completions(facts, (run) => qualifies(run, `${array}/${index}`));
      if (leaves.every((leaf) => leaf.outcome)) certain += 1;
      else if (leaves.some((leaf) => leaf.outcome)) {
        open += 1;
        pointers.push(...deciding(facts, leaves));
      }
    }
  }
  if (open === 0) return certain;
  const candidates = Array.from({ length: open + 1 }, (_, extra) => certain + extra);
  return facts.choose(`number of ${array}`, candidates, pointers);
}

/** The told entries that qualify whatever is absent. @param {Facts} facts @param {Group} group @returns {string[]} */
export function knownToQualify(facts, { array, qualifies }) {
  const entries = facts.situation[array.slice(1)] ?? [];
  return entries
    .map((/** @type {unknown} */ _, /** @type {number} */ index) => `${array}/${index}`)
    .filter((/** @type {string} */ entry) =>
      completions(facts, (run) => qualifies(run, entry)).every((leaf) => leaf.outcome));
}

/** @param {number} age @returns {Group} */
export const childrenBelow = (age) => ({
  array: '/children',
  most: 12,
  qualifies: (facts, entry) => isYounger(facts, facts.ask(`${entry}/birth_date`), age),
});

/** From a start to the eve of the corresponding day some months later. @param {Day} start @param {number} months @returns {Span} */
export const monthsFrom = (start, months) => ({ from: start, to: addMonths(start, months) - 1 });
