/**
 * Brute force over the answers to absent inputs.
 *
 * A rule is a plain function of a complete situation that asks its inputs by pointer. `completions` runs it once for
 * every combination of answers to the absent inputs *that it asks for*: an input is completed at the moment it is asked
 * for, so an input that is never asked for under some answers is never multiplied out there, and no row can forget to
 * declare one. The outcomes are the leaves of a decision tree.
 *
 * `deciding` then applies the definition of `missing` literally: an input matters if two completions that differ in it
 * alone have different outcomes. Two such completions run through the same questions until that input is asked, so
 * their leaves part there; the other way round, two leaves that part at an input and agree on every other input both
 * were asked for can be filled up to completions that differ in that input alone.
 */
import { ASSUMPTIONS } from './assumptions.mjs';
import { FIRST_DATE, LAST_DATE, addMonths, parseDate } from './dates.mjs';
import { answersTo, toldAt } from './inputs.mjs';

/**
 * @typedef {import('./dates.mjs').Day} Day
 * @typedef {{years?: number[], days?: number[]}} Limits distances from `as_of` at which some date begins or ceases to count
 * @typedef {{name: string, pointers: string[], candidates: any[], index: number}} Choice
 * @typedef {{choices: Choice[], outcome: any}} Leaf
 *
 * @typedef {object} Context what the runs of a rule on one situation share
 * @property {string} subject
 * @property {Limits} limits
 * @property {Record<string, string>} reading options to take in place of those in use
 * @property {Set<string>} consulted collects the ids of assumptions
 * @property {Map<string, any>} known the told values read so far
 */

/** The option of an assumption that a situation chooses, or the default. @param {any} situation @param {string} id @returns {string} */
export const optionInUse = (situation, id) =>
  situation.assumptions?.[id] ?? ASSUMPTIONS[/** @type {keyof typeof ASSUMPTIONS} */ (id)][0];

/** What a rule sees: the told inputs, the answers chosen for the absent ones, the assumptions in use. */
export class Facts {
  /** @type {Choice[]} */ choices = [];

  /**
   * @param {any} situation
   * @param {Context} context
   * @param {number[]} script indices of the answers to choose, in the order of asking; beyond it the first answer
   */
  constructor(situation, context, script = []) {
    this.situation = situation;
    this.context = context;
    this.script = script;
    this.subject = context.subject;
  }

  /** @returns {Day} */
  get asOf() {
    return this.told('/as_of');
  }

  /** The option in use of an assumption. @param {string} id @returns {string} */
  option(id) {
    const { consulted, reading } = this.context;
    consulted.add(id);
    return reading[id] ?? optionInUse(this.situation, id);
  }

  /** @param {string} pointer */
  isNull(pointer) {
    return this.told(pointer) === null;
  }

  /** The told value, dates as day numbers; undefined where it is not told. @param {string} pointer */
  told(pointer) {
    const { known } = this.context;
    if (!known.has(pointer)) {
      const value = toldAt(this.situation, pointer);
      known.set(pointer, typeof value === 'string' && answersTo(pointer) === 'date' ? parseDate(value) : value);
    }
    return known.get(pointer);
  }

  /** The value of an input: told, or one of its answers. @param {string} pointer @returns {any} */
  ask(pointer) {
    const told = this.told(pointer);
    return told === undefined ? this.choose(pointer, this.#answers(pointer)) : told;
  }

  /**
   * Completes an unknown: an absent input, or a quantity that sums up several absent inputs (`pointers`).
   * @param {string} name @param {any[]} candidates @param {string[]} pointers
   */
  choose(name, candidates, pointers = [name]) {
    const asked = this.choices.find((choice) => choice.name === name);
    if (asked) return asked.candidates[asked.index];
    const possible = JOINED.includes(name)
      ? candidates.filter((value) => !contradicts(this, new Map([...this.choices.map(valueOf), [name, value]])))
      : candidates;
    const index = this.script[this.choices.length] ?? 0;
    this.choices.push({ name, pointers, candidates: possible, index });
    return possible[index];
  }

  /** @param {string} pointer @returns {any[]} */
  #answers(pointer) {
    const answers = answersTo(pointer);
    if (answers === 'bool') return [false, true];
    // Prices decide by comparison only: the least and the greatest lie on different sides wherever sides differ.
    if (answers === 'money') return [0, 10000000];
    if (answers === 'date') return this.#dates(pointer === '/delivery/date');
    if (pointer === '/delivery/outcome' && this.situation.delivery === undefined) return [...answers, 'none'];
    if (pointer.endsWith('/child')) return answers.filter((parent) => !this.isNull(`/${parent}`));
    return [...answers];
  }

  /**
   * One date on each side of every limit. An anniversary is taken with two days either side, which covers 29 February
   * and every option of the age assumptions. @param {boolean} mayLieAhead
   */
  #dates(mayLieAhead) {
    const { years = [], days = [] } = this.context.limits;
    const dates = [this.asOf + 1, this.asOf, this.asOf - 1];
    for (const count of days) dates.push(this.asOf - count + 1, this.asOf - count, this.asOf - count - 1);
    for (const count of years) {
      const anniversary = addMonths(this.asOf, -12 * count);
      for (let shift = -2; shift <= 2; shift += 1) dates.push(anniversary + shift);
    }
    const latest = mayLieAhead ? LAST_DATE : this.asOf;
    return [...new Set(dates)].filter((date) => date >= FIRST_DATE && date <= latest).sort((a, b) => a - b);
  }
}

/** @param {Choice} choice @returns {[string, any]} */
const valueOf = ({ name, candidates, index }) => [name, candidates[index]];

/** Inputs that may contradict each other. */
const JOINED = ['/pregnant', '/delivery/outcome', '/delivery/date'];

/**
 * The only contradiction that joins absent inputs: not pregnant, and yet a birth is expected. (Dates of birth after
 * `as_of` and a child of a parent who is null are not among the answers in the first place.)
 * @param {Facts} facts @param {Map<string, any>} chosen
 */
function contradicts(facts, chosen) {
  if (!JOINED.some((pointer) => chosen.has(pointer))) return false;
  const answer = (/** @type {string} */ pointer) => facts.told(pointer) ?? chosen.get(pointer);
  const [pregnant, outcome, date] = JOINED;
  return answer(pregnant) === false && answer(outcome) === 'birth' && answer(date) > facts.asOf;
}

/**
 * Every distinguishable completion of a rule with its outcome.
 * @param {Facts} facts @param {(facts: Facts) => any} rule @returns {Leaf[]}
 */
export function completions(facts, rule) {
  const leaves = [];
  /** @type {number[] | null} */
  let script = [];
  while (script !== null) {
    const run = new Facts(facts.situation, facts.context, script);
    const outcome = rule(run);
    leaves.push({ choices: run.choices, outcome });
    script = next(run.choices);
  }
  return leaves;
}

/** The script of the next leaf: the last question that has an answer left takes it. @param {Choice[]} choices */
function next(choices) {
  for (let last = choices.length - 1; last >= 0; last -= 1) {
    if (choices[last].index + 1 < choices[last].candidates.length) {
      return [...choices.slice(0, last).map(({ index }) => index), choices[last].index + 1];
    }
  }
  return null;
}

/** The absent inputs that decide between the outcomes. @param {Facts} facts @param {Leaf[]} leaves @returns {Set<string>} */
export function deciding(facts, leaves) {
  const keyed = leaves.map(({ choices, outcome }) => ({
    choices, values: new Map(choices.map(valueOf)), key: JSON.stringify(outcome),
  }));
  const asked = new Set(leaves.flatMap(({ choices }) => choices.flatMap(({ pointers: named }) => named)));
  /** @type {Set<string>} */
  const pointers = new Set();
  for (let a = 0; a < keyed.length && pointers.size < asked.size; a += 1) {
    for (let b = a + 1; b < keyed.length; b += 1) {
      if (keyed[a].key === keyed[b].key) continue;
      const parting = keyed[a].choices.findIndex(({ index }, at) => index !== keyed[b].choices[at].index);
      const { name, pointers: named } = keyed[a].choices[parting];
      if (named.every((pointer) => pointers.has(pointer))) continue;
      if (differInOne(facts, name, keyed[a].values, keyed[b].values)) named.forEach((pointer) => pointers.add(pointer));
    }
  }
  return pointers;
}

/** @param {Facts} facts @param {string} name @param {Map<string, any>} a @param {Map<string, any>} b */
function differInOne(facts, name, a, b) {
  for (const [other, value] of a) if (other !== name && b.has(other) && b.get(other) !== value) return false;
  return !contradicts(facts, new Map([...b, ...a])) && !contradicts(facts, new Map([...a, ...b]));
}

/** Whether all completions agree. @param {Leaf[]} leaves */
export function agreed(leaves) {
  const first = JSON.stringify(leaves[0].outcome);
  return leaves.every(({ outcome }) => JSON.stringify(outcome) === first);
}
