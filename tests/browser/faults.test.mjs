/** An answer at fault is not counted, and nobody may overlook that: what the page says beside it, and where. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { at, fragmentOf, full } from './families.mjs';
import { inChromium } from './setup.mjs';
import { drawn } from './visitor.mjs';
import { wordsOf } from './words.mjs';

const zh = wordsOf('zh-CN');
const PHONE = { width: 360, height: 740 };

const unfold = (visitor) => visitor.evaluate(() => (document.querySelector('details.told').open = true));
const field = ({ page }, pointer) => page.locator(`[data-pointer="${pointer}"]`);
const entry = (visitor, pointer) => field(visitor, pointer).locator('input[type=text]');

describe('an answer at fault', () => {
  const visit = inChromium();

  visit('that lost its place to another answer says so beside every field of it, until it is taken back', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    await unfold(visitor);
    const kind = field(visitor, '/children/0/kindergarten/kind');
    assert.equal(await kind.locator('.fault').count(), 0);
    await field(visitor, '/children/0/care').getByRole('button', { name: zh.say('input./children/N/care.option.home'), exact: true }).click();
    await kind.locator('.fault').waitFor();
    const described = await kind.evaluate((group) => document.getElementById(group.getAttribute('aria-describedby')).textContent);
    assert.match(described, zh.like('error.misplaced_member'));
    await field(visitor, '/children/0/care').getByRole('button', { name: zh.say('input./children/N/care.option.kindergarten'), exact: true }).click();
    await kind.locator('.fault').waitFor({ state: 'detached' });
  });

  visit(
    'opens the answers given where those are folded away',
    async (visitor, url) => {
      await visitor.open(url + fragmentOf({ as_of: '2024-06-01', children: [{ birth_date: '2024-05-10' }] }));
      assert.equal(await visitor.evaluate(() => document.querySelector('details.told').open), false);
      await visitor.page.locator('details.day > summary').click();
      await entry(visitor, '/as_of').fill('2024-05-01');
      await visitor.evaluate(drawn);
      assert.equal(await visitor.evaluate(() => document.querySelector('details.told').open), true);
      await field(visitor, '/children/0/birth_date').locator('.fault').waitFor();
    },
    { viewport: PHONE },
  );

  visit('is said of a day once it is written, not while it is', async (visitor, url) => {
    await visitor.open(url + fragmentOf({ as_of: '2024-06-01', delivery: { outcome: 'birth' } }));
    await visitor.evaluate(() => document.querySelector('birth-benefits-app').reader.ask('/delivery/date'));
    const date = field(visitor, '/delivery/date');
    await date.locator('input[type=text]').fill('');
    await date.locator('input[type=text]').focus();
    for (const sign of '2024-3') {
      await visitor.page.keyboard.type(sign);
      await visitor.evaluate(drawn);
      assert.equal(await date.locator('.fault').count(), 0, sign);
      assert.equal(await date.locator('input[type=text]').getAttribute('aria-invalid'), null);
    }
    await visitor.page.keyboard.press('Enter');
    await date.locator('.fault').waitFor();
    assert.equal(await date.locator('input[type=text]').inputValue(), '2024-3');
    await visitor.page.keyboard.type('-');
    await date.locator('.fault').waitFor({ state: 'detached' });
    await visitor.page.keyboard.press('Tab');
    await date.locator('.fault').waitFor();
    await date.locator('input[type=text]').fill('2024-13');
    await date.locator('.fault').waitFor();
  });

  visit('is not one whose year is merely unlikely: that counts, and is asked about', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    await unfold(visitor);
    for (const [typed, doubtful] of [['2042-03-01', true], ['2042/3/1', true], ['2024-03-02', false], ['1924-03-01', true], ['2025-03-28', false], ['2025-03-29', true]]) {
      await entry(visitor, '/delivery/date').fill(typed);
      await visitor.evaluate(drawn);
      const doubt = field(visitor, '/delivery/date').locator('.doubt');
      assert.equal(await doubt.count(), doubtful ? 1 : 0, typed);
      if (typed.includes('-')) assert.equal((await visitor.evaluate(() => document.querySelector('birth-benefits-app').situation)).delivery.date, typed);
      if (!doubtful) continue;
      assert.match(await doubt.textContent(), zh.like('page.question.unlikely'));
      assert.match(await doubt.textContent(), /^\d{4}年3月\d+日/, 'as it was understood');
      assert.equal(await entry(visitor, '/delivery/date').getAttribute('aria-describedby'), await doubt.getAttribute('id'));
    }
  });

  visit('is not a wage that hardly anybody earns: that counts too, and is asked about', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    await unfold(visitor);
    const wage = '/mother/monthly_wage_yuan';
    const doubt = field(visitor, wage).locator('.doubt');
    for (const [typed, doubtful] of [['5', true], ['5500', false], ['550万', true]]) {
      await entry(visitor, wage).fill(typed);
      await doubt.waitFor({ state: doubtful ? 'attached' : 'detached' });
      if (!doubtful) continue;
      assert.match(await doubt.textContent(), zh.like('page.question.unlikely.wage'));
      assert.equal(await entry(visitor, wage).getAttribute('aria-describedby'), await doubt.getAttribute('id'));
      assert.equal((await visitor.evaluate(() => document.querySelector('birth-benefits-app').situation)).mother.monthly_wage_yuan, typed === '5' ? 5 : 5_500_000);
    }
  });

  visit('is no wage that is only begun: nothing is asked back before the typing pauses', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    await unfold(visitor);
    const wage = '/mother/monthly_wage_yuan';
    const doubt = field(visitor, wage).locator('.doubt');
    await entry(visitor, wage).fill('5');
    await visitor.evaluate(drawn);
    assert.equal(await doubt.count(), 0, 'more may come');
    await doubt.waitFor();
    await visitor.page.keyboard.press('End');
    await visitor.page.keyboard.type('5');
    await visitor.evaluate(drawn);
    assert.equal(await doubt.count(), 0, 'more has come');
    await visitor.page.keyboard.type('00');
    await visitor.page.keyboard.press('Tab');
    await visitor.page.waitForTimeout(700);
    assert.equal(await doubt.count(), 0, '5500 is a wage');
  });

  visit('is said in the colour of faults and no smaller than the answer, while it is typed too', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    await unfold(visitor);
    await entry(visitor, '/mother/monthly_wage_yuan').fill('soon');
    await field(visitor, '/mother/monthly_wage_yuan').locator('.fault').waitFor();
    const look = (selector) => field(visitor, '/mother/monthly_wage_yuan').locator(selector).evaluate((element) => [getComputedStyle(element).color, getComputedStyle(element).fontSize]);
    const fault = await visitor.evaluate(() => {
      const element = document.body.appendChild(document.createElement('i'));
      element.style.color = 'var(--fault)';
      return getComputedStyle(element).color;
    });
    assert.deepEqual(await look('.fault'), [fault, (await look('.entry input'))[1]]);
  });

  visit('of a count asks for a whole number', async (visitor, url) => {
    await visitor.open(url + fragmentOf({ as_of: '2024-06-01', institution: { kindergarten: { kind: 'public', registered: true, pupils: 12 } } }));
    const pupils = '/institution/kindergarten/pupils';
    await entry(visitor, pupils).fill('many');
    assert.equal(await field(visitor, pupils).locator('.fault').textContent(), zh.say('page.question.count'));
  });

  visit('is repeated as it was typed, though it is the name of something', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    await unfold(visitor);
    for (const typed of ['constructor', '__proto__', 'page.title', 'toString']) {
      await entry(visitor, '/delivery/date').fill(typed);
      const said = await field(visitor, '/delivery/date').locator('.fault').textContent();
      assert.equal(said, zh.say('page.question.date').replace('{got}', typed));
    }
  });

  visit('is described by all that is said about it: what explains the question, and what is wrong or doubtful', async (visitor, url) => {
    await visitor.open(url + fragmentOf({ as_of: '2024-06-01' }));
    const words = (element) => (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent.trim());
    for (const [pointer, type, key] of [['/delivery/outcome', 'group'], ['/delivery/date', 'text', 'page.question.date']]) {
      await visitor.evaluate((which) => document.querySelector('birth-benefits-app').reader.ask(which), pointer);
      const help = await field(visitor, pointer).locator('p.help').textContent();
      const described = type === 'group' ? field(visitor, pointer) : entry(visitor, pointer);
      assert.deepEqual(await described.evaluate(words), [help.trim()]);
      if (!key) continue;
      for (const [typed, said] of [['2024-13', key], ['2042-03-01', 'page.question.unlikely']]) {
        await described.fill(typed);
        await visitor.evaluate(drawn);
        const [first, second, ...more] = await described.evaluate(words);
        assert.equal(first, help.trim());
        assert.match(second, zh.like(said));
        assert.deepEqual(more, []);
      }
    }
  });

  visit('that cannot be meant is asked for once more: no pregnancy, and yet pregnant', async (visitor, url) => {
    await visitor.open(url + fragmentOf({ as_of: '2024-06-01', mother: { employed: true }, delivery: null }));
    await visitor.evaluate(() => document.querySelector('birth-benefits-app').reader.ask('/pregnant'));
    await field(visitor, '/pregnant').getByRole('button', { name: zh.say('input.yes'), exact: true }).click();
    await field(visitor, '/delivery/outcome').locator('.help').getByText(zh.say('input./delivery/outcome.help')).waitFor();
    assert.equal(await visitor.evaluate(() => document.querySelector('.ask [data-pointer]').dataset.pointer), '/delivery/outcome');
  });

  visit('is no reason to go on: the Enter that ends an input method’s word moves to no other question', async (visitor, url) => {
    await visitor.open(`${url}${fragmentOf({ as_of: at(full, '/as_of'), lawful_birth: true, pregnant: false })}`);
    const { page } = visitor;
    await page.evaluate(() => document.querySelector('birth-benefits-app').reader.ask('/delivery/date'));
    const asked = () => document.querySelector('.ask [data-pointer]').dataset.pointer;
    await entry(visitor, '/delivery/date').fill('2024-03-01');
    const press = (how) => page.evaluate((init) => document.querySelector('.ask input[type=text]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...init })), how);
    // The other form is Safari's, to which the word has ended before its key is told of.
    for (const ofInputMethod of [{ isComposing: true, keyCode: 229 }, { isComposing: false, keyCode: 229 }]) {
      await press(ofInputMethod);
      assert.equal(await page.evaluate(asked), '/delivery/date', JSON.stringify(ofInputMethod));
    }
    await press({ isComposing: false, keyCode: 13 });
    assert.notEqual(await page.evaluate(asked), '/delivery/date');
  });
});
