/** The way back leads to no answers but the reader's own: neither over those on screen, nor past a wish to have them wiped. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { fragmentOf, full } from './families.mjs';
import { inChromium } from './setup.mjs';
import { tell } from './visitor.mjs';
import { wordsOf } from './words.mjs';

const zh = wordsOf('zh-CN');
const isStarted = () => !!document.querySelector('birth-benefits-app')?.situation;
const situation = () => document.querySelector('birth-benefits-app').situation;
const PHONE = { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' };

const toResults = async ({ page }) => {
  // With the summary on screen the line has nothing to say.
  await page.locator('#questions-title').evaluate((title) => title.scrollIntoView());
  await page.locator('.app .peek').click();
  await page.waitForFunction(() => document.activeElement.id === 'results');
};

const tellWage = async ({ page }, wage) => {
  await page.evaluate(() => (document.querySelector('details.told').open = true));
  await page.locator('[data-pointer="/mother/monthly_wage_yuan"] input').fill(wage);
};

const wipe = async (visitor) => {
  await visitor.unfold(zh.say('page.reset'));
  await visitor.click('button', zh.say('page.reset.confirm'));
};

/** Once it has arrived, and all that is drawn speaks it. */
const choose = async ({ page }, lang) => {
  await page.locator(`a[data-lang="${lang}"]`).click();
  await page.locator('.reset summary', { hasText: wordsOf(lang).say('page.reset') }).waitFor();
};

/** Goes back, and stays for long enough that whatever follows from it has happened. */
const goBack = async ({ page }) => {
  await page.evaluate(() => window.history.back());
  await page.waitForTimeout(500);
};

describe('the way back', () => {
  const visit = inChromium();

  visit(
    'the line at the bottom leads to the results, and is no step on it',
    async (visitor, url) => {
      await visitor.open(url + fragmentOf(full));
      const steps = await visitor.evaluate(() => window.history.length);
      await toResults(visitor);
      const top = await visitor.evaluate(() => document.getElementById('results').getBoundingClientRect().top);
      assert.ok(Math.abs(top) < 100, `${top} px from the top`);
      assert.equal(await visitor.evaluate(() => window.history.length), steps);
      assert.equal(visitor.page.url(), url + fragmentOf(full), 'reloaded, the link is opened again');
    },
    PHONE,
  );

  visit('nor is the link past the head of the page', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    const steps = await visitor.evaluate(() => window.history.length);
    await visitor.press('Tab', 'Enter');
    assert.equal(await visitor.evaluate(() => document.activeElement.id), 'main');
    assert.equal(await visitor.evaluate(() => window.history.length), steps);
  });

  visit(
    'nor are those below the results, which lead to what they name however much of it was never laid out',
    async (visitor, url) => {
      await visitor.open(url + fragmentOf(full));
      const steps = await visitor.evaluate(() => window.history.length);
      const links = visitor.page.locator('.contents a');
      assert.equal(await links.count(), 4);
      // The furthest first: all of what lies before it is still to be laid out.
      for (let at = 3; at >= 0; at--) {
        await links.nth(at).click();
        await visitor.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
        const [name, top] = await visitor.evaluate(() => [document.activeElement.textContent, document.activeElement.getBoundingClientRect().top]);
        assert.equal(name, await links.nth(at).textContent());
        assert.ok(top >= 0 && top < 60, `${name}: ${top} px from the top`);
      }
      assert.equal(await visitor.evaluate(() => window.history.length), steps);
    },
    PHONE,
  );

  visit(
    'does not put the answers of a link in the place of those told since',
    async (visitor, url) => {
      await visitor.open(url);
      await visitor.evaluate((hash) => (location.hash = hash), fragmentOf(full));
      await visitor.until((day) => document.querySelector('birth-benefits-app').situation.as_of === day, full.as_of);
      await toResults(visitor);
      // As any other program that runs in the page may lead to a place in it.
      await visitor.evaluate(() => (location.hash = 'results'));
      await tellWage(visitor, '7777');
      await goBack(visitor);
      assert.equal((await visitor.evaluate(situation)).mother.monthly_wage_yuan, 7777);
      assert.equal(await visitor.evaluate(() => location.hash), '', 'nor does reloading it');
    },
    PHONE,
  );

  visit(
    'brings back nothing that was wiped, though another language was chosen in between',
    async (visitor, url) => {
      await visitor.open(url + fragmentOf(full));
      await choose(visitor, 'en');
      await choose(visitor, 'ko');
      await visitor.evaluate(() => (location.hash = 'results'));
      await choose(visitor, 'zh-CN');
      await wipe(visitor);
      await goBack(visitor);
      assert.deepEqual(Object.keys(await visitor.evaluate(situation)), ['as_of']);
      await visitor.reload();
      assert.deepEqual(Object.keys(await visitor.evaluate(situation)), ['as_of']);
    },
    PHONE,
  );

  visit('a link that is followed once more is opened once more', async (visitor, url) => {
    const wage = async (told) => visitor.until((yuan) => document.querySelector('birth-benefits-app').situation.mother?.monthly_wage_yuan === yuan, told);
    await visitor.open(url + fragmentOf(full));
    await tellWage(visitor, '7777');
    await wage(7777);
    await visitor.evaluate((hash) => (location.hash = hash), fragmentOf(full));
    await wage(5500);
  });

  visit('answers are still there on the way back', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    await visitor.click('checkbox', zh.say('page.keep'));
    await visitor.choose(zh.label('/delivery/babies'), '1');
    await visitor.until(() => localStorage.getItem('birth-benefits.answers').includes('"babies":1'));
    await visitor.page.goto('about:blank');
    await visitor.page.goBack();
    await visitor.until(isStarted);
    assert.equal((await visitor.evaluate(situation)).delivery.babies, 1);
  });
});

describe('a page that the browser has put aside whole', () => {
  // Playwright switches it off, as a page that comes back reports nothing of its own accord.
  const visit = inChromium({}, { ignoreDefaultArgs: ['--disable-back-forward-cache'] }, 'chromium');

  visit('comes back with its answers, and goes on answering', async (visitor, url) => {
    await visitor.open(url);
    // A worker that takes the page over while it lies aside ends that.
    await visitor.until(() => navigator.serviceWorker.controller);
    await visitor.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
      document.querySelector('birth-benefits-app').reader.tell('/pregnant', true);
    });
    const told = await visitor.evaluate(situation);
    await visitor.page.goto(`${url}about.html`);
    await visitor.page.goBack({ waitUntil: 'commit' });
    await visitor.until(() => window.persisted === true);
    assert.deepEqual(await visitor.evaluate(situation), told);
    await tell(visitor, '/lawful_birth', true);
    assert.deepEqual(await visitor.evaluate(situation), { ...told, lawful_birth: true });
    assert.equal(await visitor.page.locator('.told > summary').textContent(), zh.say('page.questions.told').replace('{count}', '2'));
  });
});
