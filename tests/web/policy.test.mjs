/** What the page asks of its service worker, which the browser may end at any time. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, mock, test } from 'node:test';
import { modulesOf } from './sources.mjs';

const BYTES = new TextEncoder().encode('{}');

describe('a policy to be kept', { timeout: 120_000 }, () => {
  let page;
  let remove;
  const container = { controller: null };
  const usual = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  before(async () => {
    ({ page, remove } = await modulesOf(['calculator/policy', 'calculator/beside']));
    Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { serviceWorker: container } });
  });
  after(() => {
    if (usual) Object.defineProperty(globalThis, 'navigator', usual);
    else delete globalThis.navigator;
    remove?.();
  });

  /** What was handed to the worker. */
  const posted = [];
  beforeEach(() => posted.splice(0));
  const worker = (answer, scriptURL = new URL('sw.js', page.policyUrl).href) => ({
    scriptURL,
    postMessage: (message, [port]) => {
      posted.push(message);
      answer(port);
      // An open port would keep the test from ending.
      port.unref?.();
    },
  });

  test('is waited for until the worker says that it is', async () => {
    container.controller = worker((port) => {
      port.postMessage('kept');
      port.close();
    });
    await page.keepPolicy(BYTES);
    assert.deepEqual(posted, [{ policy: BYTES }]);
  });

  test('keeps nobody waiting for longer than two seconds where the worker never answers', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      let port;
      container.controller = worker((given) => (port = given));
      let isDone = false;
      const done = page.keepPolicy(BYTES).then(() => (isDone = true));
      mock.timers.tick(1999);
      await new Promise(setImmediate);
      assert.equal(isDone, false);
      mock.timers.tick(1);
      await done;
      port.close();
    } finally {
      mock.timers.reset();
    }
  });

  test('is given to no worker but ours, and asked of none where there is none', async () => {
    for (const controller of [null, worker(() => assert.fail(), 'https://host.example/sw.js')]) {
      container.controller = controller;
      await page.keepPolicy(BYTES);
    }
    Object.defineProperty(container, 'controller', { configurable: true, get: () => { throw new Error('SecurityError'); } });
    await page.keepPolicy(BYTES);
    assert.deepEqual(posted, []);
  });
});
