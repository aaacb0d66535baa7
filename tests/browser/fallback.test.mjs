/** Hosts and browsers that are not as they should be. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe } from 'node:test';
import { fragmentOf, full } from './families.mjs';
import { dist } from './server.mjs';
import { inChromium } from './setup.mjs';
import { LANGUAGES, PAGE, wordsOf } from './words.mjs';

const zh = wordsOf('zh-CN');
const text = () => document.querySelector('birth-benefits-app').textContent.replace(/\s+/g, ' ');
const isTwin = (path) => /core-twin/.test(path);

describe('a host or a browser that is not as it should be', () => {
  const visit = inChromium();

  for (const lang of LANGUAGES) {
    visit(
      `without JavaScript the standard table stands there in ${lang}`,
      async ({ page }, url) => {
        await page.goto(url + PAGE[lang]);
        const table = page.getByRole('table');
        assert.equal(await table.isVisible(), true);
        const rows = await table.getByRole('row').allInnerTexts();
        assert.ok(rows.length > 20, 'twenty measures');
        for (const row of rows) assert.ok(row.trim().length > 3, 'no row is empty');
        const words = wordsOf(lang);
        // Playwright's own search passes over <noscript>.
        assert.ok((await page.evaluate(() => document.body.innerText)).includes(words.say('page.html.noscript')));
        assert.equal(await page.getByText(words.say('page.html.unavailable')).isVisible(), false);
        assert.match(await table.innerText(), /180/, 'the mother’s leave');
      },
      { hosting: { sandboxed: true }, expected: /sandboxed/ },
    );
  }

  visit(
    'a browser without WebAssembly gets the same page from the twin',
    async (visitor, url, host) => {
      await visitor.open(url + fragmentOf(full));
      assert.ok(host.requests.some(isTwin), 'the twin was loaded');
      const twin = await visitor.evaluate(text);
      const other = await visitor.page.context().browser().newPage({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
      await other.goto(url + fragmentOf(full));
      await other.waitForFunction(() => document.querySelector('birth-benefits-app input[type=checkbox]'));
      assert.equal(twin, await other.evaluate(text));
      await other.close();
      assert.deepEqual(host.violations, [], 'Content-Security-Policy');
    },
    // The module loaded ahead is of no use there, which Chromium remarks after a while.
    { script: () => delete window.WebAssembly, hosting: {}, expected: /core-[\w-]+\.wasm was preloaded/ },
  );

  visit(
    'a browser without WebAssembly works offline too',
    async (visitor, url, host) => {
      await visitor.open(url);
      await visitor.until(() => navigator.serviceWorker.controller !== null);
      await visitor.reload();
      await host.close();
      await visitor.reload();
      assert.ok(await visitor.evaluate(() => document.querySelector('birth-benefits-app').situation));
      assert.deepEqual(host.violations, [], 'Content-Security-Policy');
    },
    { script: () => delete window.WebAssembly, hosting: {}, expected: /core-[\w-]+\.wasm was preloaded/ },
  );

  for (const lang of LANGUAGES) {
    visit(
      `where neither form of the core runs the table stays and a message says so in ${lang}`,
      async ({ page }, url) => {
        await page.goto(url + PAGE[lang]);
        await page.getByText(wordsOf(lang).say('page.html.unavailable')).waitFor();
        assert.equal(await page.getByRole('table').isVisible(), true);
        assert.equal(await page.getByRole('alert').isVisible(), true);
        await page.getByRole('button', { name: wordsOf(lang).say('page.html.contrast') }).click();
      },
      { hosting: { wasmAllowed: false, missing: isTwin }, expected: /WebAssembly|wasm|404|Content Security Policy/ },
    );
  }

  visit(
    'where the words do not arrive the table stays and a message says so',
    async ({ page }, url) => {
      await page.goto(url);
      await page.getByText(zh.say('page.html.unavailable')).waitFor();
      assert.equal(await page.getByRole('table').isVisible(), true);
    },
    { hosting: { missing: (name) => /^zh-CN-.*\.js/.test(name) }, expected: /404|Failed to fetch|modulepreload|MIME/ },
  );

  for (const wasmType of ['application/octet-stream', 'text/plain', 'text/html; charset=utf-8']) {
    visit(
      `WebAssembly served as ${wasmType} is compiled all the same`,
      async (visitor, url, host) => {
        await visitor.open(url + fragmentOf(full));
        assert.deepEqual(await visitor.evaluate(() => document.querySelector('birth-benefits-app').situation), full);
        assert.equal(host.requests.some(isTwin), false, 'not by the twin');
      },
      { hosting: { wasmType } },
    );
  }

  visit(
    'the page works below a folder and asks for nothing outside it',
    async (visitor, url, host) => {
      await visitor.open(url);
      await visitor.click('link', 'English');
      await visitor.until((title) => document.title === title, wordsOf('en').say('page.title'));
      await visitor.until(() => navigator.serviceWorker.controller !== null);
      await visitor.open(url + fragmentOf(full));
      assert.deepEqual(host.requests.filter((path) => !path.startsWith('/services/birth/')), []);
    },
    { hosting: { at: '/services/birth/' } },
  );

  visit('no page names an address that is not relative', async ({ page }, url) => {
    for (const lang of LANGUAGES) {
      const html = await (await page.request.get(url + PAGE[lang])).text();
      const absolute = [...html.matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, address]) => address).filter((address) => !/^(\.\/|#|$)/.test(address));
      assert.deepEqual(absolute, []);
    }
  });

  visit('every file but pages, worker and published scripts has its content in its name', async () => {
    const plain = readdirSync(dist).filter((name) => !/-[\w-]{8}\.\w+(\.br)?$/.test(name));
    assert.deepEqual(plain.filter((name) => !/^([\w.-]+\.html|(sw|calculator|embed|embed-inline)\.js)(\.br)?$|^(policy|integrity)\.json$/.test(name)), []);
  });
});
