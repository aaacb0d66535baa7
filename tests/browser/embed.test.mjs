/** <birth-benefits> on other people's pages, strict or careless: what it shows, when, and in how much room. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { boxOf, frameIn, onHosts } from './embeds.mjs';
import { strict, strictInline } from './hosts.mjs';
import { LANGUAGES, wordsOf } from './words.mjs';

const en = wordsOf('en');

describe('the element on a host’s page', { timeout: 300_000 }, () => {
  const { embed, shared } = onHosts();

  embed('shows the calculator in a frame under the strictest policy, as high as its content', async (page, { show, frame, fits }) => {
    await show('<h1>Host</h1><birth-benefits id="a" lang="ko"></birth-benefits><p>after</p>');
    const inside = await frame();
    assert.ok((await fits(inside)) > 500);
    assert.equal(await inside.evaluate(() => document.documentElement.lang), 'ko');
    assert.equal(await page.evaluate(() => document.getElementById('a').shadowRoot.querySelector('iframe').title), wordsOf('ko').say('page.title'));
    assert.ok((await inside.evaluate(() => document.body.innerText)).includes(wordsOf('ko').say('page.summary.title')));
    assert.equal(await inside.evaluate(() => document.documentElement.scrollHeight > innerHeight), false, 'nothing to scroll inside');
  });

  for (const lang of LANGUAGES) {
    embed(`works as a plain frame without any script of the host in ${lang}`, async (page, { show }) => {
      await show(`<iframe id="a" title="t" width="400" height="600" src="${shared.origin}/embed.html?lang=${lang}&scope=13&theme=dark&accent=%23a33"></iframe>`);
      const inside = page.frameLocator('#a');
      await inside.getByText(wordsOf(lang).say('benefit.housing.priority.title')).first().waitFor();
      assert.equal(await inside.locator('html').evaluate((html) => [html.lang, getComputedStyle(html).overflowY, parent === window].join()), `${lang},visible,false`);
    });
  }

  embed('moves nothing of the host once its room is kept free, and takes no focus', async (page, { show, frame, fits }) => {
    await show('<h1>Host</h1><p><input id="own" autofocus></p><birth-benefits id="a"></birth-benefits><p>after</p><p>more</p>');
    await page.waitForFunction(() => document.getElementById('a').shadowRoot);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
    const before = await page.evaluate(() => (focused.splice(0), shift));
    await fits(await frame());
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
    assert.equal(await page.evaluate(() => shift), before, 'layout shift');
    assert.deepEqual(await page.evaluate(() => focused), []);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'own');
    assert.equal(await page.evaluate(() => scrollY), 0);
  });

  for (const lang of LANGUAGES)
    embed(
      `moves nothing of what it shows inline, as high as a window before it has come, in ${lang}`,
      async (page, { show, ready }) => {
        await show(`<h1>Host</h1><birth-benefits id="a" mode="inline" lang="${lang}"></birth-benefits><p>after</p>`);
        await ready();
        await page.waitForFunction(() => document.querySelector('birth-benefits').shadowRoot.querySelector('input[type=checkbox]'));
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300))));
        assert.equal(await page.evaluate(() => shift), 0);
      },
      {
        policy: (at) => `${strictInline(at)}; style-src 'unsafe-inline'`,
        head: '<style>birth-benefits:not(:defined) { display: block; height: 100vh }</style>',
      },
    );

  embed('loads nothing but itself until it comes near, or is shown', async (page, { show, ready, frame, fits }) => {
    shared.deployment.requests.length = 0;
    await show('<div hidden><birth-benefits id="tab"></birth-benefits></div><p style="height:9000px"></p><div id="far"></div><birth-benefits id="a"></birth-benefits>');
    await page.evaluate(() => customElements.whenDefined('birth-benefits').then(() => new Promise((resolve) => setTimeout(resolve, 500))));
    assert.deepEqual([...new Set(shared.deployment.requests)], ['/embed.js']);
    assert.equal(await page.evaluate(frameIn, 'tab'), false);
    await page.evaluate(() => document.getElementById('far').scrollIntoView());
    await ready('a');
    await page.evaluate(() => scrollTo(0, 0));
    await page.evaluate(() => (document.querySelector('div[hidden]').hidden = false));
    const inside = await frame('tab');
    const hide = (hidden) => page.evaluate((to) => (document.querySelector('div').hidden = to), hidden);
    const height = await fits(inside, 'tab');
    await hide(true);
    await page.waitForTimeout(300);
    await hide(false);
    assert.equal(await page.evaluate(boxOf, 'tab'), height, 'hidden for a while, it keeps its height');
  }, { policy: null });

  for (const mode of ['frame', 'inline'])
    embed(
      `follows what the page changes while it loads, and is one calculator though it was moved meanwhile: ${mode}`,
      async (page, { show, ready }) => {
        await page.addInitScript(() => {
          window.listening = 0;
          const { prototype } = MediaQueryList;
          for (const [name, by] of [['addListener', 1], ['removeListener', -1]]) {
            const original = prototype[name];
            prototype[name] = function (...args) {
              if (this.media.includes('color-scheme')) window.listening += by;
              return original.apply(this, args);
            };
          }
        });
        await show(`<main></main><birth-benefits id="a" mode="${mode}" lang="ko"></birth-benefits>`);
        await page.waitForFunction(() => document.getElementById('a').shadowRoot);
        await page.evaluate(async () => {
          const element = document.getElementById('a');
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          document.querySelector('main').append(element);
          element.lang = 'en';
        });
        await ready();
        const inside = mode === 'frame' ? await (await page.waitForSelector('#a iframe')).contentFrame() : page;
        await inside.getByRole('heading', { name: en.say('page.questions.title') }).waitFor();
        const shown = await page.evaluate(() => [...document.getElementById('a').shadowRoot.querySelectorAll('birth-benefits-app, iframe')].length);
        assert.equal(shown, 1);
        await page.evaluate(() => document.getElementById('a').remove());
        assert.equal(await page.evaluate(() => listening), 0, 'nothing of the page holds it any longer');
      },
      { policy: mode === 'inline' ? strictInline : strict },
    );

  embed('can be put in late, taken out and put in again', async (page, { show, ready, frame, fits }) => {
    await show('<main></main>');
    await page.evaluate(() => {
      const element = document.createElement('birth-benefits');
      element.id = 'a';
      element.lang = 'en';
      document.querySelector('main').append(element);
    });
    await fits(await frame());
    await page.evaluate(() => {
      noted.length = 0;
      window.kept = document.getElementById('a');
      kept.remove();
      kept.lang = 'ko';
    });
    assert.deepEqual(await page.evaluate(() => noted), []);
    await page.evaluate(() => document.querySelector('main').append(kept));
    await ready();
    const inside = await frame();
    await fits(inside);
    assert.equal(await inside.evaluate(() => document.documentElement.lang), 'ko', 'as it is now');
  });

  embed('two on one page do not disturb each other', async (page, { show, frame, fits }) => {
    await show('<birth-benefits id="a" lang="en" scope="leave"></birth-benefits><birth-benefits id="b" lang="ko" scope="20"></birth-benefits>');
    const a = await frame('a');
    await page.evaluate(() => document.getElementById('b').scrollIntoView());
    const b = await frame('b');
    const [before] = [await fits(b, 'b'), await fits(a, 'a')];
    await a.locator('.benefit > summary').first().click();
    await a.waitForSelector('.detail');
    await fits(a, 'a');
    assert.equal(await fits(b, 'b'), before);
    assert.ok((await b.evaluate(() => document.body.innerText)).includes(wordsOf('ko').say('benefit.family.special_support.title')));
  });

  embed('grows and shrinks with its content, exactly', async (page, { show, frame, fits }) => {
    await show('<birth-benefits id="a" lang="en" scope="leave"></birth-benefits>');
    const inside = await frame();
    const closed = await fits(inside);
    await inside.locator('.benefit > summary').first().click();
    await inside.waitForSelector('.detail');
    const opened = await fits(inside);
    assert.ok(opened > closed, `${closed} to ${opened}`);
    await inside.locator('.benefit > summary').first().click();
    await inside.waitForSelector('.detail', { state: 'detached' });
    assert.equal(await fits(inside), closed);
    const heights = await page.evaluate(() => noted.filter(({ name }) => name === 'height').map(({ detail }) => detail));
    assert.ok(heights.includes(opened));
    assert.equal(heights.at(-1), closed);
  });

  for (const width of [320, 360]) {
    embed(`needs no sideways scrolling in a column of ${width} px`, async (page, { show, frame }) => {
      await show('<birth-benefits id="a" lang="en"></birth-benefits>');
      const inside = await frame();
      const width = () => inside.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(await width(), 0);
      await inside.getByRole('button', { name: en.say('page.questions.all') }).click();
      assert.equal(await width(), 0);
    }, { viewport: { width: width + 16, height: 700 } });
  }

  embed('fits in a page that is zoomed and written from right to left', async (page, { show, frame }) => {
    await show('<birth-benefits id="a" lang="en"></birth-benefits>');
    const inside = await frame();
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
      document.body.style.zoom = '1.5';
    });
    const content = () => inside.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
    const box = () => page.evaluate(() => parseFloat(document.getElementById('a').shadowRoot.querySelector('div').style.height));
    for (let tries = 0; (await content()) !== (await box()); tries++) {
      assert.ok(tries < 100, `content ${await content()}, frame ${await box()}`);
      await page.waitForTimeout(50);
    }
    assert.equal(await inside.evaluate(() => getComputedStyle(document.querySelector('.app')).direction), 'ltr');
  });

  embed('answers are given without history, scrolling or a change of the host’s address', async (page, { show, frame, fits }) => {
    await show('<birth-benefits id="a" lang="en"></birth-benefits>');
    const inside = await frame();
    await fits(inside);
    const [history, address] = await page.evaluate(() => [window.history.length, location.href]);
    await inside.locator('.ask .chip').first().click();
    await inside.locator('.ask .actions button').click();
    await fits(inside);
    assert.deepEqual(await page.evaluate(() => [window.history.length, location.href, scrollY]), [history, address, 0]);
    assert.equal(await inside.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0, 'nothing kept unasked');
  }, { site: 'localhost' });

  embed('remembers the answers in a frame only once the reader asks for it', async (page, { show, frame }) => {
    await show('<birth-benefits id="a" lang="en"></birth-benefits>');
    const inside = await frame();
    await inside.getByRole('checkbox', { name: en.say('page.keep') }).check();
    assert.equal(await inside.evaluate(() => localStorage.length), 1);
  }, { site: 'localhost' });

  embed('shows its results when the host is printed', async (page, { show, frame }) => {
    await show('<birth-benefits id="a" lang="en"></birth-benefits>');
    const inside = await frame();
    await page.emulateMedia({ media: 'print' });
    const shown = await inside.evaluate(() => ['.results', '.summary', '.questions', '.takeaway'].map((part) => document.querySelector(part).getClientRects().length > 0));
    assert.deepEqual(shown, [true, true, false, false]);
  });
});
