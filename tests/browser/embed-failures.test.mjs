/** <birth-benefits> where a part of it is lost or late, or a browser does not do what it should: links in its place. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boxOf, onHosts } from './embeds.mjs';
import { hostOf } from './hosts.mjs';
import { serve } from './server.mjs';
import { LANGUAGES, wordsOf } from './words.mjs';

describe('the element where something goes wrong', { timeout: 300_000 }, () => {
  const { embed, shared } = onHosts();

  /** What a half-copied deployment, or a firewall, may leave out. */
  const PARTS = [/^frame-.*js$/, /^foreign-/, /^define-/, /^common-/, /^turn-/, /^en-(?!rest).*js$/, /^core-(?!twin).*js$|^core-twin/, /^embed\.html$/];

  test('where a part of it is lost, the host hears so, and its place holds links to the full page', { timeout: 120_000 }, async () => {
    await Promise.all(
      PARTS.map(async (part) => {
        const broken = await serve({ missing: (name) => part.test(name) });
        const host = await hostOf(broken.url.slice(0, -1));
        const { page, close } = await shared.browser.visitor();
        try {
          await page.goto(host.page('page.html', '<birth-benefits id="a" lang="en"></birth-benefits>'));
          await page.waitForFunction(() => noted.some(({ name }) => name === 'unavailable'), undefined, { timeout: 60_000 });
          const room = await page.evaluate(boxOf, 'a');
          assert.ok(room > 50 && room < 300, `${part}: ${room} px`);
          assert.equal(await page.evaluate(() => noted.findLast(({ name }) => name === 'height').detail), room, String(part));
          if (part.test('embed.html')) return;
          for (const lang of LANGUAGES)
            await page.frameLocator('#a iframe').getByRole('link', { name: wordsOf(lang).say('page.html.frame.plain') }).waitFor({ timeout: 60_000 });
        } finally {
          await close();
          await host.close();
          await broken.close();
        }
      }),
    );
  });

  embed('says nothing of links while its script is on its way, and takes room for none; on a slow line it says that it is coming', async (page, { show, frame }) => {
    let arrive;
    const arrived = new Promise((resolve) => (arrive = resolve));
    await page.route(/\/frame-[^/]*\.js$/, async (route) => {
      await arrived;
      await route.continue();
    });
    await show('<birth-benefits id="a" lang="en"></birth-benefits>');
    const plain = page.frameLocator('#a iframe').locator('.plain');
    await plain.waitFor({ state: 'attached' });
    const seen = () => plain.evaluate((part) => [getComputedStyle(part).visibility, document.documentElement.getBoundingClientRect().height]);
    assert.deepEqual(await seen(), ['hidden', 0]);
    for (const lang of LANGUAGES) await page.frameLocator('#a iframe').getByText(wordsOf(lang).say('page.html.frame.coming')).waitFor();
    assert.deepEqual(await seen(), ['hidden', 0], 'nor for the word that it is coming');
    arrive();
    const inside = await frame();
    assert.equal(await inside.locator('.plain').isVisible(), false);
    assert.equal(await inside.locator('[data-coming]').count(), 0);
    assert.equal(await page.evaluate(() => noted.some(({ name }) => name === 'unavailable')), false);
  });

  embed('has links in its place where its script breaks off, and the host hears so', async (page, { show }) => {
    await page.addInitScript((inner) => location.origin === inner && delete window.matchMedia, shared.origin);
    await show('<birth-benefits id="a" lang="en"></birth-benefits>');
    await page.waitForFunction(() => noted.some(({ name }) => name === 'unavailable'));
    for (const lang of LANGUAGES)
      await page.frameLocator('#a iframe').getByRole('link', { name: wordsOf(lang).say('page.html.frame.plain') }).waitFor();
  }, { expected: /matchMedia|was preloaded/ });

  test('without script, a plain frame holds the links at once', { timeout: 60_000 }, async () => {
    const scriptless = await serve({ sandboxed: true });
    const { page, close } = await shared.browser.visitor();
    try {
      await page.goto(`${scriptless.url}embed.html`);
      const plain = page.locator('.plain');
      assert.equal(await plain.evaluate((part) => getComputedStyle(part).animationDelay), '0s');
      await page.waitForFunction(() => getComputedStyle(document.querySelector('.plain')).visibility === 'visible');
      assert.equal(await plain.getByRole('link').count(), LANGUAGES.length);
    } finally {
      await close();
      await scriptless.close();
    }
  });

  test('without styles, the links are there until the script is', { timeout: 60_000 }, async () => {
    const bare = await serve({ missing: (name) => /^frame-.*(css|js)$/.test(name) });
    const { page, close } = await shared.browser.visitor();
    try {
      await page.goto(`${bare.url}embed.html`);
      assert.equal(await page.locator('.plain').isVisible(), true);
    } finally {
      await close();
      await bare.close();
    }
  });

  embed('can be scrolled in a browser that does not tell how high it is', async (page, { show, frame }) => {
    await page.addInitScript(() => delete window.ResizeObserver);
    await show('<birth-benefits id="a" lang="en"></birth-benefits>');
    const inside = await frame();
    assert.equal(await inside.evaluate(() => getComputedStyle(document.documentElement).overflowY), 'visible');
    assert.ok((await page.evaluate(() => noted.find(({ name }) => name === 'height').detail)) > 500, 'it is told once');
  });

  embed('answers though a style sheet of another origin, as extensions bring along, lies in its page', async (page, { show, frame, fits }) => {
    const sheet = 'http://extension.example/sheet.css';
    await page.route(sheet, (route) => route.fulfill({ contentType: 'text/css', body: 'p { color: red }' }));
    await page.route('**/embed.html', async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      const body = (await response.text()).replace('</head>', `<link rel="stylesheet" href="${sheet}"></head>`);
      await route.fulfill({ response, headers, body });
    });
    await show('<birth-benefits id="a" lang="en" theme="dark"></birth-benefits>');
    const inside = await frame();
    await fits(inside);
    const closed = await inside.evaluate(() => [...document.styleSheets].map((each) => { try { return each.cssRules.length < 0; } catch { return true; } }));
    assert.ok(closed.includes(true), 'it is there, and keeps its rules to itself');
  });
});
