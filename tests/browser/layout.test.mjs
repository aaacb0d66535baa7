/** Small screens, large type, thick fingers. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { inEveryState, unfoldAll } from './accessible.mjs';
import { fragmentOf, full, states } from './families.mjs';
import { inChromium, remember } from './setup.mjs';
import { LANGUAGES, PAGE, wordsOf } from './words.mjs';

const SCREENS = {
  '320 px': { viewport: { width: 320, height: 640 } },
  '360 px': { viewport: { width: 360, height: 740 } },
  // As wide as the first, in pixels of its own: one language shows whether anything depends on the height.
  '1280 px at 400 %': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4, languages: ['en'] },
  '320 px, large type': { viewport: { width: 320, height: 640 }, script: remember({ large: true }) },
  '768 px': { viewport: { width: 768, height: 1024 } },
};

/** The second is the narrowest on which the calendar stands beside the questions. */
const WIDER = {
  '1440 px': { viewport: { width: 1440, height: 900 } },
  '1000 px, large type': { viewport: { width: 1000, height: 740 }, script: remember({ large: true }) },
};

/** In the page: what makes it wider than the screen. */
function tooWide() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = (element) => element && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  return [
    `page ${document.documentElement.scrollWidth} px`,
    ...[...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement))
      .slice(0, 4)
      .map((element) => `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 30)}”`),
  ];
}

/** In the page: labels of a drawing that stand over each other or outside it. */
const muddled = () =>
  [...document.querySelectorAll('svg')].flatMap((drawing) => {
    const { left, right } = drawing.getBoundingClientRect();
    const labels = [...drawing.querySelectorAll('text')].filter((text) => text.getClientRects().length > 0).map((text) => ({ name: text.textContent, box: text.getBoundingClientRect() }));
    return labels.flatMap(({ name, box }, i) => [
      ...(box.left < left - 8 || box.right > right + 8 ? [`${name} stands outside`] : []),
      ...labels.slice(i + 1).filter((other) => other.box.left < box.right && box.left < other.box.right).map((other) => `${name} and ${other.name} overlap`),
    ]);
  });

/** In the page: text that its own box cuts off. */
const cutOff = () =>
  [...document.querySelectorAll('main *, header *, footer *')]
    .filter((element) => {
      const { overflowX, overflowY, clip, clipPath, position } = getComputedStyle(element);
      const hidden = /hidden|clip/.test(overflowX + overflowY) && !(position === 'absolute' && (clip !== 'auto' || clipPath !== 'none'));
      return hidden && element.clientWidth > 1 && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) && element.innerText?.trim();
    })
    .map((element) => `${element.localName}.${element.className} “${element.innerText.trim().slice(0, 30)}”`);

/** In the page: what a finger could miss. */
const tooSmall = () =>
  [...document.querySelectorAll('button, summary, a[href], input, [role=button]')]
    .filter((element) => element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true }))
    // A field inside a label is touched by touching the label.
    .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
    .filter(({ element, box }) => !(element.matches('.skip, .unseen') || (box.width >= 44 && box.height >= 44)))
    .map(({ element, box }) => `${element.localName}${element.type ? `[${element.type}]` : ''} “${(element.getAttribute('aria-label') ?? element.innerText).trim().slice(0, 24)}” ${box.width.toFixed(0)}×${box.height.toFixed(0)}`);

describe('layout', () => {
  const visit = inChromium();

  for (const [screen, { languages = LANGUAGES, ...options }] of Object.entries(SCREENS)) {
    for (const lang of languages) {
      visit(
        `nothing scrolls sideways and no text is cut off at ${screen}, in ${lang}`,
        async (visitor, url) => {
          const faults = [];
          await inEveryState(visitor, url + PAGE[lang], async (state) => {
            faults.push(...(await visitor.evaluate(tooWide)).map((fault) => `${state}: ${fault}`));
          });
          await inEveryState(visitor, url + PAGE[lang], async (state) => {
            await unfoldAll(visitor.page);
            faults.push(...(await visitor.evaluate(tooWide)).map((fault) => `${state}, unfolded: ${fault}`));
            faults.push(...(await visitor.evaluate(cutOff)).map((fault) => `${state}, cut off: ${fault}`));
          });
          await visitor.click('button', wordsOf(lang).say('page.questions.all'));
          faults.push(...(await visitor.evaluate(tooWide)).map((fault) => `all questions: ${fault}`));
          assert.deepEqual(faults, []);
        },
        { timeout: 180_000, ...options },
      );
    }
  }

  for (const [screen, { languages: _, ...options }] of Object.entries({ ...SCREENS, ...WIDER })) {
    visit(
      `the labels of the calendar can be told apart at ${screen}`,
      async (visitor, url) => {
        const faults = [];
        await inEveryState(visitor, url, async (state) => {
          faults.push(...(await visitor.evaluate(muddled)).map((fault) => `${state}: ${fault}`));
        });
        assert.deepEqual(faults, []);
      },
      options,
    );
  }

  visit(
    'on a phone the calendar names months around the birth and years in short after them, so that none but a neighbour of one said in full is left out',
    async (visitor, url) => {
      const situation = { as_of: '2026-11-27', lawful_birth: true, mother: { employed: true }, delivery: { outcome: 'birth', date: '2026-12-25' } };
      await visitor.open(url + fragmentOf(situation));
      const labels = await visitor.evaluate(() => {
        const isSeen = (node) => node.nodeType === Node.TEXT_NODE || (node.nodeType === Node.ELEMENT_NODE && getComputedStyle(node).display !== 'none');
        const seen = (text) => [...text.childNodes].filter(isSeen).map((node) => node.textContent);
        return [...document.querySelectorAll('.axis text')].filter(isSeen).map((text) => seen(text).join(''));
      });
      assert.deepEqual(labels, ['2027', '7月', '10月', '2028', '30', '31', '32', '33']);
    },
    { viewport: { width: 360, height: 740 } },
  );

  for (const [state, situation] of Object.entries(states)) {
    visit(
      `summary, questions and results share the first screen of a desktop: ${state}`,
      async (visitor, url) => {
        await visitor.open(url + (situation ? fragmentOf(situation) : ''));
        // Before the document is in force there are no results.
        const parts = ['summary', 'questions', ...(state === 'not in force' ? [] : ['results'])];
        const tops = await visitor.evaluate((parts) => Object.fromEntries(parts.map((name) => [name, Math.round(document.getElementById(`${name}-title`).getBoundingClientRect().top)])), parts);
        for (const [name, top] of Object.entries(tops)) assert.ok(top < 900, `${name} at ${top} px`);
        assert.ok(tops.summary < tops.questions, 'the summary comes first');
      },
      { viewport: { width: 1440, height: 900 } },
    );
  }

  for (const look of [{}, { large: true }]) {
    visit(
      `the tiles of the summary stand in full rows${look.large ? ', in large type' : ''}`,
      async (visitor, url) => {
        await visitor.open(url + fragmentOf(full));
        const rows = [];
        for (let width = 320; width <= 1440; width += 32) {
          await visitor.page.setViewportSize({ width, height: 900 });
          const tops = await visitor.evaluate(() => [...document.querySelectorAll('.tile')].map((tile) => tile.getBoundingClientRect().top));
          assert.equal(tops.length, 4);
          rows.push(new Set(tops).size);
        }
        assert.deepEqual([...new Set(rows)], [4, 2, 1]);
      },
      { script: remember(look) },
    );
  }

  for (const lang of LANGUAGES) {
    visit(
      `what the line at the bottom edge has no room for begins a line below the first, in ${lang}`,
      async (visitor, url) => {
        await inEveryState(visitor, url + PAGE[lang], async (state) => {
          if (state === 'not in force') return;
          const { icon, parts } = await visitor.evaluate(() => {
            const box = (element) => element.getBoundingClientRect().toJSON();
            const shown = [...document.querySelectorAll('.peek > span')].filter((part) => part.getClientRects().length > 0);
            return { icon: box(document.querySelector('.peek svg')), parts: shown.map(box) };
          });
          assert.ok(parts.length > 0, state);
          const beginning = parts[0].left;
          for (const [i, { left, top, right }] of parts.entries()) {
            assert.ok(left > icon.right && right <= 360, `${state}: from ${left} to ${right} px`);
            assert.ok(i === 0 || top === parts[i - 1].top || left === beginning, `${state}: a line begins at ${left} px, not ${beginning}`);
          }
        });
      },
      { viewport: { width: 360, height: 740 } },
    );
  }

  for (const lang of LANGUAGES)
    visit(
      `the first question can be answered on the first screen of a phone, in ${lang}`,
      async (visitor, url) => {
        await visitor.open(url + PAGE[lang]);
        const [answer, line] = await visitor.evaluate(() => ['.ask .chip', '.peek'].map((part) => document.querySelector(part).getBoundingClientRect()));
        assert.ok(answer.height > 0 && answer.bottom < line.top, `${answer.bottom} of ${line.top} px`);
      },
      { viewport: { width: 360, height: 740 } },
    );

  for (const lang of LANGUAGES)
    visit(
      `on a phone, whoever goes on finds an answer to the next question in sight, in ${lang}`,
      async (visitor, url) => {
        const { page } = visitor;
        await visitor.open(url + PAGE[lang]);
        for (let asked = 0; asked < 8; asked += 1) {
          const question = await page.locator('.ask .field').getAttribute('data-pointer');
          // As a finger does, which touches what it sees: nothing is brought into view for it.
          await page.locator('.ask').evaluate((ask, date) => {
            const field = ask.querySelector('input[type=text]');
            if (!field) return ask.querySelector('.chip').click();
            field.value = date;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            return undefined;
          }, '2024-03-01');
          if (await page.locator('.ask .primary').count()) await page.locator('.ask .primary').evaluate((next) => next.click());
          await page.waitForFunction((last) => document.querySelector('.ask .field')?.dataset.pointer !== last, question);
          await page.waitForTimeout(300);
          const [answer, line] = await visitor.evaluate(() => ['.ask :is(.chip, .entry)', '.peek'].map((part) => document.querySelector(part).getBoundingClientRect()));
          assert.ok(answer.top > 0 && answer.bottom <= line.top, `after ${question}: ${answer.top} to ${answer.bottom} of ${line.top} px`);
        }
      },
      { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' },
    );

  for (const [state, place] of Object.entries({ partly: 'summary', full: 'results' }))
    visit(
      `on a phone the line at the bottom edge leads on to the ${place}: ${state}`,
      async (visitor, url) => {
        await visitor.open(url + fragmentOf({ full, ...states }[state]));
        await visitor.page.locator('#questions-title').evaluate((title) => title.scrollIntoView());
        await visitor.page.locator('.peek').click();
        await visitor.page.waitForFunction((id) => document.activeElement.id === id, place);
        const { y } = await visitor.page.locator(`#${place}`).boundingBox();
        assert.ok(y > -1 && y < 100, `${y} px`);
      },
      { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' },
    );

  for (const lang of LANGUAGES) {
    visit(
      `the standard table does not scroll sideways without JavaScript at 320 px, in ${lang}`,
      async ({ page }, url) => {
        await page.goto(url + PAGE[lang]);
        assert.deepEqual(await page.evaluate(tooWide), []);
      },
      { javaScriptEnabled: false, viewport: { width: 320, height: 640 } },
    );

    visit(
      `every target is 44 px high and wide at 360 px, in ${lang}`,
      async (visitor, url) => {
        const small = new Set();
        await inEveryState(visitor, url + PAGE[lang], async () => {
          await unfoldAll(visitor.page);
          for (const target of await visitor.evaluate(tooSmall)) small.add(target);
        });
        await visitor.open(url + PAGE[lang] + fragmentOf(full));
        await visitor.click('button', wordsOf(lang).say('page.questions.all'));
        await visitor.click('button', wordsOf(lang).say('page.take.link'));
        await unfoldAll(visitor.page);
        for (const target of await visitor.evaluate(tooSmall)) small.add(target);
        assert.deepEqual([...small], []);
      },
      { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, timeout: 180_000 },
    );

    visit(
      `no link to what stands below is left over for a line of its own at 360 px, in ${lang}`,
      async (visitor, url) => {
        await visitor.open(url + PAGE[lang] + fragmentOf(full));
        const tops = await visitor.page.locator('.contents a').evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
        assert.equal(tops.length, 4);
        assert.ok(tops[3] === tops[2], `the lines at ${tops}`);
      },
      { viewport: { width: 360, height: 740 } },
    );

    visit(
      `wider letters, words and lines (WCAG 1.4.12) cut nothing off at 360 px, in ${lang}`,
      async (visitor, url) => {
        await visitor.open(url + PAGE[lang] + fragmentOf(full));
        await visitor.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
          document.adoptedStyleSheets = [sheet];
        });
        await unfoldAll(visitor.page);
        assert.deepEqual(await visitor.evaluate(tooWide), []);
        assert.deepEqual(await visitor.evaluate(cutOff), []);
      },
      { viewport: { width: 360, height: 740 } },
    );
  }

  visit('a field brings the keyboard that suits it', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    const words = wordsOf('zh-CN');
    const modes = {};
    for (const pointer of ['/delivery/date', '/mother/monthly_wage_yuan'])
      modes[pointer] = await visitor.page.getByRole('textbox', { name: words.label(pointer), exact: true }).first().getAttribute('inputmode');
    assert.deepEqual(modes, { '/delivery/date': 'numeric', '/mother/monthly_wage_yuan': 'decimal' });
  });

  visit(
    'nothing moves where the reader wants no motion',
    async (visitor, url) => {
      await visitor.open(url + fragmentOf(full));
      await visitor.page.locator('#results summary').first().click();
      await visitor.click('button', wordsOf('zh-CN').say('page.html.large'));
      const moving = await visitor.evaluate(() => document.getAnimations().filter((a) => Number(a.effect?.getTiming().duration) > 1).length);
      assert.equal(moving, 0);
      assert.notEqual(await visitor.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), 'smooth');
    },
    { reducedMotion: 'reduce' },
  );
});
