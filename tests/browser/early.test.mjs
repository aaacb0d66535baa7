/** What is touched before all words have arrived, and the scripts that draw the rest: it waits, and no word’s name is shown. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { changed, policy } from '../schema/documents.mjs';
import { fragmentOf, full } from './families.mjs';
import { anything, blocked, inChromium } from './setup.mjs';
import { drawn } from './visitor.mjs';
import { LANGUAGES, PAGE, wordsOf } from './words.mjs';

const zh = wordsOf('zh-CN');
const situation = () => document.querySelector('birth-benefits-app').situation;
const isStarted = () => !!document.querySelector('birth-benefits-app')?.situation;
const failed = () => document.documentElement.hasAttribute('data-failed');
const app = (page) => page.locator('birth-benefits-app');
const asked = () => document.querySelector('.ask [data-pointer]')?.dataset.pointer;

/** Runs in the page: the names of words that stand there, or in what a screen reader is told, in place of the words. */
const keysShown = (keys) => {
  const elements = [...document.querySelectorAll('birth-benefits-app, birth-benefits-app *')];
  const said = [document.body.textContent, ...elements.flatMap((each) => ['aria-label', 'placeholder', 'title'].map((name) => each.getAttribute(name) ?? ''))].join('\n');
  return keys.filter((key) => said.includes(key));
};
const assertNoKeys = async (page, lang, when) => assert.deepEqual(await page.evaluate(keysShown, wordsOf(lang).keys), [], when);

describe('before everything has arrived', () => {
  const visit = inChromium();

  for (const lang of LANGUAGES)
    visit(
      `without the words that follow no word’s name is shown, whatever is touched, and what keeps it from being done is: in ${lang}`,
      async ({ page }, url) => {
        const rest = new RegExp(`/${lang}-rest-`);
        await page.route(rest, (route) => route.abort());
        await page.goto(url + PAGE[lang]);
        await app(page).locator('.ask').waitFor();
        await page.waitForFunction(failed);
        await page.evaluate(drawn);
        await assertNoKeys(page, lang, 'at the start');
        const told = await page.evaluate(situation);
        const question = await page.evaluate(asked);
        const retry = page.getByRole('link', { name: wordsOf(lang).say('page.html.retry') });
        for (const touched of ['.ask .chip >> nth=0', '.ask .chip >> nth=2', '.ask .actions button', '.beginnings .chip >> nth=1', '.modes button >> nth=1', '.day > summary', '.institutions > summary', '.benefit > summary >> nth=0', '.benefit > summary .mark svg >> nth=3']) {
          await app(page).locator(touched).click();
          await page.evaluate(drawn);
          await assertNoKeys(page, lang, touched);
          assert.equal(await retry.evaluate((link) => link === document.activeElement), true, touched);
          await retry.evaluate((link) => link.blur());
        }
        assert.deepEqual(await page.evaluate(situation), told);
        assert.equal(await page.evaluate(asked), question);
        assert.equal(await app(page).locator('details[open]').count(), 0);
        await page.unroute(rest);
        await retry.click();
        await app(page).locator('input[type=checkbox]').first().waitFor();
        await app(page).locator('.ask .chip').first().click();
        assert.equal((await page.evaluate(situation)).delivery.outcome, 'birth');
        await assertNoKeys(page, lang, 'in the end');
      },
      { expected: anything, serviceWorkers: 'block' },
    );

  /** Opens the page, and holds what follows back, the words unless another file is meant, until `arrive` is called. */
  async function openEarly(page, url, file = /-rest-/) {
    let arrive;
    const arrived = new Promise((resolve) => (arrive = resolve));
    await page.route(file, async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto(url, { waitUntil: 'commit' });
    return arrive;
  }

  for (const [what, file] of [
    ['all words are', /-rest-/],
    ['what draws them is', /\/later-/],
  ])
    visit(
      `what is touched before ${what} there is seen to wait, and done when they are, the last touch alone`,
      async ({ page }, url) => {
        const busy = () => app(page).locator('.app').getAttribute('aria-busy');
        const arrive = await openEarly(page, url, file);
        await app(page).locator('.ask .chip').first().click();
        await app(page).locator('.ask .chip').nth(1).click();
        await page.evaluate(drawn);
        await assertNoKeys(page, 'zh-CN', 'while they are on their way');
        assert.equal((await page.evaluate(situation)).delivery, undefined);
        assert.equal(await busy(), 'true');
        arrive();
        await page.waitForFunction(() => document.querySelector('birth-benefits-app').situation.delivery?.outcome === 'miscarriage');
        await page.evaluate(drawn);
        await assertNoKeys(page, 'zh-CN', 'when they have come');
        assert.notEqual(await page.evaluate(asked), '/delivery/outcome');
        assert.equal(await page.evaluate(() => !!document.activeElement.closest('.ask')), true, 'the next question has the focus');
        assert.equal(await page.evaluate(failed), false);
        assert.equal(await busy(), 'false');
      },
      { expected: blocked, serviceWorkers: 'block' },
    );

  for (const [what, touched, done] of [
    ['all questions', '.modes button >> nth=1', '[data-pointer="/household/special_family"]'],
    ['the day', '.day > summary', '.day [data-pointer="/as_of"]'],
    ['a card', '.benefit > summary .title >> nth=0', '.benefit[open] .detail, .benefit[open] dl, .benefit[open] p'],
  ])
    visit(
      `so it is with ${what}`,
      async ({ page }, url) => {
        const arrive = await openEarly(page, url);
        await app(page).locator(touched).click();
        await page.evaluate(drawn);
        assert.equal(await app(page).locator(done).count(), 0);
        arrive();
        await app(page).locator(done).first().waitFor();
        await assertNoKeys(page, 'zh-CN', what);
      },
      { expected: blocked, serviceWorkers: 'block' },
    );

  visit(
    'a link that is followed before all words are there is opened when they are',
    async ({ page }, url) => {
      const arrive = await openEarly(page, url);
      await app(page).locator('.ask').waitFor();
      await page.evaluate((hash) => (location.hash = hash), fragmentOf(full));
      await page.evaluate(drawn);
      await assertNoKeys(page, 'zh-CN', 'while they are on their way');
      arrive();
      await page.waitForFunction(() => document.querySelector('birth-benefits-app').situation.delivery);
      assert.deepEqual(await page.evaluate(situation), full);
    },
    { expected: blocked, serviceWorkers: 'block' },
  );

  visit(
    'nothing is done of what is touched where what draws it does not come: it would be lost with the next try',
    async ({ page }, url) => {
      await page.route(/\/later-/, (route) => route.abort('connectionreset'));
      await page.goto(url);
      await page.getByText(zh.say('page.html.unavailable')).waitFor();
      await app(page).locator('.ask .chip').first().click();
      await page.evaluate(drawn);
      assert.equal((await page.evaluate(situation)).delivery, undefined);
      assert.equal(await page.evaluate(asked), '/delivery/outcome');
      assert.equal(await page.evaluate(() => document.activeElement.matches('[data-retry]')), true, 'the focus goes to the way out');
      await page.unroute(/\/later-/);
      await page.getByRole('link', { name: 'English' }).click();
      await page.waitForFunction(() => document.querySelector('.app')?.lang === 'en');
      await app(page).locator('.ask .chip').first().click();
      await page.waitForFunction(() => document.querySelector('birth-benefits-app').situation.delivery?.outcome === 'birth');
    },
    { expected: anything, serviceWorkers: 'block' },
  );

  const later = { '/assumptions/policy.in_force/options/0/value': '2099-01-01', '/assumptions/policy.in_force/options/1/value': '2099-01-01' };
  visit(
    'a first answer that says more than first answers do waits for the words of it',
    async ({ page }, url) => {
      const arrive = await openEarly(page, url);
      await page.waitForFunction(isStarted);
      await page.evaluate(drawn);
      assert.equal(await page.getByRole('table').first().isVisible(), true);
      assert.equal(await app(page).locator('.app').count(), 0);
      arrive();
      await page.getByText(zh.like('page.not_in_force')).waitFor();
      await assertNoKeys(page, 'zh-CN', 'when they have come');
    },
    { expected: blocked, serviceWorkers: 'block', hosting: { policy: () => JSON.stringify(changed(policy(), { where: later })) } },
  );
});
