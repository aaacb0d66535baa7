/** <birth-benefits> on other people's pages: as they are, strict or careless, and as their readers use them. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { full } from './families.mjs';
import { hostOf, strict, strictInline } from './hosts.mjs';
import { serve } from './server.mjs';
import { open } from './visitor.mjs';
import { LANGUAGES, wordsOf } from './words.mjs';

const en = wordsOf('en');
const zh = wordsOf('zh-CN');

/** In the host's page. */
const isReady = (id) => noted.some(({ from, name }) => from === id && name === 'ready');
const boxOf = (id) => document.getElementById(id).shadowRoot?.querySelector('div:not(.app)')?.getBoundingClientRect().height;
const frameIn = (id) => !!document.getElementById(id).shadowRoot?.querySelector('iframe');

describe('the element on a host’s page', { timeout: 300_000 }, () => {
  let deployment;
  let origin;
  let browser;
  before(async () => {
    deployment = await serve();
    origin = deployment.url.slice(0, -1);
    browser = await open('headless-shell');
  });
  after(async () => {
    await browser?.close();
    await deployment?.close();
  });

  /**
   * @param {(page: import('playwright-core').Page, tools: any) => Promise<void>} walk with `show(body)` that opens a page of
   *   the host, `frame(id)` for the calculator's own document, `ready(id)`
   */
  function embed(name, walk, { policy = strict, expected, html, head, site, ...options } = {}) {
    test(name, { timeout: 60_000 }, async () => {
      const host = await hostOf(origin, { policy: policy?.(origin), head, name: site });
      const visitor = await browser.visitor(options);
      const { page } = visitor;
      const tools = {
        host,
        show: (body) => page.goto(host.page('page.html', body, { html })),
        ready: (id = 'a') => page.waitForFunction(isReady, id),
        /** Its document, once everything has arrived in it. */
        frame: async (id = 'a') => {
          await page.waitForFunction(isReady, id);
          const element = await page.evaluateHandle((which) => document.getElementById(which).shadowRoot.querySelector('iframe'), id);
          const inside = await element.asElement().contentFrame();
          await inside.waitForSelector('input[type=checkbox]', { state: 'attached' });
          return inside;
        },
        /** Once the frame is as high as what is in it. */
        fits: async (inside, id = 'a') => {
          const content = () => inside.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
          for (let tries = 0; (await content()) !== (await page.evaluate(boxOf, id)); tries++) {
            assert.ok(tries < 100, `content ${await content()}, frame ${await page.evaluate(boxOf, id)}`);
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
          return content();
        },
      };
      try {
        await walk(page, tools);
        assert.deepEqual((await visitor.faults()).filter((fault) => !expected?.test(fault)), [], 'console');
        if (!expected) assert.deepEqual([...host.violations, ...deployment.violations.splice(0)], [], 'Content-Security-Policy');
      } finally {
        await visitor.close();
        await host.close();
      }
    });
  }

  embed('shows the calculator in a frame under the strictest policy, as high as its content', async (page, { show, frame, fits }) => {
    await show('<h1>Host</h1><birth-benefits id="a" lang="ko"></birth-benefits><p>after</p>');
    const inside = await frame();
    assert.ok((await fits(inside)) > 500);
    assert.equal(await inside.evaluate(() => document.documentElement.lang), 'ko');
    assert.equal(await page.evaluate(() => document.getElementById('a').shadowRoot.querySelector('iframe').title), wordsOf('ko').say('page.title'));
    assert.ok((await inside.evaluate(() => document.body.innerText)).includes(wordsOf('ko').say('page.summary.title')));
    assert.equal(await inside.evaluate(() => document.documentElement.scrollHeight > innerHeight), false, 'nothing to scroll inside');
  });

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

  embed('shares no result unless the host asks for it', async (page, { show, frame }) => {
    await show('<birth-benefits id="a" lang="en"></birth-benefits>');
    const inside = await frame();
    await inside.locator('.ask .chip').first().click();
    await inside.waitForFunction(() => document.querySelector('birth-benefits-app').situation.delivery || Object.keys(document.querySelector('birth-benefits-app').situation).length > 1);
    assert.equal(await page.evaluate(() => noted.some(({ name }) => name === 'result')), false);
    assert.equal((await inside.evaluate(() => document.body.innerText)).includes('127.0.0.1'), false);
  });

  embed('passes every result to a host that asks for it, and tells the reader whom', async (page, { show, frame, host }) => {
    await show('<birth-benefits id="a" lang="en" share="result"></birth-benefits>');
    const inside = await frame();
    const results = () => page.evaluate(() => noted.filter(({ name }) => name === 'result').map(({ detail }) => detail.benefits.length));
    assert.ok((await results()).length > 0);
    assert.ok((await inside.evaluate(() => document.querySelector('.banner').innerText)).includes(host.origin));
    const before = (await results()).length;
    await inside.locator('.ask .chip').first().click();
    await page.waitForFunction((count) => noted.filter(({ name }) => name === 'result').length > count, before);
    const told = (await results()).length;
    await inside.getByRole('checkbox', { name: en.say('page.take.wages') }).uncheck();
    await page.waitForTimeout(300);
    assert.equal((await results()).length, told, 'a box that is ticked tells of no other result');
  });

  for (const mode of ['frame', 'inline'])
    embed(
      `passes the result of what its host sets later, once, and none where nothing changes it: ${mode}`,
      async (page, { show, ready }) => {
        await show(`<birth-benefits id="a" mode="${mode}" lang="en" share="result" situation='{"as_of":"2024-06-01"}'></birth-benefits>`);
        await ready();
        const day = (result) => result.policy.as_of;
        /** The results passed on after `change`, until there is one that `awaited` knows. */
        const after = (change, awaited) =>
          page.evaluate(
            async ([make, known]) => {
              noted.length = 0;
              new Function('element', make)(document.getElementById('a'));
              const results = () => noted.filter(({ name }) => name === 'result').map(({ detail }) => detail);
              const isKnown = new Function('result', `return ${known}`);
              for (let tries = 0; !results().some(isKnown); tries++) {
                if (tries > 400) throw new Error(`no result after ${make}`);
                await new Promise((resolve) => setTimeout(resolve, 50));
              }
              return results();
            },
            [change, awaited],
          );
        const byProperty = await after("element.situation = { as_of: '2025-01-01', lawful_birth: true }", "result.policy.as_of === '2025-01-01'");
        assert.deepEqual(byProperty.map(day), ['2025-01-01']);
        const byAttribute = await after("element.situation = undefined; element.setAttribute('situation', '{\"as_of\":\"2025-02-02\"}')", "result.policy.as_of === '2025-02-02'");
        // Without the property, the attribute of the start counts again, for a moment.
        assert.deepEqual(byAttribute.map(day), ['2024-06-01', '2025-02-02']);
        const scoped = await after("element.setAttribute('scope', '14')", 'result.benefits.every(({ measure }) => measure === 14)');
        assert.equal(scoped.length, 1);
        // Of these three only the last leads to another result.
        const again = await after("element.lang = 'ko'; element.setAttribute('theme', 'dark'); element.setAttribute('scope', 'leave')", "result.benefits.every(({ id }) => id.startsWith('leave.'))");
        assert.equal(again.length, 1);
      },
      { policy: mode === 'inline' ? strictInline : strict },
    );

  for (const mode of ['frame', 'inline'])
    embed(
      `takes answers that have no JSON for what they are, and sound ones after them: ${mode}`,
      async (page, { show, ready }) => {
        const MAKE = {
          circle: 'const told = { as_of: "2024-06-01" }; told.told = told; return told',
          bigint: 'return { as_of: "2024-06-01", lawful_birth: 1n }',
          function: 'return { as_of: "2024-06-01", lawful_birth: () => true }',
        };
        await show(`<birth-benefits id="a" mode="${mode}" lang="en"></birth-benefits>`);
        const set = (make) => page.evaluate((body) => void (document.getElementById('a').situation = new Function(body)()), make);
        await set(MAKE.circle);
        await ready();
        const inside = mode === 'frame' ? await (await page.waitForSelector('#a iframe')).contentFrame() : page;
        const refused = inside.getByText(en.say('page.notice.not_prefilled'));
        const taken = inside.getByText(en.say('page.notice.prefilled'));
        await refused.waitFor();
        // What JSON leaves out is not told.
        await set(MAKE.function);
        await taken.waitFor();
        await set(MAKE.bigint);
        await refused.waitFor();
        await set(`return ${JSON.stringify(full)}`);
        await taken.waitFor();
      },
      { policy: mode === 'inline' ? strictInline : strict, expected: /the situation is not used/ },
    );

  for (const mode of ['frame', 'inline'])
    embed(
      `tells the webmaster in the console why answers handed in are not used: ${mode}`,
      async (page, { show, ready }) => {
        const warned = [];
        page.on('console', (message) => message.type() === 'warning' && warned.push(message.text()));
        const errors = () => warned.map((text) => JSON.parse(text.slice(text.indexOf('{'))).errors.map(({ pointer, code }) => `${pointer} ${code}`));
        const warning = () => page.waitForEvent('console', (message) => message.type() === 'warning');
        const set = (value) => page.evaluate((text) => document.getElementById('a').setAttribute('situation', text), value);
        await show(`<birth-benefits id="a" mode="${mode}" lang="en" scope="leave" situation='{"lawful_birth":"yes","children":[{"birth_date":"2023-02-30"}]}'></birth-benefits>`);
        await ready();
        if (warned.length === 0) await warning();
        assert.deepEqual(errors(), [['/lawful_birth wrong_type', '/children/0/birth_date invalid_date']]);
        for (const [text, error] of [['<b>', ' invalid_json'], ['[]', ' wrong_type'], ['{"mothers":{}}', '/mothers unknown_member']]) {
          warned.length = 0;
          await Promise.all([warning(), set(text)]);
          assert.deepEqual(errors(), [[error]]);
        }
        warned.length = 0;
        await set('{"lawful_birth":true}');
        await (mode === 'frame' ? page.frameLocator('#a iframe') : page).getByText(en.say('page.notice.prefilled')).waitFor();
        assert.deepEqual(warned, []);
      },
      { policy: mode === 'inline' ? strictInline : strict, expected: /the situation is not used/ },
    );

  embed('does not begin with remembered answers where results are shared', async (page, { show, frame, host }) => {
    await show('<birth-benefits id="a" lang="en"></birth-benefits>');
    let inside = await frame();
    await inside.locator('.ask .chip').first().click();
    await inside.getByRole('checkbox', { name: en.say('page.keep') }).check();
    await page.goto(host.page('again.html', '<birth-benefits id="a" lang="en"></birth-benefits>'));
    inside = await frame();
    const told = () => inside.evaluate(() => Object.keys(document.querySelector('birth-benefits-app').situation).length);
    assert.ok((await told()) > 1, 'remembered');
    await page.goto(host.page('shared.html', '<birth-benefits id="a" lang="en" share="result"></birth-benefits>'));
    inside = await frame();
    assert.equal(await told(), 1);
  }, { site: 'localhost' });

  embed('follows its attributes', async (page, { show, frame }) => {
    await show('<birth-benefits id="a" lang="en" scope="leave"></birth-benefits>');
    const inside = await frame();
    const set = (name, value) => page.evaluate(([which, to]) => document.getElementById('a').setAttribute(which, to), [name, value]);
    const ids = () => inside.evaluate(() => document.querySelector('birth-benefits-app').reader.session.result.benefits.map(({ id }) => id));
    assert.ok((await ids()).every((id) => id.startsWith('leave.')));
    await set('scope', '13');
    await inside.waitForFunction((title) => document.body.innerText.includes(title), en.say('benefit.housing.priority.title'));
    assert.deepEqual(await ids(), ['housing.priority']);
    await set('lang', 'zh-CN');
    await inside.waitForFunction((title) => document.body.innerText.includes(title), zh.say('benefit.housing.priority.title'));
    await set('theme', 'dark');
    const card = () => inside.evaluate(() => getComputedStyle(document.querySelector('.app > section')).backgroundColor);
    await inside.waitForFunction(() => getComputedStyle(document.querySelector('.app > section')).backgroundColor !== 'rgb(255, 255, 255)');
    const dark = await card();
    await set('theme', 'light');
    await inside.waitForFunction((was) => getComputedStyle(document.querySelector('.app > section')).backgroundColor !== was, dark);
    assert.equal(await card(), 'rgb(255, 255, 255)');
    await set('accent', '#5b2c83');
    await inside.waitForFunction(() => getComputedStyle(document.documentElement).getPropertyValue('--action').trim() === 'rgb(91, 44, 131)');
  });

  embed('a word of the scope that names no benefit is said, and all are shown', async (page, { show, frame }) => {
    await show('<birth-benefits id="a" lang="en" scope="leave leavs"></birth-benefits>');
    const inside = await frame();
    assert.equal(await inside.evaluate(() => document.querySelector('.banner').innerText), en.say('page.notice.no_scope'));
    assert.ok((await inside.evaluate(() => document.querySelectorAll('.benefit').length)) > 20);
  });

  embed('begins with the answers its host gives, by attribute or property, and has the core judge them', async (page, { show, frame }) => {
    const { as_of, ...rest } = full;
    await show(
      `<birth-benefits id="a" lang="en" situation='${JSON.stringify(full)}'></birth-benefits>` +
        `<birth-benefits id="b" lang="en" situation='{"lawful_birth":"yes"}'></birth-benefits>` +
        '<birth-benefits id="c" lang="en" situation="&lt;img src=x&gt;"></birth-benefits><birth-benefits id="d" lang="en"></birth-benefits>',
    );
    const situation = (inside) => inside.evaluate(() => document.querySelector('birth-benefits-app').situation);
    const banner = (inside) => inside.evaluate(() => document.querySelector('.banner')?.innerText);
    const a = await frame('a');
    assert.deepEqual(await situation(a), full);
    assert.equal(await banner(a), en.say('page.notice.prefilled'));
    for (const id of ['b', 'c']) {
      await page.evaluate((which) => document.getElementById(which).scrollIntoView(), id);
      const inside = await frame(id);
      assert.deepEqual(Object.keys(await situation(inside)), ['as_of']);
      assert.equal(await banner(inside), en.say('page.notice.not_prefilled'));
    }
    await page.evaluate(() => document.getElementById('d').scrollIntoView());
    const d = await frame('d');
    await page.evaluate((told) => (document.getElementById('d').situation = told), rest);
    await d.waitForFunction(() => document.querySelector('birth-benefits-app').situation.delivery);
    assert.equal((await situation(d)).delivery.babies, as_of && full.delivery.babies);
  }, { expected: /the situation is not used/ });

  embed('loads nothing but itself until it comes near, or is shown', async (page, { show, ready, frame, fits }) => {
    deployment.requests.length = 0;
    await show('<div hidden><birth-benefits id="tab"></birth-benefits></div><p style="height:9000px"></p><div id="far"></div><birth-benefits id="a"></birth-benefits>');
    await page.evaluate(() => customElements.whenDefined('birth-benefits').then(() => new Promise((resolve) => setTimeout(resolve, 500))));
    assert.deepEqual([...new Set(deployment.requests)], ['/embed.js']);
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

  for (const lang of LANGUAGES) {
    embed(`works as a plain frame without any script of the host in ${lang}`, async (page, { show, host }) => {
      await show(`<iframe id="a" title="t" width="400" height="600" src="${origin}/embed.html?lang=${lang}&scope=13&theme=dark&accent=%23a33"></iframe>`);
      const inside = page.frameLocator('#a');
      await inside.getByText(wordsOf(lang).say('benefit.housing.priority.title')).first().waitFor();
      assert.equal(await inside.locator('html').evaluate((html) => [html.lang, getComputedStyle(html).overflowY, parent === window].join()), `${lang},visible,false`);
      assert.ok(host.origin);
    });
  }

  /** What a half-copied deployment, or a firewall, may leave out. */
  const PARTS = [/^frame-.*js$/, /^foreign-/, /^define-/, /^common-/, /^turn-/, /^en-(?!rest).*js$/, /^core-(?!twin).*js$|^core-twin/, /^embed\.html$/];

  test('where a part of it is lost, the host hears so, and its place holds links to the full page', { timeout: 120_000 }, async () => {
    await Promise.all(
      PARTS.map(async (part) => {
        const broken = await serve({ missing: (name) => part.test(name) });
        const host = await hostOf(broken.url.slice(0, -1));
        const { page, close } = await browser.visitor();
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

  embed('says nothing of links while its script is on its way, and takes room for none', async (page, { show, frame }) => {
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
    arrive();
    const inside = await frame();
    assert.equal(await inside.locator('.plain').isVisible(), false);
    assert.equal(await page.evaluate(() => noted.some(({ name }) => name === 'unavailable')), false);
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

  embed('can be scrolled in a browser that does not tell how high it is', async (page, { show, frame }) => {
    await page.addInitScript(() => delete window.ResizeObserver);
    await show('<birth-benefits id="a" lang="en"></birth-benefits>');
    const inside = await frame();
    assert.equal(await inside.evaluate(() => getComputedStyle(document.documentElement).overflowY), 'visible');
    assert.ok((await page.evaluate(() => noted.find(({ name }) => name === 'height').detail)) > 500, 'it is told once');
  });

  embed('has links in its place where its script breaks off, and the host hears so', async (page, { show }) => {
    await page.addInitScript((inner) => location.origin === inner && delete window.matchMedia, origin);
    await show('<birth-benefits id="a" lang="en"></birth-benefits>');
    await page.waitForFunction(() => noted.some(({ name }) => name === 'unavailable'));
    for (const lang of LANGUAGES)
      await page.frameLocator('#a iframe').getByRole('link', { name: wordsOf(lang).say('page.html.frame.plain') }).waitFor();
  }, { expected: /matchMedia|was preloaded/ });

  test('without script, a plain frame holds the links at once', { timeout: 60_000 }, async () => {
    const scriptless = await serve({ sandboxed: true });
    const { page, close } = await browser.visitor();
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
    const { page, close } = await browser.visitor();
    try {
      await page.goto(`${bare.url}embed.html`);
      assert.equal(await page.locator('.plain').isVisible(), true);
    } finally {
      await close();
      await bare.close();
    }
  });

  embed('shows its results when the host is printed', async (page, { show, frame }) => {
    await show('<birth-benefits id="a" lang="en"></birth-benefits>');
    const inside = await frame();
    await page.emulateMedia({ media: 'print' });
    const shown = await inside.evaluate(() => ['.results', '.summary', '.questions', '.takeaway'].map((part) => document.querySelector(part).getClientRects().length > 0));
    assert.deepEqual(shown, [true, true, false, false]);
  });
});
