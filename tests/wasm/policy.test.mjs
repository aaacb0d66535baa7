/** Policies other than the one compiled in, and what an instance bears. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inputs, policies, policy } from '../schema/documents.mjs';
import { builds, calculatorsOf } from './core.mjs';

const situation = JSON.stringify({ as_of: '2024-06-01' });

for (const build of builds) {
  describe(build, async () => {
    const open = await calculatorsOf(build);

    test('the policy file of the tree gives the answers of the one compiled in', () => {
      const given = open(JSON.stringify(policy()));
      assert.equal(given.evaluate(situation, true), open('').evaluate(situation, true));
    });

    test('figures come from the policy given', () => {
      const other = policy();
      other.edition = 'another';
      assert.equal(JSON.parse(open(JSON.stringify(other)).evaluate(situation, false)).policy.edition, 'another');
    });

    for (const { name, document, errors } of policies()) {
      if (document === undefined || errors.length === 0) continue;
      test(`${name}: every situation is answered with the errors of the policy`, () => {
        const answer = JSON.parse(open(JSON.stringify(document)).evaluate(situation, true));
        assert.deepEqual(answer.errors.map(({ code }) => code), errors.map(({ code }) => code));
      });
    }

    test('a policy that is no JSON is answered, not thrown', () => {
      for (const text of ['{', 'null', '[]', '\0']) {
        const answer = JSON.parse(open(text).evaluate(situation, true));
        assert.ok(answer.errors.length > 0, text);
      }
    });

    test('an instance stays usable after every bad document', () => {
      const calculator = open('');
      const before = calculator.evaluate(situation, true);
      for (const { name, bytes } of inputs()) {
        calculator.evaluate(bytes, true);
        assert.equal(calculator.evaluate(situation, true), before, name);
      }
    });

    test('instances do not disturb each other', () => {
      const other = policy();
      other.edition = 'another';
      const [one, two] = [open(''), open(JSON.stringify(other))];
      const first = one.evaluate(situation, true);
      two.evaluate(situation, true);
      assert.equal(one.evaluate(situation, true), first);
    });

    test('a document of one mebibyte is taken, one byte more is refused', () => {
      const calculator = open('');
      const padded = (bytes) => situation + ' '.repeat(bytes - situation.length);
      assert.ok('benefits' in JSON.parse(calculator.evaluate(padded(1 << 20), false)));
      assert.equal(JSON.parse(calculator.evaluate(padded((1 << 20) + 1), false)).errors[0].code, 'too_large');
    });

    test('300 answers leave the memory as it was', () => {
      const calculator = open('');
      for (let i = 0; i < 100; i++) calculator.evaluate(situation, false);
      const before = process.memoryUsage().arrayBuffers;
      for (let i = 0; i < 300; i++) calculator.evaluate(situation, false);
      assert.ok(process.memoryUsage().arrayBuffers - before < 1 << 20);
    });
  });
}
