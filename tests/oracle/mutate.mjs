/** Seeded documents that are mostly bad: valid situations with a few things spoilt. One line each, for `batch`. */
import { integer, pick, situation } from './generate.mjs';

/**
 * @typedef {import('./generate.mjs').Random} Random
 * @typedef {{object: [string, Tree][]}} ObjectTree members as pairs, so that a name may be repeated
 * @typedef {ObjectTree | {array: Tree[]} | {raw: string}} Tree `raw` is JSON text, or what should have been
 */

/** @param {any} value @returns {Tree} */
function treeOf(value) {
  if (Array.isArray(value)) return { array: value.map(treeOf) };
  if (typeof value === 'object' && value !== null) {
    return { object: Object.entries(value).map(([name, part]) => [name, treeOf(part)]) };
  }
  return { raw: JSON.stringify(value) };
}

/** @param {Tree} tree @param {() => string} space @returns {string} */
function textOf(tree, space) {
  if ('raw' in tree) return tree.raw;
  if ('array' in tree) return `[${tree.array.map((item) => space() + textOf(item, space)).join(',')}]`;
  return `{${tree.object.map(([name, part]) => `${space()}${quoted(name)}:${space()}${textOf(part, space)}`).join(',')}}`;
}

/** A name that comes with its quotes is taken as it is. @param {string} name */
const quoted = (name) => (name.startsWith('"') ? name : JSON.stringify(name));

/** Every place that holds a value. @param {Tree} tree @returns {Generator<{tree: Tree, replace: (other: Tree) => void}>} */
function* places(tree) {
  if ('array' in tree) {
    for (const [index, item] of tree.array.entries()) {
      yield { tree: item, replace: (other) => { tree.array[index] = other; } };
      yield* places(item);
    }
  } else if ('object' in tree) {
    for (const member of tree.object) {
      yield { tree: member[1], replace: (other) => { member[1] = other; } };
      yield* places(member[1]);
    }
  }
}

/** @param {Tree} root @returns {ObjectTree[]} */
const objects = (root) =>
  [root, ...[...places(root)].map(({ tree }) => tree)].filter((tree) => 'object' in tree);

const WRONG_VALUES = [
  'null', 'true', 'false', '0', '1', '-1', '-0', '2.0', '2e0', '2.5', '20e-1', '1e400', '-1e400', '1e-400', '0e999999999999',
  '5500.100', '5500.123', '0.001', '-0.001', '-0.0', '10000000', '10000000.00', '10000000.001', '10000000.01', '1e7',
  '1.00000001e7', '100000', '100001', '8', '9', '15', '16', '12345678901234567890', '55001e-1', '55001e-3', '""', '"birth"',
  '"miscarriage"', '"Birth"', '"home"', '"school"', '"kindergarten"', '"mother"', '"father"', '"public"', '"true"', '"30"',
  '"2024-02-29"', '"2023-02-29"', '"2023-02-30"', '"2024-13-01"', '"2024-00-10"', '"2024-01-00"', '"2024-1-01"',
  '"2024-01-01T00:00:00"', '" 2024-01-01"', '"2024/01/01"', '"1899-12-31"', '"1900-01-01"', '"2199-12-31"', '"2200-01-01"',
  '"0000-01-01"', '"9999-12-31"', '"+024-01-01"', '"2024-01-01\\u0000"', '"\\u0032024-01-01"', '[]', '{}', '[null]', '[{}]',
  '{"a":1,"a":2}', '"\\ud83d\\ude00"', '"吉林"',
];
const BROKEN_VALUES = [
  '', '01', '1.', '.5', '+1', '1e', '0x10', 'NaN', 'Infinity', "'birth'", '"\\ud800"', '"\\udc00\\ud800"', '"\\ud800\\u0041"',
  '"\\x"', '"\\u12"', '"\t"', '"open', 'True', 'nul', '[1,]', '{"a":1,}', '{"a"}', '{a:1}', '[', '}', '1 2', '/**/1',
  '-', '"\u0001"',
];
const NAMES = [
  'as_of', 'pregnant', 'mother', 'father', 'delivery', 'children', 'elders', 'household', 'institution', 'assumptions',
  'employed', 'monthly_wage_yuan', 'maternity_insured', 'employer_average_monthly_wage_yuan', 'outcome', 'date', 'babies',
  'difficult', 'leave_before_birth_days', 'pregnancy_months', 'birth_date', 'care', 'kindergarten', 'kind', 'registered',
  'area', 'hardship', 'hospitalised', 'child', 'only_child', 'pupils', 'childcare', 'tutoring', 'stage', 'price_yuan',
  'leave.maternity.combine', 'leave.maternity.pay_divisor', 'policy.in_force', 'tutoring.float', 'as-of', 'asof', 'babys',
  'a/b', 'a~b', 'a/~b', '', '__proto__', 'constructor', 'toString', '0', '名', '"\\u0061s_of"', '"pregn\\u0061nt"',
];

const MONEY = [
  '0', '0.001', '5500.100', '5500.123', '55001e-1', '55001e-3', '-0.01', '10000000', '10000000.001', '10000000.01', '1e8',
];
/** Members that a told sibling may rule out, or that another input may contradict. */
const TELLING = {
  pregnant: ['false'],
  mother: ['null'],
  father: ['null'],
  outcome: ['"birth"', '"miscarriage"'],
  babies: ['1', '9', '"1"'],
  difficult: ['true', 'null'],
  leave_before_birth_days: ['15', '16'],
  pregnancy_months: ['3', '10'],
  care: ['"home"', '"school"', '"kindergarten"', '"creche"'],
  kindergarten: ['{}', '{"kind":"none"}', '[]', 'null'],
  child: ['"mother"', '"father"'],
  as_of: ['"2023-12-29"', '"2024-06-01"', '"2024-02-30"'],
  date: ['"2190-01-01"'],
  birth_date: ['"2029-06-01"', '"2199-12-31"', '"2200-01-01"'],
};

/** Gives a member a value, adding it where it is not yet told. @param {Random} random @param {ObjectTree} tree @param {string} name @param {string} raw */
function tell(random, { object }, name, raw) {
  const member = object.find(([other]) => other === name);
  if (member) member[1] = { raw };
  else object.splice(integer(random, 0, object.length), 0, [name, { raw }]);
}

/** @param {ObjectTree} tree @param {string} name */
const belongsTo = ({ object }, name) => object.some(([other]) => other === name);

/** @type {((random: Random, root: Tree) => void)[]} */
const MUTATIONS = [
  (random, root) => { // a telling value, mostly where such a member stands already or beside its siblings
    const [name, values] = pick(random, Object.entries(TELLING));
    const homes = objects(root).filter((tree) => belongsTo(tree, name));
    const siblings = objects(root).filter((tree) => Object.keys(TELLING).some((other) => belongsTo(tree, other)));
    const candidates = homes.length > 0 ? homes : siblings;
    if (candidates.length > 0) tell(random, pick(random, candidates), name, pick(random, values));
  },
  (random, root) => { // what a told sibling rules out
    const ruledOut = [['outcome', 'babies'], ['outcome', 'pregnancy_months'], ['outcome', 'difficult'], ['care', 'kindergarten']];
    const [sibling, name] = pick(random, ruledOut);
    const homes = objects(root).filter((tree) => belongsTo(tree, sibling));
    if (homes.length > 0) tell(random, pick(random, homes), name, pick(random, TELLING[/** @type {keyof typeof TELLING} */ (name)]));
  },
  (random, root) => { // another amount
    const amounts = objects(root).flatMap(({ object }) => object.filter(([name]) => name.endsWith('_yuan')));
    if (amounts.length > 0) pick(random, amounts)[1] = { raw: pick(random, MONEY) };
  },
  (random, root) => { // another value
    const all = [...places(root)];
    if (all.length > 0) pick(random, all).replace({ raw: pick(random, WRONG_VALUES) });
  },
  (random, root) => { // one more member, known elsewhere or nowhere
    const { object } = pick(random, objects(root));
    const name = pick(random, NAMES);
    if (object.some(([other]) => other === name) && random() < 0.7) return;
    object.splice(integer(random, 0, object.length), 0, [name, { raw: pick(random, WRONG_VALUES) }]);
  },
  (random, root) => { // one member less
    const { object } = pick(random, objects(root));
    if (object.length > 0) object.splice(integer(random, 0, object.length - 1), 1);
  },
  (random, root) => { // members in another order
    const { object } = pick(random, objects(root));
    object.sort(() => random() - 0.5);
  },
  (random, root) => { // a copy of one part in the place of another
    const all = [...places(root)];
    if (all.length > 1) pick(random, all).replace({ raw: textOf(pick(random, all).tree, () => '') });
  },
];

/** @type {((random: Random, root: Tree) => void)[]} */
const RARE_MUTATIONS = [
  (random, root) => { // a repeated member
    const { object } = pick(random, objects(root));
    if (object.length > 0) object.splice(integer(random, 0, object.length), 0, pick(random, object));
  },
  (random, root) => { // no JSON
    const all = [...places(root)];
    if (all.length > 0) pick(random, all).replace({ raw: pick(random, BROKEN_VALUES) });
  },
  (random, root) => { // too many entries, or just not
    const arrays = [...places(root)].map(({ tree }) => tree).filter((tree) => 'array' in tree);
    if (arrays.length > 0) {
      const { array } = pick(random, arrays);
      const length = pick(random, [8, 9, 12, 13]);
      while (array.length < length) array.push({ raw: pick(random, ['{}', '{}', '{}', '{}', 'null', '[]', '{"x":1}']) });
    }
  },
  (random, root) => { // deep nesting around the limit
    const all = [...places(root)];
    const depth = pick(random, [28, 29, 30, 31, 32, 33, 40]);
    if (all.length > 0) {
      pick(random, all).replace({ raw: random() < 0.5
        ? `${'['.repeat(depth)}${']'.repeat(depth)}`
        : `${'{"a":'.repeat(depth - 1)}{}${'}'.repeat(depth - 1)}` });
    }
  },
];

const ODD_DOCUMENTS = [
  '', ' ', '[]', '{}', 'null', 'true', '1', '""', '"2024-06-01"', '[{}]', '{', '{"as_of":"2024-06-01"', '{"as_of":"2024-06-01"}}',
  '{"as_of":"2024-06-01"} x', '\ufeff{"as_of":"2024-06-01"}', '[{"a":1,"a":1}]', '1e400', '-', '{"as_of":"2024-06-01",}',
  '{"m":{"a":1,"a":1},"m":{"a":1,"a":1}}', '[1,2', `${'['.repeat(32)}${']'.repeat(32)}`, `${'['.repeat(33)}${']'.repeat(33)}`,
  `${'['.repeat(5000)}${']'.repeat(5000)}`, `${'['.repeat(5000)}`,
];

/** The most bytes of a document, and one more. */
const PADDED_LENGTHS = [1048576, 1048577];

/**
 * An arbitrary document, often no valid situation and sometimes no JSON.
 * @param {Random} random
 * @returns {{text: string}}
 */
export function document(random) {
  if (random() < 0.01) return { text: pick(random, ODD_DOCUMENTS) };
  const root = treeOf(situation(random));
  const rarely = random() < 0.2;
  for (let left = integer(random, 0, 5); left > 0; left -= 1) pick(random, MUTATIONS)(random, root);
  if (rarely) pick(random, RARE_MUTATIONS)(random, root);
  const spaced = random() < 0.2;
  const text = textOf(root, () => (spaced ? pick(random, ['', ' ', '\t', '  ']) : ''));
  if (random() < 0.01) return { text: text.slice(0, integer(random, 0, text.length)) };
  if (random() < 0.001) {
    const bytes = new TextEncoder().encode(text).length;
    return { text: text + ' '.repeat(Math.max(0, pick(random, PADDED_LENGTHS) - bytes)) };
  }
  return { text };
}
