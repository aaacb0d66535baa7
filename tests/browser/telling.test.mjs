/** What is told is what was meant: amounts as people write them, the questions that follow, and what a browser keeps of it. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { fragmentOf, full } from './families.mjs';
import { inChromium } from './setup.mjs';
import { tell } from './visitor.mjs';
import { wordsOf } from './words.mjs';

const zh = wordsOf('zh-CN');
const situation = () => document.querySelector('birth-benefits-app').situation;
const asked = () => document.querySelector('.ask [data-pointer]')?.dataset.pointer;
const kept = () => JSON.parse(localStorage.getItem('birth-benefits.answers'));

/** Another day than the machine's. */
const clock = (day) => `Date = class extends Date { constructor(...given) { super(...(given.length ? given : [${Date.parse(`${day}T04:00:00Z`)}])); } static now() { return ${Date.parse(`${day}T04:00:00Z`)}; } };`;

describe('telling', () => {
  const visit = inChromium();

  const AMOUNTS = {
    6500: ['6500', '6,500', '6 500', '￥6,500', '¥6500', '６５００', '6500元', '6,500 元', '6500块', '6500 위안', '6500 yuan', '6500원', '6500.', '6.5千', '0.65万元'],
    6500.5: ['6500.50', '6,500.5', '6500.50元'],
    1234567: ['1,234,567'],
  };
  visit('an amount may be written in any usual way, and one that can be read in two is not taken', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    const wage = visitor.page.locator('[data-pointer="/father/monthly_wage_yuan"]');
    await visitor.evaluate(() => (document.querySelector('details.told').open = true));
    for (const [amount, ways] of Object.entries(AMOUNTS))
      for (const way of ways) {
        await wage.locator('input').fill(way);
        assert.equal((await visitor.evaluate(situation)).father.monthly_wage_yuan ?? (await wage.locator('.fault').textContent()), Number(amount), way);
      }
    for (const way of ['6500,50', '6500 50', '12,34', '6,5', '1,2,3', '6.500,00', '6천5', '-5', '千六']) {
      await wage.locator('input').fill(way);
      assert.equal((await visitor.evaluate(situation)).father.monthly_wage_yuan, undefined, way);
      assert.ok((await wage.locator('.fault').textContent()).length > 3, way);
    }
  });

  visit('the calendar beside a date opens at the day that was typed, and a day chosen there is told', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    await visitor.evaluate(() => (document.querySelector('details.told').open = true));
    const field = visitor.page.locator('[data-pointer="/delivery/date"]');
    const calendar = field.locator('input[type=date]');
    for (const [typed, day] of [['2024-03-09', '2024-03-09'], ['2024-03-', ''], ['2024.4.1', '2024-04-01']]) {
      await field.locator('input[type=text]').fill(typed);
      await calendar.click();
      assert.equal(await calendar.inputValue(), day, typed);
      await visitor.page.keyboard.press('Escape');
    }
    await calendar.fill('2024-05-20');
    assert.equal((await visitor.evaluate(situation)).delivery.date, '2024-05-20');
    assert.equal(await field.locator('input[type=text]').inputValue(), '2024-05-20');
    await field.locator('input[type=text]').fill('');
    await calendar.fill('2024-05-20');
    assert.equal((await visitor.evaluate(situation)).delivery.date, '2024-05-20', 'the same day once more');
  });

  visit('questions about what a reader has chosen to tell of come next', async (visitor, url) => {
    await visitor.open(`${url}${fragmentOf({ as_of: '2024-06-01' })}`);
    const beginnings = visitor.page.locator('.beginnings');
    await beginnings.getByRole('button', { name: zh.say('page.group.elders'), exact: true }).click();
    assert.equal(await visitor.evaluate(asked), '/elders');
    assert.equal(await beginnings.getByRole('button', { name: zh.say('page.group.elders'), exact: true }).count(), 0, 'it has begun');
    await visitor.page.locator('.ask').getByRole('button', { name: '1', exact: true }).click();
    const seen = [];
    while ((await visitor.evaluate(asked)).startsWith('/elders/')) {
      seen.push(await visitor.evaluate(asked));
      await visitor.page.locator('.ask .actions button').click();
    }
    assert.ok(seen.length >= 3, seen.join(' '));
    assert.equal(new Set(seen).size, seen.length, 'what is passed over is not asked again at once');
    assert.equal(await visitor.evaluate(asked), '/delivery/outcome', 'then the usual order goes on');
  });

  visit('answers that are kept are answered as of the day they are found', async (visitor, url) => {
    await visitor.page.addInitScript(`if (location.protocol === 'about:') {} else if (!sessionStorage.getItem('later')) { ${clock('2027-01-05')} } else { ${clock('2027-09-26')} }`);
    await visitor.open(url);
    await visitor.click('checkbox', zh.say('page.keep'));
    await tell(visitor, '/lawful_birth', true);
    await visitor.until(() => localStorage.getItem('birth-benefits.answers').includes('lawful_birth'));
    assert.equal((await visitor.evaluate(situation)).as_of, '2027-01-05');
    await visitor.evaluate(() => sessionStorage.setItem('later', '1'));
    await visitor.reload();
    assert.deepEqual(await visitor.evaluate(situation), { as_of: '2027-09-26', lawful_birth: true });
  });

  visit('a page left open past midnight keeps no day that nobody chose, and answers as of the new one', async (visitor, url) => {
    const { clock } = visitor.page;
    const day = async (as_of) => visitor.until((now) => document.querySelector('birth-benefits-app').situation.as_of === now, as_of);
    await clock.setFixedTime(new Date('2027-01-05T15:00:00Z'));
    await visitor.open(url);
    await visitor.click('checkbox', zh.say('page.keep'));
    await tell(visitor, '/lawful_birth', true);
    await clock.setFixedTime(new Date('2027-01-05T17:00:00Z'));
    await tell(visitor, '/lawful_birth', false);
    await visitor.until(() => localStorage.getItem('birth-benefits.answers').includes('false'));
    assert.deepEqual(await visitor.evaluate(kept), { lawful_birth: false });
    for (const event of ['visibilitychange', 'pageshow']) {
      await visitor.evaluate((name) => (name === 'pageshow' ? window : document).dispatchEvent(new Event(name, { bubbles: true })), event);
      await day('2027-01-06');
      await clock.setFixedTime(new Date('2027-01-05T15:00:00Z'));
      await visitor.evaluate((name) => (name === 'pageshow' ? window : document).dispatchEvent(new Event(name, { bubbles: true })), event);
      await day('2027-01-05');
      await clock.setFixedTime(new Date('2027-01-05T17:00:00Z'));
    }
    await tell(visitor, '/as_of', '2024-06-01');
    await visitor.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    assert.deepEqual(await visitor.evaluate(situation), { as_of: '2024-06-01', lawful_birth: false }, 'a day that was chosen stays');
  });

  for (const width of [360, 1440])
    visit(
      `whoever has given the last answer can wish to have all remembered without leaving the screen, at ${width} px`,
      async (visitor, url) => {
        await visitor.open(url + fragmentOf(full));
        const wish = visitor.page.getByRole('checkbox', { name: zh.say('page.keep') });
        const end = await visitor.page.locator('#ask-title').boundingBox();
        const below = (await wish.boundingBox()).y - end.y;
        assert.ok(below > 0 && below < 400, `${below} px below`);
        await wish.check();
        await visitor.page.locator('.notice', { hasText: zh.say('page.notice.remembered') }).waitFor();
      },
      { viewport: { width, height: 740 } },
    );

  visit('an answer that is kept is not lost by leaving the moment after', async (visitor, url) => {
    await visitor.open(url);
    await visitor.click('checkbox', zh.say('page.keep'));
    /** Answers and leaves before anything else can happen. */
    const tellAnd = (leave, value) =>
      visitor.evaluate(`{ const app = document.querySelector('birth-benefits-app'); app.reader.tell('/lawful_birth', ${value}); ${leave} }`);
    await tellAnd('location.reload()', true);
    await visitor.until(() => performance.getEntriesByType('navigation')[0].type === 'reload' && !!document.querySelector('birth-benefits-app')?.situation);
    assert.equal((await visitor.evaluate(situation)).lawful_birth, true, 'reloaded');
    await tellAnd('app.remove()', false);
    assert.equal((await visitor.evaluate(kept)).lawful_birth, false, 'taken out of the page');
    await visitor.reload();
    await tellAnd(`Object.defineProperty(document, 'visibilityState', { value: 'hidden' }); document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`, true);
    assert.equal((await visitor.evaluate(kept)).lawful_birth, true, 'put behind another app');
  });

  visit('and a page that is left without an answer writes nothing', async (visitor, url) => {
    await visitor.open(url);
    await visitor.click('checkbox', zh.say('page.keep'));
    await visitor.evaluate(() => localStorage.setItem('birth-benefits.answers', '{"lawful_birth":true}'));
    await visitor.page.goto(`${url}about.html`);
    assert.deepEqual(await visitor.evaluate(kept), { lawful_birth: true }, 'as another tab has left it');
  });

  visit('a day chosen by the reader is kept with the answers', async (visitor, url) => {
    await visitor.open(url);
    await tell(visitor, '/as_of', '2024-06-01');
    await visitor.click('checkbox', zh.say('page.keep'));
    await visitor.reload();
    assert.equal((await visitor.evaluate(situation)).as_of, '2024-06-01');
  });

  /** Answers of an edition that had an assumption more. */
  const former = { lawful_birth: true, mother: { employed: true }, assumptions: { 'leave.parental.year': 'child_year', 'gone.from.policy': 'x' } };
  const stillValid = { ...former, assumptions: { 'leave.parental.year': 'child_year' } };
  const banners = () => [...document.querySelectorAll('birth-benefits-app .banner')].map(({ textContent }) => textContent.trim());

  visit('kept answers that are no longer valid are left out and spoken of, and stay kept until something is answered', async (visitor, url) => {
    await visitor.open(url);
    await visitor.evaluate((told) => localStorage.setItem('birth-benefits.answers', JSON.stringify(told)), former);
    for (let times = 0; times < 2; times++) {
      await visitor.reload();
      const { as_of: today, ...found } = await visitor.evaluate(situation);
      assert.match(today, /^\d{4}-/);
      assert.deepEqual(found, stillValid);
      assert.deepEqual(await visitor.evaluate(banners), [zh.say('page.notice.set_aside')]);
      assert.deepEqual(await visitor.evaluate(kept), former);
    }
    await tell(visitor, '/pregnant', false);
    assert.deepEqual(await visitor.evaluate(banners), []);
    await visitor.until(() => localStorage.getItem('birth-benefits.answers').includes('pregnant'));
    assert.deepEqual(await visitor.evaluate(kept), { ...stillValid, pregnant: false });
  });

  visit('what is kept and cannot be read at all is spoken of, too', async (visitor, url) => {
    await visitor.open(url);
    await visitor.evaluate(() => localStorage.setItem('birth-benefits.answers', '{"lawful_birth":tru'));
    await visitor.reload();
    assert.deepEqual(Object.keys(await visitor.evaluate(situation)), ['as_of']);
    assert.deepEqual(await visitor.evaluate(banners), [zh.say('page.notice.set_aside')]);
    assert.equal(await visitor.evaluate(() => localStorage.getItem('birth-benefits.answers')), '{"lawful_birth":tru');
  });

  visit('of a link, too, only what is no longer valid is left out', async (visitor, url) => {
    await visitor.open(url + fragmentOf({ as_of: '2024-06-01', ...former }));
    assert.deepEqual(await visitor.evaluate(situation), { as_of: '2024-06-01', ...stillValid });
    assert.deepEqual(await visitor.evaluate(banners), [zh.say('page.notice.set_aside')]);
    await visitor.open(url + fragmentOf({ as_of: '2024-06-01', pregnant: false, delivery: { outcome: 'birth', date: '2024-08-01' } }));
    assert.deepEqual(await visitor.evaluate(situation), { as_of: '2024-06-01', delivery: { outcome: 'birth', date: '2024-08-01' } }, 'what contradicts another answer');
    assert.deepEqual(await visitor.evaluate(banners), [zh.say('page.notice.set_aside')]);
    await visitor.open(url + fragmentOf({ as_of: '2024-06-01', ...former }));
    for (const damaged of ['#a1=e30x', '#a1=W10', `#a1=${btoa('{"gone":1}').replace(/=/g, '')}`]) {
      await visitor.evaluate((hash) => (location.hash = hash), damaged);
      await visitor.until((text) => document.querySelector('birth-benefits-app .banner')?.textContent === text, zh.say('page.notice.unreadable'));
      assert.deepEqual(await visitor.evaluate(situation), { as_of: '2024-06-01', ...stillValid }, 'what is on screen stays');
    }
  });

  visit('answers that came with a link do not take the place of those kept here unasked', async (visitor, url) => {
    await visitor.open(url);
    await tell(visitor, '/lawful_birth', false);
    await visitor.click('checkbox', zh.say('page.keep'));
    assert.deepEqual(await visitor.evaluate(kept), { lawful_birth: false });
    await visitor.open(url + fragmentOf(full));
    await tell(visitor, '/delivery/babies', 1);
    // At the end of the pause in which answers are kept, the result is announced.
    await visitor.until(() => document.querySelector('birth-benefits-app [role=status]').textContent !== '');
    assert.deepEqual(await visitor.evaluate(kept), { lawful_birth: false });
    await visitor.click('checkbox', zh.say('page.keep'));
    assert.equal((await visitor.evaluate(kept)).delivery.babies, 1, 'asked for, they do');
  });
});
