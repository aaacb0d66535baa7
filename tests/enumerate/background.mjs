/**
 * What a benefit never asks for must not matter to it. A situation is therefore also tried with everything else told: in
 * one way that there is all of it, in the other that there is nothing.
 */

const child = {
  birth_date: '2023-09-09', care: 'kindergarten', kindergarten: { kind: 'public', registered: true, area: 'rural' },
  hardship: 'orphan',
};
const elder = { birth_date: '1950-05-05', hospitalised: true, child: 'mother', only_child: true };

const EVERYTHING = {
  as_of: '2027-10-10', lawful_birth: true, planning_pregnancy: true, pregnant: true,
  mother: {
    employed: true, monthly_wage_yuan: 7777.77, maternity_insured: true, employer_average_monthly_wage_yuan: 6666.66,
    reentering_work: true, childcare_job: true,
  },
  father: { employed: true, monthly_wage_yuan: 8888.88, childcare_job: true },
  delivery: { outcome: 'birth', date: '2024-05-05', babies: 3, difficult: true, leave_before_birth_days: 7 },
  children: [child, { ...child, care: 'school' }, child],
  elders: [elder, { ...elder, child: 'father' }],
  household: { housing_eligible: true, special_family: true },
  institution: {
    kindergarten: { kind: 'public', registered: true, pupils: 99 },
    childcare: { registered: true, inclusive: true, community: true },
    tutoring: { stage: 'compulsory', academic: true, offline: true, guide_price_yuan: 50, price_yuan: 60 },
  },
  assumptions: {
    'age.attained': 'day_after', 'age.leap_day': 'mar_1', 'leave.first_day': 'next_day', 'leave.maternity.combine': 'inclusive',
    'leave.maternity.not_lawful': 'none', 'leave.maternity.fund_days': 'all', 'leave.maternity.pay_divisor': '30.4',
    'leave.maternity.top_up': 'none', 'leave.paternity.window': 'open', 'leave.paternity.mother_employed': 'required',
    'leave.paternity.day_unit': 'workday', 'leave.parental.year': 'calendar_year', 'leave.parental.children': 'per_child',
    'leave.parental.day_unit': 'calendar', 'leave.only_child.scope': 'per_elder', 'leave.only_child.year': 'rolling',
    'leave.only_child.day_unit': 'calendar', 'housing.unborn': 'counted', 'kindergarten.aid.age': 'any',
    'childcare.utility_scope': 'inclusive_only', 'tutoring.float': '5', 'health.child_upper_age': 'under_6',
    'policy.programme_end': 'end_2025',
  },
};

const NOTHING = {
  as_of: '2024-06-16', lawful_birth: false, planning_pregnancy: false, pregnant: false,
  mother: null, father: null, delivery: null, children: [], elders: [],
  household: { housing_eligible: false, special_family: false },
  institution: {
    kindergarten: { kind: 'other_private', registered: false, pupils: 0 },
    childcare: { registered: false, inclusive: false, community: false },
    tutoring: { stage: 'other', academic: false, offline: false, guide_price_yuan: 0, price_yuan: 0 },
  },
};

/** @param {unknown} value @returns {value is Record<string, any>} */
const isHolder = (value) => typeof value === 'object' && value !== null;

/**
 * Tells what was not asked for.
 * @param {any} told @param {any} rest @param {ReadonlySet<string>} asked @param {string} path
 * @returns {any}
 */
function filled(told, rest, asked, path) {
  const result = { ...told };
  for (const [name, value] of Object.entries(rest)) {
    const pointer = `${path}/${name}`;
    const own = told[name];
    if (Array.isArray(own)) {
      result[name] = own.map((entry, index) =>
        value.length === 0 ? entry : filled(entry, value[index % value.length], asked, `${pointer}/${index}`));
    } else if (isHolder(own)) {
      if (isHolder(value)) result[name] = filled(own, value, asked, pointer);
    } else if (own === undefined && !asked.has(pointer)) {
      result[name] = value;
    }
  }
  return result;
}

/** Takes back what a sibling rules out. @param {any} situation @param {ReadonlySet<string>} asked */
function placed({ delivery, children, ...rest }, asked) {
  const own = (/** @type {string} */ pointer) => asked.has(pointer);
  const without = (/** @type {any} */ holder, /** @type {string} */ path, /** @type {string[]} */ names) =>
    Object.fromEntries(Object.entries(holder).filter(([name]) => !names.includes(name) || own(`${path}/${name}`)));
  return {
    ...rest,
    ...(delivery === undefined ? {} : {
      delivery: delivery?.outcome === 'miscarriage'
        ? without(delivery, '/delivery', ['babies', 'difficult', 'leave_before_birth_days'])
        : delivery,
    }),
    ...(children === undefined ? {} : {
      children: children.map((/** @type {any} */ entry) => {
        const { kindergarten, ...others } = entry;
        return entry.care === undefined || entry.care === 'kindergarten' ? entry : others;
      }),
    }),
  };
}

/**
 * A situation with the rest told in both ways.
 * @param {any} situation @param {string[]} asked the inputs that its answers are given to
 */
export function withRest(situation, asked) {
  const known = new Set(asked);
  return [EVERYTHING, NOTHING].map((rest) => placed(filled(situation, rest, known, ''), known));
}
