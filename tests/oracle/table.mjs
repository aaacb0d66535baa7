/**
 * Every benefit as a row, in the order of results, written from the paragraph that grants it.
 * A row speaks of a complete situation only; what is not told is the business of completions.mjs.
 */
import { addMonths, civil, dayNumber, formatDate, parseDate } from './dates.mjs';
import { fenOf, yuanOf } from './money.mjs';
import { LEAVE, miscarriageDays, miscarriagePeriod } from './leave.mjs';
import {
  birthday, childrenBelow, countQualifying, dateOfBirth, eveOf, hasBabyBelow, hasBornBabyBelow, isBirth, isEmployed,
  isPregnant, isWithinDays, isYounger, outcome, ownBirth,
} from './notions.mjs';

/**
 * @typedef {import('./completions.mjs').Facts} Facts
 * @typedef {import('./dates.mjs').Day} Day
 * @typedef {import('./dates.mjs').Span} Span
 * @typedef {'household' | 'mother' | 'father' | 'kindergarten' | 'childcare' | 'tutoring' | 'children' | 'delivery'} Kind
 *
 * @typedef {object} Row
 * @property {string} id
 * @property {number} [measure]
 * @property {'claim' | 'service' | 'standard' | 'encouraged' | 'information'} force
 * @property {Kind[]} subjects in the order of listing
 * @property {(situation: any, subject: string) => boolean} [listed] restricts the listing further
 * @property {boolean} [aboutDelivery]
 * @property {(facts: Facts) => string} [about] asked of entitled benefits only
 * @property {'days' | 'yuan'} [bounded] the figure that `bounds` states while unknown
 * @property {import('./completions.mjs').Limits} [limits] where dates begin or cease to count for this row
 * @property {[reason: string, holds: (facts: Facts) => boolean, presupposed?: string][]} conditions in the order
 *   in which reasons are given; a failure is not worth saying where the presupposed condition has failed already
 * @property {(facts: Facts) => any} value
 * @property {(facts: Facts, value: any) => Span | null} [period]
 * @property {(facts: Facts, value: any) => Span[]} [laterPeriods]
 * @property {(facts: Facts, value: any) => import('./leave.mjs').Line[]} [payers]
 */

/** A list whose words only the policy file has. */
export const UNSPELLED = '*';

const services = () => ({ services: UNSPELLED });
const rights = () => ({ rights: UNSPELLED });
const free = () => ({ yuan: 0, per: 'once' });

/** @param {Facts} facts */
const isSubjectBorn = (facts) => facts.subject !== '/delivery' || isBirth(facts);

/** @param {(facts: Facts, birth: Day) => boolean} isRightAge @returns {Row['conditions']} */
const ofAge = (isRightAge) => [
  ['no_birth', isSubjectBorn],
  ['age', (facts) => {
    const birth = ownBirth(facts);
    return birth !== null && isRightAge(facts, birth);
  }, 'no_birth'],
];

/** @param {number} age @returns {Row['conditions']} */
const below = (age) => ofAge((facts, birth) => isYounger(facts, birth, age));

/** A complete entitlement has a birth. @param {Facts} facts */
const birthOf = (facts) => /** @type {Day} */ (ownBirth(facts));

/** @param {number} days @returns {Pick<Row, 'limits' | 'conditions' | 'period'>} */
const withinDaysOfBirth = (days) => ({
  limits: { days: [days] },
  conditions: ofAge((facts, birth) => isWithinDays(facts, birth, days)),
  period: (facts) => ({ from: birthOf(facts), to: birthOf(facts) + days }),
});

/** @param {Facts} facts */
const isNewlyDelivered = (facts) => {
  const birth = dateOfBirth(facts);
  return birth !== null && birth <= facts.asOf && isWithinDays(facts, birth, 42);
};

/** @type {Row['conditions'][number]} */
const PREGNANT_OR_NEWLY_DELIVERED = ['not_pregnant_nor_newly_delivered', (f) => isPregnant(f) || isNewlyDelivered(f)];
/** @type {Row['conditions'][number]} */
const PLANNING_OR_PREGNANT = ['not_planning_nor_pregnant', (f) => f.ask('/planning_pregnancy') || isPregnant(f)];
/** @type {Row['conditions'][number]} */
const EMPLOYED_MOTHER = ['not_employed', (facts) => isEmployed(facts, '/mother')];
/** @type {Row['conditions'][number]} */
const REGISTERED = ['not_registered', (facts) => facts.ask(`${facts.subject}/registered`)];
/** @type {Row['conditions'][number]} */
const IN_SCHOOL = ['not_in_school', (facts) => facts.ask(`${facts.subject}/care`) === 'school'];

/** @param {string} reason @param {string} pointer @returns {Row['conditions'][number]} */
const told = (reason, pointer) => [reason, (facts) => facts.ask(pointer)];

/** @param {Facts} facts */
const upperAge = (facts) => (facts.option('health.child_upper_age') === 'under_7' ? 7 : 6);

const VISIT_MONTHS = [1, 3, 6, 8, 12, 18, 24, 30, 36, 48, 60, 72];

/** @param {Facts} facts */
function visitsAhead(facts) {
  const birth = birthOf(facts);
  const last = eveOf(facts, birth, upperAge(facts));
  return VISIT_MONTHS.map((months) => addMonths(birth, months))
    .filter((visit) => visit >= facts.asOf && visit <= last)
    .map(formatDate);
}

const TAX_RULE_ENDS = /** @type {Day} */ (parseDate('2027-12-31'));
const PROGRAMME_ENDS = /** @type {Day} */ (parseDate('2025-12-31'));

/** The tax rule began in 2019, before the document. @param {Facts} facts */
const operatingSupport = (facts) => [
  ...(facts.asOf <= TAX_RULE_ENDS && facts.ask('/institution/childcare/community') ? ['tax_relief'] : []),
  ...(facts.ask('/institution/childcare/inclusive') ? ['preferential_loan'] : []),
  'local_subsidy',
];

/** @param {Facts} facts */
const hasMinorChild = (facts) =>
  countQualifying(facts, childrenBelow(18)) > 0 || hasBornBabyBelow(facts, 18) ||
  (facts.option('housing.unborn') === 'counted' && isPregnant(facts));

/** @type {Record<string, number>} yuan per pupil and year */
const PUPIL_RATES = { public: 650, inclusive_private: 240 };
/** @type {Record<string, number>} yuan per year */
const AID = { rural: 1500, urban: 2000 };

/** @param {Facts} facts */
const isInKindergarten = (facts) => facts.ask(`${facts.subject}/care`) === 'kindergarten';

/** @param {Facts} _facts @param {{yuan: number}} value @returns {import('./leave.mjs').Line[]} */
const paidByPublicBudget = (_facts, { yuan }) =>
  yuan === 0 ? [] : [{ payer: 'public_budget', fen: fenOf(yuan), open: [] }];

/** @param {Facts} facts */
function priceCheck(facts) {
  const percent = 100n + BigInt(facts.option('tutoring.float'));
  const guide = fenOf(facts.ask('/institution/tutoring/guide_price_yuan'));
  const price = fenOf(facts.ask('/institution/tutoring/price_yuan'));
  const ceiling = (guide * percent) / 100n; // rounded down
  const conforms = 100n * price <= percent * guide;
  return { ceiling_yuan: yuanOf(ceiling), conforms, ...(conforms ? {} : { excess_yuan: yuanOf(price - ceiling) }) };
}

/** @type {Row['conditions']} */
const SUPERVISED_TUTORING = [
  ['not_compulsory', (facts) => facts.ask('/institution/tutoring/stage') === 'compulsory'],
  told('not_academic', '/institution/tutoring/academic'),
  told('not_offline', '/institution/tutoring/offline'),
];

/** @param {Facts} facts */
const isOnMiscarriageLeave = (facts) => {
  if (outcome(facts) !== 'miscarriage') return false;
  const { from, to } = miscarriagePeriod(facts, miscarriageDays(facts));
  return from <= facts.asOf && facts.asOf <= to;
};

/** @param {Facts} facts */
function publicityDays(facts) {
  const { year } = civil(facts.asOf);
  return [[5, 15], [5, 20], [7, 11]]
    .map(([month, day]) => {
      const thisYear = dayNumber(year, month, day);
      return thisYear >= facts.asOf ? thisYear : dayNumber(year + 1, month, day);
    })
    .sort((a, b) => a - b)
    .map(formatDate);
}

/** @param {string} id @returns {Row} */
const governance = (id) => ({ id, force: 'information', subjects: ['household'], conditions: [], value: services });

/** @type {Row[]} */
export const TABLE = [
  {
    id: 'rights.no_birth_conditions', measure: 1, force: 'claim', subjects: ['household'], conditions: [],
    value: () => ({ rights: [
      'no_social_maintenance_fee', 'registration', 'school_entry', 'recruitment', 'promotion', 'awards', 'representation',
    ] }),
  },
  {
    id: 'health.maternal_safety', measure: 2, force: 'service', subjects: ['mother'], aboutDelivery: true,
    limits: { days: [42] },
    conditions: [PREGNANT_OR_NEWLY_DELIVERED, ['programme_ended', (facts) =>
      facts.asOf <= PROGRAMME_ENDS || facts.option('policy.programme_end') === 'continue']],
    value: services,
  },
  {
    id: 'screening.preconception', measure: 3, force: 'claim', subjects: ['household'],
    conditions: [told('not_planning', '/planning_pregnancy')], value: free,
  },
  {
    id: 'screening.folic_acid', measure: 3, force: 'claim', subjects: ['mother'],
    conditions: [PLANNING_OR_PREGNANT], value: free,
  },
  {
    id: 'screening.newborn', measure: 3, force: 'service', subjects: ['delivery'], ...withinDaysOfBirth(27),
    value: () => ({ services: ['metabolic', 'hearing', 'heart'] }),
  },
  {
    id: 'support.birth_defect_aid', measure: 3, force: 'information', subjects: ['household'], conditions: [],
    value: services,
  },
  {
    id: 'health.child_management', measure: 4, force: 'service', subjects: ['children', 'delivery'],
    limits: { years: [6, 7] },
    conditions: ofAge((facts, birth) => isYounger(facts, birth, upperAge(facts))),
    value: (facts) => ({ services: UNSPELLED, visits: visitsAhead(facts) }),
    period: (facts) => ({ from: birthOf(facts), to: eveOf(facts, birthOf(facts), upperAge(facts)) }),
  },
  {
    id: 'health.maternal_management', measure: 4, force: 'service', subjects: ['mother'], aboutDelivery: true,
    limits: { days: [42] }, conditions: [PREGNANT_OR_NEWLY_DELIVERED], value: services,
  },
  {
    id: 'health.child_access', measure: 5, force: 'service', subjects: ['children', 'delivery'],
    limits: { years: [18] }, conditions: below(18), value: services,
  },
  {
    id: 'insurance.newborn_enrolment', measure: 5, force: 'service', subjects: ['delivery'], ...withinDaysOfBirth(90),
    value: services,
  },
  {
    id: 'health.reproductive', measure: 6, force: 'information', subjects: ['household'],
    conditions: [PLANNING_OR_PREGNANT], value: services,
  },
  {
    id: 'health.labour_analgesia', measure: 6, force: 'information', subjects: ['mother'],
    conditions: [PLANNING_OR_PREGNANT], value: services,
  },
  {
    id: 'parenting.guidance', measure: 7, force: 'service', subjects: ['household'], limits: { years: [3] },
    conditions: [['no_child_under_3_nor_pregnant', (facts) =>
      countQualifying(facts, childrenBelow(3)) > 0 || isPregnant(facts) || hasBornBabyBelow(facts, 3)]],
    value: services,
  },
  {
    id: 'childcare.inclusive_place', measure: 8, force: 'encouraged', subjects: ['children', 'delivery'],
    limits: { years: [3] }, conditions: below(3), value: services,
    period: (facts) => ({ from: birthOf(facts), to: eveOf(facts, birthOf(facts), 3) }),
  },
  {
    id: 'childcare.toddler_class', measure: 8, force: 'encouraged', subjects: ['children', 'delivery'],
    limits: { years: [2, 3] },
    conditions: ofAge((facts, birth) => isYounger(facts, birth, 3) && !isYounger(facts, birth, 2)), value: services,
    period: (facts) => ({ from: birthday(facts, birthOf(facts), 2), to: eveOf(facts, birthOf(facts), 3) }),
  },
  {
    id: 'childcare.utility_price', measure: 9, force: 'encouraged', subjects: ['childcare'],
    conditions: [REGISTERED, ['not_inclusive', (facts) =>
      facts.option('childcare.utility_scope') === 'registered' || facts.ask('/institution/childcare/inclusive')]],
    value: () => ({ price_class: 'residential', goods: ['water', 'electricity', 'gas', 'heat'] }),
  },
  {
    id: 'childcare.operating_support', measure: 9, force: 'encouraged', subjects: ['childcare'],
    conditions: [REGISTERED], value: (facts) => ({ services: operatingSupport(facts) }),
  },
  {
    id: 'training.childcare_job', measure: 10, force: 'service', subjects: ['mother', 'father'],
    conditions: [['no_childcare_job', (facts) => facts.ask(`${facts.subject}/childcare_job`)]], value: services,
  },
  {
    id: 'childcare.safety_guidance', measure: 11, force: 'service', subjects: ['childcare', 'children'],
    conditions: [['not_in_childcare', (facts) =>
      facts.subject === '/institution/childcare' || facts.ask(`${facts.subject}/care`) === 'childcare']],
    value: services,
  },
  ...LEAVE,
  {
    id: 'housing.priority', measure: 13, force: 'claim', subjects: ['household'], limits: { years: [18] },
    conditions: [told('not_housing_eligible', '/household/housing_eligible'), ['no_minor_child', hasMinorChild]],
    value: () => ({ services: ['dwelling', 'rent_subsidy'] }),
  },
  {
    id: 'kindergarten.funding', measure: 14, force: 'standard', subjects: ['kindergarten'], bounded: 'yuan',
    conditions: [REGISTERED, ['not_inclusive', (facts) => facts.ask('/institution/kindergarten/kind') in PUPIL_RATES]],
    value: (facts) => {
      const rate = PUPIL_RATES[facts.ask('/institution/kindergarten/kind')];
      return { yuan: rate * facts.ask('/institution/kindergarten/pupils'), per: 'year', yuan_per_pupil: rate };
    },
    payers: paidByPublicBudget,
  },
  {
    id: 'kindergarten.aid', measure: 14, force: 'claim', subjects: ['children'], bounded: 'yuan',
    limits: { years: [3] },
    conditions: [
      ['not_in_kindergarten', isInKindergarten],
      ['not_registered', (facts) =>
        isInKindergarten(facts) && facts.ask(`${facts.subject}/kindergarten/registered`), 'not_in_kindergarten'],
      ['not_inclusive', (facts) =>
        isInKindergarten(facts) && facts.ask(`${facts.subject}/kindergarten/kind`) in PUPIL_RATES, 'not_in_kindergarten'],
      ['age', (facts) =>
        facts.option('kindergarten.aid.age') === 'any' || !isYounger(facts, birthOf(facts), 3)],
      ['no_hardship', (facts) => facts.ask(`${facts.subject}/hardship`) !== 'none'],
    ],
    value: (facts) => ({ yuan: AID[facts.ask(`${facts.subject}/kindergarten/area`)], per: 'year' }),
    payers: paidByPublicBudget,
  },
  {
    id: 'tutoring.price_cap', measure: 15, force: 'standard', subjects: ['tutoring'],
    conditions: SUPERVISED_TUTORING, value: priceCheck,
  },
  {
    id: 'tutoring.price_protection', measure: 15, force: 'claim', subjects: ['tutoring', 'children'],
    conditions: [
      ...SUPERVISED_TUTORING.map(([reason, holds]) => /** @type {Row['conditions'][number]} */ (
        [reason, (facts) => facts.subject !== '/institution/tutoring' || holds(facts)])),
      ['not_in_school', (facts) => facts.subject === '/institution/tutoring' || IN_SCHOOL[1](facts)],
    ],
    value: rights,
  },
  {
    id: 'work.family_facilities', measure: 16, force: 'encouraged', subjects: ['mother'], limits: { years: [1] },
    conditions: [EMPLOYED_MOTHER, ['not_pregnant_nor_nursing', (f) => isPregnant(f) || hasBornBabyBelow(f, 1)]],
    value: services,
  },
  {
    id: 'family.holiday_care', measure: 16, force: 'encouraged', subjects: ['children'], conditions: [IN_SCHOOL],
    value: services,
  },
  {
    id: 'work.protection', measure: 17, force: 'claim', subjects: ['mother'], limits: { years: [1], days: [15, 42] },
    conditions: [EMPLOYED_MOTHER, ['not_pregnant_nor_nursing', (facts) =>
      isPregnant(facts) || hasBornBabyBelow(facts, 1) || isOnMiscarriageLeave(facts)]],
    value: rights,
  },
  {
    id: 'work.nursing_break', measure: 17, force: 'claim', subjects: ['mother'], aboutDelivery: true,
    limits: { years: [1] },
    conditions: [EMPLOYED_MOTHER, ['no_birth', isBirth], ['age', (facts) => hasBabyBelow(facts, 1), 'no_birth']],
    value: (facts) => ({ hours_per_workday: facts.ask('/delivery/babies') }),
    period: (facts) => {
      const birth = /** @type {Day} */ (dateOfBirth(facts));
      return { from: birth, to: eveOf(facts, birth, 1) };
    },
  },
  {
    id: 'work.equal_hiring', measure: 17, force: 'claim', subjects: ['mother'], conditions: [], value: rights,
  },
  {
    id: 'training.reentry', measure: 17, force: 'service', subjects: ['mother'],
    conditions: [told('not_reentering', '/mother/reentering_work')], value: services,
  },
  {
    id: 'culture.birth_friendly', measure: 18, force: 'information', subjects: ['household'], conditions: [],
    value: (facts) => ({ services: UNSPELLED, dates: publicityDays(facts) }),
  },
  {
    id: 'services.birth_one_thing', measure: 19, force: 'service', subjects: ['household'], aboutDelivery: true,
    conditions: [['no_birth', isBirth]],
    value: () => ({
      services: ['birth_certificate', 'household_registration', 'medical_insurance', 'social_security_card'],
    }),
    period: (facts) => {
      const birth = /** @type {Day} */ (dateOfBirth(facts));
      return { from: birth, to: addMonths(birth, 1) };
    },
  },
  {
    id: 'family.special_support', measure: 20, force: 'service', subjects: ['household'],
    conditions: [told('not_special_family', '/household/special_family')], value: services,
  },
  governance('governance.mechanism'),
  governance('governance.accountability'),
  governance('governance.publicity'),
];
