/** Compares a result, or an errors document, with the oracle's, member by member. */
import { UNSPELLED } from './table.mjs';

/**
 * @typedef {{kind: string, path: string, expected: unknown, got: unknown}} Difference `kind` is the path without indices
 */

/** What the oracle does not derive. */
const NOT_DERIVED = new Set(['steps', 'sources', 'ask', 'edition']);

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The args of an error count only where the oracle gives them; which spelling is near is the calculator's own affair.
 * @param {any} expected @param {any} got @returns {Generator<Difference>}
 */
export function* differences(expected, got) {
  if (expected.benefits === undefined || got?.benefits === undefined) {
    yield* compare(withoutArgs(expected), withoutArgs(got), '', '');
    return;
  }
  const { benefits: ours, ...rest } = expected;
  const { benefits: theirs, ...theirRest } = got;
  const name = (/** @type {any} */ { id, subject }) => `${id} ${subject}`;
  yield* compare(ours.map(name), theirs.map(name), '/benefits (listing)', '/benefits (listing)');
  for (const [index, benefit] of ours.entries()) {
    const other = theirs.find((/** @type {any} */ candidate) => name(candidate) === name(benefit));
    if (other) yield* compare(benefit, other, `/benefits/${index}`, benefit.id);
  }
  yield* compare(rest, theirRest, '', '');
}

/** @param {any} document */
const withoutArgs = (document) =>
  Array.isArray(document?.errors)
    ? { errors: document.errors.map((/** @type {any} */ { pointer, code }) => ({ pointer, code })) }
    : document;

/** @param {unknown} expected @param {unknown} got @param {string} path @param {string} kind @returns {Generator<Difference>} */
function* compare(expected, got, path, kind) {
  if (expected === UNSPELLED && Array.isArray(got)) return;
  if (isObject(expected) && isObject(got)) {
    for (const member of new Set([...Object.keys(expected), ...Object.keys(got)])) {
      if (!NOT_DERIVED.has(member)) {
        yield* compare(expected[member], got[member], `${path}/${member}`, `${kind}/${member}`);
      }
    }
  } else if (hasUnspelled(expected) && Array.isArray(got) && expected.length === got.length) {
    for (const [index, item] of expected.entries()) yield* compare(item, got[index], `${path}/${index}`, `${kind}/N`);
  } else if (!isDeepEqual(expected, got)) {
    yield { kind, path, expected, got };
  }
}

/** Alternatives may bring a value with an unspelled list; other arrays are shown whole. @param {unknown} value @returns {value is unknown[]} */
const hasUnspelled = (value) => Array.isArray(value) && JSON.stringify(value).includes(`"${UNSPELLED}"`);

/** @param {unknown} a @param {unknown} b @returns {boolean} */
function isDeepEqual(a, b) {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isDeepEqual(item, b[index]));
  }
  if (isObject(a) && isObject(b)) {
    const members = Object.keys(a);
    return members.length === Object.keys(b).length &&
      members.every((member) => member in b && isDeepEqual(a[member], b[member]));
  }
  return Object.is(a, b);
}
