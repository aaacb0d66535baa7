/**
 * What the page takes from outside, attacked with everything that fast-check thinks of: the fragment of an address,
 * answers set by a host or found in the memory, policy texts. Nothing throws, nothing is polluted, the instance stays
 * usable. (Bytes as situations and as policies are the fuzzers' in tests/fuzz; drawn pages are in tests/browser.)
 *
 * BIRTH_BENEFITS_RUNS multiplies the runs, for the night. A failure prints the seed that brings it back.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { full } from '../browser/families.mjs';
import { policy, readJson } from '../schema/documents.mjs';
import { modulesOf } from './sources.mjs';

const TIMES = Number(process.env.BIRTH_BENEFITS_RUNS ?? 1);
const DAY = '2024-06-01';

/** Names that mean something to a situation, to a policy, or to JavaScript. */
const names = fc.constantFrom(
  ...Object.keys(readJson('assets/schema/situation.schema.json').properties),
  ...['employed', 'outcome', 'date', 'babies', 'birth_date', 'care', 'kindergarten', 'id', 'figures', 'benefits', 'values', 'from', 'options'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'toJSON', 'hasOwnProperty', 'length', '', '/', '~', '~1', 'a/b', '0', '-1', '\ud800', '\0', '<b>'],
);
const scalars = fc.oneof(
  fc.constantFrom(DAY, '2024-02-30', 'birth', 'kindergarten', '<img src=x onerror=alert(1)>', '', '\ud800', -0, 1e400, 8, 0.01, NaN, true, false, null),
  fc.string({ unit: 'binary' }),
  fc.double(),
);
/** What JSON can hold, and what only looks as if it could. */
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalars, fc.array(tie('value'), { maxLength: 4 }), tie('object')),
  object: fc.array(fc.tuple(fc.oneof(names, fc.string()), tie('value')), { maxLength: 6 }).map((members) => {
    const object = {};
    // As JSON.parse does it: a member, never the prototype.
    for (const [name, value] of members) Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
    return object;
  }),
}));
const odd = fc.constantFrom(undefined, () => 0, Symbol('x'), 10n, new Date(NaN), /x/, new Map([[1, 2]]), Object.create(null), { toJSON: () => undefined }, { toJSON: () => { throw new Error('no'); } }, { get as_of() { throw new Error('no'); } }, { [Symbol.toPrimitive]: () => 1 }, (() => { const loop = {}; loop.loop = loop; return loop; })());
const base64url = (text) => Buffer.from(text).toString('base64url');
const fragments = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.webFragments().map((text) => `#${text}`),
  fc.tuple(fc.constantFrom('#a1=', '#a2=', '#a01=', '#a1', '#A1=', '#a1==', '#a99999999999999999999='), fc.oneof(fc.base64String(), fc.string())).map((parts) => parts.join('')),
  values.map((value) => `#a1=${base64url(JSON.stringify(value) ?? '')}`),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => `#a1=${Buffer.from(bytes).toString('base64url')}`),
  fc.integer({ min: 16_000, max: 1 << 20 }).map((length) => `#a1=${'e'.repeat(length)}`),
);

const prototypes = [Object, Array, String, Number, Boolean, Function, Map].map(({ prototype }) => prototype);
const footprint = () => JSON.stringify(prototypes.map((prototype) => Reflect.ownKeys(prototype).map(String)));

describe('what comes from outside', { timeout: 600_000 * TIMES }, () => {
  let page;
  let remove;
  let calculator;
  const clean = footprint();

  before(async () => {
    ({ page, remove } = await modulesOf(['calculator/calculator', 'take-along/share', 'session/session', 'session/told', 'words/format']));
    calculator = await page.loadCalculator();
  });
  after(() => remove?.());

  const always = (runs, arbitrary, check) => {
    fc.assert(fc.property(arbitrary, check), { numRuns: runs * TIMES });
    assert.equal(footprint(), clean, 'no prototype has a new member');
    assert.ok('benefits' in calculator.evaluate(full), 'the instance answers as ever');
  };

  test('any fragment is a text for the core, refused, or none', () => {
    always(1000, fragments, (hash) => {
      const carried = page.received(hash);
      if (carried === undefined) return;
      if ('refused' in carried) assert.ok(['version', 'unreadable'].includes(carried.refused));
      else {
        const found = page.foundIn(calculator, carried.situation, DAY);
        const isSound = 'benefits' in calculator.evaluate(carried.situation);
        assert.ok(!isSound || found.complete, 'what is sound is opened whole');
        if (found) assert.ok('benefits' in calculator.evaluate(found.told), 'and all that is opened is sound');
      }
    });
  });

  test('what a fragment carries arrives byte for byte, and no honest one is refused', () => {
    always(1000, fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
      assert.deepEqual(page.received(`#a1=${base64url(text)}`), { situation: text });
    });
  });

  test('any value as a situation is answered, with a result or with errors', () => {
    always(600, fc.oneof(values, odd), (value) => {
      const answer = calculator.evaluate(value, { alternatives: false });
      assert.notEqual('benefits' in answer, 'errors' in answer);
    });
  });

  test('any text as a situation is answered', () => {
    always(600, fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
      assert.notEqual('benefits' in calculator.evaluate(text), 'errors' in calculator.evaluate(text));
    });
  });

  test('answers of any shape make a session whose result stands on those the core takes', () => {
    always(150, fc.oneof(values, odd, values.map((value) => ({ ...full, mother: value }))), (value) => {
      const told = page.toldIn(value, DAY);
      assert.ok(told === undefined || told === null || typeof told.as_of === 'string' || 'as_of' in value);
      const session = new page.Session(calculator, DAY, told ?? undefined);
      assert.ok('benefits' in calculator.evaluate(session.accepted));
      session.evaluateReadings();
      session.tell('/mother/employed', true);
      session.tellCount('/children', 2);
      session.untell('/mother/employed');
      assert.ok(Array.isArray(session.result.benefits));
    });
  });

  test('any policy is answered with its errors, and by every situation alike', async () => {
    const texts = fc.oneof(fc.string(), fc.json(), values, fc.tuple(fc.constantFrom(...Object.keys(policy())), values).map(([name, value]) => ({ ...policy(), [name]: value })));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const other = await page.loadCalculator({ policy: text });
        const answer = other.evaluate(full);
        assert.notEqual('benefits' in answer, 'errors' in answer);
        assert.deepEqual(other.evaluate({ as_of: DAY }).errors, answer.errors);
      }),
      { numRuns: 25 * TIMES },
    );
    assert.equal(footprint(), clean);
  });
});
