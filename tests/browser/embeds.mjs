/** One Chromium and one deployment for a file of tests; every test has a host of its own, and nothing may go wrong unseen. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hostOf, strict } from './hosts.mjs';
import { serve } from './server.mjs';
import { open } from './visitor.mjs';

// These run in the host's page.
const isReady = (id) => noted.some(({ from, name }) => from === id && name === 'ready');
export const boxOf = (id) => document.getElementById(id).shadowRoot?.querySelector('div:not(.app)')?.getBoundingClientRect().height;
export const frameIn = (id) => !!document.getElementById(id).shadowRoot?.querySelector('iframe');

/** What a test does with a page of the host. @param {import('playwright-core').Page} page */
const toolsOf = (page, host, html) => ({
  host,
  /** Opens a page of the host. */
  show: (body) => page.goto(host.page('page.html', body, { html })),
  ready: (id = 'a') => page.waitForFunction(isReady, id),
  /** The calculator's own document, once everything has arrived in it. */
  frame: async (id = 'a') => {
    await page.waitForFunction(isReady, id);
    const element = await page.evaluateHandle((which) => document.getElementById(which).shadowRoot.querySelector('iframe'), id);
    const inside = await element.asElement().contentFrame();
    await inside.waitForSelector('input[type=checkbox]', { state: 'attached' });
    return inside;
  },
  /** Once the frame is as high as what is in it. @returns that height */
  fits: async (inside, id = 'a') => {
    const content = () => inside.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
    for (let tries = 0; (await content()) !== (await page.evaluate(boxOf, id)); tries++) {
      assert.ok(tries < 100, `content ${await content()}, frame ${await page.evaluate(boxOf, id)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return content();
  },
});

/**
 * @param {((deployment: string) => string) | null} [usual] the policy of hosts for which a test names none
 * @returns `embed`, which declares one test, and what all of them share, once they run
 */
export function onHosts(usual = strict) {
  /** @type {{ deployment: any, origin: string, browser: any }} */
  const shared = {};
  before(async () => {
    shared.deployment = await serve();
    shared.origin = shared.deployment.url.slice(0, -1);
    shared.browser = await open('headless-shell');
  });
  after(async () => {
    await shared.browser?.close();
    await shared.deployment?.close();
  });

  /**
   * @param {string} name
   * @param {(page: import('playwright-core').Page, tools: ReturnType<typeof toolsOf>) => Promise<void>} walk
   * @param {object} [options] of Playwright's context; `policy`, `head` and `site` of the host, `html` of its page, `expected` faults
   */
  function embed(name, walk, { policy = usual, expected, html, head, site, ...options } = {}) {
    test(name, { timeout: 60_000 }, async () => {
      const { deployment, origin, browser } = shared;
      const host = await hostOf(origin, { policy: policy?.(origin), head, name: site });
      const visitor = await browser.visitor(options);
      try {
        await walk(visitor.page, toolsOf(visitor.page, host, html));
        assert.deepEqual((await visitor.faults()).filter((fault) => !expected?.test(fault)), [], 'console');
        if (!expected) assert.deepEqual([...host.violations, ...deployment.violations.splice(0)], [], 'Content-Security-Policy');
      } finally {
        await visitor.close();
        await host.close();
      }
    });
  }
  return { embed, shared };
}
