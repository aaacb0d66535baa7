/** A newer version is announced, and old and new never mix. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'node:test';
import { dist, serve } from './server.mjs';
import { inChromium } from './setup.mjs';
import { wordsOf } from './words.mjs';

const zh = wordsOf('zh-CN');
const LAW = 'law.en.html';

/** The page as another build would leave it: other words, another worker. */
function newer() {
  const folder = mkdtempSync(join(tmpdir(), 'birth-benefits-newer-'));
  cpSync(dist, folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.br')) rmSync(join(folder, name));
  const change = (name, from, to) => {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    assert.match(text, from);
    writeFileSync(path, text.replace(from, to));
  };
  change('sw.js', /(["'`])([0-9a-f]{8})\1/, '$1ffffffff$1');
  for (const name of ['index.html', LAW]) {
    change(name, /<title>/, '<title>新 ');
    // The worker takes no file but the one its build has made.
    const hash = createHash('sha256').update(readFileSync(join(folder, name))).digest('base64');
    change('sw.js', new RegExp(`("${name.replace(/\./g, '\\.')}":")[^"]*`), `$1sha256-${hash}`);
  }
  return folder;
}

/**
 * A visitor has the page, and its host then has a newer one.
 * @param {(folder: string) => void} [prepare] what else is to be changed in the newer one
 */
async function renewed({ visitor, url, host }, walk, prepare = () => {}) {
  await visitor.open(url);
  await visitor.until(() => navigator.serviceWorker.controller !== null);
  await host.close();
  const folder = newer();
  prepare(folder);
  const next = await serve({ root: folder, port: host.port });
  try {
    await walk(next);
  } finally {
    await next.close();
    rmSync(folder, { recursive: true });
  }
}

describe('a newer version', () => {
  const visit = inChromium();

  visit(
    'is announced, waits for the reader, and then takes over as a whole',
    (visitor, url, host) =>
      renewed({ visitor, url, host }, async () => {
        await visitor.reload();
        const banner = visitor.page.getByText(zh.say('page.html.update'));
        await banner.waitFor();
        assert.equal(await banner.evaluate((text) => text.closest('[hidden]')), null);
        assert.equal(await visitor.page.getByRole('status').filter({ has: banner }).count(), 1, 'and is heard as well as seen');
        assert.equal((await visitor.page.title()).startsWith('新'), false, 'the old version still stands');
        await visitor.reload();
        assert.equal((await visitor.page.title()).startsWith('新'), false, 'and stands after a reload');
        await banner.waitFor();
        await visitor.click('button', zh.say('page.html.update.now'));
        await visitor.until(() => document.title.startsWith('新'));
        await visitor.until(() => document.querySelector('birth-benefits-app')?.situation);
        const caches = await visitor.evaluate(() => window.caches.keys());
        assert.equal(caches.length, 1, 'the old version is gone');
      }),
    { hosting: {} },
  );

  visit(
    'that is half there is not installed: the old one goes on working as a whole',
    (visitor, url, host) =>
      renewed({ visitor, url, host }, async (next) => {
        await visitor.reload();
        await visitor.until(() => navigator.serviceWorker.getRegistration().then((registration) => !registration.installing));
        assert.equal(await visitor.page.getByText(zh.say('page.html.update')).isVisible(), false);
        assert.deepEqual(await visitor.evaluate(async () => [(await navigator.serviceWorker.getRegistration()).waiting, (await window.caches.keys()).length > 0]), [null, true]);
        await next.close();
        await visitor.reload();
        // The worker has arrived on the host, and the page it belongs to has not.
      }, (folder) => cpSync(join(dist, 'index.html'), join(folder, 'index.html'))),
    { hosting: {}, expected: /integrity/i },
  );

  visit('is taken over at once also in a tab that was loaded past the worker', (visitor, url, host) =>
    renewed({ visitor, url, host }, async () => {
      const client = await visitor.page.context().newCDPSession(visitor.page);
      // As long as another tab keeps the old worker, the new one waits.
      const other = await visitor.page.context().newPage();
      await other.goto(url);
      await client.send('Page.reload', { ignoreCache: true });
      await visitor.until(() => document.title.startsWith('新'));
      assert.equal(await visitor.evaluate(() => navigator.serviceWorker.controller), null);
      await visitor.page.getByText(zh.say('page.html.update')).waitFor();
      await visitor.evaluate(() => (window.isOld = true));
      await visitor.click('button', zh.say('page.html.update.now'));
      await visitor.until(() => !window.isOld);
      await visitor.until(() => document.querySelector('birth-benefits-app')?.situation);
      await other.close();
    }), { hosting: {} });

  visit(
    'brings its own page of the law; until then the one that was visited is kept',
    async (visitor, url, host) => {
      const isNew = async () => {
        await visitor.page.goto(url + LAW);
        await visitor.page.locator('html[data-looks]').waitFor({ state: 'attached' });
        return (await visitor.page.title()).startsWith('新');
      };
      await visitor.open(url);
      await visitor.until(() => navigator.serviceWorker.controller !== null);
      assert.equal(await isNew(), false);
      await renewed({ visitor, url, host }, async () => {
        assert.equal(await isNew(), false);
        await visitor.page.goto(url);
        await visitor.click('button', zh.say('page.html.update.now'));
        await visitor.until(() => document.title.startsWith('新'));
        assert.equal(await isNew(), true);
      });
    },
    { hosting: {} },
  );

  visit('is not announced where there is none', async (visitor, url) => {
    await visitor.open(url);
    await visitor.until(() => navigator.serviceWorker.controller !== null);
    await visitor.reload();
    const found = await visitor.evaluate(async () => {
      const { installing, waiting } = await (await navigator.serviceWorker.getRegistration()).update();
      return !!(installing || waiting);
    });
    assert.equal(found, false);
    assert.equal(await visitor.page.getByText(zh.say('page.html.update')).isVisible(), false);
  });

  visit('the page can be installed', async (visitor, url) => {
    await visitor.open(url);
    const client = await visitor.page.context().newCDPSession(visitor.page);
    const { url: address, errors, data } = await client.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    const manifest = JSON.parse(data);
    assert.equal(manifest.display, 'standalone');
    for (const { src } of manifest.icons) assert.equal((await visitor.page.request.get(new URL(src, address).href)).status(), 200, src);
    await visitor.until(() => navigator.serviceWorker.controller !== null);
    const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
    // The tests' contexts are private ones.
    assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'), []);
  });

  visit(
    'what was visited of the pages about the law and the calculator opens without a network too, as it looks and works',
    async (visitor, url, host) => {
      await visitor.open(url);
      await visitor.until(() => navigator.serviceWorker.controller !== null);
      const look = async (name) => {
        await visitor.page.goto(url + name);
        await visitor.page.locator('html[data-looks]').waitFor({ state: 'attached' });
        return visitor.evaluate(() => [document.querySelector('h1').innerText, getComputedStyle(document.querySelector('.top')).backgroundColor]);
      };
      const before = [await look(LAW), await look('about.en.html')];
      await visitor.page.goto('about:blank');
      await host.close();
      assert.deepEqual([await look(LAW), await look('about.en.html')], before);
    },
    { hosting: {} },
  );

  visit(
    'the page is opened again, without a network too, where its host knows it by the name of the folder alone',
    async (visitor, url, host) => {
      await visitor.open(url);
      await visitor.until(() => navigator.serviceWorker.controller !== null);
      await visitor.page.goto('about:blank');
      await host.close();
      await visitor.page.goto(url);
      assert.equal(await visitor.evaluate(() => navigator.serviceWorker.controller !== null), true);
      await visitor.until(() => document.querySelector('birth-benefits-app')?.situation);
    },
    { hosting: { moved: { 'index.html': '' } } },
  );
});
