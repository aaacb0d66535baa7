/** Sound and unsound policies, and what an instance bears. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { full } from '../browser/families.mjs';
import { inputs, policies, policy } from '../schema/documents.mjs';
import { builds, calculatorsOf, coreOf, policyText } from './core.mjs';

const situation = JSON.stringify({ as_of: '2024-06-01' });

for (const build of builds) {
  describe(build, async () => {
    const open = await calculatorsOf(build);

    test('how a policy is written out changes no byte', () => {
      const given = open(JSON.stringify(policy()));
      assert.equal(given.evaluate(situation, true), open(policyText).evaluate(situation, true));
    });

    test('the bytes of a policy are as good as its text', () => {
      const given = open(new TextEncoder().encode(policyText));
      assert.equal(given.evaluate(situation, true), open(policyText).evaluate(situation, true));
    });

    test('no policy is compiled in', () => {
      const { errors } = JSON.parse(open('').evaluate(situation, true));
      assert.deepEqual(errors.map(({ pointer, code }) => [pointer, code]), [['', 'invalid_json']]);
    });

    test('a number that was never opened is answered as no policy is', async () => {
      const core = await coreOf(build);
      const opened = core.open(policyText);
      const answer = (number) => new TextDecoder().decode(core.evaluate(number, situation, false, ''));
      for (const number of [0, opened + 1, 2 ** 31, 2 ** 32 - 1]) assert.equal(answer(number), open('').evaluate(situation, false));
      assert.ok('benefits' in JSON.parse(answer(opened)));
    });

    test('a policy that is no UTF-8 is answered, not repaired', () => {
      const { errors } = JSON.parse(open(Uint8Array.of(0x7b, 0xbc, 0xaa, 0x7d)).evaluate(situation, true));
      assert.deepEqual(errors.map(({ code }) => code), ['invalid_utf8']);
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
      const calculator = open(policyText);
      const before = calculator.evaluate(situation, true);
      for (const { name, bytes } of inputs()) {
        calculator.evaluate(bytes, true);
        assert.equal(calculator.evaluate(situation, true), before, name);
      }
    });

    test('instances do not disturb each other', () => {
      const other = policy();
      other.edition = 'another';
      const [one, two] = [open(policyText), open(JSON.stringify(other))];
      const first = one.evaluate(situation, true);
      two.evaluate(situation, true);
      assert.equal(one.evaluate(situation, true), first);
    });

    test('a document of one mebibyte is taken, one byte more is refused', () => {
      const calculator = open(policyText);
      const padded = (bytes) => situation + ' '.repeat(bytes - situation.length);
      assert.ok('benefits' in JSON.parse(calculator.evaluate(padded(1 << 20), false)));
      assert.equal(JSON.parse(calculator.evaluate(padded((1 << 20) + 1), false)).errors[0].code, 'too_large');
    });

    test('3000 answers and as many refusals leave the memory as it was', () => {
      const calculator = open(policyText);
      const family = JSON.stringify(full);
      const answer = () => [calculator.evaluate(family, false, 'leave'), calculator.evaluate('{', false)];
      // What is free at first would hide a leak of a few kilobytes each: policies fill it, for they stay.
      const initial = calculator.memory();
      while (calculator.memory() === initial) open(policyText);
      for (let i = 0; i < 100; i++) answer();
      const before = calculator.memory();
      for (let i = 0; i < 3000; i++) answer();
      assert.equal(calculator.memory(), before);
    });
  });
}
