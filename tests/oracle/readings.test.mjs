/** The oracle against the law: periods, payers, assumptions, questions. Expectations worked out by hand. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alternative, benefit, birth, family, father, mother, span } from './family.mjs';
import { evaluate } from './oracle.mjs';

describe('periods and values', () => {
  test('a benefit other than leave ends with its period', () => {
    const on = (/** @type {string} */ as_of, /** @type {string} */ id) => benefit({ ...family, as_of }, id);
    assert.equal(on('2024-03-28', 'screening.newborn').status, 'entitled');
    assert.equal(span(on('2024-03-28', 'screening.newborn')), '2024-03-01..2024-03-28');
    assert.deepEqual(on('2024-03-29', 'screening.newborn').reasons, ['age']);
    assert.equal(span(on('2024-05-30', 'insurance.newborn_enrolment')), '2024-03-01..2024-05-30');
    assert.deepEqual(on('2024-05-31', 'insurance.newborn_enrolment').reasons, ['age']);
    assert.equal(on('2024-04-12', 'health.maternal_management').status, 'entitled');
    assert.deepEqual(on('2024-04-13', 'health.maternal_management').reasons, ['not_pregnant_nor_newly_delivered']);
    assert.equal(on('2025-02-28', 'work.nursing_break').status, 'entitled');
    assert.deepEqual(on('2025-03-01', 'work.nursing_break').reasons, ['age']);
    assert.equal(on('2031-03-01', 'leave.maternity').status, 'entitled');
    assert.equal(on('2031-03-01', 'services.birth_one_thing').status, 'entitled');
  });

  test('age is not said where there is no birth', () => {
    assert.deepEqual(benefit({ ...family, delivery: null }, 'work.nursing_break').reasons, ['no_birth']);
    const idle = { ...family, mother: { employed: false }, delivery: { outcome: 'miscarriage' } };
    assert.deepEqual(benefit(idle, 'work.nursing_break').reasons, ['not_employed', 'no_birth']);
  });

  test('an age limit that fails for any outcome is the reason', () => {
    assert.deepEqual(benefit({ ...family, delivery: { date: '2020-01-01' } }, 'screening.newborn').reasons, ['age']);
  });

  test('the month of registration ends with a short month', () => {
    const situation = { ...family, delivery: { ...birth, date: '2024-01-31' } };
    assert.equal(span(benefit(situation, 'services.birth_one_thing')), '2024-01-31..2024-02-29');
  });

  test('visits ahead, the day capped at the end of the month', () => {
    const situation = { ...family, as_of: '2024-03-02', delivery: { ...birth, date: '2023-12-31' } };
    const { value, period } = benefit(situation, 'health.child_management', '/delivery');
    assert.deepEqual(value.visits.slice(0, 3), ['2024-03-31', '2024-06-30', '2024-08-31']);
    assert.equal(value.visits.length, 11);
    assert.equal(period.to, '2030-12-30');
  });

  test('without the seventh year the visit on the sixth birthday falls away', () => {
    const under6 = alternative(benefit(family, 'health.child_management'), 'health.child_upper_age', 'under_6');
    assert.equal(under6.value.visits.at(-1), '2029-03-01');
    assert.equal(under6.period.to, '2030-02-28');
  });

  test('the toddler class lasts from the second birthday to the eve of the third', () => {
    const children = [{ birth_date: '2022-06-01' }];
    const situation = { ...family, children };
    const on = (/** @type {string} */ as_of) => benefit({ ...situation, as_of }, 'childcare.toddler_class', '/children/0');
    assert.deepEqual(on('2024-05-31').reasons, ['age']);
    assert.equal(span(on('2024-06-01')), '2024-06-01..2025-05-31');
  });

  test('an expected birth is taken as happening', () => {
    const delivery = { ...birth, date: '2024-08-01', babies: 2 };
    const situation = { ...family, pregnant: true, delivery };
    assert.equal(span(benefit(situation, 'leave.paternity')), '2024-08-01..2024-08-25');
    assert.deepEqual(benefit(situation, 'work.nursing_break').value, { hours_per_workday: 2 });
    assert.equal(span(benefit(situation, 'work.nursing_break')), '2024-08-01..2025-07-31');
    assert.deepEqual(benefit(situation, 'childcare.toddler_class').reasons, ['age']);
    assert.equal(benefit(situation, 'childcare.inclusive_place').status, 'entitled');
  });

  test('an unborn child is no minor child unless counted', () => {
    const household = { housing_eligible: true, special_family: false };
    const situation = { ...family, pregnant: true, delivery: null, household };
    const housing = benefit(situation, 'housing.priority');
    assert.deepEqual(housing.reasons, ['no_minor_child']);
    assert.equal(alternative(housing, 'housing.unborn', 'counted').status, 'entitled');
  });

  test('miscarriage: 15 days below four months, 42 from four on; protection while it lasts', () => {
    const lost = { outcome: 'miscarriage', date: '2024-05-18', pregnancy_months: 3 };
    const situation = { ...family, delivery: lost };
    const leave = benefit(situation, 'leave.miscarriage');
    assert.equal(span(leave), '2024-05-18..2024-06-01');
    assert.deepEqual(leave.payers, [{ payer: 'maternity_insurance_fund', days: 15, yuan: 3000 }]);
    assert.equal(benefit(situation, 'work.protection').status, 'entitled');
    const later = { ...situation, as_of: '2024-06-02' };
    assert.deepEqual(benefit(later, 'work.protection').reasons, ['not_pregnant_nor_nursing']);
    const fourMonths = { ...later, delivery: { ...lost, pregnancy_months: 4 } };
    assert.equal(benefit(fourMonths, 'leave.miscarriage').value.days, 42);
    assert.equal(benefit(fourMonths, 'work.protection').status, 'entitled');
  });

  test('publicity days on or after the day', () => {
    const dates = (/** @type {string} */ as_of) => benefit({ ...family, as_of }, 'culture.birth_friendly').value.dates;
    assert.deepEqual(dates('2024-05-20'), ['2024-05-20', '2024-07-11', '2025-05-15']);
    assert.deepEqual(dates('2024-07-12'), ['2025-05-15', '2025-05-20', '2025-07-11']);
  });

  test('operating support while the tax rule runs', () => {
    const childcare = { registered: true, inclusive: false, community: true };
    const support = (/** @type {string} */ as_of) =>
      benefit({ ...family, as_of, institution: { childcare } }, 'childcare.operating_support').value.services;
    assert.deepEqual(support('2027-12-31'), ['tax_relief', 'local_subsidy']);
    assert.deepEqual(support('2028-01-01'), ['local_subsidy']);
  });

  test('a kindergarten that is neither registered nor inclusive fails twice', () => {
    const kindergarten = { kind: 'other_private', registered: false, pupils: 5 };
    assert.deepEqual(benefit({ ...family, institution: { kindergarten } }, 'kindergarten.funding').reasons,
      ['not_registered', 'not_inclusive']);
  });
});

describe('who pays', () => {
  const pay = (/** @type {any} */ wages, /** @type {any} */ assumptions = {}) =>
    benefit({ ...family, mother: { ...mother, ...wages }, assumptions }, 'leave.maternity').payers;

  test('the employer makes up what the average falls short', () => {
    // 9000 ÷ 30 × 82 + 3000 ÷ 30 × 98
    assert.deepEqual(pay({ monthly_wage_yuan: 9000 })[1], { payer: 'employer', days: 82, yuan: 34400 });
    assert.deepEqual(pay({ monthly_wage_yuan: 9000 }, { 'leave.maternity.top_up': 'none' })[1],
      { payer: 'employer', days: 82, yuan: 24600 });
  });

  test('a top-up stands with 0 days of the employer\'s own', () => {
    assert.deepEqual(pay({ monthly_wage_yuan: 6600 }, { 'leave.maternity.fund_days': 'all' }), [
      { payer: 'maternity_insurance_fund', days: 180, yuan: 36000 }, { payer: 'employer', days: 0, yuan: 3600 },
    ]);
  });

  test('without insurance the employer pays all', () => {
    assert.deepEqual(pay({ maternity_insured: false }), [{ payer: 'employer', days: 180, yuan: 33000 }]);
  });

  test('half a fen is rounded up once per payer', () => {
    // 0.01 × 82 ÷ 30 = 0.0273…; 0.01 × 15 ÷ 30 = 0.005
    const wages = { monthly_wage_yuan: 0.01, employer_average_monthly_wage_yuan: 0.01 };
    const lost = { outcome: 'miscarriage', date: '2024-05-18', pregnancy_months: 3 };
    const leave = benefit({ ...family, mother: { ...mother, ...wages }, delivery: lost }, 'leave.miscarriage');
    assert.equal(leave.payers[0].yuan, 0.01);
    assert.equal(pay(wages)[1].yuan, 0.03);
  });

  test('an absent wage leaves out the amounts computed from it', () => {
    assert.deepEqual(pay({ employer_average_monthly_wage_yuan: undefined }), [
      { payer: 'maternity_insurance_fund', days: 98 }, { payer: 'employer', days: 82 },
    ]);
    assert.deepEqual(pay({ monthly_wage_yuan: undefined }), [
      { payer: 'maternity_insurance_fund', days: 98, yuan: 19600 }, { payer: 'employer', days: 82 },
    ]);
    const situation = { ...family, mother: { ...mother, monthly_wage_yuan: undefined } };
    const { questions, summary } = evaluate(situation);
    assert.deepEqual(questions, ['/mother/monthly_wage_yuan']);
    assert.equal('mother' in summary.leave_pay_yuan, false);
  });

  test('a line without days waits for its amount', () => {
    const unlawful = { ...family, lawful_birth: false, mother: { ...mother, monthly_wage_yuan: undefined } };
    assert.deepEqual(benefit(unlawful, 'leave.maternity').payers,
      [{ payer: 'maternity_insurance_fund', days: 98, yuan: 19600 }]);
    assert.equal('mother' in evaluate(unlawful).summary.leave_pay_yuan, false);
  });

  test('whether she is insured decides the days per payer', () => {
    const situation = { ...family, mother: { ...mother, maternity_insured: undefined } };
    const leave = benefit(situation, 'leave.maternity');
    assert.equal(leave.status, 'entitled');
    assert.equal(leave.payers, undefined);
    assert.deepEqual(evaluate(situation).questions, ['/mother/maternity_insured']);
  });

  test('paternity and parental pay', () => {
    assert.deepEqual(benefit(family, 'leave.paternity').payers, [{ payer: 'employer', days: 25, yuan: 6666.67 }]);
    // 8000 ÷ 21.75 × 20
    assert.deepEqual(benefit(family, 'leave.parental', '/father').payers, [{ payer: 'employer', days: 20, yuan: 7356.32 }]);
    const { summary } = evaluate(family);
    assert.deepEqual(summary.leave_days, { mother: 200, father: 45 });
    assert.equal(summary.leave_pay_yuan.father, 14022.99);
  });
});

describe('assumptions', () => {
  test('paternity leave within maternity leave, of workdays, without a window', () => {
    const leave = benefit(family, 'leave.paternity');
    assert.deepEqual(alternative(leave, 'leave.paternity.window', 'within_maternity_leave').period,
      { from: '2024-03-01', to: '2024-08-27' });
    assert.deepEqual(alternative(leave, 'leave.paternity.window', 'open'),
      { assumption: 'leave.paternity.window', option: 'open', without: ['period'] });
    const workdays = alternative(leave, 'leave.paternity.day_unit', 'workday');
    assert.deepEqual(workdays.payers, [{ payer: 'employer', days: 25, yuan: 9195.4 }]);
    assert.deepEqual(workdays.without, ['period']);
  });

  test('within maternity leave the mother is asked about', () => {
    const situation = {
      as_of: '2024-06-01', lawful_birth: true, father, delivery: birth, children: [], elders: [],
      assumptions: { 'leave.paternity.window': 'within_maternity_leave' },
    };
    assert.equal(span(benefit(situation, 'leave.paternity')), undefined);
    assert.equal(span(benefit({ ...situation, mother: null }, 'leave.paternity')), undefined);
    assert.equal(span(benefit({ ...situation, mother }, 'leave.paternity')), '2024-03-01..2024-08-27');
  });

  test('a mother who must be employed', () => {
    const situation = { ...family, mother: null, assumptions: { 'leave.paternity.mother_employed': 'required' } };
    assert.deepEqual(benefit(situation, 'leave.paternity').reasons, ['mother_not_employed']);
    assert.deepEqual(alternative(benefit(situation, 'leave.paternity'), 'leave.paternity.mother_employed', 'not_required').status,
      'entitled');
  });

  test('a status lost is shown alone', () => {
    const leave = benefit({ ...family, lawful_birth: false }, 'leave.maternity');
    assert.deepEqual(alternative(leave, 'leave.maternity.not_lawful', 'none'),
      { assumption: 'leave.maternity.not_lawful', option: 'none', status: 'not_entitled' });
  });

  test('ages attained the day after', () => {
    const assumptions = { 'age.attained': 'day_after' };
    const children = [{ birth_date: '2022-05-10' }];
    const leave = benefit({ ...family, as_of: '2025-05-10', delivery: null, children, assumptions }, 'leave.parental');
    assert.equal(span(leave), '2024-05-11..2025-05-10');
    const first = benefit({ ...family, assumptions }, 'leave.parental');
    assert.equal(span(first), '2024-03-01..2025-03-01'); // the day of birth does not move
  });

  test('the calendar year cut to the first three years', () => {
    const children = [{ birth_date: '2022-05-10' }];
    const situation = { ...family, delivery: null, children, assumptions: { 'leave.parental.year': 'calendar_year' } };
    const leave = benefit(situation, 'leave.parental');
    assert.equal(span(leave), '2024-01-01..2024-12-31');
    assert.deepEqual(leave.later_periods, [{ from: '2025-01-01', to: '2025-05-09' }]);
  });

  test('a rolling year from 29 February', () => {
    const elders = [{ birth_date: '1950-01-01', hospitalised: true, child: 'father', only_child: true }];
    const situation = { ...family, as_of: '2024-02-29', delivery: null, elders, assumptions: { 'leave.only_child.year': 'rolling' } };
    assert.equal(span(benefit(situation, 'leave.only_child_care')), '2024-02-29..2025-02-27');
  });

  test('the programme that ends in 2025', () => {
    const situation = { ...family, as_of: '2026-01-01', pregnant: true, delivery: null };
    assert.equal(alternative(benefit(situation, 'health.maternal_safety'), 'policy.programme_end', 'end_2025').status, 'not_entitled');
    assert.equal(benefit({ ...situation, as_of: '2025-12-31' }, 'health.maternal_safety').alternatives, undefined);
  });

  test('before the policy nothing is listed', () => {
    const result = evaluate({ ...family, mother: null, as_of: '2023-12-28' });
    assert.deepEqual(result, {
      policy: { id: 'jilin-2023-56', as_of: '2023-12-28', in_force: false },
      benefits: [],
      questions: [],
      summary: {
        leave_days: { father: 0 }, leave_pay_yuan: { father: 0 }, aid_yuan_per_year: 0,
        counts: { entitled: 0, not_entitled: 0, unknown: 0 },
      },
      timeline: [],
    });
    const published = { ...family, as_of: '2024-01-03', assumptions: { 'policy.in_force': 'published' } };
    assert.equal(evaluate(published).policy.in_force, false);
    assert.equal(evaluate({ ...published, as_of: '2024-01-04' }).policy.in_force, true);
  });
});

describe('questions and timeline', () => {
  test('claims first, then all, then the table', () => {
    const { questions } = evaluate({ as_of: '2024-06-01', mother: null, father: null, delivery: null, elders: [] });
    // housing misses both inputs as a claim; children decide five more lines of which two are claims
    assert.deepEqual(questions, [
      '/children', '/planning_pregnancy', '/household/housing_eligible', '/pregnant', '/household/special_family',
    ]);
  });

  test('every dated period by its start, its end, its benefit', () => {
    const { benefits, timeline } = evaluate({ ...family, as_of: '2024-03-05' });
    const starts = timeline.map(({ from }) => from);
    assert.deepEqual(starts, [...starts].sort());
    const parental = timeline.filter(({ benefit: index }) => benefits[index].id === 'leave.parental');
    assert.equal(parental.length, 6);
    assert.equal(timeline[0].to, '2024-03-25');
    assert.equal(benefits[timeline[0].benefit].id, 'leave.paternity');
  });
});
