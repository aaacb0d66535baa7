/** Every category of tests/json/documents.mjs, by all builds of the core, and by a second parser as a check of the verdicts. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseStrictly } from '../oracle/strict-json.mjs';
import { builds, calculatorsOf, nativeBatch, nativeOne, policyText } from '../wasm/core.mjs';
import { categories } from './documents.mjs';

/** The codes that say “this is no JSON”; others judge what it holds, or the reader's own limits. */
const NO_JSON = ['invalid_json', 'invalid_utf8'];
const LIMITS = ['too_deep', 'too_large', 'duplicate_key'];

const codes = (answer) => (JSON.parse(answer).errors ?? []).map(({ code }) => code);
const refuses = (answer) => codes(answer).some((code) => NO_JSON.includes(code));

function verdictOf(bytes) {
  try {
    parseStrictly(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return 'accept';
  } catch {
    return 'refuse';
  }
}

const modules = Object.fromEntries(
  await Promise.all(
    builds.map(async (build) => {
      const calculator = (await calculatorsOf(build))(policyText);
      return [build, (bytes) => calculator.evaluate(bytes, false)];
    }),
  ),
);

for (const [category, documents] of Object.entries(categories)) {
  describe(category, () => {
    test('the verdicts are those of a second parser', () => {
      for (const { name, bytes, verdict } of documents)
        if (verdict !== 'either') assert.equal(verdictOf(bytes), verdict, name);
    });

    for (const [build, evaluate] of Object.entries(modules)) {
      test(`${build} takes what it must and refuses what it must`, () => {
        for (const { name, bytes, verdict } of documents) {
          const answer = evaluate(bytes);
          if (verdict === 'either') assert.ok(codes(answer).length > 0, `${name}: no situation, whatever is said of it`);
          else assert.equal(refuses(answer), verdict === 'refuse', `${name}: ${answer.slice(0, 200)}`);
          // A sound document of another kind is judged by what it holds, never by a limit it does not reach.
          if (verdict === 'accept') assert.ok(!codes(answer).some((code) => LIMITS.includes(code)), name);
        }
      });

      test(`${build} says the same of them inside a situation`, () => {
        for (const { name, bytes, verdict } of documents) {
          if (verdict === 'either' || category === 'nesting') continue;
          // An array, so that no document can end the member and begin another.
          const answer = evaluate(Buffer.concat([Buffer.from('{"as_of":"2024-06-01","x":['), bytes, Buffer.from(']}')]));
          const sound = verdict === 'accept';
          if (sound) assert.deepEqual(codes(answer), ['unknown_member'], name);
          else if (verdictOf(Buffer.concat([Buffer.from('['), bytes, Buffer.from(']')])) === 'refuse') assert.ok(refuses(answer), name);
        }
      });
    }

    test('the native command says the same, byte for byte', () => {
      const evaluate = modules[builds[0]];
      // A line holds one document, and as text only what is UTF-8 survives; the others go one by one.
      const isLine = ({ bytes }) => bytes.length > 0 && !bytes.includes(0x0a) && Buffer.from(bytes.toString()).equals(bytes);
      const lines = documents.filter(isLine);
      const answers = nativeBatch(lines.map(({ bytes }) => bytes.toString()), false);
      assert.equal(answers.length, lines.length);
      lines.forEach(({ name, bytes }, i) => assert.equal(answers[i], evaluate(bytes), name));
      for (const one of documents) if (!isLine(one)) assert.equal(nativeOne(one.bytes, false), evaluate(one.bytes), one.name);
    });
  });
}
