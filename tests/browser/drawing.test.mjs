/** The page is drawn in pieces, and only what changed: it must not show, whatever was typed before. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { at, fragmentOf, full, states } from './families.mjs';
import { inChromium } from './setup.mjs';
import { drawn, tell } from './visitor.mjs';
import { wordsOf } from './words.mjs';

const zh = wordsOf('zh-CN');

/** On a desk the summary is in the window beside the first of the answers, and out of it beside the last. */
const SCREENS = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 2000 } };

/** In the page: brings a field into the window, and waits until the page, which looked first, sees that it has moved. */
async function show([pointer]) {
  const field = document.querySelector(`[data-pointer="${pointer}"]`);
  field.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const seen = await new Promise((resolve) => {
    const observer = new IntersectionObserver(() => resolve(observer));
    observer.observe(field);
  });
  seen.disconnect();
}

/** In the page: types into a field as a keyboard does, but leaves the focus alone. */
function type([pointer, text]) {
  const input = document.querySelector(`[data-pointer="${pointer}"] input[type=text]`);
  if (!input) throw new Error(`no field for ${pointer}`);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** In the page: what the answers come to in short, as far as it is in the window: the summary, or the line at the bottom edge. */
const inSight = () =>
  [...document.querySelectorAll('.summary, .peek')]
    .filter((part) => {
      const { top, bottom, height } = part.getBoundingClientRect();
      return height > 0 && bottom > 0 && top < innerHeight && getComputedStyle(part).visibility === 'visible';
    })
    .map((part) => part.textContent);

/** In the page: what each card says and how it is coloured, by its benefit; of those alone that are more in the window than not, or of all. */
const cards = (all) =>
  [...document.querySelectorAll('.results .benefit')]
    .filter((card) => {
      const { top, bottom, height } = card.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      return all || (height > 0 && middle > 0 && middle < innerHeight);
    })
    .map((card) => [card.dataset.benefit, `${card.className}: ${card.textContent}`]);

/** In the page: everything it says of the answers, but for what differs by the way there. */
const said = () =>
  ['summary', 'results', 'timeline', 'payers', 'notes'].map((name) =>
    document
      .querySelector(`.app > .${name}`)
      ?.outerHTML.replace(/<!--.*?-->/g, '')
      .replace(/ data-in-sight=""/g, ''),
  );

async function unfoldAnswers(page) {
  await page.evaluate(() => (document.querySelector('details.told').open = true));
  await page.waitForSelector('details.told [data-pointer]');
}

describe('drawing', () => {
  const visit = inChromium();

  const TYPED = [
    ['/mother/monthly_wage_yuan', '5'],
    ['/mother/monthly_wage_yuan', '5x'],
    ['/delivery/date', '2024-03-'],
    ['/mother/monthly_wage_yuan', '8000'],
    ['/delivery/date', ''],
    ['/delivery/date', '2024-05-20'],
    ['/children/0/birth_date', '2023-01-01'],
    ['/delivery/date', '2031-01-01'],
    ['/father/monthly_wage_yuan', ''],
    ['/delivery/date', '2024-02-29'],
  ];
  for (const [name, viewport] of Object.entries(SCREENS))
    visit(
      `on a ${name}, a page that was typed into says what one opened with the same answers says`,
      async (visitor, url) => {
        const { page } = visitor;
        const fresh = await page.context().newPage();
        await visitor.open(url + fragmentOf(full));
        await unfoldAnswers(page);
        let seen = 0;
        let told = 0;
        for (const typed of TYPED) {
          await page.evaluate(show, typed);
          const [atOnce, cardsAtOnce] = await page.evaluate(`(${type})(${JSON.stringify(typed)}); [(${inSight})(), (${cards})()]`);
          seen += atOnce.length;
          await page.evaluate(drawn);
          const after = new Map(await page.evaluate(cards, true));
          for (const [benefit, said] of cardsAtOnce) if (after.has(benefit)) assert.equal(said, after.get(benefit), `${typed}: the card in sight changes with the keystroke`);
          told += cardsAtOnce.length;
          assert.deepEqual(await page.evaluate(inSight), atOnce, `${typed}: what is in sight changes with the keystroke`);
          const open = await page.evaluate(() => document.querySelector('birth-benefits-app').reader.session.openQuestions.length);
          assert.equal((await page.locator('#ask-title').textContent()).trim() === zh.say('page.ask.done'), open === 0, `${typed}: whether all is answered`);
          const situation = await page.evaluate(() => document.querySelector('birth-benefits-app').situation);
          await fresh.goto('about:blank');
          await fresh.goto(url + fragmentOf(situation));
          await fresh.waitForFunction(() => document.querySelector('birth-benefits-app input[type=checkbox]'));
          await fresh.evaluate(drawn);
          assert.deepEqual(await page.evaluate(said), await fresh.evaluate(said), typed.join(' '));
        }
        assert.ok(seen > 0, 'something of it was in sight');
        assert.equal(told > 0, name === 'desk', 'cards stand beside the answers on a desk alone');
      },
      { viewport },
    );

  visit(
    'a question that is asked for is on the table at once, also while another field is being written in',
    async (visitor, url) => {
      const { page } = visitor;
      await visitor.open(url + fragmentOf(full));
      await unfoldAnswers(page);
      await page.evaluate(show, ['/delivery/date']);
      const pointer = '/father/monthly_wage_yuan';
      await page.evaluate(type, ['/delivery/date', '2024-03-']);
      const focused = await page.evaluate((asked) => {
        document.querySelector('birth-benefits-app').reader.ask(asked);
        return document.activeElement.closest('.ask [data-pointer]')?.dataset.pointer;
      }, pointer);
      assert.equal(focused, pointer);
    },
    { viewport: SCREENS.phone },
  );

  visit(
    'the calendar says for whom and how much also where no date changes',
    async (visitor, url) => {
      const { page } = visitor;
      const calendar = () => page.locator('.timeline').textContent();
      const born = { ...full, children: [{ birth_date: '2023-03-01' }] };
      for (const [situation, pointer, value] of [
        [full, '/elders/0/child', 'father'],
        [born, '/assumptions/leave.parental.children', 'per_child'],
      ]) {
        await visitor.open(url + fragmentOf(situation));
        const before = await calendar();
        const told = () => page.evaluate(() => JSON.stringify(document.querySelector('birth-benefits-app').reader.session.result.timeline));
        const dates = await told();
        await tell(page, pointer, value);
        await page.evaluate(drawn);
        assert.equal(await told(), dates);
        const after = await calendar();
        assert.notEqual(after, before, pointer);
        const now = await page.evaluate(() => document.querySelector('birth-benefits-app').situation);
        await page.goto('about:blank');
        await visitor.open(url + fragmentOf(now));
        assert.equal(after, await calendar(), pointer);
      }
    },
    { viewport: SCREENS.desk },
  );

  visit(
    'a card keeps the focus on its way to another verdict',
    async (visitor, url) => {
      const { page } = visitor;
      await visitor.open(url + fragmentOf(states.full));
      await unfoldAnswers(page);
      const card = () => document.activeElement.closest('.benefit')?.classList[1];
      await page.locator('.benefit.entitled > summary', { hasText: zh.say('benefit.work.nursing_break.title') }).focus();
      await page.evaluate(() => (window.held = document.activeElement));
      assert.equal(await page.evaluate(card), 'entitled');
      for (const [date, verdict] of [
        ['', 'unknown'],
        [at(full, '/delivery/date'), 'entitled'],
      ]) {
        await page.evaluate(type, ['/delivery/date', date]);
        await page.evaluate(drawn);
        assert.equal(await page.evaluate(card), verdict);
        assert.ok(await page.evaluate(() => document.activeElement === window.held));
      }
    },
    { viewport: SCREENS.desk },
  );

  visit(
    'the line at the bottom edge shows once the summary that it repeats is out of sight',
    async (visitor, url) => {
      const { page } = visitor;
      await visitor.open(url + fragmentOf(full));
      const line = page.locator('.peek');
      await line.waitFor({ state: 'hidden' });
      await page.locator('.questions').evaluate((questions) => questions.scrollIntoView({ block: 'start', behavior: 'instant' }));
      await page.evaluate(() => scrollBy({ top: 20, behavior: 'instant' }));
      await line.waitFor({ state: 'visible' });
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await line.waitFor({ state: 'hidden' });
    },
    { viewport: SCREENS.phone },
  );
});
