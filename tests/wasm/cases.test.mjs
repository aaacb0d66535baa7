/** Every case of tests/cases through the module and its twin: what a lawyer expects. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allCases, failure } from '../law/cases.mjs';
import { builds, calculatorsOf, policyText } from './core.mjs';

const cases = allCases();

for (const build of builds) {
  describe(build, async () => {
    const calculator = (await calculatorsOf(build))(policyText);
    const check = (one) => {
      const wrong = failure(one, JSON.parse(calculator.evaluate(one.situation, true)));
      if (wrong) assert.fail(`${wrong}\nsituation ${one.situation}`);
    };
    for (const file of new Set(cases.map(({ suite }) => suite))) {
      test(file, async (t) => {
        for (const one of cases) if (one.suite === file) await t.test(one.name, () => check(one));
      });
    }
  });
}
