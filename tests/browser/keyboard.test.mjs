/** Everything can be done with the keyboard, and one always sees where one is. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { nativeBatch } from '../wasm/core.mjs';
import { at, fragmentOf, full } from './families.mjs';
import { inChromium, remember } from './setup.mjs';
import { filled, wordsOf } from './words.mjs';

const zh = wordsOf('zh-CN');

/** In the page: what has the focus, and whether one sees it. */
function focused() {
  const element = document.activeElement;
  if (element === document.body) return null;
  const box = element.getBoundingClientRect();
  const [x, height] = [box.x + Math.min(box.width / 2, 40), Math.min(box.height, innerHeight - Math.max(box.top, 0))];
  const isHit = (hit) => hit !== null && (hit === element || element.contains(hit) || hit.contains(element) || hit.closest('label')?.contains(element) === true);
  return {
    what: `${element.localName} “${(element.getAttribute('aria-label') ?? element.innerText ?? '').trim().slice(0, 40)}” ${element.id}`,
    text: element.innerText?.replace(/\s+/g, ' ').trim(),
    field: element.localName === 'input' && element.type === 'text' ? element.closest('[data-pointer]')?.dataset.pointer : undefined,
    question: element.closest('section')?.getAttribute('aria-labelledby') === 'ask-title',
    // What is higher than the window cannot be in it as a whole.
    inView: box.left > -1 && box.right < innerWidth + 1 && box.top > -1 && (box.bottom < innerHeight + 1 || box.height > innerHeight / 2),
    uncovered: [2, Math.min(height / 2, 20), height - 2].every((y) => isHit(document.elementFromPoint(x, box.y + y))),
  };
}

/** In the page: the element that had the focus at the last call, if it looks the same without it: then nothing had marked it. */
function unmarked() {
  const what = (element) => `${element.localName} “${(element.getAttribute('aria-label') ?? element.innerText ?? '').trim().slice(0, 40)}” ${element.id}`;
  const marksOf = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return `${outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2} ${boxShadow}`;
  };
  const { element, marks } = window.lastStop ?? {};
  const now = document.activeElement;
  window.lastStop = now === document.body ? undefined : { element: now, marks: marksOf(now) };
  return element?.isConnected && element !== now && marksOf(element) === marks ? what(element) : undefined;
}

/** Walks on with Tab until it is the one. */
async function tabTo(page, isIt, most = 80) {
  const passed = [];
  for (let tabs = 0; tabs < most; tabs++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(focused);
    if (here && isIt(here)) return here;
    passed.push(here?.what);
  }
  assert.fail(`not reached with the keyboard; passed ${passed.join(' | ')}`);
}

describe('keyboard', () => {
  const visit = inChromium();

  visit('the first stop leads past the head of the page', async (visitor, url) => {
    await visitor.open(url);
    await visitor.page.keyboard.press('Tab');
    const first = await visitor.page.evaluate(focused);
    assert.equal(first.text, zh.say('page.html.skip'));
    assert.ok(first.inView);
    await visitor.page.keyboard.press('Enter');
    assert.equal(await visitor.evaluate(() => document.activeElement.id), 'main');
  });

  visit('a whole family is told, and the result taken along, without a mouse', async (visitor, url) => {
    const { page } = visitor;
    const asked = () => page.evaluate(() => document.querySelector('#ask-title').closest('section').querySelector('[data-pointer]')?.dataset.pointer);
    await visitor.open(url);
    await tabTo(page, ({ text }) => text === zh.say('page.questions.day').replace('{as_of}', '').trim() || /^summary/.test(text) || zh.like('page.questions.day').test(text ?? ''));
    await page.keyboard.press('Enter');
    await tabTo(page, ({ field }) => field === '/as_of');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(full.as_of);
    await tabTo(page, ({ question }) => question);
    for (let pointer, questions = 0; (pointer = await asked()) !== undefined; questions++) {
      assert.ok(questions < 60);
      const told = at(full, pointer);
      const isHere = (here) => here?.question && (here.field === pointer || (here.field === undefined && here.text === zh.answer(pointer, told)));
      // The focus stands on the new question: its field, or just before its answers.
      if (!isHere(await page.evaluate(focused))) await tabTo(page, isHere, 20);
      if ((await page.evaluate(focused)).field === pointer) await page.keyboard.type(String(told));
      await page.keyboard.press('Enter');
    }
    const { as_of } = await page.evaluate(() => document.querySelector('birth-benefits-app').situation);
    assert.equal(as_of, full.as_of);
    await tabTo(page, ({ text }) => text === zh.say('page.take.document'), 500);
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    assert.match(file.suggestedFilename(), /\.json$/);
  });

  for (const [what, options] of [
    ['on a desktop', {}],
    ['on a phone', { viewport: { width: 360, height: 640 } }],
    ['in dark mode', { colorScheme: 'dark' }],
    ['in high contrast', { script: remember({ contrast: true }) }],
  ]) {
    visit(
      `every stop is seen, and the way leads out at the end, ${what}`,
      async (visitor, url) => {
        const { page } = visitor;
        await visitor.open(url + fragmentOf(full));
        await page.locator('#results summary').first().click();
        await page.evaluate(() => {
          document.activeElement.blur();
          scrollTo(0, 0);
          getSelection().removeAllRanges();
        });
        const unseen = [];
        const stops = new Set();
        for (let tabs = 0; ; tabs++) {
          assert.ok(tabs < 600, 'the way never ends');
          await page.keyboard.press('Tab');
          // What comes near the window is laid out with the next frame, after which the page goes where the stop is seen.
          await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(seen)))));
          const passed = await page.evaluate(unmarked);
          if (passed !== undefined) unseen.push(`not marked: ${passed}`);
          const here = await page.evaluate(focused);
          if (here === null) {
            if (tabs > 5) break;
            continue;
          }
          stops.add(here.what);
          for (const quality of ['inView', 'uncovered']) if (!here[quality]) unseen.push(`not ${quality}: ${here.what}`);
        }
        assert.deepEqual(unseen, []);
        assert.ok(stops.size > 30);
      },
      // A page that glides would be measured on its way.
      { reducedMotion: 'reduce', ...options, timeout: 90_000 },
    );
  }

  /** In the page: whether the focus is on something, and on which question or words. */
  const standing = () => {
    const element = document.activeElement;
    return { on: element.closest('[data-pointer]')?.dataset.pointer ?? element.textContent.trim(), seen: element !== document.body && element.getClientRects().length > 0 };
  };
  const takeBack = async ({ page }, pointer) => {
    await page.locator(`.told [data-pointer="${pointer}"] .foot button.quiet`).focus();
    await page.keyboard.press('Enter');
    return page.evaluate(standing);
  };
  const unfoldTold = ({ page }) => page.evaluate(() => (document.querySelector('details.told').open = true));

  visit('an answer that is taken back leaves the focus on the next one, and at the end on what held them', async (visitor, url) => {
    await visitor.open(url + fragmentOf({ as_of: '2024-06-01', lawful_birth: true, mother: { employed: true, childcare_job: false } }));
    await unfoldTold(visitor);
    assert.deepEqual(await takeBack(visitor, '/lawful_birth'), { on: '/mother/employed', seen: true });
    assert.equal(await visitor.evaluate(() => document.querySelector('.ask [data-pointer]').dataset.pointer), '/lawful_birth', 'and is asked for next');
    const summary = zh.say('page.questions.told').replace('{count}', '1');
    assert.deepEqual(await takeBack(visitor, '/mother/childcare_job'), { on: summary, seen: true });
    assert.deepEqual(await takeBack(visitor, '/mother/employed'), { on: zh.say('page.questions.title'), seen: true });
  });

  visit('with all questions on screen it stays on the one whose answer was taken back', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    await visitor.click('button', zh.say('page.questions.all'));
    await visitor.page.locator('[data-pointer="/delivery/babies"] .foot button.quiet').focus();
    await visitor.press('Enter');
    assert.deepEqual(await visitor.evaluate(standing), { on: '/delivery/babies', seen: true });
  });

  visit('a child that is removed leaves it on the one in its place, or on what follows', async (visitor, url) => {
    await visitor.open(url + fragmentOf({ as_of: '2024-06-01', children: [{ birth_date: '2019-08-15' }, { birth_date: '2015-02-28' }], elders: [{ hospitalised: true }] }));
    await unfoldTold(visitor);
    const remove = async (at) => {
      await visitor.page.locator('.told .entry-head button').nth(at).focus();
      await visitor.press('Enter');
      return visitor.evaluate(standing);
    };
    assert.deepEqual(await remove(0), { on: '/children/0/birth_date', seen: true });
    assert.deepEqual((await visitor.evaluate(() => document.querySelector('birth-benefits-app').situation)).children, [{ birth_date: '2015-02-28' }]);
    assert.deepEqual(await remove(0), { on: '/elders', seen: true });
  });

  visit('results are announced politely after a pause, not at every keystroke', async (visitor, url) => {
    const { page } = visitor;
    await visitor.open(url + fragmentOf(full));
    await page.evaluate(() => {
      window.announcements = [];
      const told = [...document.querySelectorAll('[role=status], [aria-live]')];
      for (const region of told) new MutationObserver(() => window.announcements.push(region.textContent.trim())).observe(region, { childList: true, characterData: true, subtree: true });
    });
    const field = page.getByRole('textbox', { name: zh.label('/mother/monthly_wage_yuan'), exact: true });
    await field.fill('');
    await field.pressSequentially('6300', { delay: 50 });
    await field.blur();
    await page.waitForTimeout(1500);
    const heard = (await page.evaluate(() => window.announcements)).filter((text) => text !== '');
    assert.ok(heard.length >= 1 && heard.length <= 2, JSON.stringify(heard));
    const { summary } = JSON.parse(nativeBatch([JSON.stringify({ ...full, mother: { ...full.mother, monthly_wage_yuan: 6300 } })], false)[0]);
    const amount = summary.leave_pay_yuan.mother.toLocaleString('en', { minimumFractionDigits: 2 });
    assert.ok(heard.at(-1).includes(`${zh.say('page.summary.pay.mother')} ${filled(zh.say('form.money'), { amount })}`), heard.at(-1));
  });
});
