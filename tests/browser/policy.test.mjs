/** The policy file is replaced by itself: by a sound one, by an unsound one, under the service worker and without. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { changed, policy } from '../schema/documents.mjs';
import { fragmentOf, full } from './families.mjs';
import { inChromium } from './setup.mjs';
import { LANGUAGES, PAGE, wordsOf } from './words.mjs';

const DAYS = '/benefits/leave.paternity/figures/days/values/0/value';
const EDITION = '2027-01-01';
const sound = JSON.stringify(changed(policy(), { where: { '/edition': EDITION, [DAYS]: 31 } }));
const unsound = JSON.stringify(changed(policy(), { where: { '/edition': EDITION, [DAYS]: 'many' } }));
const FAULT = `/benefits/${policy().benefits.findIndex(({ id }) => id === 'leave.paternity')}/figures/days/values/0/value`;
const own = policy().edition;

const zh = wordsOf('zh-CN');
const edition = () => document.querySelector('birth-benefits-app').session.result.policy.edition;
const row = (title) =>
  [...document.querySelectorAll('.standard tbody tr')].find((each) => each.querySelector('th').firstChild.textContent === title)?.textContent;
const paternity = () => document.querySelector('birth-benefits-app').session.result.benefits.find(({ id }) => id === 'leave.paternity').value.days;
const controlled = () => navigator.serviceWorker.controller !== null;

/** A host whose policy file may be replaced at any time. */
function replaceable() {
  const state = { policy: undefined };
  return { state, hosting: { policy: () => state.policy } };
}

describe('a policy file put in the place of the built one', () => {
  const visit = inChromium();

  for (const lang of LANGUAGES) {
    const words = wordsOf(lang);
    visit(
      `changes the answers, and the page says where its table no longer agrees, in ${lang}`,
      async (visitor, url) => {
        await visitor.open(url + PAGE[lang] + fragmentOf(full));
        assert.equal(await visitor.evaluate(paternity), 31);
        const note = words.like('page.policy.table.differs');
        await visitor.until((source) => new RegExp(source).test(document.querySelector('.standard').textContent), note.source);
        assert.match(await visitor.evaluate(row, words.say('benefit.leave.paternity.title')), /31/);
        assert.doesNotMatch(await visitor.evaluate(row, words.say('benefit.leave.parental.title')), words.like('page.policy.row'));
        assert.equal(await visitor.evaluate(() => document.querySelectorAll('.standard td .now').length), 1);
        assert.equal(await visitor.evaluate(() => document.querySelector('footer .edition').textContent), EDITION);
      },
      { hosting: { policy: () => sound } },
    );

    visit(
      `is refused where it is unsound, with place and fault in words, while the table stays, in ${lang}`,
      async ({ page }, url) => {
        await page.goto(url + PAGE[lang]);
        const alert = page.getByRole('alert').filter({ hasText: words.like('page.policy.refused') });
        await alert.waitFor();
        assert.ok((await alert.innerText()).includes(FAULT));
        assert.ok((await alert.innerText()).includes(words.say('error.wrong_type')));
        assert.equal(await page.getByRole('table').isVisible(), true);
        assert.equal(await page.getByText(words.say('page.html.unavailable')).isVisible(), false);
      },
      { hosting: { policy: () => unsound } },
    );
  }

  visit('of another edition that says the same leaves the table as it is, and says so', async (visitor, url) => {
      await visitor.open(url);
      await visitor.until((source) => new RegExp(source).test(document.querySelector('.standard').textContent), zh.like('page.policy.table.same').source);
      assert.equal(await visitor.evaluate(() => document.querySelectorAll('.standard td .now').length), 0);
    },
    { hosting: { policy: () => JSON.stringify({ ...policy(), edition: EDITION }) } },
  );

  visit('is not spoken of where none was', async (visitor, url) => {
    await visitor.open(url);
    await visitor.until((edition) => document.querySelector('footer .edition').textContent === edition, own);
    assert.equal(await visitor.evaluate(() => document.querySelectorAll('.standard .now').length), 0);
  });

  visit(
    'that does not arrive is said to be missing, while the table stays',
    async ({ page }, url) => {
      await page.goto(url);
      await page.getByText(zh.say('page.policy.missing')).waitFor();
      assert.equal(await page.getByRole('table').isVisible(), true);
    },
    { hosting: { missing: (name) => name === 'policy.json' }, expected: /404|Failed to load|ServiceWorker/ },
  );

  const mended = replaceable();
  visit(
    'and mended is used at the next visit, though the service worker keeps the unsound one',
    async (visitor, url) => {
      mended.state.policy = unsound;
      await visitor.page.goto(url);
      await visitor.page.getByText(FAULT).waitFor();
      await visitor.until(controlled);
      mended.state.policy = sound;
      await visitor.reload();
      assert.equal(await visitor.evaluate(edition), EDITION);
    },
    { hosting: mended.hosting },
  );

  const newer = replaceable();
  visit(
    'is announced under the service worker, waits for the reader, keeps the answers, and stays without a network',
    async (visitor, url, host) => {
      await visitor.open(url);
      await visitor.until(controlled);
      await visitor.open(url + fragmentOf(full));
      newer.state.policy = sound;
      await visitor.open(url + fragmentOf(full));
      await visitor.page.getByText(zh.like('page.policy.newer')).waitFor();
      assert.equal(await visitor.evaluate(paternity), 25, 'the old policy until the reader agrees');
      const told = await visitor.evaluate(() => document.querySelector('birth-benefits-app').situation);
      await visitor.click('button', zh.say('page.policy.use'));
      await visitor.until((days) => document.querySelector('birth-benefits-app').session.result.benefits.some(({ id, value }) => id === 'leave.paternity' && value.days === days), 31);
      assert.deepEqual(await visitor.evaluate(() => document.querySelector('birth-benefits-app').situation), told);
      assert.equal(await visitor.page.getByText(zh.say('page.policy.use')).count(), 0);
      assert.match(await visitor.evaluate(row, zh.say('benefit.leave.paternity.title')), /31/);
      await host.close();
      await visitor.open(url + fragmentOf(full));
      assert.equal(await visitor.evaluate(paternity), 31);
    },
    { hosting: newer.hosting, expected: /ERR_CONNECTION_REFUSED|Failed to (load|fetch)/ },
  );

  const narrower = replaceable();
  visit(
    'that no longer knows an answer leaves that one out, says so, and lets what is kept be until something is answered',
    async (visitor, url) => {
      const kept = JSON.stringify({ lawful_birth: true, assumptions: { 'policy.in_force': 'published' } });
      const stored = () => localStorage.getItem('birth-benefits.answers');
      await visitor.open(url);
      await visitor.until(controlled);
      await visitor.evaluate((text) => localStorage.setItem('birth-benefits.answers', text), kept);
      narrower.state.policy = JSON.stringify(changed(policy(), { where: { '/edition': EDITION }, untold: ['/assumptions/policy.in_force/options/1'] }));
      await visitor.open(url);
      assert.equal((await visitor.evaluate(() => document.querySelector('birth-benefits-app').situation)).assumptions['policy.in_force'], 'published');
      await visitor.click('button', zh.say('page.policy.use'));
      await visitor.page.getByText(zh.say('page.notice.set_aside')).waitFor();
      assert.equal(await visitor.evaluate(edition), EDITION);
      const { lawful_birth, assumptions } = await visitor.evaluate(() => document.querySelector('birth-benefits-app').situation);
      assert.deepEqual([lawful_birth, assumptions], [true, {}]);
      await visitor.page.goto(`${url}about.html`);
      assert.equal(await visitor.evaluate(stored), kept);
    },
    { hosting: narrower.hosting },
  );

  const unkept = replaceable();
  visit(
    'is used for as long as the page is open where there is no room to keep it',
    async (visitor, url) => {
      await visitor.open(url);
      await visitor.until(controlled);
      unkept.state.policy = sound;
      const [worker] = visitor.page.context().serviceWorkers();
      await worker.evaluate(() => (Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))));
      await visitor.open(url + fragmentOf(full));
      await visitor.click('button', zh.say('page.policy.use'));
      await visitor.until((days) => document.querySelector('birth-benefits-app').session.result.benefits.some(({ id, value }) => id === 'leave.paternity' && value.days === days), 31);
    },
    { hosting: unkept.hosting },
  );

  const broken = replaceable();
  visit(
    'and unsound never takes the place of the last good one',
    async (visitor, url, host) => {
      await visitor.open(url);
      await visitor.until(controlled);
      broken.state.policy = unsound;
      await visitor.open(url + fragmentOf(full));
      const banner = visitor.page.getByRole('status').filter({ hasText: FAULT });
      await banner.waitFor();
      assert.match(await banner.innerText(), zh.like('page.policy.refused.kept'));
      assert.equal(await visitor.evaluate(paternity), 25);
      await host.close();
      await visitor.open(url + fragmentOf(full));
      assert.equal(await visitor.evaluate(paternity), 25);
    },
    { hosting: broken.hosting, expected: /ERR_CONNECTION_REFUSED|Failed to (load|fetch)/ },
  );
});
