/** What can be read at a glance: the sums above the questions, the line at the edge, and what a screen reader hears of both. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { nativeBatch } from '../wasm/core.mjs';
import { fragmentOf, full, states } from './families.mjs';
import { inChromium } from './setup.mjs';
import { tell } from './visitor.mjs';
import { PAGE, filled, wordsOf } from './words.mjs';

describe('at a glance', () => {
  const visit = inChromium();

  visit('a sum is a least one while a part of the pay is open', async (visitor, url) => {
    const words = wordsOf('en');
    const { employer_average_monthly_wage_yuan: _, ...mother } = full.mother;
    await visitor.open(url + PAGE.en + fragmentOf({ ...full, mother }));
    const line = visitor.page.locator('.summary .line', { hasText: words.say('page.summary.pay.mother') });
    const { summary, benefits } = JSON.parse(nativeBatch([JSON.stringify({ ...full, mother })], false)[0]);
    assert.equal(summary.leave_pay_yuan.mother, undefined);
    const known = benefits.filter(({ id, subject, status }) => id.startsWith('leave.') && subject === '/mother' && status === 'entitled').flatMap(({ payers = [] }) => payers);
    const yuan = known.reduce((fen, line) => fen + Math.round((line.yuan ?? 0) * 100), 0) / 100;
    assert.ok(yuan > 0);
    const said = filled(words.say('page.summary.least'), { yuan: filled(words.say('form.money'), { amount: yuan.toLocaleString('en', { minimumFractionDigits: 2 }) }) });
    assert.ok((await line.textContent()).includes(said), await line.textContent());
  });

  visit('a sum without the leave that is sure to come is none yet; the line at the edge of a phone names that leave first', async (visitor, url) => {
    const words = wordsOf('en');
    const { difficult: _, ...delivery } = full.delivery;
    await visitor.open(url + PAGE.en + fragmentOf({ ...full, delivery }));
    const money = visitor.page.locator('.summary .tile', { hasText: words.say('page.summary.money') });
    assert.ok((await money.textContent()).includes(words.say('page.summary.pay.mother.open')), await money.textContent());
    assert.ok(!(await money.textContent()).includes(filled(words.say('page.summary.least'), { yuan: '' }).trim()));
    const [maternity] = JSON.parse(nativeBatch([JSON.stringify({ ...full, delivery })], false)[0]).benefits.filter(({ id }) => id === 'leave.maternity');
    const [least, most] = maternity.bounds.days;
    assert.ok((await visitor.page.locator('.peek').textContent()).includes(filled(words.say('page.bounds.days'), { least, most })));
  });

  for (const viewport of [{ width: 360, height: 740 }, { width: 1280, height: 800 }])
    visit(`the line at the edge says what the leave for a birth is paid, to the fen and with every key, at ${viewport.width} pixels`, async (visitor, url) => {
      const words = wordsOf('zh-CN');
      await visitor.open(url + fragmentOf(full));
      await visitor.page.locator('details.told').evaluate((told) => (told.open = true));
      const wage = '/mother/monthly_wage_yuan';
      for (const text of ['5500', '7000']) {
        await tell(visitor, wage, Number(text));
        const situation = { ...full, mother: { ...full.mother, monthly_wage_yuan: Number(text) } };
        const { benefits } = JSON.parse(nativeBatch([JSON.stringify(situation)], false)[0]);
        const { payers } = benefits.find(({ id }) => id === 'leave.maternity');
        const yuan = payers.reduce((fen, line) => fen + Math.round(line.yuan * 100), 0) / 100;
        const amount = yuan.toLocaleString('en', { minimumFractionDigits: yuan % 1 === 0 ? 0 : 2 });
        const said = visitor.page.locator('.peek .pay').first();
        await visitor.page.waitForFunction((sum) => document.querySelector('.peek .pay').textContent === sum, filled(words.say('form.money'), { amount }));
        await visitor.page.locator(`[data-pointer="${wage}"]`).scrollIntoViewIfNeeded();
        await said.waitFor();
        const fits = await said.evaluate((box) => box.scrollWidth <= box.clientWidth);
        assert.ok(fits, 'and nothing of it is cut off');
      }
    }, { viewport });

  visit('before the document was in force nothing is said to come to nothing', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    await visitor.open(url + fragmentOf({ ...full, as_of: '2020-06-01' }));
    await visitor.page.locator('.summary .banner').waitFor();
    const shown = await visitor.page.locator('birth-benefits-app').innerText();
    for (const zero of [filled(words.say('page.days'), { days: 0 }), filled(words.say('form.money'), { amount: 0 })]) assert.ok(!shown.split('\n').includes(zero), zero);
    for (const part of ['.results', '.timeline', '.peek', '.tiles']) assert.equal(await visitor.page.locator(`.app ${part}`).count(), 0, part);
    assert.ok(await visitor.page.locator('.questions').isVisible());
  });

  visit('a screen reader hears the number of benefits that the page shows', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    await visitor.open(url + fragmentOf(states.partly));
    await visitor.page.locator('.ask [aria-pressed]').first().click();
    const heard = visitor.page.locator('birth-benefits-app [role=status].unseen');
    await visitor.page.waitForFunction(() => document.querySelector('birth-benefits-app [role=status].unseen').textContent !== '');
    const shown = await visitor.page.locator('.summary .entitled b').textContent();
    assert.ok((await heard.textContent()).includes(`${words.say('status.entitled')}${shown}`), await heard.textContent());
  });

  visit('the line at the edge of a phone names no leave whose days are past', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    const peek = visitor.page.locator('.peek');
    await visitor.open(url + fragmentOf({ ...full, as_of: '2024-12-01' }));
    const father = peek.locator('span', { hasText: words.say('page.peek.father') });
    assert.ok((await father.textContent()).includes(words.say('benefit.leave.parental.title')), 'parental leave is under way, and days of every year have its name');
    await visitor.open(url + fragmentOf({ ...full, as_of: '2028-06-01', elders: [] }));
    const text = await peek.textContent();
    assert.ok(!text.includes(words.say('page.peek.father')) && !text.includes(words.say('page.peek.mother')), text);
    assert.ok(text.includes(words.say('status.entitled')), 'there is room for what is counted');
  });
});
