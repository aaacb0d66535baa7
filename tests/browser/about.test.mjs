/** The about page, and the check that its reader runs. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { readJson } from '../schema/documents.mjs';
import { dist } from './server.mjs';
import { inChromium } from './setup.mjs';
import { LANGUAGES, wordsOf as words } from './words.mjs';

const ABOUT = { 'zh-CN': 'about.html', en: 'about.en.html', ko: 'about.ko.html' };
/** There is no Korean one. */
const GUIDE = { 'zh-CN': 'embed-guide.html', en: 'embed-guide.en.html', ko: 'embed-guide.en.html' };
const wordsOf = (lang) => readJson(`assets/i18n/about/${lang}.json`);
const en = wordsOf('en');

/** What the check says in the end, its number of cases and of disagreements. */
const DONE = /^([\d,]+) cases checked in [\d,]+ seconds?: ([\d,]+) disagreements?\.$/;

/** A deployment whose policy is another, and holds another figure. */
function spoiltDeployment() {
  const root = mkdtempSync(join(tmpdir(), 'birth-benefits-'));
  cpSync(dist, root, { recursive: true });
  const file = join(root, 'policy.json');
  const policy = readFileSync(file, 'utf8');
  const spoilt = policy.replace(/("edition":")[^"]*/, (_, name) => `${name}2027-01-01`).replace(/("urban_per_year":.*?"value":)2000/, '$12001');
  assert.match(spoilt, /2027-01-01.*2001/, 'the policy holds edition and figure');
  writeFileSync(file, spoilt);
  return root;
}

async function checked({ page }, url) {
  await page.goto(url + ABOUT.en);
  await page.getByRole('button', { name: en['about.check.start'] }).click();
  const status = page.getByRole('status').filter({ hasText: DONE });
  await status.waitFor({ timeout: 280_000 });
  const [, cases, disagreements] = DONE.exec(await status.innerText());
  const number = (text) => Number(text.replaceAll(',', ''));
  return { cases: number(cases), disagreements: number(disagreements) };
}

describe('the about page', () => {
  const visit = inChromium();
  const root = spoiltDeployment();
  after(() => rmSync(root, { recursive: true }));

  visit(
    'checks every case on the device and finds no disagreement',
    async (visitor, url) => {
      const { cases, disagreements } = await checked(visitor, url);
      assert.equal(disagreements, 0);
      assert.ok(cases > 5000, `${cases} cases`);
      assert.equal(await visitor.page.locator('pre').count(), 0);
    },
    { timeout: 300_000 },
  );

  visit(
    'shows where a policy with another figure disagrees',
    async (visitor, url) => {
      const { disagreements } = await checked(visitor, url);
      assert.ok(disagreements > 0);
      const expected = en['about.check.edition'].replace('{edition}', '1 January 2027').replace(/\{made\}.*/, '');
      assert.ok((await visitor.page.locator('[data-check=found] p').first().innerText()).startsWith(expected));
      const shown = JSON.parse(await visitor.page.locator('pre').first().innerText());
      assert.equal(shown.benefit, 'kindergarten.aid');
      assert.match(shown.situation.as_of, /^\d{4}-\d\d-\d\d$/);
      assert.match(JSON.stringify(shown.differences), /2001/);
    },
    { timeout: 300_000, hosting: { root } },
  );

  visit('can be cancelled and started again', async ({ page }, url) => {
    await page.goto(url + ABOUT.en);
    await page.getByRole('button', { name: en['about.check.start'] }).click();
    await page.getByRole('progressbar', { name: en['about.check.progress'] }).waitFor();
    await page.getByRole('button', { name: en['about.check.cancel'] }).click();
    await page.getByRole('status').filter({ hasText: /^Cancelled after/ }).waitFor();
    assert.equal(await page.getByRole('progressbar').count(), 0);
    assert.equal(await page.getByRole('button', { name: en['about.check.start'] }).evaluate((button) => button === document.activeElement), true);
  });

  visit(
    'says so where the check cannot run',
    async ({ page }, url) => {
      await page.goto(url + ABOUT.en);
      await page.getByRole('button', { name: en['about.check.start'] }).click();
      await page.getByText(en['about.check.unable']).waitFor();
      assert.equal(await page.getByRole('button', { name: en['about.check.start'] }).isVisible(), true);
    },
    { hosting: { missing: (name) => /^self-check/.test(name) }, expected: /404/ },
  );

  visit('loads neither the calculator nor the second evaluation until asked', async ({ page }, url, host) => {
    host.requests.length = 0;
    await page.goto(url + ABOUT.en);
    await page.getByRole('button', { name: en['about.check.start'] }).waitFor();
    assert.deepEqual(host.requests.filter((path) => /self-check|calculator|core|\.wasm/.test(path)), []);
  });

  for (const lang of LANGUAGES)
    visit(`leads to the data file and to how it is exchanged, in ${lang}`, async ({ page }, url) => {
      await page.goto(url + ABOUT[lang]);
      const file = page.getByRole('link', { name: 'policy.json', exact: true });
      const { edition } = JSON.parse(readFileSync(join(dist, await file.getAttribute('href')), 'utf8'));
      assert.ok((await page.locator('main').innerText()).includes(`${wordsOf(lang)['about.edition.text']} ${edition}`));
      await page.locator('main').getByRole('link', { name: words(lang).say('page.html.exchange') }).click();
      await page.waitForURL(`${url}${GUIDE[lang]}#update`);
      assert.equal(await page.locator('html').getAttribute('lang'), lang === 'zh-CN' ? lang : 'en');
      // The preview above it grows meanwhile.
      await page.locator('#preview birth-benefits').waitFor();
      await page.waitForFunction(() => {
        const { top } = document.querySelector('#update-title').getBoundingClientRect();
        return top >= 0 && top < innerHeight / 2;
      });
    });

  for (const lang of LANGUAGES) {
    visit(`is linked from the calculator, complete and accessible in ${lang}`, async ({ page }, url) => {
      await page.goto(`${url}${{ 'zh-CN': '', en: 'en.html', ko: 'ko.html' }[lang]}`);
      await page.locator(`footer a[href="./${ABOUT[lang]}"]`).click();
      const words = wordsOf(lang);
      await page.getByRole('heading', { level: 1, name: words['about.title'] }).waitFor();
      const text = await page.locator('main').innerText();
      for (const key of ['what.text', 'checked.all', 'check.text', 'limits.agree', 'privacy.text'])
        assert.ok(text.includes(words[`about.${key}`]), key);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    });
  }
});
