/** Measure 12: leave and who pays for it. */
import { calendarYear } from './dates.mjs';
import { fenOf, roundHalfUp, share, sum } from './money.mjs';
import {
  birthday, childrenBelow, countQualifying, eveOf, hasBabyBelow, hasBornBabyBelow, isBirth, isEmployed,
  isYounger, knownToQualify, monthsFrom, outcome,
} from './notions.mjs';

/**
 * @typedef {import('./completions.mjs').Facts} Facts
 * @typedef {import('./dates.mjs').Day} Day
 * @typedef {import('./dates.mjs').Span} Span
 * @typedef {import('./money.mjs').Divisor} Divisor
 * @typedef {import('./table.mjs').Row} Row
 * @typedef {{payer: string, days?: number, fen: bigint | null, open: string[]}} Line `open`: the absent inputs of an amount that is therefore null
 */

const MONTH = /** @type {Divisor} */ ([30n, 1n]);
const WORKDAYS_OF_MONTH = /** @type {Divisor} */ ([87n, 4n]); // 21.75
/** @type {Record<string, Divisor>} */
const MATERNITY_DIVISORS = { '30': MONTH, '30.4': [152n, 5n], '365/12': [365n, 12n] };

const OWN_WAGE = '/mother/monthly_wage_yuan';
const AVERAGE_WAGE = '/mother/employer_average_monthly_wage_yuan';

/**
 * A payer's line, its amount computed from the wages at `pointers` and rounded once.
 * @param {Facts} facts @param {string} payer @param {number} days
 * @param {string[]} pointers @param {(...wages: bigint[]) => import('./money.mjs').Quotient} amount @returns {Line}
 */
function line(facts, payer, days, pointers, amount) {
  const open = pointers.filter((pointer) => facts.told(pointer) === undefined);
  const fen = open.length > 0 ? null : roundHalfUp(amount(...pointers.map((pointer) => fenOf(facts.told(pointer)))));
  return { payer, days, fen, open };
}

/** @param {Facts} facts @param {number} days @param {Divisor} divisor @returns {Line[]} */
const paidByEmployer = (facts, days, divisor) => [
  line(facts, 'employer', days, [`${facts.subject}/monthly_wage_yuan`], (wage) => share(wage, days, divisor)),
];

/**
 * Maternity and miscarriage leave: an insured mother's fund days on her employer's average wage, all else by the
 * employer on her own wage, who also makes up what the average falls short of it.
 * @param {Facts} facts @param {number} days @param {number} fundDays @returns {Line[]}
 */
function maternityPay(facts, days, fundDays) {
  const divisor = MATERNITY_DIVISORS[facts.option('leave.maternity.pay_divisor')];
  if (!facts.ask('/mother/maternity_insured')) return paidByEmployer(facts, days, divisor);
  const rest = days - fundDays;
  const fund = line(facts, 'maternity_insurance_fund', fundDays, [AVERAGE_WAGE],
    (average) => share(average, fundDays, divisor));
  if (facts.option('leave.maternity.top_up') === 'employer') {
    return [fund, line(facts, 'employer', rest, [OWN_WAGE, AVERAGE_WAGE], (own, average) =>
      sum(share(own, rest, divisor), share(own > average ? own - average : 0n, fundDays, divisor)))];
  }
  return rest === 0 ? [fund] : [fund, ...paidByEmployer(facts, rest, divisor)];
}

/** Days beyond one easy birth of one baby. @param {Facts} facts */
const additions = (facts) =>
  (facts.ask('/delivery/difficult') ? 15 : 0) + 15 * (facts.ask('/delivery/babies') - 1);

/** @param {Facts} facts */
function maternityDays(facts) {
  const national = 98 + additions(facts);
  if (!facts.ask('/lawful_birth')) return national;
  return facts.option('leave.maternity.combine') === 'add' ? 180 + additions(facts) : Math.max(180, national);
}

/** @param {Facts} facts @param {number} days */
function fundDays(facts, days) {
  const option = facts.option('leave.maternity.fund_days');
  if (option === 'all') return days;
  return Math.min(days, (option === '158' ? 158 : 98) + additions(facts));
}

/** `leave.first_day`: the day itself counts as day 1, or the next one does. @param {Facts} facts @param {Day} day @param {number} days @returns {Span} */
function leaveFrom(facts, day, days) {
  const first = facts.option('leave.first_day') === 'counts' ? day : day + 1;
  return { from: first, to: first + days - 1 };
}

/** @param {Facts} facts @param {number} days @returns {Span} */
const maternityPeriod = (facts, days) =>
  leaveFrom(facts, facts.ask('/delivery/date') - (facts.told('/delivery/leave_before_birth_days') ?? 0), days);

/** @param {Facts} facts */
const mayHaveMaternityLeave = (facts) =>
  facts.option('leave.maternity.not_lawful') === 'national_98' || facts.ask('/lawful_birth');

/** Fifteen days, forty-two from four completed months on. @param {Facts} facts */
export const miscarriageDays = (facts) => (facts.ask('/delivery/pregnancy_months') < 4 ? 15 : 42);

/** @param {Facts} facts @param {number} days */
export const miscarriagePeriod = (facts, days) => leaveFrom(facts, facts.ask('/delivery/date'), days);

/** @param {Facts} facts @param {number} days */
function paternityPeriod(facts, days) {
  if (facts.option('leave.paternity.day_unit') === 'workday') return null;
  const window = facts.option('leave.paternity.window');
  if (window === 'open') return null;
  if (window === 'from_birth') return leaveFrom(facts, facts.ask('/delivery/date'), days);
  return isEmployed(facts, '/mother') && mayHaveMaternityLeave(facts)
    ? maternityPeriod(facts, maternityDays(facts))
    : null;
}

/** Children that give parental leave: the born ones under 3; only where there is none, the expected ones. @param {Facts} facts */
function childrenForParentalLeave(facts) {
  const babies = hasBornBabyBelow(facts, 3) ? facts.ask('/delivery/babies') : 0;
  return countQualifying(facts, childrenBelow(3)) + babies || facts.ask('/delivery/babies');
}

/**
 * Whose leave-years count: the youngest child told to be under 3, the first at the same birth date; an expected one
 * only where no born one is told.
 * @param {Facts} facts @returns {{about: string, birth: Day}}
 */
function childOfParentalLeave(facts) {
  const candidates = knownToQualify(facts, childrenBelow(3))
    .map((about) => ({ about, birth: facts.told(`${about}/birth_date`) }));
  const birth = facts.told('/delivery/outcome') === 'birth' ? facts.told('/delivery/date') : undefined;
  if (birth !== undefined && isYounger(facts, birth, 3)) candidates.push({ about: '/delivery', birth });
  const born = candidates.filter((candidate) => candidate.birth <= facts.asOf);
  return (born.length > 0 ? born : candidates).reduce((young, other) => (other.birth > young.birth ? other : young));
}

/** The leave-year that holds `as_of` (an expected child's first) and all further ones. @param {Facts} facts @returns {Span[]} */
function parentalYears(facts) {
  const { birth } = childOfParentalLeave(facts);
  const last = eveOf(facts, birth, 3);
  const now = Math.max(facts.asOf, birth);
  /** @type {Span[]} */
  const years = [];
  if (facts.option('leave.parental.year') === 'child_year') {
    for (const age of [0, 1, 2]) {
      years.push({ from: birthday(facts, birth, age), to: eveOf(facts, birth, age + 1) });
    }
  } else {
    for (let start = birth; start <= last; start = calendarYear(start).to + 1) {
      years.push({ from: start, to: Math.min(calendarYear(start).to, last) });
    }
  }
  return years.filter(({ to }) => to >= now);
}

/** @param {string} parent @returns {import('./notions.mjs').Group} */
const eldersOf = (parent) => ({
  array: '/elders',
  most: 8,
  qualifies: (facts, entry) =>
    `/${facts.ask(`${entry}/child`)}` === parent && facts.ask(`${entry}/only_child`) &&
    !isYounger(facts, facts.ask(`${entry}/birth_date`), 60) && facts.ask(`${entry}/hospitalised`),
});

/** The oldest elder told to qualify, the first at the same birth date. @param {Facts} facts @returns {{about: string, birth: Day}} */
const elderOfCareLeave = (facts) =>
  knownToQualify(facts, eldersOf(facts.subject))
    .map((about) => ({ about, birth: facts.told(`${about}/birth_date`) }))
    .reduce((old, other) => (other.birth < old.birth ? other : old));

/** @param {Facts} facts @returns {Span} */
function careYear(facts) {
  if (facts.option('leave.only_child.year') === 'rolling') return monthsFrom(facts.asOf, 12);
  const { from, to } = calendarYear(facts.asOf);
  return { from: Math.max(from, birthday(facts, elderOfCareLeave(facts).birth, 60)), to };
}

const perDelivery = (/** @type {number} */ days) => ({ days, day_unit: 'calendar', per: 'delivery' });
const perYear = (/** @type {number} */ days, /** @type {string} */ day_unit) => ({ days, day_unit, per: 'year' });
const wageDivisor = (/** @type {string} */ unit) => (unit === 'workday' ? WORKDAYS_OF_MONTH : MONTH);

/** @type {Row['conditions'][number]} */
const EMPLOYED = ['not_employed', (facts) => isEmployed(facts, facts.subject)];
/** @type {Row['conditions'][number]} */
const LAWFUL = ['not_lawful', (facts) => facts.ask('/lawful_birth')];

/** @type {Row[]} */
export const LEAVE = [
  {
    id: 'leave.maternity', measure: 12, force: 'claim', subjects: ['mother'], aboutDelivery: true, bounded: 'days',
    conditions: [EMPLOYED, ['no_birth', isBirth], ['not_lawful', mayHaveMaternityLeave]],
    value: (facts) => perDelivery(maternityDays(facts)),
    period: (facts, value) => maternityPeriod(facts, value.days),
    payers: (facts, value) => maternityPay(facts, value.days, fundDays(facts, value.days)),
  },
  {
    id: 'leave.miscarriage', measure: 12, force: 'claim', subjects: ['mother'], aboutDelivery: true, bounded: 'days',
    conditions: [EMPLOYED, ['no_miscarriage', (facts) => outcome(facts) === 'miscarriage']],
    value: (facts) => perDelivery(miscarriageDays(facts)),
    period: (facts, value) => miscarriagePeriod(facts, value.days),
    payers: (facts, value) => maternityPay(facts, value.days, value.days),
  },
  {
    id: 'leave.paternity', measure: 12, force: 'claim', subjects: ['father'], aboutDelivery: true, bounded: 'days',
    conditions: [
      EMPLOYED, LAWFUL, ['no_birth', isBirth],
      ['mother_not_employed', (facts) =>
        facts.option('leave.paternity.mother_employed') === 'not_required' || isEmployed(facts, '/mother')],
    ],
    value: (facts) => ({ ...perDelivery(25), day_unit: facts.option('leave.paternity.day_unit') }),
    period: (facts, value) => paternityPeriod(facts, value.days),
    payers: (facts, value) => paidByEmployer(facts, value.days, wageDivisor(value.day_unit)),
  },
  {
    id: 'leave.parental', measure: 12, force: 'claim', subjects: ['mother', 'father'], bounded: 'days',
    limits: { years: [3] },
    conditions: [
      EMPLOYED, LAWFUL,
      ['no_child_under_3', (facts) => countQualifying(facts, childrenBelow(3)) > 0 || hasBabyBelow(facts, 3)],
    ],
    value: (facts) => perYear(
      facts.option('leave.parental.children') === 'per_parent' ? 20 : 20 * childrenForParentalLeave(facts),
      facts.option('leave.parental.day_unit')),
    about: (facts) => childOfParentalLeave(facts).about,
    period: (facts) => parentalYears(facts)[0],
    laterPeriods: (facts) => parentalYears(facts).slice(1),
    payers: (facts, value) => paidByEmployer(facts, value.days, wageDivisor(value.day_unit)),
  },
  {
    id: 'leave.only_child_care', measure: 12, force: 'claim', subjects: ['mother', 'father'], bounded: 'days',
    limits: { years: [60] },
    listed: (situation, subject) =>
      situation.elders === undefined ||
      situation.elders.some((/** @type {any} */ { child }) => child === undefined || `/${child}` === subject),
    conditions: [
      EMPLOYED, ['no_elder_qualifies', (facts) => countQualifying(facts, eldersOf(facts.subject)) > 0],
    ],
    value: (facts) => perYear(
      facts.option('leave.only_child.scope') === 'per_employee'
        ? 15
        : 15 * countQualifying(facts, eldersOf(facts.subject)),
      facts.option('leave.only_child.day_unit')),
    about: (facts) => elderOfCareLeave(facts).about,
    period: careYear,
    payers: (facts, value) => paidByEmployer(facts, value.days, wageDivisor(value.day_unit)),
  },
];
