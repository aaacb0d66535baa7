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
const edition = () => document.querySelector('birth-benefits-app').reader.session.result.policy.edition;
const row = (title) =>
  [...document.querySelectorAll('.standard tbody tr')].find((each) => each.querySelector('th').firstChild.textContent === title)?.textContent;
const paternity = () => document.querySelector('birth-benefits-app').reader.session.result.benefits.find(({ id }) => id === 'leave.paternity').value.days;
const controlled = () => navigator.serviceWorker.controller !== null;

/** A policy with figures changed under the built edition. */
const changedIn = (where) => JSON.stringify(changed(policy(), { where }));
const valueAt = (place, figure, at = 0) => `/${place}/figures/${figure}/values/${at}/value`;
const notes = () =>
  [...document.querySelectorAll('.standard td .now')].map((note) => [note.closest('tr').querySelector('th').firstChild.textContent, note.textContent]);
const above = () => [...document.querySelectorAll('.standard .state.now')].map(({ textContent }) => textContent);
const compared = () => document.querySelector('.standard .now') !== null;

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
        assert.ok((await alert.innerText()).includes(words.say('error.wrong_type.integer')));
        assert.equal(await page.getByRole('table').isVisible(), true);
        assert.equal(await page.getByText(words.say('page.html.unavailable')).isVisible(), false);
      },
      { hosting: { policy: () => unsound } },
    );
  }

  const ages = changedIn({
    [valueAt('benefits/leave.parental', 'child_under_years')]: 6,
    [valueAt('benefits/leave.only_child_care', 'elder_from_years')]: 70,
    [valueAt('benefits/parenting.guidance', 'child_under_years')]: 6,
    [valueAt('common', 'nursing_baby_under_years')]: 2,
  });
  const OLD = { 'zh-CN': /[^\d][31]周岁|60周岁/, en: /(under|turns) [31]\b|is 60/, ko: /만 ([31]|60)세/ };
  const aged = {
    ...full,
    delivery: null,
    children: [{ birth_date: '2016-01-01', care: 'school' }],
    elders: [{ birth_date: '1950-01-01', hospitalised: true, child: 'mother', only_child: true }],
  };
  for (const lang of LANGUAGES) {
    const words = wordsOf(lang);
    visit(
      `stands in every sentence of the results and under the table, in ${lang}`,
      async (visitor, url) => {
        await visitor.open(url + PAGE[lang] + fragmentOf(aged));
        await visitor.until(compared);
        const ids = ['leave.parental', 'leave.only_child_care', 'parenting.guidance', 'work.protection', 'work.nursing_break'];
        const said = await visitor.evaluate(async () => {
          const app = document.querySelector('birth-benefits-app');
          for (const card of app.querySelectorAll('.results .benefit')) card.open = true;
          await app.updateComplete;
          await new Promise((done) => setTimeout(done));
          await app.updateComplete;
          return [...app.querySelectorAll('.results .benefit')].map((card) => card.textContent.replace(/\s+/g, ' '));
        });
        const titles = ids.map((id) => words.say(`benefit.${id}.title`));
        const ours = said.filter((text) => titles.some((title) => text.includes(title)));
        assert.ok(ours.length >= ids.length, said.join('\n'));
        for (const text of ours) assert.doesNotMatch(text, OLD[lang]);
        assert.ok(ours.some((text) => words.like('benefit.leave.parental.summary').test(text)), 'details are open');
        for (const text of said) assert.doesNotMatch(text, /\{\w+\}/);
        const marked = new Map(await visitor.evaluate(notes));
        assert.deepEqual([...marked.keys()].sort(), titles.sort());
        for (const text of marked.values()) assert.doesNotMatch(text, OLD[lang]);
        assert.match(marked.get(words.say('benefit.leave.only_child_care.title')), /70/);
        const [count, shared] = await visitor.evaluate(above);
        assert.match(count, words.like('page.policy.table.changed'));
        assert.match(shared, words.like('page.policy.table.shared'));
      },
      { hosting: { policy: () => ages } },
    );
  }

  const ROWS = [
    ['kindergarten.aid', { [valueAt('benefits/kindergarten.aid', 'child_from_years', 1)]: 5 }],
    ['leave.parental', { [valueAt('benefits/leave.parental', 'child_under_years')]: 2 }],
    ['parenting.guidance', { '/benefits/parenting.guidance/lists/services/0': 'home_visits', '/benefits/parenting.guidance/lists/services/3': 'broadcast_programmes' }],
    ['leave.paternity', { '/benefits/leave.paternity/force': 'encouraged' }],
    ['leave.maternity', { '/assumptions/leave.maternity.not_lawful/default': 'none' }],
    ['tutoring.price_cap', { '/assumptions/tutoring.float/default': '5' }],
    ['kindergarten.funding', { [valueAt('benefits/kindergarten.funding', 'inclusive_private_per_pupil')]: 260 }],
    [undefined, { '/benefits/leave.paternity/sources/0': 'jilin-2023-56/2.11', '/edition': EDITION }],
  ];
  for (const [id, where] of ROWS)
    visit(
      `of which ${Object.keys(where)[0]} alone is another marks ${id ?? 'no row'}, and says nothing false of it`,
      async (visitor, url) => {
        await visitor.open(url);
        await visitor.until(compared);
        const marked = await visitor.evaluate(notes);
        assert.deepEqual(marked.map(([title]) => title), id ? [zh.say(`benefit.${id}.title`)] : []);
        assert.doesNotMatch(marked.join(), /2,000|现为：无/);
      },
      { hosting: { policy: () => changedIn(where) } },
    );

  visit(
    'that applies only later is not said to give nothing',
    async (visitor, url) => {
      await visitor.open(url);
      await visitor.until(compared);
      assert.deepEqual(await visitor.evaluate(notes), []);
      assert.match((await visitor.evaluate(above)).join(), zh.like('page.policy.table.shared'));
    },
    { hosting: { policy: () => changedIn({ '/assumptions/policy.in_force/options/issued/value': '2031-01-01' }) } },
  );

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
      await visitor.until((days) => document.querySelector('birth-benefits-app').reader.session.result.benefits.some(({ id, value }) => id === 'leave.paternity' && value.days === days), 31);
      assert.deepEqual(await visitor.evaluate(() => document.querySelector('birth-benefits-app').situation), told);
      assert.equal(await visitor.evaluate(() => document.activeElement.id), 'summary-title', 'the focus goes to what follows the button');
      assert.equal(await visitor.page.getByText(zh.say('page.policy.use')).count(), 0);
      await visitor.until(compared);
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

  const alike = replaceable();
  visit(
    'is announced as changed where its edition is the one in use',
    async (visitor, url) => {
      await visitor.open(url);
      await visitor.until(controlled);
      alike.state.policy = changedIn({ [DAYS]: 31 });
      await visitor.open(url + fragmentOf(full));
      await visitor.page.getByText(zh.like('page.policy.newer.changed')).waitFor();
      assert.equal(await visitor.page.getByText(zh.like('page.policy.newer')).count(), 0);
    },
    { hosting: alike.hosting },
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
      await visitor.until((days) => document.querySelector('birth-benefits-app').reader.session.result.benefits.some(({ id, value }) => id === 'leave.paternity' && value.days === days), 31);
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
