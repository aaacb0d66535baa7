/**
 * The module, its twin and the command of either compiler give the same bytes for the same bytes: here for the cases and
 * the bad documents; everywhere.mjs does it for generated ones.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allCases } from '../law/cases.mjs';
import { inputs } from '../schema/documents.mjs';
import { builds, calculatorsOf, clangCommand, nativeBatch, nativeOne, policyText } from './core.mjs';

/** Answers are long: only the place where they part is shown. */
function sameBytes(answer, expected, what) {
  if (answer === expected) return;
  let at = 0;
  while (answer[at] === expected[at]) at++;
  const around = (text) => text.slice(Math.max(0, at - 80), at + 80);
  assert.fail(`${what}\nat ${at} the native command has …${around(expected)}…\nand this build …${around(answer)}…`);
}

const situations = allCases().map((one) => one.situation);
/** @type {Record<string, () => Promise<{all: (alternatives: boolean) => string[], one: (bytes: Buffer, alternatives: boolean) => string}>>} */
const answering = {
  'clang++': async () => ({
    all: (alternatives) => nativeBatch(situations, alternatives, clangCommand),
    one: (bytes, alternatives) => nativeOne(bytes, alternatives, clangCommand),
  }),
  ...Object.fromEntries(builds.map((build) => [build, async () => {
    const calculator = (await calculatorsOf(build))(policyText);
    return {
      all: (alternatives) => situations.map((one) => calculator.evaluate(one, alternatives)),
      one: (bytes, alternatives) => calculator.evaluate(bytes, alternatives),
    };
  }])),
};

for (const [build, load] of Object.entries(answering)) {
  describe(`${build} and the command of g++ give the same bytes`, { timeout: 400_000 }, async () => {
    const { all, one } = await load();
    for (const alternatives of [true, false]) {
      const how = alternatives ? 'with alternatives' : 'without alternatives';
      test(`for every case, ${how}`, () => {
        const expected = nativeBatch(situations, alternatives);
        assert.equal(expected.length, situations.length);
        all(alternatives).forEach((answer, i) => sameBytes(answer, expected[i], situations[i]));
      });

      test(`for every bad document, ${how}`, () => {
        for (const { name, bytes } of inputs()) sameBytes(one(bytes, alternatives), nativeOne(bytes, alternatives), name);
      });
    }
  });
}

for (const build of builds)
  test(`${build} and the command of g++ give the same bytes about some benefits alone`, { timeout: 400_000 }, async () => {
    const calculator = (await calculatorsOf(build))(policyText);
    for (const only of ['leave', '14 childcare', 'leave.paternity'])
      nativeBatch(situations, true, undefined, only).forEach((line, i) =>
        sameBytes(calculator.evaluate(situations[i], true, only), line, `${only}: ${situations[i]}`),
      );
    const { errors } = JSON.parse(calculator.evaluate(situations[0], true, 'leave leavs'));
    assert.deepEqual(errors, [{ pointer: '', code: 'unknown_option', args: { got: 'leavs' } }]);
  });
