/**
 * A situation that is made while it is read. Whoever asks it for an input makes that input be chosen: told one of its
 * answers, or left untold. What nobody asks for is never told, so a reader's own questions span the space of the
 * situations that it can tell apart.
 *
 * @typedef {{pointer: string, answers: any[], index: number}} Choice the answer taken, `undefined` for not told
 * @typedef {(pointer: string) => any[] | undefined} AnswersTo the answers to choose from; undefined for what only holds
 *   inputs
 */

/** @param {unknown} value @returns {value is Record<string, any>} */
const isHolder = (value) => typeof value === 'object' && value !== null;

/** Holders among the answers are empty, or arrays of empty ones. @param {any} answer */
const fresh = (answer) => (Array.isArray(answer) ? answer.map(() => ({})) : isHolder(answer) ? {} : answer);

/**
 * @param {number[]} script which answers to take, in the order of asking; beyond it the first
 * @param {AnswersTo} answersTo may itself read the situation
 * @returns {{situation: any, told: any, choices: Choice[]}} `situation` to read, `told` what came of it
 */
export function lazySituation(script, answersTo) {
  /** @type {Choice[]} */
  const choices = [];
  const told = {};
  const asked = new Set();
  const readers = new WeakMap();

  /** @param {Record<string, any>} holder @param {string} name @param {string} pointer */
  function choose(holder, name, pointer) {
    asked.add(pointer);
    const answers = answersTo(pointer);
    if (answers === undefined) {
      holder[name] ??= {};
    } else {
      const index = script[choices.length] ?? 0;
      choices.push({ pointer, answers, index });
      const answer = answers[index];
      if (answer !== undefined) holder[name] = fresh(answer);
    }
  }

  /** @param {Record<string, any>} holder @param {string} path @returns {any} */
  function reader(holder, path) {
    let known = readers.get(holder);
    if (known === undefined) {
      known = new Proxy(holder, {
        get(target, name) {
          if (typeof name === 'symbol' || name in Object.getPrototypeOf(target)) return Reflect.get(target, name);
          const pointer = `${path}/${name}`;
          if (!Array.isArray(target) && !asked.has(pointer)) choose(target, name, pointer);
          const value = Reflect.get(target, name);
          return isHolder(value) ? reader(value, pointer) : value;
        },
      });
      readers.set(holder, known);
    }
    return known;
  }
  return { situation: reader(told, ''), told, choices };
}

/** The script of the next situation: the last choice that has an answer left takes it. @param {Choice[]} choices */
export function next(choices) {
  for (let last = choices.length - 1; last >= 0; last -= 1) {
    if (choices[last].index + 1 < choices[last].answers.length) {
      return [...choices.slice(0, last).map(({ index }) => index), choices[last].index + 1];
    }
  }
  return null;
}
