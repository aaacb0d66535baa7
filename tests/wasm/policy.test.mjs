/** Sound and unsound policies, and what an instance bears. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { full } from '../browser/families.mjs';
import { inputs, policies, policy } from '../schema/documents.mjs';
import { builds, calculatorsOf, coreOf, policyText } from './core.mjs';

const situation = JSON.stringify({ as_of: '2024-06-01' });

/**
 * Where in its memory an instance has room for an answer longer than any before. Whatever it did not give back lies
 * below, so this is further on for every byte lost.
 */
const nextRoom = (core) => core.evaluate(JSON.stringify({ [`x${'y'.repeat(100_000)}`]: 1 }), false, '').byteOffset;

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

    test('before a policy is opened, the answer is that of no policy', async () => {
      const core = await coreOf(build);
      const answer = () => new TextDecoder().decode(core.evaluate(situation, false, ''));
      assert.equal(answer(), open('').evaluate(situation, false));
      core.open(policyText);
      assert.ok('benefits' in JSON.parse(answer()));
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

    test('one policy in the place of another leaves nothing behind', () => {
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

    test('3000 answers and as many refusals leave the memory as it was', async () => {
      const family = JSON.stringify(full);
      const roomAfter = async (rounds) => {
        const core = await coreOf(build);
        core.open(policyText);
        for (let i = 0; i < rounds; i++) {
          core.evaluate(family, false, 'leave');
          core.evaluate('{', false, '');
        }
        return nextRoom(core);
      };
      assert.ok((await roomAfter(3000)) <= (await roomAfter(100)));
    });

    test('400 policies take no more room than some do', async () => {
      const policies = [policyText, '{', JSON.stringify({ ...policy(), edition: 'another' })];
      const roomAfter = async (times) => {
        const core = await coreOf(build);
        for (let i = 0; i < times; i++) {
          core.open(policies[i % policies.length]);
          core.evaluate(situation, false, '');
        }
        return nextRoom(core);
      };
      // A policy is thousands of small pieces, and where they come to lie varies; what is lost would add up.
      const some = await Promise.all([12, 30, 60].map(roomAfter));
      assert.ok((await roomAfter(402)) <= Math.max(...some));
    });
  });
}
