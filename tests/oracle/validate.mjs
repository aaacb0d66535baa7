/** What is wrong with a situation, found without the calculator: `pointer` and `code`, no `args`. */
import { ASSUMPTIONS } from './assumptions.mjs';
import { FIRST_DATE, LAST_DATE, parseDate } from './dates.mjs';
import { isInteger, isNegative, decimals, exceeds } from './numerals.mjs';
import { parseStrictly } from './strict-json.mjs';

/**
 * @typedef {import('./strict-json.mjs').Node} Node
 * @typedef {{pointer: string, code: string}} Problem
 * @typedef {(node: Node, pointer: string, report: (pointer: string, code: string) => void) => void} Check
 */

/** Two errors at one pointer stand in this order. */
const CODES = [
  'invalid_json', 'invalid_utf8', 'duplicate_key', 'too_large', 'too_deep', 'wrong_type', 'unknown_member',
  'missing_member', 'invalid_date', 'out_of_range', 'too_many_decimals', 'unknown_option', 'misplaced_member',
  'contradiction',
];
const MOST_BYTES = 1048576;
const DEEPEST = 32;

/** @type {Check} */
const bool = (node, pointer, report) => {
  if (node.type !== 'boolean') report(pointer, 'wrong_type');
};

/** @type {Check} */
const date = (node, pointer, report) => {
  if (node.type !== 'string') return report(pointer, 'wrong_type');
  const day = parseDate(node.text);
  if (day === null) report(pointer, 'invalid_date');
  else if (day < FIRST_DATE || day > LAST_DATE) report(pointer, 'out_of_range');
};

/** @type {Check} */
const money = (node, pointer, report) => {
  if (node.type !== 'number') report(pointer, 'wrong_type');
  else if (isNegative(node.text) || exceeds(node.text, 10000000)) report(pointer, 'out_of_range');
  else if (decimals(node.text) > 2) report(pointer, 'too_many_decimals');
};

/** @param {number} least @param {number} most @returns {Check} */
const integer = (least, most) => (node, pointer, report) => {
  if (node.type !== 'number' || !isInteger(node.text)) return report(pointer, 'wrong_type');
  const tooSmall = isNegative(node.text) || (least > 0 && !exceeds(node.text, least - 1));
  if (tooSmall || exceeds(node.text, most)) report(pointer, 'out_of_range');
};

/** @param {readonly string[]} options @returns {Check} */
const oneOf = (...options) => (node, pointer, report) => {
  if (node.type !== 'string') report(pointer, 'wrong_type');
  else if (!options.includes(node.text)) report(pointer, 'unknown_option');
};

/** @param {Check} check @returns {Check} */
const orNull = (check) => (node, pointer, report) => {
  if (node.type !== 'null') check(node, pointer, report);
};

/** @param {number} most @param {Check} entry @returns {Check} */
const array = (most, entry) => (node, pointer, report) => {
  if (node.type !== 'array') return report(pointer, 'wrong_type');
  if (node.items.length > most) report(pointer, 'out_of_range');
  for (const [index, item] of node.items.entries()) entry(item, `${pointer}/${index}`, report);
};

/**
 * @param {Record<string, Check>} members
 * @param {(told: (name: string) => string | undefined) => string[]} [misplaced] members ruled out by a told sibling
 * @returns {Check}
 */
const object = (members, misplaced = () => []) => (node, pointer, report) => {
  if (node.type !== 'object') return report(pointer, 'wrong_type');
  const told = (/** @type {string} */ name) => {
    const sibling = node.members.find((member) => member.name === name)?.node;
    return sibling?.type === 'string' ? sibling.text : undefined;
  };
  const ruledOut = misplaced(told);
  for (const { name, node: value } of node.members) {
    const at = `${pointer}/${escaped(name)}`;
    if (!Object.hasOwn(members, name)) {
      report(at, 'unknown_member');
      continue;
    }
    members[name](value, at, report);
    if (ruledOut.includes(name)) report(at, 'misplaced_member');
  }
};

/** @param {string} name */
const escaped = (name) => name.replaceAll('~', '~0').replaceAll('/', '~1');

const KIND = oneOf('public', 'inclusive_private', 'other_private');

const PARENT = { employed: bool, monthly_wage_yuan: money, childcare_job: bool };

const BIRTH_ONLY = ['babies', 'difficult', 'leave_before_birth_days'];
const MISCARRIAGE_ONLY = ['pregnancy_months'];

const SITUATION = object({
  as_of: date,
  lawful_birth: bool,
  planning_pregnancy: bool,
  pregnant: bool,
  mother: orNull(object({
    ...PARENT, maternity_insured: bool, employer_average_monthly_wage_yuan: money, reentering_work: bool,
  })),
  father: orNull(object(PARENT)),
  delivery: orNull(object({
    outcome: oneOf('birth', 'miscarriage'),
    date,
    babies: integer(1, 8),
    difficult: bool,
    leave_before_birth_days: integer(0, 15),
    pregnancy_months: integer(0, 9),
  }, (told) => {
    if (told('outcome') === 'birth') return MISCARRIAGE_ONLY;
    return told('outcome') === 'miscarriage' ? BIRTH_ONLY : [];
  })),
  children: array(12, object({
    birth_date: date,
    care: oneOf('home', 'childcare', 'kindergarten', 'school'),
    kindergarten: object({ kind: KIND, registered: bool, area: oneOf('rural', 'urban') }),
    hardship: oneOf('none', 'registered_poor', 'destitute', 'minimum_living_allowance', 'de_facto_unattended', 'orphan',
      'disabled'),
  }, (told) => (['home', 'childcare', 'school'].includes(told('care') ?? '') ? ['kindergarten'] : []))),
  elders: array(8, object({
    birth_date: date, hospitalised: bool, child: oneOf('mother', 'father'), only_child: bool,
  })),
  household: object({ housing_eligible: bool, special_family: bool }),
  institution: object({
    kindergarten: object({ kind: KIND, registered: bool, pupils: integer(0, 100000) }),
    childcare: object({ registered: bool, inclusive: bool, community: bool }),
    tutoring: object({
      stage: oneOf('compulsory', 'other'), academic: bool, offline: bool, guide_price_yuan: money, price_yuan: money,
    }),
  }),
  assumptions: object(Object.fromEntries(
    Object.entries(ASSUMPTIONS).map(([id, options]) => [id, oneOf(...options)]))),
});

/**
 * All errors of a document, in document order, missing members last; none where it is a valid situation.
 * @param {string} text
 * @returns {Problem[]}
 */
export function errors(text) {
  const alone = (/** @type {string} */ code) => [{ pointer: '', code }];
  if (new TextEncoder().encode(text).length > MOST_BYTES) return alone('too_large');
  let document;
  try {
    document = parseStrictly(text);
  } catch (error) {
    if (error instanceof SyntaxError) return alone('invalid_json');
    throw error;
  }
  const { root, depth } = document;
  if (depth > DEEPEST) return alone('too_deep');
  const repeated = [...new Set(repeatedMembers(root, ''))];
  if (repeated.length > 0) return repeated.map((pointer) => ({ pointer, code: 'duplicate_key' }));

  /** @type {Problem[]} */
  const problems = [];
  SITUATION(root, '', (pointer, code) => problems.push({ pointer, code }));
  problems.push(...contradictions(root, new Set(problems.map(({ pointer }) => pointer))));
  const positions = new Map([...pointersOf(root, '')].map((pointer, position) => [pointer, position]));
  const position = (/** @type {Problem} */ { pointer }) => /** @type {number} */ (positions.get(pointer));
  problems.sort((a, b) => position(a) - position(b) || CODES.indexOf(a.code) - CODES.indexOf(b.code));
  if (root.type === 'object' && !root.members.some(({ name }) => name === 'as_of')) {
    problems.push({ pointer: '/as_of', code: 'missing_member' });
  }
  return problems;
}

/** @param {Node} node @param {string} pointer @returns {Generator<[string, Node]>} */
function* parts(node, pointer) {
  if (node.type === 'object') {
    for (const { name, node: value } of node.members) yield [`${pointer}/${escaped(name)}`, value];
  } else if (node.type === 'array') {
    for (const [index, item] of node.items.entries()) yield [`${pointer}/${index}`, item];
  }
}

/** Every pointer in document order. @param {Node} node @param {string} pointer @returns {Generator<string>} */
function* pointersOf(node, pointer) {
  yield pointer;
  for (const [at, part] of parts(node, pointer)) yield* pointersOf(part, at);
}

/** In document order of the repetition. @param {Node} node @param {string} pointer @returns {Generator<string>} */
function* repeatedMembers(node, pointer) {
  const seen = new Set();
  for (const [at, part] of parts(node, pointer)) {
    if (seen.has(at)) yield at;
    seen.add(at);
    yield* repeatedMembers(part, at);
  }
}

/**
 * Two inputs that cannot both hold, each valid in itself.
 * @param {Node} root @param {Set<string>} faulty pointers with errors of their own
 * @returns {Generator<Problem>}
 */
function* contradictions(root, faulty) {
  /** The value at a pointer: text, boolean, null, or undefined where there is none or a faulty one. */
  const value = (/** @type {string} */ pointer) => {
    /** @type {Node | undefined} */
    let node = root;
    let at = '';
    for (const step of pointer.split('/').slice(1)) {
      at += `/${step}`;
      node = node && [...parts(node, at.slice(0, -step.length - 1))].find(([part]) => part === at)?.[1];
    }
    if (node === undefined || faulty.has(pointer)) return undefined;
    if (node.type === 'boolean') return node.value;
    if (node.type === 'null') return null;
    return node.type === 'string' ? node.text : undefined;
  };
  const isAfter = (/** @type {any} */ date, /** @type {any} */ asOf) =>
    date !== undefined && asOf !== undefined && date > asOf;

  const asOf = value('/as_of');
  for (const list of ['/children', '/elders']) {
    const entries = root.type === 'object' ? root.members.find(({ name }) => `/${name}` === list)?.node : undefined;
    for (const index of entries?.type === 'array' ? entries.items.keys() : []) {
      const birthDate = `${list}/${index}/birth_date`;
      if (isAfter(value(birthDate), asOf)) yield { pointer: birthDate, code: 'contradiction' };
      const child = list === '/elders' ? value(`${list}/${index}/child`) : undefined;
      if (child !== undefined && value(`/${child}`) === null) {
        yield { pointer: `${list}/${index}/child`, code: 'contradiction' };
      }
    }
  }
  if (value('/pregnant') === false && value('/delivery/outcome') === 'birth' && isAfter(value('/delivery/date'), asOf)) {
    yield { pointer: '/pregnant', code: 'contradiction' };
  }
}
