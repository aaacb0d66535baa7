/** The oracle against the law: whole families, missing inputs, listing. Expectations worked out by hand. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alternative, benefit, birth, family, mother, span, subjects } from './family.mjs';
import { evaluate } from './oracle.mjs';

describe('families worked out by hand', () => {
  test('1: fund and employer share 180 days', () => {
    const leave = benefit(family, 'leave.maternity');
    assert.equal(leave.value.days, 180);
    assert.equal(span(leave), '2024-03-01..2024-08-27');
    assert.deepEqual(leave.payers, [
      { payer: 'maternity_insurance_fund', days: 98, yuan: 19600 }, { payer: 'employer', days: 82, yuan: 15033.33 },
    ]);
  });

  test('2: fifteen days before the birth lie inside the total', () => {
    const leave = benefit({ ...family, delivery: { ...birth, leave_before_birth_days: 15 } }, 'leave.maternity');
    assert.equal(span(leave), '2024-02-15..2024-08-12');
  });

  test('3: a difficult birth adds fifteen days', () => {
    const leave = benefit({ ...family, delivery: { ...birth, date: '2024-05-06', difficult: true } }, 'leave.maternity');
    assert.equal(leave.value.days, 195);
    assert.equal(leave.period.to, '2024-11-16');
  });

  test('4: difficult triplets', () => {
    const delivery = { ...birth, date: '2025-01-15', babies: 3, difficult: true };
    const leave = benefit({ ...family, as_of: '2025-02-01', delivery }, 'leave.maternity');
    assert.equal(leave.value.days, 225);
    assert.equal(leave.period.to, '2025-08-27');
  });

  test('5: an unlawful birth leaves the national leave alone', () => {
    const situation = { ...family, lawful_birth: false };
    const leave = benefit(situation, 'leave.maternity');
    assert.equal(leave.value.days, 98);
    assert.equal(leave.period.to, '2024-06-06');
    for (const id of ['leave.paternity', 'leave.parental']) {
      assert.deepEqual(benefit(situation, id).reasons, ['not_lawful']);
    }
  });

  test('6: paternity leave from the birth', () => {
    const situation = { ...family, as_of: '2025-01-01', delivery: { ...birth, date: '2024-12-20' } };
    assert.equal(benefit(situation, 'leave.paternity').value.days, 25);
    assert.equal(span(benefit(situation, 'leave.paternity')), '2024-12-20..2025-01-13');
  });

  test('7: parental leave ends on the eve of the third birthday', () => {
    const situation = { ...family, delivery: null, children: [{ birth_date: '2022-05-10' }] };
    for (const parent of ['/mother', '/father']) {
      const last = benefit({ ...situation, as_of: '2025-05-09' }, 'leave.parental', parent);
      assert.equal(last.value.days, 20);
      assert.equal(last.period.to, '2025-05-09');
      const over = benefit({ ...situation, as_of: '2025-05-10' }, 'leave.parental', parent);
      assert.deepEqual(over.reasons, ['no_child_under_3']);
    }
  });

  test('8: a child of 29 February', () => {
    const situation = { ...family, as_of: '2026-02-27', delivery: null, children: [{ birth_date: '2024-02-29' }] };
    const leave = benefit(situation, 'leave.parental');
    assert.equal(span(leave), '2025-02-28..2026-02-27');
    assert.deepEqual(leave.later_periods, [{ from: '2026-02-28', to: '2027-02-27' }]);
  });

  test('9: care leave from the sixtieth birthday on', () => {
    const elders = [{ birth_date: '1964-06-15', hospitalised: true, child: 'father', only_child: true }];
    const leave = benefit({ ...family, as_of: '2024-06-15', elders }, 'leave.only_child_care');
    assert.equal(leave.value.days, 15);
    assert.equal(span(leave), '2024-06-15..2024-12-31');
    const before = benefit({ ...family, as_of: '2024-06-14', elders }, 'leave.only_child_care');
    assert.deepEqual(before.reasons, ['no_elder_qualifies']);
  });

  test('10: aid in an urban kindergarten', () => {
    const kindergarten = { kind: 'inclusive_private', registered: true, area: 'urban' };
    const children = [{ birth_date: '2019-01-01', care: 'kindergarten', kindergarten, hardship: 'disabled' }];
    const situation = { ...family, children };
    assert.deepEqual(benefit(situation, 'kindergarten.aid').value, { yuan: 2000, per: 'year' });
    assert.deepEqual(benefit(situation, 'kindergarten.aid').payers, [{ payer: 'public_budget', yuan: 2000 }]);
    assert.equal(evaluate(situation).summary.aid_yuan_per_year, 2000);
  });

  test('11: funding of a public kindergarten', () => {
    const kindergarten = { kind: 'public', registered: true, pupils: 123 };
    const funding = benefit({ ...family, institution: { kindergarten } }, 'kindergarten.funding');
    assert.deepEqual(funding.value, { yuan: 79950, per: 'year', yuan_per_pupil: 650 });
  });

  test('12: the ceiling of tutoring prices', () => {
    const check = (/** @type {number} */ guide_price_yuan, /** @type {number} */ price_yuan) => benefit({
      ...family,
      institution: { tutoring: { stage: 'compulsory', academic: true, offline: true, guide_price_yuan, price_yuan } },
    }, 'tutoring.price_cap').value;
    assert.deepEqual(check(40, 44), { ceiling_yuan: 44, conforms: true });
    assert.deepEqual(check(40, 44.01), { ceiling_yuan: 44, conforms: false, excess_yuan: 0.01 });
    assert.equal(check(33.35, 30).ceiling_yuan, 36.68);
  });
});

describe('missing inputs and bounds', () => {
  test('a father who is not employed misses nothing', () => {
    const leave = benefit({ as_of: '2024-06-01', father: { employed: false } }, 'leave.paternity');
    assert.equal(leave.status, 'not_entitled');
    assert.deepEqual(leave.reasons, ['not_employed']);
  });

  test('maternity leave of an employed mother after a birth lies between 98 and 300 days', () => {
    const leave = benefit({ as_of: '2024-06-01', mother: { employed: true }, delivery: { outcome: 'birth' } }, 'leave.maternity');
    assert.deepEqual(leave.missing, ['/lawful_birth', '/delivery/babies', '/delivery/difficult']);
    assert.deepEqual(leave.bounds, { days: [98, 300] });
  });

  test('the bounds reach down to 0 where there may be no leave', () => {
    const leave = benefit({ as_of: '2024-06-01', lawful_birth: true }, 'leave.maternity');
    assert.deepEqual(leave.bounds, { days: [0, 300] });
    assert.deepEqual(leave.missing,
      ['/mother/employed', '/delivery/outcome', '/delivery/babies', '/delivery/difficult']);
  });

  test('an inclusive reading needs no further fact where 180 days exceed the national figure', () => {
    const situation = {
      ...family, delivery: { ...birth, difficult: undefined }, assumptions: { 'leave.maternity.combine': 'inclusive' },
    };
    const leave = benefit(situation, 'leave.maternity');
    assert.equal(leave.status, 'entitled');
    assert.equal(leave.value.days, 180);
    assert.equal(leave.payers, undefined); // 98 or 113 fund days
    assert.deepEqual(evaluate(situation).questions, ['/delivery/difficult']);
  });

  test('whether the mother is pregnant is asked of her, not of the delivery', () => {
    const { missing } = benefit({ as_of: '2024-06-01', planning_pregnancy: false }, 'health.reproductive');
    assert.deepEqual(missing, ['/pregnant']);
  });

  test('an expected birth says that she is pregnant', () => {
    const situation = { as_of: '2024-06-01', planning_pregnancy: false, delivery: { ...birth, date: '2024-06-02' } };
    assert.equal(benefit(situation, 'screening.folic_acid').status, 'entitled');
  });

  test('a past birth, no delivery and a miscarriage say nothing about pregnancy', () => {
    for (const delivery of [birth, null, { outcome: 'miscarriage', date: '2024-05-01' }]) {
      const { missing } = benefit({ ...family, pregnant: undefined, delivery }, 'screening.folic_acid');
      assert.deepEqual(missing, ['/pregnant']);
    }
  });

  test('who is not pregnant can only have miscarried on a later date', () => {
    const situation = { as_of: '2024-06-01', pregnant: false, mother, delivery: { date: '2024-07-01' } };
    assert.deepEqual(benefit(situation, 'leave.maternity').reasons, ['no_birth']);
    assert.deepEqual(benefit(situation, 'leave.miscarriage').missing, ['/delivery/pregnancy_months']);
    assert.deepEqual(benefit(situation, 'screening.newborn').reasons, ['no_birth']);
  });

  test('children not told are one line per benefit', () => {
    const aid = benefit({ as_of: '2024-06-01' }, 'kindergarten.aid');
    assert.equal(aid.subject, '/children');
    assert.deepEqual(aid.missing, ['/children']);
    assert.deepEqual(aid.bounds, { yuan: [0, 2000] });
  });

  test('aid of a child known to be in a rural kindergarten is at most 1500 yuan', () => {
    const children = [{ birth_date: '2019-01-01', care: 'kindergarten', kindergarten: { area: 'rural' } }];
    const aid = benefit({ as_of: '2024-06-01', children }, 'kindergarten.aid');
    assert.deepEqual(aid.missing, [
      '/children/0/kindergarten/kind', '/children/0/kindergarten/registered', '/children/0/hardship',
    ]);
    assert.deepEqual(aid.bounds, { yuan: [0, 1500] });
  });

  test('the area is not asked for a child without hardship', () => {
    const children = [{ birth_date: '2019-01-01', hardship: 'none' }];
    assert.deepEqual(benefit({ as_of: '2024-06-01', children }, 'kindergarten.aid').reasons, ['no_hardship']);
  });

  test('the least and the greatest bound are one where only another member of the value is open', () => {
    const kindergarten = { registered: true, pupils: 0 };
    const funding = benefit({ ...family, institution: { kindergarten } }, 'kindergarten.funding');
    assert.deepEqual(funding.missing, ['/institution/kindergarten/kind']);
    assert.deepEqual(funding.bounds, { yuan: [0, 0] });
  });

  test('an entry that gives a leave settles it, whatever the others are', () => {
    const children = [{}, { birth_date: '2024-01-01' }, {}];
    const leave = benefit({ ...family, delivery: undefined, children }, 'leave.parental', '/mother');
    assert.equal(leave.status, 'entitled');
    assert.equal(leave.about, '/children/1');
    assert.equal(span(leave), '2024-01-01..2024-12-31');
  });

  test('counting children needs every one of them', () => {
    const situation = {
      ...family, delivery: null, children: [{}, { birth_date: '2024-01-01' }, {}],
      assumptions: { 'leave.parental.children': 'per_child' },
    };
    const leave = benefit(situation, 'leave.parental', '/mother');
    assert.deepEqual(leave.missing, ['/children/0/birth_date', '/children/2/birth_date']);
    assert.deepEqual(leave.bounds, { days: [20, 60] });
  });

  test('bounds include the limits of arrays', () => {
    const situation = { ...family, delivery: null, children: undefined, elders: undefined, assumptions: {
      'leave.parental.children': 'per_child', 'leave.only_child.scope': 'per_elder',
    } };
    assert.deepEqual(benefit(situation, 'leave.parental').bounds, { days: [0, 240] });
    assert.deepEqual(benefit(situation, 'leave.only_child_care').bounds, { days: [0, 120] });
  });

  test('with no mother an elder can only be the father\'s parent', () => {
    const elders = [{ birth_date: '1950-01-01', hospitalised: true, only_child: true }];
    const situation = { ...family, mother: null, elders };
    assert.deepEqual(subjects(situation, 'leave.only_child_care'), ['/father']);
    assert.equal(benefit(situation, 'leave.only_child_care').status, 'entitled');
  });

  test('a price that conforms under any answer is not asked for', () => {
    const tutoring = { stage: 'compulsory', academic: true, offline: true, guide_price_yuan: 9100000 };
    const cap = benefit({ ...family, institution: { tutoring } }, 'tutoring.price_cap');
    assert.deepEqual(cap.value, { ceiling_yuan: 10010000, conforms: true });
  });
});

describe('what is listed, about what', () => {
  test('a delivery that is none or a miscarriage lists nothing for it', () => {
    assert.deepEqual(subjects({ ...family, delivery: null }, 'health.child_access'), []);
    assert.deepEqual(subjects({ ...family, delivery: { outcome: 'miscarriage' } }, 'health.child_access'), []);
    assert.deepEqual(subjects({ ...family, delivery: undefined }, 'health.child_access'), ['/delivery']);
  });

  test('institution, children, delivery follow each other', () => {
    const situation = { ...family, children: [{}, {}], institution: { childcare: {}, tutoring: {} } };
    assert.deepEqual(subjects(situation, 'childcare.safety_guidance'),
      ['/institution/childcare', '/children/0', '/children/1']);
    assert.deepEqual(subjects(situation, 'health.child_management'), ['/children/0', '/children/1', '/delivery']);
  });

  test('an empty institution lists nothing', () => {
    const ids = evaluate({ ...family, institution: {} }).benefits.map(({ subject }) => subject);
    assert.ok(ids.every((subject) => !subject.startsWith('/institution')));
  });

  test('a benefit about the delivery stands without it', () => {
    const situation = { ...family, pregnant: true, delivery: null };
    const safety = benefit(situation, 'health.maternal_safety');
    assert.equal(safety.status, 'entitled');
    assert.equal('about' in safety, false);
    assert.deepEqual(benefit(situation, 'leave.paternity').reasons, ['no_birth']);
  });

  test('the youngest child gives the leave-year, the first of two at one birth date', () => {
    const children = [{ birth_date: '2022-01-01' }, { birth_date: '2024-03-01' }];
    assert.equal(benefit({ ...family, children }, 'leave.parental').about, '/children/1');
    assert.equal(benefit({ ...family, children: children.slice(0, 1) }, 'leave.parental').about, '/delivery');
  });

  test('an expected baby counts only while no born child is under 3', () => {
    const situation = { ...family, pregnant: true, delivery: { ...birth, date: '2024-07-01', babies: 2 } };
    const expecting = benefit(situation, 'leave.parental');
    assert.equal(span(expecting), '2024-07-01..2025-06-30');
    assert.equal(expecting.later_periods.length, 2);
    assert.equal(alternative(expecting, 'leave.parental.children', 'per_child').value.days, 40);
    const children = [{ birth_date: '2022-01-01' }];
    const withChild = benefit({ ...situation, children }, 'leave.parental');
    assert.equal(withChild.about, '/children/0');
    assert.equal(alternative(withChild, 'leave.parental.children', 'per_child'), undefined);
  });

  test('the oldest elder gives the period', () => {
    const elder = { hospitalised: true, child: 'mother', only_child: true };
    const elders = [{ ...elder, birth_date: '1964-02-01' }, { ...elder, birth_date: '1960-02-01' }, { child: 'mother' }];
    const leave = benefit({ ...family, elders }, 'leave.only_child_care', '/mother');
    assert.equal(leave.about, '/elders/1');
    assert.equal(span(leave), '2024-01-01..2024-12-31');
    assert.equal(alternative(leave, 'leave.only_child.year', 'rolling').period.to, '2025-05-31');
  });
});
