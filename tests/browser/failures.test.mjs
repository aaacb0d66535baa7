/** What the page does when things around it go wrong: README, “When things go wrong”. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import fc from 'fast-check';
import { fragmentOf, full } from './families.mjs';
import { dist } from './server.mjs';
import { inChromium, remember } from './setup.mjs';
import { drawn, layOutAll } from './visitor.mjs';
import { LANGUAGES, PAGE, wordsOf } from './words.mjs';
import { changed, policy } from '../schema/documents.mjs';

const zh = wordsOf('zh-CN');
const situation = () => document.querySelector('birth-benefits-app').situation;
const isStarted = () => !!document.querySelector('birth-benefits-app')?.situation;
const failed = () => document.documentElement.hasAttribute('data-failed');
const name = (pattern) => readdirSync(dist).find((file) => pattern.test(file));

/** The twin takes its time on a slow machine. */
const PATIENT = { timeout: 40_000 };

const app = (page) => page.locator('birth-benefits-app');
const asked = () => document.querySelector('.ask [data-pointer]')?.dataset.pointer;
/** Runs in the page: the names of words that stand there, or in what a screen reader is told, in place of the words. */
const keysShown = (keys) => {
  const elements = [...document.querySelectorAll('birth-benefits-app, birth-benefits-app *')];
  const said = [document.body.textContent, ...elements.flatMap((each) => ['aria-label', 'placeholder', 'title'].map((name) => each.getAttribute(name) ?? ''))].join('\n');
  return keys.filter((key) => said.includes(key));
};
const assertNoKeys = async (page, lang, when) => assert.deepEqual(await page.evaluate(keysShown, wordsOf(lang).keys), [], when);

/** Each part of the page, and what stays to be used without it. */
const PARTS = {
  'the styles': { file: /^index-.*\.css$/, started: true },
  'the script of the page': { file: /^index-.*\.js$/, started: false },
  'the words of the first answer': { file: /^zh-CN-(?!rest).*\.js$/, started: false },
  'the glue of the core': { file: /^core-(?!twin).*\.js$/, started: true },
  'the core': { file: /^core-.*\.wasm$/, started: true },
  'the words that follow': { file: /^zh-CN-rest-.*\.js$/, started: true, says: true },
  'what follows the first answer': { file: /^later-.*\.js$/, started: true, says: true },
};
const FAULTS = {
  lost: (route) => route.abort('connectionreset'),
  'cut short': async (route) => {
    const body = readFileSync(join(dist, new URL(route.request().url()).pathname.slice(1)));
    await route.fulfill({ status: 200, contentType: /wasm$/.test(route.request().url()) ? 'application/wasm' : /css$/.test(route.request().url()) ? 'text/css' : 'text/javascript', body: body.subarray(0, body.length / 2) });
  },
};

describe('when things go wrong', () => {
  const visit = inChromium();
  /** Of faults made on purpose the console may say anything. */
  const anything = /./;
  const blocked = /Service Worker registration blocked/;

  for (const [part, { file, started, says = !started }] of Object.entries(PARTS))
    for (const [fault, fulfil] of Object.entries(FAULTS))
      visit(
        `${part}, ${fault}: ${started ? 'the answer is there' : 'the table stays'}${says ? ' and a message says so' : ''}`,
        async ({ page }, url) => {
          const lost = (address) => file.test(address.pathname.slice(1));
          await page.route(lost, fulfil);
          await page.goto(url);
          if (started) await page.waitForFunction(isStarted, undefined, PATIENT);
          else assert.equal(await page.getByRole('table').first().isVisible(), true);
          // Where the page's own script is lost, the styles alone say so, after a while.
          if (says) await page.getByText(zh.say('page.html.unavailable')).waitFor({ timeout: 40_000 });
          if (started && says) assert.equal((await page.evaluate(situation)).as_of.length, 10, 'the first answer stays');
          if (!says) return;
          await page.unroute(lost);
          await page.getByRole('link', { name: zh.say('page.html.retry') }).click();
          await page.waitForFunction(() => !!document.querySelector('birth-benefits-app input[type=checkbox]'), undefined, PATIENT);
        },
        { expected: anything, serviceWorkers: 'block' },
      );

  visit(
    'where the core does not arrive in time the table stands there, and the answer when it has arrived',
    async ({ page }, url) => {
      let arrive;
      const arrived = new Promise((resolve) => (arrive = resolve));
      await page.route(/\.wasm$/, async (route) => {
        await arrived;
        await route.continue();
      });
      await page.goto(url, { waitUntil: 'commit' });
      await page.getByRole('table').first().waitFor();
      assert.equal(await page.evaluate(isStarted), false);
      arrive();
      await page.waitForFunction(isStarted, undefined, PATIENT);
    },
    { expected: blocked, serviceWorkers: 'block' },
  );

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

  visit(
    'a lost part can be loaded again, and what a link has brought is still there',
    async ({ page }, url) => {
      const lost = /\/zh-CN-(?!rest)[^/]*\.js$/;
      await page.route(lost, (route) => route.abort());
      await page.goto(url + fragmentOf(full));
      await page.waitForFunction(failed);
      await page.unroute(lost);
      await page.getByRole('link', { name: zh.say('page.html.retry') }).click();
      await page.waitForFunction(isStarted, undefined, PATIENT);
      assert.deepEqual(await page.evaluate(situation), full);
    },
    { expected: anything, serviceWorkers: 'block' },
  );

  visit(
    'a core altered on its way does not answer: its twin does',
    async (visitor, url, host) => {
      const core = name(/^core-.*\.wasm$/);
      await visitor.page.route((address) => address.pathname.endsWith(core), (route) => {
        const body = readFileSync(join(dist, core));
        // In the middle of the data: a word of the answers, still a sound module.
        const at = body.indexOf('kindergarten');
        assert.ok(at > 0, 'the words of the answers stand in the module as text');
        body.write('K', at);
        return route.fulfill({ status: 200, contentType: 'application/wasm', body });
      });
      await visitor.open(url);
      assert.ok(host.requests.some((path) => /core-twin/.test(path)));
    },
    { expected: anything, serviceWorkers: 'block', hosting: {} },
  );

  visit('the core is fetched once, though it is checked', async (visitor, url, host) => {
    await visitor.open(url);
    assert.equal(host.requests.filter((path) => path.endsWith('.wasm')).length, 1);
  }, { expected: blocked, serviceWorkers: 'block', hosting: {} });

  for (const [clock, day] of [['1970-01-01T12:00:00Z', policy().edition], ['2001-09-09T12:00:00Z', policy().edition], ['2099-07-01T12:00:00Z', '2099-07-01']])
    visit(`a clock that shows ${clock.slice(0, 4)} gives the answer of ${day}`, async (visitor, url) => {
      await visitor.page.clock.setFixedTime(new Date(clock));
      await visitor.open(url);
      assert.equal((await visitor.evaluate(situation)).as_of, day);
      assert.ok(await visitor.evaluate(() => document.querySelectorAll('#results details').length > 0));
    });

  // 30 June 2027, 23:30 in the west of the date line and 1 July 01:30 in its east are one moment.
  for (const [zone, day] of [['Etc/GMT+12', '2027-06-30'], ['America/Los_Angeles', '2027-07-01'], ['UTC', '2027-07-01'], ['Asia/Shanghai', '2027-07-01'], ['Pacific/Kiritimati', '2027-07-02']])
    visit(
      `in ${zone} the day is the reader's, and no other day shifts`,
      async (visitor, url) => {
        await visitor.page.clock.setFixedTime(new Date('2027-07-01T11:30:00Z'));
        await visitor.open(url);
        assert.equal((await visitor.evaluate(situation)).as_of, day);
        await visitor.open(url + fragmentOf(full));
        assert.deepEqual(await visitor.evaluate(situation), full);
        await visitor.evaluate(layOutAll);
        const shown = await visitor.evaluate(() => document.querySelector('birth-benefits-app').innerText);
        assert.ok(shown.includes('2024年3月1日'), 'the day of birth as told');
        const [file] = await Promise.all([visitor.page.waitForEvent('download'), visitor.click('button', zh.say('page.take.calendar'))]);
        const starts = readFileSync(await file.path(), 'utf8').match(/DTSTART;VALUE=DATE:\d{8}/g);
        assert.ok(starts.includes('DTSTART;VALUE=DATE:20240301'), starts.join());
      },
      { timezoneId: zone },
    );

  const forbidden = () => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } });
  const fullUp = () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; };
  for (const [what, script] of [['forbidden', forbidden], ['full', fullUp]])
    visit(
      `where storage is ${what} everything works, and the wish to keep answers is declined in words`,
      async (visitor, url) => {
        await visitor.open(url + fragmentOf(full));
        await visitor.click('checkbox', zh.say('page.keep'));
        await visitor.page.locator('.notice', { hasText: zh.say('page.notice.not_remembered') }).waitFor();
        await visitor.click('button', zh.say('page.html.large'));
        assert.deepEqual(await visitor.evaluate(situation), full);
      },
      { script },
    );

  visit(
    'whatever is found where the look was kept, the page starts',
    async (visitor, url) => {
      await visitor.open(url);
      assert.equal(await visitor.evaluate(() => document.documentElement.lang), 'zh-CN');
    },
    { script: `if (location.protocol !== 'about:') localStorage.setItem('birth-benefits.look', '{"lang":5,"large":"x","contrast":{}}');` },
  );

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

  visit('what is wiped in one tab is not brought back by another', async (visitor, url) => {
    await visitor.open(url + fragmentOf(full));
    await visitor.click('checkbox', zh.say('page.keep'));
    const other = await visitor.page.context().newPage();
    await other.goto(url);
    await other.waitForFunction(isStarted);
    assert.deepEqual(await other.evaluate(situation), full, 'kept for every tab');
    await other.evaluate(() => document.querySelector('birth-benefits-app').reader.reset());
    await visitor.choose(zh.label('/delivery/babies'), '1');
    // At the end of the pause in which answers are kept, the result is announced.
    await visitor.until(() => document.querySelector('birth-benefits-app [role=status]').textContent !== '');
    assert.equal(await visitor.evaluate(() => localStorage.getItem('birth-benefits.answers')), null);
    assert.equal((await visitor.evaluate(situation)).delivery.babies, 1, 'here they stay on screen');
    assert.deepEqual(Object.keys(await other.evaluate(situation)), ['as_of'], 'and there they are gone');
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

  visit('no fragment shows anything but text, throws, or stops the page', async (visitor, url) => {
    await visitor.open(url);
    const markup = fc.constantFrom('<img src=x onerror="window.pwned=1">', '<script>window.pwned=1</script>', '"><svg onload=window.pwned=1>', 'javascript:window.pwned=1', '{{pwned}}', '${window.pwned=1}');
    const documents = fc.oneof(
      fc.record({ as_of: fc.oneof(markup, fc.constant('2024-06-01')), mother: fc.oneof(markup, fc.record({ employed: fc.oneof(markup, fc.boolean()), '<mark>1</mark>': markup })), assumptions: fc.dictionary(markup, markup) }, { requiredKeys: [] }),
      fc.json().map((text) => JSON.parse(text)),
    );
    const hashes = fc.sample(fc.oneof(documents.map((value) => `#a1=${Buffer.from(JSON.stringify(value)).toString('base64url')}`), fc.webFragments().map((text) => `#${text}`), fc.base64String().map((text) => `#a1=${text}`)), { seed: 20_231_229, numRuns: 150 });
    const injected = await visitor.evaluate(async (all) => {
      const app = document.querySelector('birth-benefits-app');
      const found = [];
      for (const hash of all) {
        const before = location.href;
        const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
        location.hash = hash;
        // What the browser writes alike is no other fragment, and nothing tells of it.
        if (location.href === before) dispatchEvent(new HashChangeEvent('hashchange'));
        await changed;
        if (app.querySelector('img, script, iframe, object, embed, mark, [onload], [onerror], a[href^="javascript:"]') || 'pwned' in window || 'pwned' in {} || !app.situation) found.push(hash);
      }
      return found;
    }, hashes);
    assert.deepEqual(injected, []);
    await visitor.evaluate((hash) => (location.hash = hash), fragmentOf(full));
    await visitor.until((day) => document.querySelector('birth-benefits-app').situation.as_of === day, full.as_of);
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
    await visitor.evaluate(() => document.querySelector('birth-benefits-app').reader.tell('/lawful_birth', true));
    assert.deepEqual(await visitor.evaluate(situation), { ...told, lawful_birth: true });
    assert.equal(await visitor.page.locator('.told > summary').textContent(), zh.say('page.questions.told').replace('{count}', '2'));
  });
});
