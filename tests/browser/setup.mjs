/** One Chromium and one host for a file of tests; every test has a visitor of its own, and nothing may go wrong unseen. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve } from './server.mjs';
import { open } from './visitor.mjs';

export { remember } from './visitor.mjs';

/** Of faults made on purpose the console may say anything. */
export const anything = /./;
/** What it says of every page whose visitor wants no service worker. */
export const blocked = /Service Worker registration blocked/;

/**
 * @param {object} [hosting] of the host
 * @param {import('playwright-core').LaunchOptions} [launch]
 * @param {'headless-shell' | 'chromium'} [engine] the whole browser, for what the shell does not have
 * @returns a function that declares one test
 */
export function inChromium(hosting = {}, launch = {}, engine = 'headless-shell') {
  const shared = {};
  before(async () => {
    shared.host = await serve(hosting);
    shared.browser = await open(engine, launch);
  });
  after(async () => {
    await shared.browser?.close();
    await shared.host?.close();
  });

  /**
   * @param {string} name
   * @param {(visitor: import('./visitor.mjs').Visitor, url: string, host: any) => Promise<void>} walk
   * @param {object} [options] of Playwright's context; `hosting` for a host of its own, `expected` faults, `timeout`
   */
  return function visit(name, walk, { hosting: own, expected, timeout = 120_000, script, ...options } = {}) {
    test(name, { timeout }, async () => {
      const host = own ? await serve(own) : shared.host;
      const visitor = await shared.browser.visitor(options);
      try {
        if (script) await visitor.page.addInitScript(script);
        await walk(visitor, host.url, host);
        assert.deepEqual((await visitor.faults()).filter((fault) => !expected?.test(fault)), [], 'console');
        if (!expected) assert.deepEqual(host.violations.splice(0), [], 'Content-Security-Policy');
      } finally {
        await visitor.close();
        if (own) await host.close();
      }
    });
  };
}
