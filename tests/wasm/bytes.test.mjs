/** The module, its twin and the native command give the same bytes for the same bytes. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seeded, situation } from '../oracle/generate.mjs';
import { cases, inputs } from '../schema/documents.mjs';
import { builds, calculatorOf, nativeBatch, nativeOne } from './core.mjs';

const SEED = 20_240_301;
const COUNT = { WebAssembly: 20_000, 'JavaScript twin': 3_000 };
/** Answers are up to 100 kB each: this many at a time are in memory. */
const AT_A_TIME = 500;

/** Answers are long: only the place where they part is shown. */
function sameBytes(answer, expected, what) {
  if (answer === expected) return;
  let at = 0;
  while (answer[at] === expected[at]) at++;
  const around = (text) => text.slice(Math.max(0, at - 80), at + 80);
  assert.fail(`${what}\nat ${at} the native command has …${around(expected)}…\nand this build …${around(answer)}…`);
}

function same(calculator, situations, alternatives) {
  const lines = nativeBatch(situations, alternatives);
  assert.equal(lines.length, situations.length);
  lines.forEach((line, i) => sameBytes(calculator.evaluate(situations[i], alternatives), line, situations[i]));
}

for (const build of builds) {
  describe(`${build} and the native command give the same bytes`, { timeout: 400_000 }, async () => {
    const calculator = new (await calculatorOf(build))('');
    for (const alternatives of [true, false]) {
      const how = alternatives ? 'with alternatives' : 'without alternatives';
      test(`for every case, ${how}`, () =>
        same(calculator, cases().map((one) => JSON.stringify(one.situation)), alternatives));

      test(`for every bad document, ${how}`, () => {
        for (const { name, bytes } of inputs())
          sameBytes(calculator.evaluate(bytes, alternatives), nativeOne(bytes, alternatives), name);
      });

      test(`for ${COUNT[build]} generated situations, ${how}`, () => {
        const random = seeded(SEED);
        for (let left = COUNT[build]; left > 0; left -= AT_A_TIME) {
          const situations = Array.from({ length: Math.min(left, AT_A_TIME) }, () => JSON.stringify(situation(random)));
          same(calculator, situations, alternatives);
        }
      });
    }
  });
}
