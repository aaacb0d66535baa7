/**
 * Where the space of a benefit is enumerated in parts instead of as one product, and why that loses nothing.
 *
 * A benefit that is not named here is one part: every combination of the classes of every input and assumption that its
 * row of the oracle asks for. The others would be millions of combinations; their parts rest on how their rows are made,
 * which the oracle itself shows (what a row asks for is recorded, not declared):
 *
 * - A period and the payers' lines are computed from the value and from inputs of their own (dates for the one, wages and
 *   insurance for the other) and from nothing of each other's. One part varies the conditions and the value, one the
 *   period's inputs under each kind of value, one the payers'.
 * - A benefit listed for children and for the babies of the delivery reads only the birth of its own subject. One part has
 *   no delivery, the other no children.
 * - Conditions that share no input enter a verdict only as true, false or open. One part varies one condition's inputs
 *   over all classes while the others take each of these three.
 * - A date is compared with limits one at a time; two births only with each other, for the youngest (eldest). One date
 *   stands on every day around the limits while the others stand clear of them, on each side, before and behind it.
 * - Entries of an array share no inputs, and only their number enters a verdict. None, one and two of them show every
 *   step between two numbers; full arrays show the greatest.
 *
 * Nothing is lost on the calculator's side either unless it made the same benefit depend on an input that its row never
 * asks for, or asks for elsewhere only: against that, every situation is also tried with all other inputs told.
 */
import { clearDates } from './classes.mjs';

/**
 * @typedef {import('../oracle/table.mjs').Row} Row
 * @typedef {import('./classes.mjs').Turns} Turns
 * @typedef {any[] | ((row: Row, asOf: string) => any[])} Answers
 * @typedef {Record<string, Answers>} Part the only answers to take, by pointer; `N` stands for every index
 * @typedef {{turns?: Turns, parts?: Part[]}} Space
 */

/** @type {Answers} */
const CLEAR_BIRTHS = (row, asOf) => [undefined, ...clearDates(row, asOf, false)];
/** @type {Answers} */
const CLEAR_DELIVERIES = (row, asOf) => [undefined, ...clearDates(row, asOf, true)];

/** One answer for each of these assumptions: the default. @param {...string} ids @returns {Part} */
const byDefault = (...ids) => Object.fromEntries(ids.map((id) => [`/assumptions/${id}`, [undefined]]));
const AGES = byDefault('age.attained', 'age.leap_day');
const ONE_DAY = { '/as_of': ['2024-06-15'] };
const OF_CHILDREN = { '/delivery': [null], '/children': [undefined, [], [{}]] };
const OF_DELIVERY = { '/children': [[]] };
const ENTRIES = (/** @type {number} */ most) => Array.from({ length: most }, () => ({}));

/** A benefit of each child and of the babies. @type {Part[]} */
const BY_SUBJECT = [OF_CHILDREN, OF_DELIVERY];

/** A benefit of each child alone. @type {Part[]} */
const EACH_CHILD = [{ '/children': [undefined, [], [{}]] }];

/** A household with a child below an age, or a baby. @type {Part[]} */
const WITH_CHILDREN = [
  // A child's birth around the limit, the babies' clear of it.
  { '/children': [undefined, [], [{}]], '/delivery/date': CLEAR_DELIVERIES },
  // The other way round.
  { '/children': [[], [{}]], '/children/N/birth_date': CLEAR_BIRTHS },
  // Two children and the babies, all clear of it; then as many children as there can be.
  { ...ONE_DAY, ...AGES, '/children': [ENTRIES(2)], '/children/N/birth_date': CLEAR_BIRTHS, '/delivery/date': CLEAR_DELIVERIES },
  { ...ONE_DAY, ...AGES, '/children': [ENTRIES(12)], '/children/N/birth_date': [undefined], '/delivery/date': CLEAR_DELIVERIES },
];

const BORN = { '/delivery': [{}], '/delivery/outcome': ['birth'] };
const LOST = { '/delivery': [{}], '/delivery/outcome': ['miscarriage'] };
const NO_WAGES = { '/mother/monthly_wage_yuan': [undefined], '/mother/employer_average_monthly_wage_yuan': [undefined] };
const MOTHER_AT_WORK = { '/mother': [{}], '/mother/employed': [true] };
const FATHER_AT_WORK = { '/father': [{}], '/father/employed': [true] };
/** Every way to come to a number of days, in each sum one term at least and at most. */
const KINDS_OF_BIRTH = { '/lawful_birth': [true, false], '/delivery/babies': [1, 2, 8], '/delivery/difficult': [false, true] };
const DAY_OF_BIRTH = { '/delivery/date': ['2024-03-01'], '/delivery/leave_before_birth_days': [undefined] };
const PAY = byDefault('leave.maternity.fund_days', 'leave.maternity.pay_divisor', 'leave.maternity.top_up');
const FIRST_DAY = byDefault('leave.first_day');
const UNPAID = { ...NO_WAGES, ...PAY, '/mother/maternity_insured': [undefined] };

/** @type {Part[]} */
const MATERNITY = [
  { ...UNPAID, ...FIRST_DAY, ...DAY_OF_BIRTH },
  { ...UNPAID, ...MOTHER_AT_WORK, ...BORN, ...KINDS_OF_BIRTH },
  { ...MOTHER_AT_WORK, ...BORN, ...KINDS_OF_BIRTH, ...FIRST_DAY, ...DAY_OF_BIRTH, ...byDefault('leave.maternity.not_lawful') },
];

/** @type {Part[]} */
const MISCARRIAGE = [
  { ...UNPAID, ...FIRST_DAY, '/delivery/date': ['2024-03-01'] },
  { ...UNPAID, ...MOTHER_AT_WORK, ...LOST },
  { ...MOTHER_AT_WORK, ...LOST, ...FIRST_DAY, '/delivery/date': ['2024-03-01'] },
];

const NO_WINDOW = byDefault('leave.paternity.window');
/** @type {Part[]} */
const PATERNITY = [
  // Who has it; the mother only where her employment is required.
  {
    ...DAY_OF_BIRTH, ...FIRST_DAY, ...NO_WINDOW, '/father/monthly_wage_yuan': [undefined],
    ...byDefault('leave.maternity.combine', 'leave.maternity.not_lawful', 'leave.paternity.day_unit'),
    '/delivery/babies': [undefined], '/delivery/difficult': [undefined],
  },
  // When: from the birth, within the mother's leave, or open.
  {
    ...FATHER_AT_WORK, ...BORN, '/father/monthly_wage_yuan': [undefined], '/lawful_birth': [true], '/mother': [{}, null],
    '/mother/employed': [true], '/delivery/babies': [2], '/delivery/difficult': [true],
    ...byDefault('leave.paternity.mother_employed', 'leave.maternity.not_lawful'),
  },
  // All that the mother's leave depends on.
  {
    ...FATHER_AT_WORK, ...BORN, ...FIRST_DAY, '/father/monthly_wage_yuan': [undefined], '/lawful_birth': [true],
    '/delivery/date': [undefined, '2024-03-01'], '/delivery/leave_before_birth_days': [undefined],
    '/assumptions/leave.paternity.window': ['within_maternity_leave'], ...byDefault('leave.paternity.day_unit'),
  },
  // By whom.
  { ...FATHER_AT_WORK, ...BORN, ...DAY_OF_BIRTH, ...FIRST_DAY, ...NO_WINDOW, '/lawful_birth': [true], '/mother': [{}], '/mother/employed': [true] },
];

const NO_WAGE = { '/mother/monthly_wage_yuan': [undefined], '/father/monthly_wage_yuan': [undefined] };
// A parent's leave asks for that parent's employment and wage only.
const MOTHER_ALONE = { '/mother': [{}], '/mother/employed': [true], '/father': [null] };
const FATHER_ALONE = { '/mother': [null], '/father': [{}], '/father/employed': [true] };
const AT_WORK_LAWFUL = { ...MOTHER_ALONE, '/lawful_birth': [true] };
const PARENTAL_READINGS = byDefault('leave.parental.year', 'leave.parental.day_unit');
/** Births and babies clear of every limit. */
const ALL_CLEAR = { ...ONE_DAY, ...AGES, '/children/N/birth_date': CLEAR_BIRTHS, '/delivery/date': CLEAR_DELIVERIES };

/** @type {Part[]} */
const PARENTAL = [
  // All three conditions, the mother's and then the father's.
  { ...NO_WAGE, ...ALL_CLEAR, ...PARENTAL_READINGS, '/father': [null], '/children': [undefined, [], [{}]], '/delivery/babies': [undefined] },
  {
    ...NO_WAGE, ...ALL_CLEAR, ...PARENTAL_READINGS, '/mother': [null], '/children': [undefined, [], [{}]], '/delivery/babies': [undefined],
    '/lawful_birth': [undefined, true],
  },
  // A child's birth around the limit.
  {
    ...NO_WAGE, ...AT_WORK_LAWFUL, '/children': [[{}]], '/delivery': [null, {}], '/delivery/outcome': [undefined, 'birth'],
    '/delivery/date': CLEAR_DELIVERIES, '/delivery/babies': [2],
  },
  // The babies'.
  {
    ...NO_WAGE, ...AT_WORK_LAWFUL, '/children': [[], [{}]], '/children/N/birth_date': CLEAR_BIRTHS, '/delivery': [{}],
    '/delivery/outcome': ['birth'], '/delivery/babies': [undefined, 1, 8],
  },
  // Two children and the babies: who is the youngest, and how many there are.
  {
    ...NO_WAGE, ...ALL_CLEAR, ...AT_WORK_LAWFUL, ...PARENTAL_READINGS, '/children': [ENTRIES(2)], '/delivery/babies': [undefined, 2],
    '/children/N/birth_date': (row, asOf) => [undefined, ...clearDates(row, asOf, false), '2023-01-01'],
  },
  // As many as there can be.
  {
    ...NO_WAGE, ...ALL_CLEAR, ...PARENTAL_READINGS, ...AT_WORK_LAWFUL, '/children': [undefined, ENTRIES(12)],
    '/children/N/birth_date': [undefined], '/delivery': [null, undefined, {}], '/delivery/outcome': ['birth'], '/delivery/babies': [8],
  },
  // By whom.
  ...[MOTHER_ALONE, FATHER_ALONE].map((parent) => ({
    ...ALL_CLEAR, ...parent, ...byDefault('leave.parental.year'), '/lawful_birth': [true], '/delivery': [null],
    '/children': [[{}], ENTRIES(2)], '/children/N/birth_date': ['2023-01-01'],
  })),
];

const CARE_READINGS = byDefault('leave.only_child.scope', 'leave.only_child.year', 'leave.only_child.day_unit');
const MOTHERS_PARENT = { '/elders/N/child': ['mother'], '/elders/N/only_child': [true], '/elders/N/hospitalised': [true] };
/** @type {Part[]} */
const ONLY_CHILD_CARE = [
  // Everything about one elder, the mother's employment, then the father's.
  {
    ...NO_WAGE, ...ONE_DAY, ...AGES, ...CARE_READINGS, '/father': [null, {}], '/father/employed': [true],
    '/elders': [undefined, [], [{}]], '/elders/N/birth_date': CLEAR_BIRTHS,
  },
  {
    ...NO_WAGE, ...ONE_DAY, ...AGES, ...CARE_READINGS, '/mother': [null], '/elders': [undefined, [], [{}]],
    '/elders/N/birth_date': CLEAR_BIRTHS, '/elders/N/only_child': [undefined, true], '/elders/N/hospitalised': [undefined, true],
  },
  // The birth around the limit.
  { ...NO_WAGE, ...MOTHER_ALONE, ...MOTHERS_PARENT, '/elders': [[{}]], '/elders/N/hospitalised': [undefined, true] },
  // Two: who is the elder, whose they are, and how many.
  {
    ...NO_WAGE, ...ONE_DAY, ...AGES, ...MOTHERS_PARENT, ...byDefault('leave.only_child.year', 'leave.only_child.day_unit'),
    '/mother': [{}], '/mother/employed': [true], '/father': [{}], '/father/employed': [true],
    '/elders': [ENTRIES(2)], '/elders/N/birth_date': (row, asOf) => [...clearDates(row, asOf, false), '1950-01-01'],
    '/elders/N/child': [undefined, 'mother', 'father'], '/elders/N/hospitalised': [undefined, true],
  },
  // As many as there can be.
  {
    ...NO_WAGE, ...ONE_DAY, ...AGES, ...MOTHER_ALONE, '/elders': [ENTRIES(8)], '/elders/N/birth_date': [undefined],
    '/elders/N/child': [undefined], '/elders/N/only_child': [undefined], '/elders/N/hospitalised': [undefined],
  },
  // By whom.
  ...[MOTHER_ALONE, FATHER_ALONE].map((parent) => ({
    ...ONE_DAY, ...AGES, ...parent, ...MOTHERS_PARENT, ...byDefault('leave.only_child.year'), '/elders': [[{}], ENTRIES(2)],
    '/elders/N/birth_date': ['1950-01-01'], '/elders/N/child': ['mother', 'father'],
  })),
];

/** @type {Part[]} */
const AID = [
  // Kindergarten and hardship; the birth clear of the limit.
  { ...EACH_CHILD[0], ...ONE_DAY, ...AGES, '/children/N/birth_date': CLEAR_BIRTHS },
  // The birth around it.
  {
    '/children': [[{}]], '/children/N/care': [undefined, 'kindergarten', 'home'], '/children/N/kindergarten/registered': [true],
    '/children/N/kindergarten/kind': ['public', undefined], '/children/N/hardship': [undefined, 'none', 'orphan'],
  },
];

/** @type {Part[]} */
const PROTECTION = [
  { ...ONE_DAY, ...AGES, ...FIRST_DAY, '/delivery/date': CLEAR_DELIVERIES },
  { ...MOTHER_AT_WORK, '/pregnant': [undefined, false], '/delivery/pregnancy_months': [undefined, 3, 4] },
];

/** @type {Record<string, Space>} */
export const SPACES = {
  'health.maternal_safety': { turns: { days: ['2025-12-31'] } },
  'health.child_management': {
    turns: { months: [1, 3, 6, 8, 12, 18, 24, 30, 36, 48, 60, 72] }, parts: BY_SUBJECT,
  },
  'health.child_access': { parts: BY_SUBJECT },
  'childcare.inclusive_place': { parts: BY_SUBJECT },
  'childcare.toddler_class': { parts: BY_SUBJECT },
  'childcare.operating_support': { turns: { days: ['2027-12-31'] } },
  'childcare.safety_guidance': { parts: EACH_CHILD },
  'parenting.guidance': { parts: WITH_CHILDREN },
  'leave.maternity': { parts: MATERNITY },
  'leave.miscarriage': { parts: MISCARRIAGE },
  'leave.paternity': { parts: PATERNITY },
  'leave.parental': { turns: { months: [12, 24], days: ['2024-12-31'] }, parts: PARENTAL },
  'leave.only_child_care': { turns: { days: ['2024-12-31', '2028-02-28', '2028-02-29'] }, parts: ONLY_CHILD_CARE },
  'housing.priority': { parts: WITH_CHILDREN },
  'kindergarten.aid': { parts: AID },
  'tutoring.price_protection': { parts: EACH_CHILD },
  'family.holiday_care': { parts: EACH_CHILD },
  'work.protection': { parts: PROTECTION },
  'culture.birth_friendly': { turns: { days: ['2024-05-14', '2024-05-15', '2024-05-19', '2024-05-20', '2024-07-10', '2024-07-11', '2024-12-31'] } },
};
