/** What the page asks for the pay of a leave, in every case of tests/cases and without any one of the answers that decide it: the core asks for it too, and it is enough. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { allCases } from '../law/cases.mjs';
import { modulesOf } from './sources.mjs';

const ANSWERS = { monthly_wage_yuan: 6000, maternity_insured: true, employer_average_monthly_wage_yuan: 5000, difficult: true };

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

  const lastOf = (pointer) => pointer.slice(pointer.lastIndexOf('/') + 1);
  /** The situation without one of those answers. */
  const untold = (situation) =>
    page
      .leaves(JSON.parse(situation))
      .filter((pointer) => lastOf(pointer) in ANSWERS)
      .map((pointer) => {
        const told = JSON.parse(situation);
        page.drop(told, pointer);
        return JSON.stringify(told);
      });

  test('waits for what the page names, and for nothing else once that is told', () => {
    const seen = new Set();
    for (const situation of new Set(allCases().flatMap((one) => [one.situation, ...untold(one.situation)]))) {
      const result = answer(situation);
      for (const leave of (result.benefits ?? []).filter(isLeave)) {
        const named = waitsFor(result, leave);
        assert.equal(named.length === 0, isPaid(leave), `${leave.id} ${situation}`);
        const told = JSON.parse(situation);
        for (const pointer of named) page.put(told, pointer, ANSWERS[lastOf(pointer)]);
        assert.ok(isPaid(sameIn(answer(told), leave)), `${leave.id}: ${named} ${situation}`);
        if (named.length > 0) seen.add(`${leave.id} ${named}`);
      }
    }
    assert.ok(seen.size > 5, [...seen].join('\n'));
  });
});
