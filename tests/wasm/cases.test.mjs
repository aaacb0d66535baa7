/** Every case of tests/cases through the module and its twin: what a lawyer expects. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { changed, inTree, readJson } from '../schema/documents.mjs';
import { builds, calculatorsOf, policyText } from './core.mjs';
import { mismatch } from './mismatch.mjs';

const files = readdirSync(inTree('tests/cases')).filter((name) => name.endsWith('.json')).sort();

function check(calculator, group, one) {
  const situation = JSON.stringify(changed(group.given, one));
  const result = JSON.parse(calculator.evaluate(situation, true));
  assert.ok(!result.errors, `${JSON.stringify(result)}\nsituation ${situation}`);
  if (group.benefit === undefined) return assert.equal(mismatch(one.expect, result), undefined, situation);
  const { listed = true, ...expect } = one.expect;
  const found = result.benefits.find(
    ({ id, subject }) => id === group.benefit && (group.subject === undefined || subject === group.subject),
  );
  assert.equal(found !== undefined, listed, `listed or not: ${situation}`);
  if (found) assert.equal(mismatch(expect, found), undefined, situation);
}

for (const build of builds) {
  describe(build, async () => {
    const calculator = (await calculatorsOf(build))(policyText);
    for (const file of files) {
      test(file, async (t) => {
        for (const group of readJson(`tests/cases/${file}`).groups)
          for (const one of group.cases) await t.test(one.name, () => check(calculator, group, one));
      });
    }
  });
}
