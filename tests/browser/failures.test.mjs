/** What the page does when things around it go wrong: README, “When things go wrong”. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import fc from 'fast-check';
import { fragmentOf, full } from './families.mjs';
import { dist } from './server.mjs';
import { anything, blocked, inChromium } from './setup.mjs';
import { wordsOf } from './words.mjs';

const zh = wordsOf('zh-CN');
const situation = () => document.querySelector('birth-benefits-app').situation;
const isStarted = () => !!document.querySelector('birth-benefits-app')?.situation;
const failed = () => document.documentElement.hasAttribute('data-failed');
const name = (pattern) => readdirSync(dist).find((file) => pattern.test(file));

/** The twin takes its time on a slow machine. */
const PATIENT = { timeout: 40_000 };

/** Each part of the page, and what stays to be used without it. */
const PARTS = {
  'the styles': { file: /^index-.*\.css$/, started: true },
  'the script of the page': { file: /^index-.*\.js$/, started: false },
  'the words of the first answer': { file: /^zh-CN-(?!rest).*\.js$/, started: false },
  'the glue of the core': { file: /^core-(?!twin).*\.js$/, started: true },
  'the core': { file: /^core-.*\.wasm$/, started: true },
  'the words that follow': { file: /^zh-CN-rest-.*\.js$/, started: true, says: true },
  'what follows the first answer': { file: /^later-.*\.js$/, started: true, says: true },
};
const FAULTS = {
  lost: (route) => route.abort('connectionreset'),
  'cut short': async (route) => {
    const body = readFileSync(join(dist, new URL(route.request().url()).pathname.slice(1)));
    await route.fulfill({ status: 200, contentType: /wasm$/.test(route.request().url()) ? 'application/wasm' : /css$/.test(route.request().url()) ? 'text/css' : 'text/javascript', body: body.subarray(0, body.length / 2) });
  },
};

describe('when things go wrong', () => {
  const visit = inChromium();

  for (const [part, { file, started, says = !started }] of Object.entries(PARTS))
    for (const [fault, fulfil] of Object.entries(FAULTS))
      visit(
        `${part}, ${fault}: ${started ? 'the answer is there' : 'the table stays'}${says ? ' and a message says so' : ''}`,
        async ({ page }, url) => {
          const lost = (address) => file.test(address.pathname.slice(1));
          await page.route(lost, fulfil);
          await page.goto(url);
          if (started) await page.waitForFunction(isStarted, undefined, PATIENT);
          else assert.equal(await page.getByRole('table').first().isVisible(), true);
          // Where the page's own script is lost, the styles alone say so, after a while.
          if (says) await page.getByText(zh.say('page.html.unavailable')).waitFor({ timeout: 40_000 });
          if (started && says) assert.equal((await page.evaluate(situation)).as_of.length, 10, 'the first answer stays');
          if (!says) return;
          await page.unroute(lost);
          await page.getByRole('link', { name: zh.say('page.html.retry') }).click();
          await page.waitForFunction(() => !!document.querySelector('birth-benefits-app input[type=checkbox]'), undefined, PATIENT);
        },
        { expected: anything, serviceWorkers: 'block' },
      );

  visit(
    'where the core does not arrive in time the table stands there, and the answer when it has arrived',
    async ({ page }, url) => {
      let arrive;
      const arrived = new Promise((resolve) => (arrive = resolve));
      await page.route(/\.wasm$/, async (route) => {
        await arrived;
        await route.continue();
      });
      await page.goto(url, { waitUntil: 'commit' });
      await page.getByRole('table').first().waitFor();
      assert.equal(await page.evaluate(isStarted), false);
      arrive();
      await page.waitForFunction(isStarted, undefined, PATIENT);
    },
    { expected: blocked, serviceWorkers: 'block' },
  );

  visit(
    'a lost part can be loaded again, and what a link has brought is still there',
    async ({ page }, url) => {
      const lost = /\/zh-CN-(?!rest)[^/]*\.js$/;
      await page.route(lost, (route) => route.abort());
      await page.goto(url + fragmentOf(full));
      await page.waitForFunction(failed);
      await page.unroute(lost);
      await page.getByRole('link', { name: zh.say('page.html.retry') }).click();
      await page.waitForFunction(isStarted, undefined, PATIENT);
      assert.deepEqual(await page.evaluate(situation), full);
    },
    { expected: anything, serviceWorkers: 'block' },
  );

  visit(
    'a core altered on its way does not answer: its twin does',
    async (visitor, url, host) => {
      const core = name(/^core-.*\.wasm$/);
      await visitor.page.route((address) => address.pathname.endsWith(core), (route) => {
        const body = readFileSync(join(dist, core));
        // In the middle of the data: a word of the answers, still a sound module.
        const at = body.indexOf('kindergarten');
        assert.ok(at > 0, 'the words of the answers stand in the module as text');
        body.write('K', at);
        return route.fulfill({ status: 200, contentType: 'application/wasm', body });
      });
      await visitor.open(url);
      assert.ok(host.requests.some((path) => /core-twin/.test(path)));
    },
    { expected: anything, serviceWorkers: 'block', hosting: {} },
  );

  visit('the core is fetched once, though it is checked', async (visitor, url, host) => {
    await visitor.open(url);
    assert.equal(host.requests.filter((path) => path.endsWith('.wasm')).length, 1);
  }, { expected: blocked, serviceWorkers: 'block', hosting: {} });

  const forbidden = () => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } });
  const fullUp = () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; };
  for (const [what, script] of [['forbidden', forbidden], ['full', fullUp]])
    visit(
      `where storage is ${what} everything works, and the wish to keep answers is declined in words`,
      async (visitor, url) => {
        await visitor.open(url + fragmentOf(full));
        await visitor.click('checkbox', zh.say('page.keep'));
        await visitor.page.locator('.notice', { hasText: zh.say('page.notice.not_remembered') }).waitFor();
        await visitor.click('button', zh.say('page.html.large'));
        assert.deepEqual(await visitor.evaluate(situation), full);
      },
      { script },
    );

  visit(
    'whatever is found where the look was kept, the page starts',
    async (visitor, url) => {
      await visitor.open(url);
      assert.equal(await visitor.evaluate(() => document.documentElement.lang), 'zh-CN');
    },
    { script: `if (location.protocol !== 'about:') localStorage.setItem('birth-benefits.look', '{"lang":5,"large":"x","contrast":{}}');` },
  );

  visit('what is wiped in one tab is not brought back by another', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    await visitor.click('checkbox', zh.say('page.keep'));
    const other = await visitor.page.context().newPage();
    await other.goto(url);
    await other.waitForFunction(isStarted);
    assert.deepEqual(await other.evaluate(situation), full, 'kept for every tab');
    await other.evaluate(() => document.querySelector('birth-benefits-app').reader.reset());
    await visitor.choose(zh.label('/delivery/babies'), '1');
    // At the end of the pause in which answers are kept, the result is announced.
    await visitor.until(() => document.querySelector('birth-benefits-app [role=status]').textContent !== '');
    assert.equal(await visitor.evaluate(() => localStorage.getItem('birth-benefits.answers')), null);
    assert.equal((await visitor.evaluate(situation)).delivery.babies, 1, 'here they stay on screen');
    assert.deepEqual(Object.keys(await other.evaluate(situation)), ['as_of'], 'and there they are gone');
  });

  visit('what is told in one tab is found in another that its reader comes back to, and not overwritten there', async (visitor, url) => {
    const kept = () => visitor.evaluate(() => JSON.parse(localStorage.getItem('birth-benefits.answers')));
    await visitor.open(url + fragmentOf(full));
    await visitor.click('checkbox', zh.say('page.keep'));
    const other = await visitor.page.context().newPage();
    await other.goto(url);
    await other.waitForFunction(isStarted);
    await other.evaluate(() => document.querySelector('birth-benefits-app').reader.settle('/delivery/babies', 3));
    await visitor.until(() => JSON.parse(localStorage.getItem('birth-benefits.answers')).delivery.babies === 3);
    await visitor.evaluate(() => dispatchEvent(new Event('focus')));
    assert.equal((await visitor.evaluate(situation)).delivery.babies, 3);
    await visitor.evaluate(() => document.querySelector('birth-benefits-app').reader.settle('/lawful_birth', false));
    await visitor.until(() => JSON.parse(localStorage.getItem('birth-benefits.answers')).lawful_birth === false);
    assert.deepEqual(await kept(), { ...full, lawful_birth: false, delivery: { ...full.delivery, babies: 3 } });
    assert.equal(await visitor.page.getByRole('checkbox', { name: zh.say('page.keep') }).isChecked(), true, 'and goes on keeping');
  });

  visit('no fragment shows anything but text, throws, or stops the page', async (visitor, url) => {
    await visitor.open(url);
    const markup = fc.constantFrom('<img src=x onerror="window.pwned=1">', '<script>window.pwned=1</script>', '"><svg onload=window.pwned=1>', 'javascript:window.pwned=1', '{{pwned}}', '${window.pwned=1}');
    const documents = fc.oneof(
      fc.record({ as_of: fc.oneof(markup, fc.constant('2024-06-01')), mother: fc.oneof(markup, fc.record({ employed: fc.oneof(markup, fc.boolean()), '<mark>1</mark>': markup })), assumptions: fc.dictionary(markup, markup) }, { requiredKeys: [] }),
      fc.json().map((text) => JSON.parse(text)),
    );
    const hashes = fc.sample(fc.oneof(documents.map((value) => `#a1=${Buffer.from(JSON.stringify(value)).toString('base64url')}`), fc.webFragments().map((text) => `#${text}`), fc.base64String().map((text) => `#a1=${text}`)), { seed: 20_231_229, numRuns: 150 });
    const injected = await visitor.evaluate(async (all) => {
      const app = document.querySelector('birth-benefits-app');
      const found = [];
      for (const hash of all) {
        const before = location.href;
        const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
        location.hash = hash;
        // What the browser writes alike is no other fragment, and nothing tells of it.
        if (location.href === before) dispatchEvent(new HashChangeEvent('hashchange'));
        await changed;
        if (app.querySelector('img, script, iframe, object, embed, mark, [onload], [onerror], a[href^="javascript:"]') || 'pwned' in window || 'pwned' in {} || !app.situation) found.push(hash);
      }
      return found;
    }, hashes);
    assert.deepEqual(injected, []);
    await visitor.evaluate((hash) => (location.hash = hash), fragmentOf(full));
    await visitor.until((day) => document.querySelector('birth-benefits-app').situation.as_of === day, full.as_of);
  });
});
