/** How the pages look where the reader, or an older browser, wants it otherwise. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { fragmentOf, full } from './families.mjs';
import { anything, blocked, inChromium, remember } from './setup.mjs';
import { LANGUAGES, PAGE, wordsOf } from './words.mjs';

/** In the page: the narrowest space between two of them that stand in one line. */
function narrowest(selector) {
  const boxes = [...document.querySelectorAll(selector)].map((each) => each.getBoundingClientRect()).filter(({ width }) => width > 0);
  const gaps = boxes.flatMap((one) => boxes.filter((other) => other.left >= one.right - 1 && other.top < one.bottom && other.bottom > one.top).map((other) => other.left - one.right));
  return Math.min(...gaps);
}

describe('the look', () => {
  const visit = inChromium();

  for (const name of ['', 'about.html', 'law.html', 'embed-guide.html'])
    visit(
      `that the reader has chosen is that of ${name || 'the calculator'}`,
      async ({ page }, url) => {
        await page.goto(url + name);
        await page.locator('html[data-large][data-contrast]').waitFor({ state: 'attached' });
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).fontSize), '21.6px');
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).color), 'rgb(0, 0, 0)');
      },
      { script: remember({ large: true, contrast: true }) },
    );

  for (const name of ['en.html', 'about.en.html', 'law.en.html', 'embed-guide.en.html'])
    visit(`is chosen on ${name} for all pages`, async ({ page }, url) => {
      const words = wordsOf('en');
      await page.goto(url + name);
      const buttons = page.getByRole('group', { name: words.say('page.html.look') });
      const chosen = () => buttons.getByRole('button', { pressed: true }).allInnerTexts();
      for (const key of ['page.html.large', 'page.html.contrast']) await buttons.getByRole('button', { name: words.say(key), pressed: false }).click();
      await page.locator('html[data-large][data-contrast]').waitFor({ state: 'attached' });
      assert.deepEqual(await chosen(), [words.say('page.html.large'), words.say('page.html.contrast')]);
      await buttons.getByRole('button', { name: words.say('page.html.large') }).click();
      for (const other of [name, 'about.html']) {
        await page.goto(url + other);
        await page.locator('html[data-contrast]:not([data-large])').waitFor({ state: 'attached' });
      }
    });

  for (const name of ['', 'about.html', 'law.html', 'embed-guide.html']) {
    const isOffered = (page) => page.locator('.looks button').first().isVisible();

    visit(
      `is not to be chosen on ${name || 'the calculator'} where no script runs`,
      async ({ page }, url) => {
        await page.goto(url + name);
        assert.equal(await isOffered(page), false);
      },
      { javaScriptEnabled: false },
    );

    visit(
      `is not to be chosen on ${name || 'the calculator'} where its script does not arrive`,
      async ({ page }, url) => {
        await page.goto(url + name);
        assert.equal(await isOffered(page), false);
      },
      { hosting: { missing: (file) => file.endsWith('.js') }, expected: anything },
    );
  }

  visit(
    'tells what is chosen, and what a legend says, in the reader’s own colours too',
    async (visitor, url) => {
      await visitor.open(url + fragmentOf(full));
      const look = (selector) => visitor.page.locator(selector).first().evaluate((element) => getComputedStyle(element).backgroundColor);
      for (const [one, other] of [['.modes [aria-pressed=true]', '.modes [aria-pressed=false]'], ['.told .chip[aria-pressed=true]', '.told .chip[aria-pressed=false]']])
        assert.notEqual(await look(one), await look(other), one);
      await visitor.page.locator('[data-look=large]').click();
      assert.notEqual(await look('[data-look=large]'), await look('[data-look=contrast]'));
      for (const key of ['Tab', 'Shift+Tab']) await visitor.page.keyboard.press(key);
      const outline = await visitor.page.locator('[data-look=large]:focus-visible').evaluate((element) => getComputedStyle(element).outlineColor);
      assert.notEqual(outline, await look('.top'), 'the focus on what is chosen');
      const swatches = await visitor.evaluate(() => ['.timeline .legend .claim', '.timeline .legend .encouraged', '.paid li.employer'].map((each) => getComputedStyle(document.querySelector(each), '::before').backgroundColor));
      assert.equal(new Set(swatches).size, swatches.length, swatches.join());
    },
    { forcedColors: 'active' },
  );

  for (const lang of LANGUAGES)
    visit(
      `shows the first question without scrolling in large type on a phone, and what it came to once none is left, in ${lang}`,
      async (visitor, url) => {
        const box = (selector) => visitor.page.locator(selector).boundingBox();
        await visitor.open(url + PAGE[lang]);
        const question = await box('.ask .label');
        assert.ok(question.y > 0 && question.y + question.height <= (await box('.peek')).y, JSON.stringify(question));
        await visitor.open(url + PAGE[lang] + fragmentOf(full));
        assert.ok((await box('.summary')).y < (await box('.questions')).y);
      },
      { script: remember({ large: true }), viewport: { width: 360, height: 740 } },
    );

  visit(
    'shows the answers to a question whose help is long without scrolling in large type on a phone',
    async (visitor, url) => {
      const words = wordsOf('zh-CN');
      await visitor.open(url);
      await visitor.choose(words.label('/delivery/outcome'), words.answer('/delivery/outcome', 'birth'));
      await visitor.type(words.label('/delivery/date'), '2025-08-03');
      await visitor.click('button', words.say('page.ask.continue'));
      const answer = await visitor.page.locator('.ask [data-pointer="/mother/employed"] .chip').first().boundingBox();
      const edge = await visitor.page.locator('.peek').boundingBox();
      assert.ok(answer.y > 0 && answer.y + answer.height <= edge.y, JSON.stringify({ answer, edge }));
    },
    { script: remember({ large: true }), viewport: { width: 360, height: 740 } },
  );

  visit('has the dates of a table as large as what they are dates of', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    await visitor.page.locator('.as-table > summary').click();
    const sizes = await visitor.evaluate(() => [...document.querySelectorAll('.timeline tbody :is(th, td)')].map((cell) => getComputedStyle(cell).fontSize));
    assert.ok(sizes.length > 0);
    assert.equal(new Set(sizes).size, 1, sizes.join());
  });

  visit(
    'keeps what is touched apart in a browser whose rows know no gap',
    async (visitor, url) => {
      const { page } = visitor;
      await page.route(/\.css$/, async (route) => {
        const response = await route.fetch();
        const old = (await response.text()).replace('@supports not (inset:0)', '@supports (inset:0)').replace(/([;{])(column-|row-)?gap:/g, '$1--none:');
        await route.fulfill({ response, body: old });
      });
      await page.goto(url);
      await page.locator('.ask .chip').first().waitFor();
      for (const touched of ['.ask .chip', '.tools a', '.tools button', '.beginnings .chip']) assert.ok((await page.evaluate(narrowest, touched)) >= 4, touched);
    },
    { serviceWorkers: 'block', expected: blocked, viewport: { width: 360, height: 740 } },
  );
});
