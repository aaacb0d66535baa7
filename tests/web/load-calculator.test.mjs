/** loadCalculator as it is published, with a network made of files. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { publishedCalculator } from '../browser/calculator.mjs';
import { full } from '../browser/families.mjs';
import { allCases } from '../law/cases.mjs';
import { policy } from '../schema/documents.mjs';
import { nativeBatch, policyText } from '../wasm/core.mjs';

const situation = { as_of: '2024-06-01' };
const { compile, compileStreaming, instantiate } = WebAssembly;

describe('loadCalculator', { timeout: 120_000 }, () => {
  /** @type {ReturnType<typeof publishedCalculator>} */
  let built;
  let loadCalculator;
  let PolicyMissing;
  let fetched;
  /** How the wasm is served. */
  let how;
  /** How the policy is served. */
  let served;

  before(async () => {
    built = publishedCalculator();
    ({ loadCalculator, PolicyMissing } = await import(pathToFileURL(join(built.folder, 'calculator.js')).href));
    globalThis.fetch = async (url) => {
      fetched.push(String(url));
      if (String(url).endsWith('/policy.json')) return served();
      if (how === 'offline') throw new TypeError('no network');
      if (how === 'missing') return new Response('', { status: 404 });
      return new Response(await readFile(fileURLToPath(url)), { headers: { 'content-type': how } });
    };
  });
  after(() => built.remove());
  beforeEach(() => {
    fetched = [];
    how = 'application/wasm';
    served = () => new Response(policyText);
    WebAssembly.compile = compile;
    WebAssembly.compileStreaming = compileStreaming;
    WebAssembly.instantiate = instantiate;
  });

  const all = allCases();
  const same = async (alternatives = true) => {
    const calculator = await loadCalculator();
    const expected = nativeBatch(all.map((one) => one.situation), alternatives);
    all.forEach(({ name, situation: told }, i) =>
      assert.ok(JSON.stringify(calculator.evaluate(JSON.parse(told), { alternatives })) === expected[i], name),
    );
  };

  test('answers every case as the native command does', () => same());
  test('answers every case as the native command does, without alternatives', () => same(false));

  test('takes a plain object or JSON text', async () => {
    const calculator = await loadCalculator();
    assert.deepEqual(calculator.evaluate(JSON.stringify(situation)), calculator.evaluate(situation));
  });

  test('gives alternatives unless told otherwise', async () => {
    const calculator = await loadCalculator();
    const has = (answer) => answer.benefits.some(({ alternatives }) => alternatives !== undefined);
    assert.equal(has(calculator.evaluate(full)), true);
    assert.equal(has(calculator.evaluate(full, {})), true);
    assert.equal(has(calculator.evaluate(full, { alternatives: false })), false);
  });

  test('loads two files, side by side: the WebAssembly and the policy', async () => {
    await loadCalculator();
    assert.deepEqual(fetched.map((url) => url.replace(/.*\/(?=policy)|.*(?=\.wasm$)/, '')).sort(), ['.wasm', 'policy.json']);
  });

  test('asks the server for the policy, whatever a cache holds', async () => {
    const { fetch } = globalThis;
    const modes = [];
    globalThis.fetch = (url, options) => (String(url).endsWith('policy.json') && modes.push(options.cache), fetch(url));
    try {
      await loadCalculator();
    } finally {
      globalThis.fetch = fetch;
    }
    assert.deepEqual(modes, ['no-cache']);
  });

  test('loads no policy where one is given', async () => {
    await loadCalculator({ policy: policy() });
    assert.equal(fetched.some((url) => url.endsWith('policy.json')), false);
  });

  test('answers by the policy file, however the server calls it', async () => {
    for (const type of ['application/json', 'text/plain', 'application/octet-stream']) {
      served = () => new Response(JSON.stringify({ ...policy(), edition: 'replaced' }), { headers: { 'content-type': type } });
      const calculator = await loadCalculator();
      assert.equal(calculator.edition, 'replaced');
      assert.equal(calculator.evaluate(situation).policy.edition, 'replaced');
    }
  });

  test('an unsound policy file is named, fault by fault', async () => {
    served = () => new Response(JSON.stringify({ ...policy(), benefits: 7 }));
    const calculator = await loadCalculator();
    assert.deepEqual(calculator.evaluate(situation), { errors: calculator.policyErrors });
    assert.deepEqual(calculator.policyErrors.slice(0, 1).map(({ pointer, code }) => [pointer, code]), [['/benefits', 'wrong_type']]);
  });

  test('a policy file in another encoding is unsound, not mended', async () => {
    served = () => new Response(Uint8Array.of(0x7b, 0x22, 0xbc, 0xaa, 0x22, 0x7d));
    assert.deepEqual((await loadCalculator()).policyErrors.map(({ code }) => code), ['invalid_utf8']);
  });

  for (const [why, serve] of [
    ['is not found', () => new Response('', { status: 404 })],
    ['does not arrive', () => Promise.reject(new TypeError('no network'))],
  ]) {
    test(`rejects where the policy file ${why}`, async () => {
      served = serve;
      await assert.rejects(loadCalculator(), PolicyMissing);
    });
  }

  test('the core goes on under another policy, and the first stays as it was', async () => {
    const calculator = await loadCalculator();
    const other = calculator.under({ ...policy(), edition: 'another' });
    assert.equal(other.edition, 'another');
    assert.equal(other.evaluate(situation).policy.edition, 'another');
    assert.equal(calculator.evaluate(situation).policy.edition, policy().edition);
    assert.deepEqual([other.policyErrors, calculator.policyErrors], [[], []]);
    assert.equal(other.under('').policyErrors.length, 1);
  });

  test('compiles bytes where the server names another type', async () => {
    how = 'text/plain';
    WebAssembly.compileStreaming = () => Promise.reject(new Error('streamed'));
    let compiled = 0;
    WebAssembly.compile = (bytes) => (compiled++, compile(bytes));
    await same();
    assert.equal(compiled, 1);
  });

  for (const [why, prepare] of [
    ['is not found', () => (how = 'missing')],
    ['does not arrive', () => (how = 'offline')],
    ['is forbidden', () => (WebAssembly.compileStreaming = WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('forbidden')))],
    ['finds no memory', () => (WebAssembly.instantiate = () => Promise.reject(new RangeError('out of memory')))],
  ]) {
    test(`the twin answers every case where WebAssembly ${why}`, async () => {
      prepare();
      await same(false);
    });
  }

  test('the twin answers where there is no WebAssembly at all', async () => {
    const { WebAssembly: kept } = globalThis;
    try {
      delete globalThis.WebAssembly;
      const calculator = await loadCalculator();
      assert.equal(JSON.stringify(calculator.evaluate(situation)), nativeBatch([JSON.stringify(situation)], true)[0]);
    } finally {
      globalThis.WebAssembly = kept;
    }
  });

  test('baseUrl says where core.wasm and policy.json lie', async () => {
    await assert.doesNotReject(loadCalculator({ baseUrl: 'file:///elsewhere/' }));
    const [policyUrl, wasmUrl] = fetched.sort().reverse();
    assert.equal(policyUrl, 'file:///elsewhere/policy.json');
    assert.match(wasmUrl, /^file:\/\/\/elsewhere\/[^/]+\.wasm$/);
  });

  test('takes a policy as object or text', async () => {
    const other = { ...policy(), edition: 'another' };
    for (const given of [other, JSON.stringify(other)]) {
      const calculator = await loadCalculator({ policy: given });
      assert.equal(calculator.evaluate(situation).policy.edition, 'another');
    }
  });

  test('an unsound policy is answered with its errors', async () => {
    const calculator = await loadCalculator({ policy: { ...policy(), benefits: 7 } });
    const { errors } = calculator.evaluate(situation);
    assert.equal(errors[0].code, 'wrong_type');
    assert.equal(errors[0].pointer, '/benefits');
  });

  test('never throws for bad input', async () => {
    const calculator = await loadCalculator();
    for (const bad of ['', '{', 'null', '\ud800', '{"as_of":"\ud800"}', {}, [], { as_of: null }, { as_of: '2024-02-30' }, { as_of: '\ud800' }])
      assert.ok(calculator.evaluate(bad).errors.length > 0, JSON.stringify(bad));
    assert.ok('benefits' in calculator.evaluate(situation));
  });

  test('answers a value that is no JSON document with errors', async () => {
    const calculator = await loadCalculator();
    for (const bad of [null, undefined, 7, true, () => 0, Symbol('x')])
      assert.ok(calculator.evaluate(bad).errors.length > 0, String(bad));
  });

  test('a lone surrogate in raw text is refused, and does not disturb its neighbours', async () => {
    const calculator = await loadCalculator();
    for (const lone of ['\ud800', '\udfff', '\\\ud800'])
      for (const after of ['', 'y', '\\']) {
        const { errors } = calculator.evaluate(`{"as_of":"2024-06-01","x${lone}${after}":1}`);
        assert.deepEqual(errors.map(({ code }) => code), ['invalid_json'], JSON.stringify([lone, after]));
      }
    const [{ code, args }] = calculator.evaluate(situation, { only: '\ud800<b> \ud83d\ude00' }).errors;
    assert.deepEqual([code, args.got.slice(1)], ['unknown_option', '<b>']);
    assert.equal(calculator.evaluate(situation, { only: '\ud83d\ude00' }).errors[0].args.got, '\ud83d\ude00');
  });

  test('takes the number of a measure as a number, and no options as none', async () => {
    const calculator = await loadCalculator();
    assert.deepEqual(calculator.evaluate(full, { only: 12 }), calculator.evaluate(full, { only: '12' }));
    assert.ok(calculator.evaluate(full, { only: 12 }).benefits.every(({ measure }) => measure === 12));
    for (const options of [null, undefined, {}, { only: null }, { only: undefined }, { only: '' }])
      assert.deepEqual(calculator.evaluate(full, options), calculator.evaluate(full), JSON.stringify(options));
  });

  test('answers options of another kind with an error, or as if there were none', async () => {
    const calculator = await loadCalculator();
    for (const only of [['leave'], [12], {}, true, 0, -1, 12.5, NaN, Infinity, 1e400])
      assert.deepEqual(calculator.evaluate(situation, { only }).errors.map(({ pointer, code }) => [pointer, code]), [['', 'unknown_option']], String(only));
    const circle = {};
    circle.circle = circle;
    for (const options of [7, 'leave', true, [], { only: () => 0 }, { only: Symbol('x') }, { only: 12n }, { only: circle }])
      assert.deepEqual(calculator.evaluate(situation, options), calculator.evaluate(situation));
    assert.ok('benefits' in calculator.evaluate(situation, { alternatives: 'no' }));
  });
});
