/** birth-benefits.html, opened by a double click: no server, no network, the answers of the served page. */
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { fragmentOf, full, states } from './families.mjs';
import { dist, serve } from './server.mjs';
import { layOutAll, open } from './visitor.mjs';
import { LANGUAGES, wordsOf } from './words.mjs';

const zh = wordsOf('zh-CN');
const result = () => JSON.stringify(document.querySelector('birth-benefits-app').reader.session.result);
const NAME = 'birth-benefits.html';

describe('the single file', { timeout: 900_000 }, () => {
  let folder;
  let address;
  let host;
  before(async () => {
    // Alone in a folder: whatever it might want beside itself is not there.
    folder = mkdtempSync(join(tmpdir(), 'birth-benefits-single-'));
    copyFileSync(join(dist, NAME), join(folder, NAME));
    address = pathToFileURL(join(folder, NAME)).href;
    host = await serve();
  });
  after(async () => {
    await host?.close();
    rmSync(folder, { recursive: true });
  });

  for (const engine of ['chromium', 'firefox', 'webkit']) {
    test(`answers as the served page does, in every language, in ${engine}`, { timeout: 300_000 }, async () => {
      const browser = await open(engine);
      const visitor = await browser.visitor();
      try {
        const families = [full, states.partly];
        const served = [];
        for (const family of families) {
          await visitor.open(host.url + fragmentOf(family));
          served.push(await visitor.evaluate(result));
        }
        if (engine !== 'webkit') {
          // What the served page still asks for must not be what goes wrong.
          await visitor.page.goto('about:blank');
          await visitor.page.context().setOffline(true);
        }
        for (const [i, family] of families.entries()) {
          await visitor.open(address + fragmentOf(family));
          assert.equal(await visitor.evaluate(result), served[i]);
        }
        await visitor.evaluate(layOutAll);
        for (const lang of [...LANGUAGES].reverse()) {
          const name = await visitor.evaluate((tag) => document.querySelector(`nav a[lang="${tag}"]`).textContent.trim(), lang);
          await visitor.click('link', name);
          await visitor.until((title) => document.title === title, wordsOf(lang).say('page.title'));
          await visitor.until((text) => document.querySelector('birth-benefits-app').innerText.includes(text), wordsOf(lang).say('page.take.file'));
        }
        assert.equal(await visitor.evaluate((label) => document.body.innerText.includes(label), zh.say('page.keep')), false, 'nothing is stored');
        assert.deepEqual(await visitor.faults(), []);
      } finally {
        await visitor.close();
        await browser.close();
      }
    });
  }

  test('asks for nothing beside itself, and its share link leads back to its answers', { timeout: 120_000 }, async () => {
    const browser = await open('headless-shell');
    const visitor = await browser.visitor();
    try {
      const asked = [];
      visitor.page.on('request', (request) => asked.push(request.url()));
      await visitor.open(address + fragmentOf(full));
      assert.deepEqual(asked.filter((url) => !url.startsWith(address) && !/^(blob|data):|^about:blank/.test(url)), []);
      await visitor.page.evaluate(() => delete Navigator.prototype.clipboard);
      await visitor.click('button', zh.say('page.take.link'));
      const link = await visitor.page.getByRole('textbox', { name: zh.say('page.take.address') }).inputValue();
      assert.ok(link.startsWith(`${address}#a1=`));
      await visitor.open(link);
      assert.deepEqual(await visitor.evaluate(() => document.querySelector('birth-benefits-app').situation), full);
      assert.deepEqual(await visitor.evaluate(() => [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')).filter((href) => href !== '' && !href.startsWith('#'))), []);
    } finally {
      await browser.close();
    }
  });

  test('says so where there is no WebAssembly, and keeps its table', { timeout: 120_000 }, async () => {
    const browser = await open('headless-shell');
    const { page } = await browser.visitor();
    try {
      await page.addInitScript(() => delete window.WebAssembly);
      await page.goto(address);
      await page.getByText(zh.say('page.html.unavailable')).waitFor();
      assert.equal(await page.getByRole('table').isVisible(), true);
    } finally {
      await browser.close();
    }
  });

  test('has its table without script', { timeout: 120_000 }, async () => {
    const browser = await open('headless-shell');
    const { page } = await browser.visitor({ javaScriptEnabled: false });
    try {
      await page.goto(address);
      assert.equal(await page.getByRole('table').isVisible(), true);
      assert.equal(await page.getByRole('navigation').count(), 0, 'languages that only a script could show');
    } finally {
      await browser.close();
    }
  });

  test('is no larger than a village line bears', () => {
    assert.ok(readFileSync(join(dist, NAME)).length <= 700_000);
    assert.ok(readFileSync(join(dist, `${NAME}.br`)).length <= 160_000);
  });
});
