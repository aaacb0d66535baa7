/** Browsers that lack something: those of 2020 have all that the pages ask for, and in older ones nobody sees a blank page. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { readJson } from '../schema/documents.mjs';
import { blocked, inChromium } from './setup.mjs';
import { wordsOf } from './words.mjs';

const zh = wordsOf('zh-CN');
const about = readJson('assets/i18n/about/zh-CN.json');

/** What Chrome 80, Safari 13.1 and Firefox 75, or one of them, do not have yet. */
const NEWER = [
  'Document.prototype.adoptedStyleSheets',
  'ShadowRoot.prototype.adoptedStyleSheets',
  'CSSStyleSheet.prototype.replaceSync',
  'Element.prototype.replaceChildren',
  'Element.prototype.checkVisibility',
  'HTMLElement.prototype.inert',
  'String.prototype.replaceAll',
  'String.prototype.at',
  'Array.prototype.at',
  'Array.prototype.findLast',
  'Array.prototype.toSorted',
  'Object.hasOwn',
  'Object.groupBy',
  'Promise.any',
  'Promise.withResolvers',
  'AbortSignal.timeout',
  'AbortSignal.any',
  'Crypto.prototype.randomUUID',
  'structuredClone',
  'requestIdleCallback',
  'WeakRef',
  'FinalizationRegistry',
  'scheduler',
  'CompressionStream',
  'DecompressionStream',
  'Navigator.prototype.locks',
  'PerformanceObserver.supportedEntryTypes',
];

/** What older ones do without. */
const OLDER = [
  'Element.prototype.toggleAttribute',
  'Array.prototype.flatMap',
  'Object.fromEntries',
  'String.prototype.matchAll',
  'globalThis',
  'PerformanceObserver',
  'ResizeObserver',
  'IntersectionObserver',
  'MessageChannel',
  'URLSearchParams',
  'customElements',
];

/** Runs in the page before any script of its own. Its names are taken as one would write them. */
const without = (names) =>
  `for (const name of ${JSON.stringify(names)}) {
    const path = name.split('.');
    const last = path.pop();
    const owner = path.reduce((object, part) => object && object[part], window);
    if (owner) delete owner[last];
  }`;

/** A selector that they do not know throws. */
const WITHOUT_FOCUS_VISIBLE = `
  const { supports } = CSS;
  CSS.supports = (...asked) => !String(asked).includes(':focus-visible') && supports.apply(CSS, asked);
  const { matches } = Element.prototype;
  Element.prototype.matches = function (selector) {
    return matches.call(this, selector.includes(':focus-visible') ? ':unknown-to-them' : selector);
  };`;

describe('a browser of 2020', () => {
  const visit = inChromium();
  const lacking = { script: without(NEWER) + WITHOUT_FOCUS_VISIBLE, serviceWorkers: 'block', expected: blocked };

  visit('answers', async ({ page }, url) => {
    await page.goto(url);
    await page.locator('.ask .chip').first().click();
    await page.locator('.told > summary').waitFor();
    await page.locator('.benefit > summary').first().click();
    await page.locator('.detail').waitFor();
  }, lacking);

  visit('answers in a frame', async ({ page }, url) => {
    await page.goto(`${url}embed.html`);
    await page.locator('.ask .chip').first().click();
    await page.locator('.told > summary').waitFor();
    // Opened by itself it has no icon.
  }, { ...lacking, expected: /404/ });

  visit('checks the calculator', async ({ page }, url) => {
    await page.goto(`${url}about.html`);
    await page.getByRole('button', { name: about['about.check.start'] }).click();
    await page.getByRole('button', { name: about['about.check.cancel'] }).click();
  }, lacking);

  visit('shows the webmaster the tag, and what it makes', async ({ page }, url) => {
    await page.goto(`${url}embed-guide.html`);
    await page.locator('#snippet').getByText('birth-benefits').first().waitFor();
    await page.locator('#preview birth-benefits').waitFor();
  }, lacking);

  visit(
    'knows no word by which a policy allows WebAssembly alone, and has what it needs without a network too',
    async ({ page }, url, host) => {
      await page.goto(url);
      await page.evaluate(() => navigator.serviceWorker.ready);
      await host.close();
      await page.reload();
      await page.locator('.ask .chip').first().waitFor();
    },
    { hosting: { wasmAllowed: false }, expected: /WebAssembly|wasm|Content Security Policy|ERR_CONNECTION_REFUSED|preload/ },
  );
});

describe('a browser that lacks more', () => {
  const visit = inChromium();
  const missing = (names) => ({ script: without(names), serviceWorkers: 'block', expected: /./, timeout: 120_000 });
  const message = (page) => page.getByText(zh.say('page.html.unavailable'));

  for (const names of [...OLDER.map((name) => [name]), [...OLDER, ...NEWER]]) {
    const what = names.length === 1 ? names[0] : 'all of it';

    visit(`${what}: answers or says why not, and in a frame shows the way to the page`, async ({ page }, url) => {
      const answer = page.locator('.ask .chip');
      const seen = (other) => answer.or(other).filter({ visible: true }).first().waitFor({ timeout: 40_000 });
      await page.goto(url);
      await seen(message(page));
      assert.equal(await page.locator('.ask, .standard table').filter({ visible: true }).first().isVisible(), true);
      await page.goto(`${url}embed.html`);
      await seen(page.getByRole('link', { name: zh.say('page.html.frame.plain') }));
    }, missing(names));
  }

  visit('all of it: reads the other pages', async ({ page }, url) => {
    for (const name of ['about.html', 'law.html', 'embed-guide.html']) {
      await page.goto(url + name);
      assert.ok((await page.locator('main').innerText()).length > 500, name);
    }
  }, missing([...OLDER, ...NEWER]));

  visit('a check that cannot begin says so', async ({ page }, url) => {
    await page.goto(`${url}about.html`);
    await page.getByRole('button', { name: about['about.check.start'] }).click();
    await page.getByText(about['about.check.unable']).waitFor();
  }, missing(['Worker']));
});
