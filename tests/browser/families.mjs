/** Situations in which the page looks different. All with a fixed day, so that no test depends on the clock. */
export const full = {
  as_of: '2024-06-01',
  lawful_birth: true,
  planning_pregnancy: false,
  pregnant: false,
  mother: {
    employed: true,
    monthly_wage_yuan: 5500,
    maternity_insured: true,
    employer_average_monthly_wage_yuan: 6000,
    reentering_work: false,
    childcare_job: false,
  },
  father: { employed: true, monthly_wage_yuan: 6500.5, childcare_job: false },
  delivery: { outcome: 'birth', date: '2024-03-01', babies: 2, difficult: true },
  children: [
    {
      birth_date: '2019-08-15',
      care: 'kindergarten',
      kindergarten: { kind: 'inclusive_private', registered: true, area: 'rural' },
      hardship: 'minimum_living_allowance',
    },
    { birth_date: '2015-02-28', care: 'school', hardship: 'none' },
  ],
  elders: [{ birth_date: '1960-05-02', hospitalised: true, child: 'mother', only_child: true }],
  household: { housing_eligible: true, special_family: false },
};

const partly = {
  as_of: '2024-06-01',
  lawful_birth: true,
  mother: { employed: true },
  delivery: { outcome: 'birth', date: '2024-08-10' },
};

const unknown = { as_of: '2024-06-01', children: [{}, {}], elders: [{}] };

const notEntitled = {
  as_of: '2024-06-01',
  lawful_birth: false,
  planning_pregnancy: false,
  pregnant: false,
  mother: { employed: false, maternity_insured: false, reentering_work: false, childcare_job: false },
  father: null,
  delivery: null,
  children: [],
  elders: [],
  household: { housing_eligible: false, special_family: false },
};

const institutions = {
  ...notEntitled,
  institution: {
    kindergarten: { kind: 'public', registered: true, pupils: 120 },
    childcare: { registered: true, inclusive: true, community: true },
    tutoring: { stage: 'compulsory', academic: true, offline: true, guide_price_yuan: 100, price_yuan: 112.5 },
  },
};

const notInForce = { as_of: '2023-06-01' };

/** `null`: nothing told. */
export const states = { empty: null, partly, full, unknown, 'not entitled': notEntitled, institutions, 'not in force': notInForce };

/** How the page writes a situation into an address. */
export const fragmentOf = (situation) =>
  `#a1=${Buffer.from(typeof situation === 'string' ? situation : JSON.stringify(situation)).toString('base64url')}`;

/** The value at an RFC 6901 pointer whose tokens need no escapes. */
export const at = (document, pointer) =>
  pointer
    .split('/')
    .slice(1)
    .reduce((node, token) => node?.[token], document);
