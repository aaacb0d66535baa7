/** Another language: chosen before, late on its way, or lost. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { policy } from '../schema/documents.mjs';
import { fragmentOf, full } from './families.mjs';
import { anything, blocked, inChromium, remember } from './setup.mjs';
import { drawn } from './visitor.mjs';
import { wordsOf } from './words.mjs';

const zh = wordsOf('zh-CN');
const situation = () => document.querySelector('birth-benefits-app').situation;
const failed = () => document.documentElement.hasAttribute('data-failed');

describe('another language', () => {
  const visit = inChromium();

  visit(
    'a returning reader has the table in the language chosen before, and in agreement with the answers',
    async (visitor, url) => {
      const en = wordsOf('en');
      await visitor.open(url);
      await visitor.until((title) => document.querySelector('main .standard h2')?.textContent === title, en.say('page.html.standard.title'));
      await visitor.until((edition) => document.querySelector('footer .edition').textContent === edition, policy().edition);
      assert.equal(await visitor.evaluate(() => document.documentElement.lang), 'en');
      assert.equal(await visitor.evaluate(() => document.querySelectorAll('.standard').length), 1);
      assert.equal(await visitor.evaluate(() => document.querySelectorAll('.standard .now').length), 0);
    },
    { script: remember({ lang: 'en' }) },
  );

  visit('of two languages chosen one after another the later wins, however late the other arrives', async (visitor, url) => {
    await visitor.open(url);
    let arrive;
    const late = new Promise((resolve) => (arrive = resolve));
    await visitor.page.route(/\/en\.html$/, async (route) => {
      await late;
      await route.continue();
    });
    const ko = wordsOf('ko');
    await visitor.page.locator('a[data-lang=en]').click();
    await visitor.page.locator('a[data-lang=ko]').click();
    await visitor.until((title) => document.querySelector('h1').textContent === title, ko.say('page.title'));
    const answered = visitor.page.waitForResponse(/\/en\.html$/);
    arrive();
    await answered;
    // What is asked for after it has been answered, and taken, after it.
    await visitor.evaluate(async () => new DOMParser().parseFromString(await (await fetch('en.html')).text(), 'text/html'));
    assert.equal(await visitor.evaluate(() => document.documentElement.lang), 'ko');
    assert.equal(await visitor.evaluate(() => document.querySelector('h1').textContent), ko.say('page.title'));
    assert.match(visitor.page.url(), /ko\.html$/);
  }, { serviceWorkers: 'block', expected: blocked });

  visit(
    'a language that does not arrive leaves the page and its answers as they are, says so, and can be asked for again',
    async (visitor, url) => {
      const en = wordsOf('en');
      await visitor.open(url + fragmentOf(full));
      await visitor.choose(zh.label('/delivery/babies'), '1');
      const told = await visitor.evaluate(situation);
      await visitor.page.route(/\/en\.html$/, (route) => route.abort());
      await visitor.page.locator('a[data-lang=en]').click();
      await visitor.page.getByText(zh.say('page.html.unavailable')).waitFor();
      assert.deepEqual(await visitor.evaluate(situation), told);
      assert.equal(await visitor.evaluate(() => localStorage.getItem('birth-benefits.look')), null, 'nor is it chosen for the next visit');
      await visitor.page.unroute(/\/en\.html$/);
      await visitor.click('link', zh.say('page.html.retry'));
      await visitor.until((title) => document.querySelector('h1').textContent === title, en.say('page.title'));
      assert.deepEqual(await visitor.evaluate(situation), told);
      assert.equal(await visitor.evaluate(failed), false, 'nothing is missing any more');
      assert.equal(JSON.parse(await visitor.evaluate(() => localStorage.getItem('birth-benefits.look'))).lang, 'en');
    },
    { serviceWorkers: 'block', expected: anything },
  );

  for (const [where, find] of [
    ['its link, where the reader has stayed', '[data-lang=en]'],
    ['wherever the reader has gone meanwhile', '[data-pointer="/mother/monthly_wage_yuan"] input'],
    ['a button of the head, which is made anew', '[data-look=contrast]'],
  ])
    visit(
      `a language that takes its time leaves the focus on ${where}`,
      async (visitor, url) => {
        const { page } = visitor;
        await visitor.open(url + fragmentOf(full));
        await visitor.evaluate(() => (document.querySelector('details.told').open = true));
        let arrive;
        const late = new Promise((resolve) => (arrive = resolve));
        await page.route(/\/en\.html$/, async (route) => {
          await late;
          await route.continue();
        });
        await page.locator('a[data-lang=en]').click();
        await page.locator(find).focus();
        arrive();
        await visitor.until((title) => document.querySelector('#summary-title').textContent.trim() === title, wordsOf('en').say('page.summary.title'));
        await visitor.evaluate(drawn);
        assert.equal(await page.locator(find).evaluate((element) => element === document.activeElement), true);
      },
      { serviceWorkers: 'block', expected: blocked },
    );
});
