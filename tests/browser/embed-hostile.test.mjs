/** Hosts that mean no good, and the calculator in the shadow of a page whose styles and policy are its own. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { onHosts } from './embeds.mjs';
import { full } from './families.mjs';
import { hostOf, strictInline } from './hosts.mjs';
import { serve } from './server.mjs';
import { open } from './visitor.mjs';
import { wordsOf } from './words.mjs';

const en = wordsOf('en');

describe('the calculator among strangers', { timeout: 300_000 }, () => {
  const { embed, shared } = onHosts(null);

  embed('the element hears its own frame alone, whatever the page and other frames say', async (page, { show, ready }) => {
    await show('<birth-benefits id="a" lang="en" scope="13"></birth-benefits><iframe id="other" srcdoc="<p>other</p>"></iframe>');
    await ready();
    // What follows the first answer still changes the height.
    await page.evaluate(async () => {
      for (let heard = -1; heard !== noted.length; await new Promise((done) => setTimeout(done, 1000))) heard = noted.length;
    });
    const before = await page.evaluate(() => (noted.length = 0, document.getElementById('a').getBoundingClientRect().height));
    await page.evaluate(() => {
      for (const message of [['height', 7], ['result', { benefits: [] }], ['ready', '<b>x</b>'], null, 'height', { height: 7 }]) {
        postMessage(message, '*');
        document.getElementById('other').contentWindow.eval(`parent.postMessage(${JSON.stringify(message)}, '*')`);
      }
    });
    // Messages come in the order in which they were sent: after the last of either, all have been heard.
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const awaited = new Set(['last of the page', 'last of the frame']);
          addEventListener('message', ({ data }) => awaited.delete(data) && awaited.size === 0 && resolve());
          postMessage('last of the page', '*');
          document.getElementById('other').contentWindow.eval("parent.postMessage('last of the frame', '*')");
        }),
    );
    assert.deepEqual(await page.evaluate(() => noted), []);
    assert.equal(await page.evaluate(() => document.getElementById('a').getBoundingClientRect().height), before);
  });

  embed('a frame says nothing but that it runs to a host that claims to be another', async (page, { show }) => {
    const claim = encodeURIComponent(JSON.stringify({ host: 'https://www.example.gov.cn', lang: 'en', share: 'result', tokens: {} }));
    await show(`<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script><iframe id="f" src="${shared.origin}/embed.html#${claim}"></iframe>`);
    const inside = page.frameLocator('#f');
    await inside.locator('.ask .chip').first().waitFor();
    await inside.locator('.ask .chip').first().click();
    // The result and the height would have been told by the frame after next.
    await inside.locator('html').evaluate(() => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(() => told(parent.postMessage('the last', '*'))))));
    await page.waitForFunction(() => heard.includes('the last'));
    assert.deepEqual(await page.evaluate(() => heard), [['begun'], 'the last']);
    assert.equal(await inside.locator('.banner').count(), 0);
  });

  embed('a frame heeds its parent alone, though others speak in its name', async (page, { show, host }) => {
    const wanted = { host: host.origin, lang: 'en', tokens: {} };
    const forged = JSON.stringify({ ...wanted, situation: { as_of: '2024-06-01', lawful_birth: true } });
    const third = await hostOf(shared.origin, { name: 'localhost' });
    try {
      third.file('sibling.html', `<script>parent.frames[0].postMessage(${JSON.stringify(forged)}, '*')</script>`);
      await show(`<iframe id="f" src="${shared.origin}/embed.html#${encodeURIComponent(JSON.stringify(wanted))}"></iframe>`);
      await page.frameLocator('#f').locator('.ask .chip').first().waitFor();
      const inside = page.frames().find((frame) => frame.url().startsWith(shared.origin));
      // Its own listener was there first: what this one has heard, that one has judged.
      await inside.evaluate(() => {
        window.heard = [];
        addEventListener('message', (event) => heard.push(event.origin));
      });
      await inside.evaluate((text) => postMessage(text, '*'), forged);
      await page.evaluate((url) => document.body.append(Object.assign(document.createElement('iframe'), { src: url })), `${third.origin}/sibling.html`);
      await inside.waitForFunction((own) => [location.origin, own].every((each) => heard.includes(each)), third.origin);
      assert.deepEqual(await inside.evaluate(() => Object.keys(document.querySelector('birth-benefits-app').situation)), ['as_of']);
      // The same from its parent is taken.
      await page.evaluate(([text, target]) => frames[0].postMessage(text, target), [forged, shared.origin]);
      await inside.waitForFunction(() => document.querySelector('birth-benefits-app').situation.lawful_birth === true);
    } finally {
      await third.close();
    }
  });

  embed('what its parent says to others is not for the frame', async (page, { show, ready }) => {
    await show(`<birth-benefits id="a" lang="en" situation='{"as_of":"2024-06-01"}' accent="#8a1f5c"></birth-benefits>`);
    await ready();
    await page.evaluate((target) => {
      const { contentWindow } = document.getElementById('a').shadowRoot.querySelector('iframe');
      for (const message of [null, 7, '', '{}', '[]', 'null', '{"lang":"ko"}', {}, [], { lang: 'ko', tokens: {} }, ['height', 7]]) contentWindow.postMessage(message, target);
      // After them, what is for it.
      document.getElementById('a').setAttribute('scope', '13');
    }, shared.origin);
    const inside = page.frames().find((frame) => frame.url().startsWith(shared.origin));
    await inside.waitForFunction(() => document.querySelector('birth-benefits-app').scope === '13');
    const state = await inside.evaluate(() => [document.querySelector('birth-benefits-app').lang, document.querySelector('birth-benefits-app').situation.as_of, document.documentElement.style.getPropertyValue('--pine')]);
    assert.deepEqual(state, ['en', '2024-06-01', 'rgb(138, 31, 92)']);
  });

  embed('no fragment, message or attribute brings markup or script into the calculator', async (page, { show }) => {
    const evil = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';
    const fragments = [
      '#' + encodeURIComponent(JSON.stringify({ lang: evil, scope: evil, theme: evil, tokens: { accent: 'url(https://x.invalid)', font: evil, text: 'red;} *{display:none' }, situation: { [evil]: evil } })),
      '#' + encodeURIComponent('{"tokens":null,"lang":{},"scope":[],"situation":{"__proto__":{"as_of":1}}}'),
      '#%',
      '#null',
      '#a1=PGI+',
      '#a9=x',
    ];
    await show(fragments.map((fragment, at) => `<iframe id="f${at}" src="${shared.origin}/embed.html?lang=en${fragment.replace(/"/g, '&quot;')}"></iframe>`).join(''));
    for (let at = 0; at < fragments.length; at++) {
      const inside = page.frameLocator(`#f${at}`);
      await inside.locator('.ask').waitFor();
      assert.deepEqual(await inside.locator('html').evaluate(() => [window.hurt, document.images.length, document.querySelectorAll('main script').length, document.documentElement.style.getPropertyValue('--font')]), [undefined, 0, 0, '']);
    }
  }, { expected: /^warning: <birth-benefits>: the situation is not used/ });

  embed('a host’s font is taken by any name, but nothing that stands for a value or fetches one', async (page, { show }) => {
    const fonts = { 'Noto Sans Variable': 'Noto Sans Variable', "'Urbanist', serif": "'Urbanist', serif", 'var(--x)': '', 'url(x)': '', 'env(safe-area-inset-top, serif)': '', 'a; b': '' };
    const frames = Object.keys(fonts).map((font) => `<iframe src="${shared.origin}/embed.html?lang=en#${encodeURIComponent(JSON.stringify({ tokens: { font } }))}"></iframe>`);
    await show(frames.join(''));
    for (const [at, [font, taken]] of Object.entries(fonts).entries()) {
      const inside = page.frameLocator('iframe').nth(at);
      await inside.locator('.ask').waitFor();
      assert.equal(await inside.locator('html').evaluate((html) => html.style.getPropertyValue('--font')), taken, font);
    }
  });

  const LEAKS = '<link rel="stylesheet" href="/host.css">';

  embed(
    'in a shadow it follows the element’s width, takes no style of the host and gives none',
    async (page, { show, host, ready }) => {
      host.file('host.css', 'html { font-size: 8px; color: rgb(9, 9, 9) } * { letter-spacing: 3px } button, .app, .benefit { display: none !important } h2 { color: rgb(1, 2, 3) }');
      await show('<h2 id="own">Host</h2><div style="width:320px"><birth-benefits id="a" mode="inline" lang="en" accent="#ffd400" style="--birth-benefits-radius: 3px"></birth-benefits></div>');
      await ready();
      const seen = await page.evaluate(() => {
        const shadow = document.getElementById('a').shadowRoot;
        const app = shadow.querySelector('.app');
        const button = getComputedStyle(shadow.querySelector('.chip'));
        return {
          size: getComputedStyle(app).fontSize,
          spacing: button.letterSpacing,
          shown: button.display !== 'none',
          direction: getComputedStyle(app).direction,
          columns: getComputedStyle(app).gridTemplateColumns.split(' ').length,
          wide: app.scrollWidth - app.clientWidth,
          radius: getComputedStyle(shadow.querySelector('.summary')).borderRadius,
          own: getComputedStyle(document.getElementById('own')).color,
        };
      });
      assert.deepEqual(seen, { size: '16px', spacing: 'normal', shown: true, direction: 'ltr', columns: 1, wide: 0, radius: '3px', own: 'rgb(1, 2, 3)' });
      const state = await page.evaluate(() => [window.history.length, location.href, document.title]);
      await page.locator('.ask .chip').first().click();
      assert.deepEqual(await page.evaluate(() => [window.history.length, location.href, document.title]), state);
    },
    { head: LEAKS, html: 'lang="ar" dir="rtl"' },
  );

  embed('in a shadow it keeps its answers when it is taken out and put in again', async (page, { show, ready }) => {
    await show(`<main><birth-benefits id="a" mode="inline" lang="en" situation='${JSON.stringify(full)}'></birth-benefits></main>`);
    await ready();
    const told = await page.evaluate(() => {
      const element = document.getElementById('a');
      element.remove();
      document.querySelector('main').append(element);
      return element.shadowRoot.querySelector('birth-benefits-app').situation;
    });
    assert.deepEqual(told, full);
    await page.waitForTimeout(300);
    const heights = await page.evaluate(() => noted.filter(({ name }) => name === 'height').map(({ detail }) => detail));
    assert.equal(heights.includes(0), false, 'a page that follows its height is told of none that is not seen');
  }, { policy: strictInline });

  embed(
    'in a shadow where the host forbids WebAssembly the twin answers',
    async (page, { show, ready }) => {
      shared.deployment.requests.length = 0;
      await show('<birth-benefits id="a" mode="inline" lang="en" scope="13"></birth-benefits>');
      await ready();
      assert.ok(shared.deployment.requests.some((path) => /core-twin/.test(path)));
      assert.ok((await page.evaluate(() => document.getElementById('a').shadowRoot.querySelector('.app').innerText)).includes(en.say('benefit.housing.priority.title')));
    },
    { policy: (at) => strictInline(at).replace(" 'wasm-unsafe-eval'", ''), expected: /WebAssembly|wasm|Content Security Policy/ },
  );
});

for (const engine of ['firefox', 'webkit'])
  test(`in ${engine} frame and shadow show the calculator, as high as its content`, { timeout: 120_000 }, async () => {
    const deployment = await serve();
    const host = await hostOf(deployment.url.slice(0, -1));
    const browser = await open(engine);
    try {
      const visitor = await browser.visitor();
      for (const mode of ['frame', 'inline']) {
        await (visitor.page ?? { goto: (url) => visitor.driver.get(url) }).goto(host.page(`${mode}.html`, `<birth-benefits id="a" mode="${mode}" lang="en" scope="leave" share="result"></birth-benefits>`));
        await visitor.until(() => ['ready', 'height', 'result'].every((event) => noted.some(({ name }) => name === event)));
        await visitor.until(() => Math.abs(document.getElementById('a').shadowRoot.firstElementChild.getBoundingClientRect().height - noted.filter(({ name }) => name === 'height').pop().detail) < 1);
        assert.equal(await visitor.evaluate((which) => !!document.getElementById('a').shadowRoot.querySelector('iframe') === (which === 'frame'), mode), true);
      }
      await visitor.close();
    } finally {
      await browser.close();
      await host.close();
      await deployment.close();
    }
  });
