/** Seeded situations: valid, free of contradictions, and crowded around the limits of the policy. */
import { ASSUMPTIONS } from './assumptions.mjs';
import { FIRST_DATE, LAST_DATE, addMonths, dayNumber, formatDate, parseDate } from './dates.mjs';

/**
 * @typedef {() => number} Random from 0 (included) to 1
 * @typedef {import('./dates.mjs').Day} Day
 */

/** mulberry32 @param {number} seed @returns {Random} */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {Random} random @param {number} least @param {number} most both included */
export const integer = (random, least, most) => least + Math.floor(random() * (most - least + 1));

/** @template T @param {Random} random @param {readonly T[]} options @returns {T} */
export const pick = (random, options) => options[Math.floor(random() * options.length)];

const bool = (/** @type {Random} */ random) => random() < 0.5;
const mostly = (/** @type {Random} */ random) => random() < 0.85;

/** Days from which, or up to which, something of the policy holds; leap days and ends of months. */
const DAYS_IN_FORCE = [
  '2023-12-29', '2024-01-04', '2025-12-31', '2026-01-01', '2027-12-31', '2028-01-01', '2024-02-28', '2024-02-29',
  '2024-03-01', '2025-02-28', '2025-03-01', '2026-02-27', '2024-05-15', '2024-05-20', '2024-07-11', '2024-07-12',
  '2024-12-31', '2025-01-01', '2025-01-31', '2024-06-15', '2032-02-29',
];
const FAR_DAYS = ['1900-01-01', '1950-06-01', '2199-12-31', '2199-12-30', '2199-02-28', '2100-02-28', '2104-02-29'];

/** @param {Random} random @returns {Day} */
function dayOfAnswer(random) {
  const kind = random();
  if (kind < 0.02) return /** @type {Day} */ (parseDate(pick(random, FAR_DAYS)));
  if (kind < 0.55) return /** @type {Day} */ (parseDate(pick(random, DAYS_IN_FORCE))) + pick(random, [0, 0, 0, -1, 1]);
  return integer(random, dayNumber(2023, 12, 25), dayNumber(2029, 12, 31));
}

/** @param {Random} random @param {Day} asOf @param {number[]} ages @returns {Day} */
function birthDate(random, asOf, ages) {
  const kind = random();
  let date;
  if (kind < 0.6) date = addMonths(asOf, -12 * pick(random, ages)) + pick(random, [0, 0, 1, -1, 2, -2]);
  else if (kind < 0.7) date = dayNumber(pick(random, [1960, 1964, 2008, 2016, 2020, 2024]), 2, 29);
  else if (kind < 0.75) date = dayNumber(integer(random, 2006, 2027), 1, 31);
  else date = asOf - integer(random, 0, 366 * (pick(random, ages) + 1));
  return Math.max(FIRST_DATE, Math.min(date, asOf));
}

/** @param {Random} random @param {Day} asOf @returns {Day} */
function dateOfDelivery(random, asOf) {
  const kind = random();
  if (kind < 0.35) return birthDate(random, asOf, [0, 1, 1, 2, 3, 6, 7, 18]);
  let date;
  if (kind < 0.65) date = asOf - pick(random, [0, 1, 14, 15, 16, 26, 27, 28, 41, 42, 43, 89, 90, 91, 97, 98, 180]);
  else if (kind < 0.85) date = asOf + pick(random, [0, 1, 2, 15, 27, 42, 90, 91, 200, 300]);
  else if (kind < 0.92) date = dayNumber(pick(random, [2024, 2020, 2028]), 2, 29);
  else date = integer(random, asOf - 1200, asOf + 280);
  return Math.max(FIRST_DATE, Math.min(date, LAST_DATE));
}

/** Wages and prices at their limits, with half fen in store after a division. @param {Random} random */
function money(random) {
  const kind = random();
  if (kind < 0.1) return pick(random, [0, 0.01, 0.05, 0.15, 10000000, 9999999.99]);
  if (kind < 0.4) return integer(random, 10, 200) * 100;
  if (kind < 0.6) return (integer(random, 100000, 3000000) * 15) / 100;
  return integer(random, 0, 2500000) / 100;
}

/** Each member told with the given likelihood. @param {Random} random @param {number} told @param {Record<string, () => any>} members */
function object(random, told, members) {
  /** @type {Record<string, any>} */
  const result = {};
  for (const [name, value] of Object.entries(members)) if (random() < told) result[name] = value();
  return result;
}

const KINDS = ['public', 'inclusive_private', 'other_private'];
const HARDSHIPS = [
  'none', 'none', 'registered_poor', 'destitute', 'minimum_living_allowance', 'de_facto_unattended', 'orphan', 'disabled',
];

/** @param {Random} random @param {number} told @param {Day} asOf */
function child(random, told, asOf) {
  const entry = object(random, told, {
    birth_date: () => formatDate(birthDate(random, asOf, [0, 1, 2, 3, 4, 5, 6, 7, 12, 18])),
    care: () => pick(random, ['home', 'childcare', 'kindergarten', 'kindergarten', 'kindergarten', 'school']),
    hardship: () => pick(random, HARDSHIPS),
  });
  if ((entry.care === undefined || entry.care === 'kindergarten') && random() < told) {
    entry.kindergarten = object(random, told, {
      kind: () => pick(random, KINDS),
      registered: () => mostly(random),
      area: () => pick(random, ['rural', 'urban']),
    });
  }
  return entry;
}

/** @param {Random} random @param {number} told @param {Day} asOf @param {string[]} parents those who are not null */
const elder = (random, told, asOf, parents) => object(random, told, {
  birth_date: () => formatDate(birthDate(random, asOf, [59, 60, 60, 60, 61, 75])),
  hospitalised: () => mostly(random),
  ...(parents.length > 0 ? { child: () => pick(random, parents) } : {}),
  only_child: () => mostly(random),
});

/** @param {Random} random @param {number} told @param {Day} asOf @param {boolean | undefined} pregnant */
function delivery(random, told, asOf, pregnant) {
  const result = object(random, told, {
    outcome: () => pick(random, ['birth', 'birth', 'birth', 'miscarriage']),
    date: () => formatDate(dateOfDelivery(random, asOf)),
  });
  if (result.outcome !== 'miscarriage') {
    Object.assign(result, object(random, told, {
      babies: () => pick(random, [1, 1, 1, 2, 3, 8]),
      difficult: () => bool(random),
    }));
    if (random() < 0.3) result.leave_before_birth_days = pick(random, [0, 1, 14, 15]);
  }
  if (result.outcome !== 'birth') {
    Object.assign(result, object(random, told, { pregnancy_months: () => pick(random, [0, 1, 3, 4, 5, 9]) }));
  }
  if (pregnant === false && result.outcome === 'birth' && result.date > formatDate(asOf)) result.date = formatDate(asOf);
  return result;
}

/** @param {Random} random @param {number} told */
const mother = (random, told) => object(random, told, {
  employed: () => mostly(random),
  monthly_wage_yuan: () => money(random),
  maternity_insured: () => bool(random),
  employer_average_monthly_wage_yuan: () => money(random),
  reentering_work: () => bool(random),
  childcare_job: () => bool(random),
});

/** @param {Random} random @param {number} told */
const father = (random, told) => object(random, told, {
  employed: () => mostly(random), monthly_wage_yuan: () => money(random), childcare_job: () => bool(random),
});

/** @param {Random} random @param {number} told */
function tutoring(random, told) {
  const guide = money(random);
  const atCeiling = Math.floor(Math.round(guide * 100) * pick(random, [1.1, 1.05, 1])) + pick(random, [0, 0, 1, -1]);
  const beside = Math.max(0, Math.min(atCeiling, 1000000000)) / 100;
  return object(random, told, {
    stage: () => pick(random, ['compulsory', 'compulsory', 'other']),
    academic: () => mostly(random),
    offline: () => mostly(random),
    guide_price_yuan: () => guide,
    price_yuan: () => (bool(random) ? beside : money(random)),
  });
}

/** @param {Random} random @param {number} told */
const institution = (random, told) => object(random, 0.5, {
  kindergarten: () => object(random, told, {
    kind: () => pick(random, KINDS),
    registered: () => mostly(random),
    pupils: () => pick(random, [0, 1, 123, 100000]),
  }),
  childcare: () => object(random, told, {
    registered: () => mostly(random), inclusive: () => bool(random), community: () => bool(random),
  }),
  tutoring: () => tutoring(random, told),
});

/** @param {Random} random */
function assumptions(random) {
  /** @type {Record<string, string>} */
  const chosen = {};
  const likelihood = pick(random, [0.05, 0.2, 0.6]);
  for (const [id, options] of Object.entries(ASSUMPTIONS)) {
    if (random() < likelihood) chosen[id] = pick(random, options);
  }
  return chosen;
}

/**
 * A situation, between nearly empty and complete.
 * @param {Random} random
 * @returns {any}
 */
export function situation(random) {
  const told = pick(random, [1, 1, 0.92, 0.8, 0.5, 0.15]);
  const asOf = dayOfAnswer(random);
  const orNone = (/** @type {() => any} */ make) => (random() < 0.08 ? null : make());
  /** @type {Record<string, any>} */
  const result = {
    as_of: formatDate(asOf),
    ...object(random, told, {
      lawful_birth: () => mostly(random),
      planning_pregnancy: () => bool(random),
      pregnant: () => bool(random),
    }),
    ...object(random, Math.max(told, 0.3), {
      mother: () => orNone(() => mother(random, told)),
      father: () => orNone(() => father(random, told)),
    }),
  };
  if (random() < Math.max(told, 0.3)) {
    result.delivery = orNone(() => delivery(random, told, asOf, result.pregnant));
  }
  const entries = (/** @type {number} */ most) => pick(random, [0, 1, 1, 1, 2, 2, 3, integer(random, 0, most)]);
  const parents = ['mother', 'father'].filter((parent) => result[parent] !== null);
  Object.assign(result, object(random, told, {
    children: () => Array.from({ length: entries(12) }, () => child(random, told, asOf)),
    elders: () => Array.from({ length: entries(8) }, () => elder(random, told, asOf, parents)),
    household: () => object(random, told, {
      housing_eligible: () => bool(random), special_family: () => bool(random),
    }),
  }));
  if (random() < 0.4) result.institution = institution(random, told);
  if (random() < 0.4) result.assumptions = assumptions(random);
  return result;
}
