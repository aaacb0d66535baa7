/** The table of inputs: every scalar of a situation, in the order of the schema, and representative answers to each. */

/** @typedef {'bool' | 'date' | 'money' | readonly (string | number)[]} Answers */

const BOOL = 'bool';
const DATE = 'date';
const MONEY = 'money';

const KINDS = ['public', 'inclusive_private', 'other_private'];

/**
 * Rows in table order; `N` stands for every index. Enumerations in full, integers only by the values beside a limit.
 * @type {Record<string, Answers>}
 */
const ROWS = {
  '/as_of': DATE,
  '/lawful_birth': BOOL,
  '/planning_pregnancy': BOOL,
  '/pregnant': BOOL,
  '/mother/employed': BOOL,
  '/mother/monthly_wage_yuan': MONEY,
  '/mother/maternity_insured': BOOL,
  '/mother/employer_average_monthly_wage_yuan': MONEY,
  '/mother/reentering_work': BOOL,
  '/mother/childcare_job': BOOL,
  '/father/employed': BOOL,
  '/father/monthly_wage_yuan': MONEY,
  '/father/childcare_job': BOOL,
  '/delivery/outcome': ['birth', 'miscarriage'],
  '/delivery/date': DATE,
  '/delivery/babies': [1, 2, 3, 4, 5, 6, 7, 8],
  '/delivery/difficult': BOOL,
  '/delivery/leave_before_birth_days': [0, 15],
  '/delivery/pregnancy_months': [0, 3, 4, 9],
  '/children': [],
  '/children/N/birth_date': DATE,
  '/children/N/care': ['home', 'childcare', 'kindergarten', 'school'],
  '/children/N/kindergarten/kind': KINDS,
  '/children/N/kindergarten/registered': BOOL,
  '/children/N/kindergarten/area': ['rural', 'urban'],
  '/children/N/hardship': [
    'none', 'registered_poor', 'destitute', 'minimum_living_allowance', 'de_facto_unattended', 'orphan', 'disabled',
  ],
  '/elders': [],
  '/elders/N/birth_date': DATE,
  '/elders/N/hospitalised': BOOL,
  '/elders/N/child': ['mother', 'father'],
  '/elders/N/only_child': BOOL,
  '/household/housing_eligible': BOOL,
  '/household/special_family': BOOL,
  '/institution/kindergarten/kind': KINDS,
  '/institution/kindergarten/registered': BOOL,
  '/institution/kindergarten/pupils': [0, 1, 100000],
  '/institution/childcare/registered': BOOL,
  '/institution/childcare/inclusive': BOOL,
  '/institution/childcare/community': BOOL,
  '/institution/tutoring/stage': ['compulsory', 'other'],
  '/institution/tutoring/academic': BOOL,
  '/institution/tutoring/offline': BOOL,
  '/institution/tutoring/guide_price_yuan': MONEY,
  '/institution/tutoring/price_yuan': MONEY,
};

const ORDER = new Map(Object.keys(ROWS).map((pointer, index) => [pointer, index]));

/** @param {string} pointer */
const rowOf = (pointer) => pointer.replace(/^(\/children|\/elders)\/[0-9]+/, '$1/N');

/** @template T @param {(pointer: string) => T} derive @returns {(pointer: string) => T} */
function remembered(derive) {
  /** @type {Map<string, T>} */
  const known = new Map();
  return (pointer) => {
    let value = known.get(pointer);
    if (value === undefined) known.set(pointer, value = derive(pointer));
    return value;
  };
}

/** The answers that the row of a pointer allows. */
export const answersTo = remembered((pointer) => {
  const answers = ROWS[rowOf(pointer)];
  if (answers === undefined) throw new Error(`${pointer} is no input`);
  return answers;
});

const stepsOf = remembered((pointer) => pointer.split('/').slice(1));

/** Entries before their members: all of /children/0 stands before /children/1. @param {string} a @param {string} b */
export function byTableOrder(a, b) {
  const [arrayA, indexA] = entryOf(a);
  const [arrayB, indexB] = entryOf(b);
  if (arrayA !== '' && arrayA === arrayB && indexA !== indexB) return indexA - indexB;
  return /** @type {number} */ (ORDER.get(rowOf(a))) - /** @type {number} */ (ORDER.get(rowOf(b)));
}

/** @param {string} pointer @returns {[string, number]} */
function entryOf(pointer) {
  const match = /^(\/children|\/elders)\/([0-9]+)/.exec(pointer);
  return match ? [match[1], Number(match[2])] : ['', 0];
}

/** The value told at a pointer; undefined where it is not told. @param {any} situation @param {string} pointer */
export function toldAt(situation, pointer) {
  let value = situation;
  for (const member of stepsOf(pointer)) {
    if (value === undefined || value === null) return undefined;
    value = value[member];
  }
  return value;
}
