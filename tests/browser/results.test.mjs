/** What the list of benefits says of each. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { policy } from '../schema/documents.mjs';
import { fragmentOf, full, states } from './families.mjs';
import { inChromium } from './setup.mjs';
import { LANGUAGES, PAGE, filled, wordsOf } from './words.mjs';

describe('results', () => {
  const visit = inChromium();

  const card = (visitor, words, id) => visitor.page.locator('#results details', { hasText: words.say(`benefit.${id}.title`) }).first();

  visit('what is measured stands out, the length of a list and a verdict said above it do not', async (visitor, url) => {
    const words = wordsOf('en');
    await visitor.open(url + PAGE.en + fragmentOf(full));
    assert.equal(await card(visitor, words, 'leave.paternity').locator('.gist').textContent(), '25 days');
    assert.equal(await card(visitor, words, 'rights.no_birth_conditions').locator('.gist').count(), 0);
    await visitor.open(url + PAGE.en);
    assert.ok((await visitor.page.locator('#results .benefit.unknown').count()) > 20);
    assert.ok(!(await visitor.page.locator('#results .gist').allTextContents()).includes(words.say('status.unknown')));
  });

  visit('a source is said once for the steps in a row that share it, and their numbers go on', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    await visitor.open(url + fragmentOf(full));
    const opened = card(visitor, words, 'leave.maternity');
    await opened.locator('summary').first().click();
    await opened.locator('.rows ol').first().waitFor();
    const [sources, starts, steps] = await opened.locator('.rows ol').evaluateAll((lists) => [
      lists.map((list) => list.previousElementSibling.localName === 'cite' && list.previousElementSibling.textContent),
      lists.map((list) => list.start),
      lists.map((list) => list.children.length),
    ]);
    assert.ok(sources.length > 2 && sources.every((source, at) => source && source !== sources[at - 1]), sources.join());
    assert.deepEqual(starts, steps.map((_, at) => 1 + steps.slice(0, at).reduce((sum, count) => sum + count, 0)));
    assert.ok(starts.at(-1) > 9, 'and numbers of two digits are among them');
    const room = await opened.locator('.rows ol').first().evaluate((list) => parseFloat(getComputedStyle(list).paddingLeft) / parseFloat(getComputedStyle(list).fontSize));
    assert.ok(room >= 2, `${room} em`);
  });

  visit('what a baby gets stands in the calendar after what its parents get, and before what other children get', async (visitor, url) => {
    const words = wordsOf('zh-CN');
    await visitor.open(url + fragmentOf(full));
    const holders = ['mother', 'father', 'delivery'].map((holder) => words.say(`subject.${holder}`));
    holders.push(filled(words.say('subject.child'), { number: 1 }));
    const heads = await visitor.page.locator('.timeline .chart h3').allTextContents();
    assert.deepEqual(heads.slice(0, holders.length).map((head) => head.trim()), holders);
    const rows = await visitor.page.locator('.timeline table td:nth-child(2)').allTextContents();
    assert.deepEqual([...new Set(rows.map((row) => row.trim()))].slice(0, holders.length), holders);
  });

  for (const lang of LANGUAGES) {
    visit(`a price above its limit is not said to have met a condition, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      const head = card(visitor, words, 'tutoring.price_cap').locator('summary');
      await visitor.open(url + PAGE[lang] + fragmentOf(states.institutions));
      const text = await head.textContent();
      assert.ok(text.includes(words.say('page.benefit.exceeds')) && !text.includes(words.say('status.entitled')), text);
      assert.ok(text.includes(filled(words.say('page.benefit.excess'), { yuan: filled(words.say('form.money'), { amount: '2.50' }) })), text);
      const { tutoring } = states.institutions.institution;
      await visitor.open(url + PAGE[lang] + fragmentOf({ ...states.institutions, institution: { tutoring: { ...tutoring, price_yuan: 110 } } }));
      const kept = await head.textContent();
      assert.ok(kept.includes(words.say('status.entitled')) && !kept.includes(words.say('page.benefit.exceeds')), kept);
    });

    visit(`beside a reading of the policy's own choice stands how sure it is, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      const { assumptions } = policy();
      await visitor.open(url + PAGE[lang] + fragmentOf(full));
      const opened = card(visitor, words, 'leave.maternity');
      await opened.locator('summary').first().click();
      await opened.locator('.reading').first().waitFor();
      const found = await opened.locator('.reading').evaluateAll((readings) => readings.map((reading) => [reading.getAttribute('aria-label'), reading.querySelector('cite')?.textContent]));
      assert.ok(found.length >= 3);
      for (const [title, said] of found) {
        const { confidence } = assumptions.find(({ id }) => words.say(`assumption.${id}.title`) === title);
        assert.equal(said, words.say(`confidence.${confidence}`), title);
      }
      const [title] = found[0];
      await opened.getByRole('group', { name: title }).locator('button[aria-pressed=false]').first().click();
      await opened.getByRole('group', { name: title }).locator('cite').waitFor({ state: 'detached' });
    });
  }

  for (const lang of LANGUAGES) {
    visit(`a figure that rests on a reading of the law says so, and leads to the readings, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      await visitor.open(url + PAGE[lang] + fragmentOf(full));
      const opened = card(visitor, words, 'leave.maternity');
      await opened.locator('summary').first().click();
      await opened.getByRole('button', { name: words.say('page.benefit.one_reading') }).click();
      assert.ok(await visitor.evaluate(() => document.activeElement.closest('.reading') !== null));
      const certain = card(visitor, words, 'rights.no_birth_conditions');
      await certain.locator('summary').first().click();
      await certain.locator('.value').waitFor();
      assert.equal(await certain.getByRole('button', { name: words.say('page.benefit.one_reading') }).count(), 0);
    });

    visit(`the next three days to keep in mind stand above the calendar, none of them past, in ${lang}`, async (visitor, url) => {
      const words = wordsOf(lang);
      await visitor.open(url + PAGE[lang] + fragmentOf(full));
      assert.equal(await visitor.page.locator('.upcoming h3').textContent(), words.say('page.timeline.next'));
      const days = await visitor.page.locator('.upcoming li b').allTextContents();
      const said = ['2024-06-01', '2024-08-15', '2024-09-01'].map((day) => filled(words.say('form.date'), { year: day.slice(0, 4), month: words.say('form.months').split(' ')[Number(day.slice(5, 7)) - 1], day: Number(day.slice(8)) }));
      assert.deepEqual(days, said);
      await visitor.open(url + PAGE[lang] + fragmentOf(states['not entitled']));
      assert.equal(await visitor.page.locator('.upcoming').count(), 0);
    });
  }
});
