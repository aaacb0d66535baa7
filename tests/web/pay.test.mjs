/** What the page asks for the pay of a leave, in every case of tests/cases: the core asks for it too, and it is enough. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { allCases } from '../law/cases.mjs';
import { modulesOf } from './sources.mjs';

const ANSWERS = { monthly_wage_yuan: 6000, maternity_insured: true, employer_average_monthly_wage_yuan: 5000, babies: 2, difficult: true };

describe('the pay of a leave', { timeout: 300_000 }, () => {
  let page;
  let remove;
  let calculator;
  before(async () => {
    ({ page, remove } = await modulesOf(['calculator/calculator', 'session/json', 'session/pay']));
    calculator = await page.loadCalculator();
  });
  after(() => remove?.());

  const isLeave = ({ id, status }) => id.startsWith('leave.') && status === 'entitled';
  const isPaid = ({ payers }) => payers?.every(({ yuan }) => yuan !== undefined) ?? false;
  const answer = (told) => calculator.evaluate(told, { alternatives: false });
  const sameIn = ({ benefits }, { id, subject }) => benefits.find((each) => each.id === id && each.subject === subject);
  const waitsFor = (result, benefit) => page.payWaitsFor({ openQuestions: result.questions }, benefit);

  test('waits for what the page names, and for nothing else once that is told', () => {
    const seen = new Set();
    for (const situation of new Set(allCases().map((one) => one.situation))) {
      const result = answer(situation);
      for (const leave of (result.benefits ?? []).filter(isLeave)) {
        const named = waitsFor(result, leave);
        assert.equal(named.length === 0, isPaid(leave), `${leave.id} ${situation}`);
        const told = JSON.parse(situation);
        for (const pointer of named) page.put(told, pointer, ANSWERS[pointer.slice(pointer.lastIndexOf('/') + 1)]);
        assert.ok(isPaid(sameIn(answer(told), leave)), `${leave.id}: ${named} ${situation}`);
        if (named.length > 0) seen.add(`${leave.id} ${named}`);
      }
    }
    assert.ok(seen.size > 5, [...seen].join('\n'));
  });
});
