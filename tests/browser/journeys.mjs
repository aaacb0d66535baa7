/** The main journeys, which every engine must be able to make. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { allCases } from '../law/cases.mjs';
import { nativeBatch } from '../wasm/core.mjs';
import { publishedCalculator } from './calculator.mjs';
import { at, fragmentOf, full } from './families.mjs';
import { serve } from './server.mjs';
import { layOutAll, open, tell } from './visitor.mjs';
import { LANGUAGES, PAGE, wordsOf } from './words.mjs';

const zh = wordsOf('zh-CN');

/** In the page. */
const situation = () => document.querySelector('birth-benefits-app').situation;
const pointerAsked = () => document.querySelector('#ask-title')?.closest('section').querySelector('[data-pointer]')?.dataset.pointer ?? '';
const textOf = (id) => document.getElementById(id)?.closest('section').innerText.replace(/\s+/g, ' ');
const isTyped = (pointer) => document.querySelector(`[data-pointer="${pointer}"] input[type=text]`) !== null;

/** @param {'chromium' | 'firefox' | 'webkit'} engine */
export function journeys(engine) {
  describe(`in ${engine}`, { timeout: 900_000 }, () => {
    let browser;
    let server;

    before(async () => {
      server = await serve({ recorded: engine === 'webkit' });
      browser = await open(engine);
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    /** A journey of a new visitor, in which nothing may go wrong unseen. */
    function journey(name, walk, { on = () => server, expected } = {}) {
      test(name, { timeout: 120_000 }, async () => {
        const host = on();
        const visitor = await browser.visitor();
        try {
          await walk(visitor, host.url);
          const faults = (await visitor.faults()).filter((fault) => !expected?.test(fault));
          assert.deepEqual(faults, [], 'console');
          if (!expected) assert.deepEqual(host.violations.splice(0), [], 'Content-Security-Policy');
        } finally {
          await visitor.close();
        }
      });
    }

    /** Answers the question on the table as `family` does. */
    async function answer(visitor, family) {
      const pointer = await visitor.evaluate(pointerAsked);
      const told = at(family, pointer);
      const parent = pointer.slice(0, pointer.lastIndexOf('/'));
      const label = await visitor.evaluate((asked) => document.querySelector(`[data-pointer="${asked}"] .label`).innerText, pointer);
      if (told === undefined && at(family, parent) === null) await visitor.choose(label, zh.say(`page.none.${parent}`));
      else if (await visitor.evaluate(isTyped, pointer)) {
        await visitor.type(label, String(told));
        await visitor.click('button', zh.say('page.ask.continue'));
      } else await visitor.choose(label, zh.answer(pointer, told));
      return pointer;
    }

    /** What a language calls itself. */
    const nameOf = (visitor, lang) => visitor.evaluate((tag) => document.querySelector(`nav a[lang="${tag}"]`).textContent.trim(), lang);

    async function tellDay(visitor, day) {
      await visitor.unfold(zh.say('page.questions.day').split('{')[0].trim() || day);
      await visitor.type(zh.label('/as_of'), day);
    }

    journey('the question stays in its place while the summary above it grows', async (visitor, url) => {
      await visitor.open(url);
      const place = () => visitor.evaluate(() => document.querySelector('.ask').getBoundingClientRect().top);
      const height = () => visitor.evaluate(() => document.querySelector('.summary').getBoundingClientRect().height);
      await visitor.evaluate(() => scrollTo({ top: document.querySelector('.ask').getBoundingClientRect().top + scrollY - 60, behavior: 'instant' }));
      await visitor.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300))));
      const [before, low] = [await place(), await height()];
      for (const [pointer, value] of [['/as_of', '2024-06-01'], ['/delivery/outcome', 'birth'], ['/lawful_birth', true], ['/mother/employed', true], ['/father/employed', true], ['/delivery/date', '2024-03-01'], ['/delivery/babies', 1], ['/delivery/difficult', false]])
        await tell(visitor, pointer, value);
      await visitor.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300))));
      assert.notEqual(await height(), low);
      assert.ok(Math.abs((await place()) - before) <= 1, `${before} -> ${await place()}`);
    });

    journey('the first personal answer comes without a question being answered', async (visitor, url) => {
      await visitor.open(url);
      assert.deepEqual(Object.keys(await visitor.evaluate(situation)), ['as_of']);
      assert.match(await visitor.evaluate(textOf, 'summary-title'), /\d/);
      assert.ok((await visitor.evaluate(() => document.querySelectorAll('#results details').length)) >= 20);
    });

    journey('the standard table follows the personal answer', async (visitor, url) => {
      await visitor.open(url);
      const order = await visitor.evaluate(() => {
        const table = document.getElementById('standard-title');
        const results = document.getElementById('results-title');
        return !!(results.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING) && table.getClientRects().length > 0;
      });
      assert.equal(order, true);
    });

    journey('questions are answered one by one until none is open, and all answers arrive', async (visitor, url) => {
      await visitor.open(url);
      await tellDay(visitor, full.as_of);
      const asked = [];
      while (await visitor.evaluate(pointerAsked)) {
        asked.push(await answer(visitor, full));
        assert.ok(asked.length < 60, `asked in circles: ${asked.join(' ')}`);
      }
      assert.equal(new Set(asked).size, asked.length, 'no question twice');
      const told = await visitor.evaluate(situation);
      for (const pointer of asked)
        if (!Array.isArray(at(full, pointer))) assert.equal(at(told, pointer), at(full, pointer), pointer);
      assert.match(await visitor.evaluate(textOf, 'ask-title'), new RegExp(zh.say('page.ask.done')));
      const [line] = nativeBatch([JSON.stringify(told)], false);
      assert.deepEqual(JSON.parse(line).questions, []);
    });

    journey('an answer can be changed and taken back', async (visitor, url) => {
      await visitor.open(url + fragmentOf(full));
      await visitor.choose(zh.label('/delivery/babies'), '1');
      assert.equal((await visitor.evaluate(situation)).delivery.babies, 1);
      await visitor.click('button', zh.say('page.untell.of').replace('{label}', zh.label('/delivery/babies')));
      assert.equal((await visitor.evaluate(situation)).delivery.babies, undefined);
      assert.equal((await visitor.evaluate(situation)).delivery.date, full.delivery.date);
    });

    journey('bounds show what is possible before it is certain', async (visitor, url) => {
      await visitor.open(url + fragmentOf({ ...full, lawful_birth: undefined }));
      assert.match(await visitor.evaluate(textOf, 'summary-title'), zh.like('page.bounds.days'));
    });

    journey('a mistyped date is explained beside its field and other answers stay', async (visitor, url) => {
      await visitor.open(url + fragmentOf(full));
      const label = zh.label('/delivery/date');
      await visitor.type(label, '2024-02-30');
      const fault = await visitor.evaluate((pointer) => {
        const input = document.querySelector(`[data-pointer="${pointer}"] input[type=text]`);
        input.blur();
        const text = document.getElementById(input.getAttribute('aria-describedby'));
        return { invalid: input.getAttribute('aria-invalid'), text: text?.innerText, value: input.value, seen: text?.getClientRects().length > 0 };
      }, '/delivery/date');
      assert.equal(fault.invalid, 'true');
      assert.equal(fault.value, '2024-02-30', 'what was typed stays');
      assert.ok(fault.seen && fault.text.length > 3, 'explained');
      const told = await visitor.evaluate(situation);
      assert.equal(told.delivery.date, undefined);
      assert.deepEqual(told.mother, full.mother);
      await visitor.type(label, '2024-3-2');
      assert.equal((await visitor.evaluate(situation)).delivery.date, '2024-03-02');
    });

    journey('a field that is emptied to be filled anew stays under the cursor', async (visitor, url) => {
      await visitor.open(url + fragmentOf(full));
      await visitor.type(zh.label('/mother/monthly_wage_yuan'), '5600');
      const here = () => visitor.evaluate(() => document.activeElement.closest('[data-pointer]')?.dataset.pointer ?? document.activeElement.localName);
      assert.equal(await here(), '/mother/monthly_wage_yuan');
      await visitor.press('Control+a', 'Backspace');
      assert.equal(await here(), '/mother/monthly_wage_yuan');
      await visitor.press('7', '0', '0', '0');
      assert.equal((await visitor.evaluate(situation)).mother.monthly_wage_yuan, 7000);
    });

    journey('mistyped money is explained and money in the usual forms is read', async (visitor, url) => {
      await visitor.open(url + fragmentOf(full));
      const label = zh.label('/mother/monthly_wage_yuan');
      for (const [typed, told] of [['abc', undefined], ['-5', undefined], ['5500.123', undefined], ['99999999', undefined], ['6,200', 6200], ['６２００.５元', 6200.5]]) {
        await visitor.type(label, typed);
        const wage = (await visitor.evaluate(situation)).mother.monthly_wage_yuan;
        assert.equal(wage, told, typed);
        const explained = await visitor.evaluate(() => document.querySelector('[data-pointer="/mother/monthly_wage_yuan"] [id$="-error"]')?.textContent ?? '');
        assert.equal(explained.length > 3, told === undefined, typed);
      }
    });

    journey('a link restores the answers, and so does reloading it', async (visitor, url) => {
      await visitor.open(url + fragmentOf(full));
      assert.deepEqual(await visitor.evaluate(situation), full);
      await visitor.reload();
      assert.deepEqual(await visitor.evaluate(situation), full);
    });

    journey('what is told after opening a link is told to nobody else by the address', async (visitor, url) => {
      await visitor.open(url + fragmentOf(full));
      await visitor.choose(zh.label('/delivery/babies'), '1');
      assert.equal(await visitor.evaluate(() => location.hash), '');
    });

    journey('the language changes, the answers stay and lang follows', async (visitor, url) => {
      await visitor.open(url);
      await tellDay(visitor, full.as_of);
      while ((await visitor.evaluate(pointerAsked)) !== '/delivery/date') await answer(visitor, full);
      const told = await visitor.evaluate(situation);
      for (const lang of ['en', 'ko', 'zh-CN']) {
        await visitor.click('link', await nameOf(visitor, lang));
        await visitor.until((heading) => document.getElementById('summary-title').textContent.trim() === heading, wordsOf(lang).say('page.summary.title'));
        assert.equal(await visitor.evaluate(() => document.documentElement.lang), lang);
        assert.equal(await visitor.evaluate(() => document.title), wordsOf(lang).say('page.title'));
        assert.deepEqual(await visitor.evaluate(situation), told);
      }
    });

    journey('every language has a page of its own', async (visitor, url) => {
      for (const lang of LANGUAGES) {
        await visitor.open(url + PAGE[lang]);
        assert.equal(await visitor.evaluate(() => document.documentElement.lang), lang);
        assert.equal(await visitor.evaluate(() => document.getElementById('summary-title').textContent.trim()), wordsOf(lang).say('page.summary.title'));
        await visitor.evaluate(layOutAll);
        const left = await visitor.evaluate(() => document.body.innerText.match(/\{\w+[|}]|\b(?:page|benefit|rule|input|status|office|subject)\.[a-z_.]+\b/)?.[0] ?? '');
        assert.equal(left, '', 'no key and no hole without words');
      }
    });

    journey('after loading nothing is requested', async (visitor, url) => {
      await visitor.open(url);
      const worker = await visitor.evaluate(() =>
        'serviceWorker' in navigator
          ? Promise.race([
              navigator.serviceWorker.ready.then(() => 'active'),
              new Promise((resolve) => setTimeout(resolve, 8000, 'never active')),
            ])
          : 'none',
      );
      if (engine !== 'webkit') assert.equal(worker, 'active');
      await visitor.until(() => !('serviceWorker' in navigator) || navigator.serviceWorker.controller !== null).catch(() => undefined);
      server.requests.length = 0;
      await tellDay(visitor, full.as_of);
      for (let questions = 0; questions < 12; questions++) await answer(visitor, full);
      await visitor.click('button', zh.say('page.questions.all'));
      await visitor.evaluate(() => document.querySelectorAll('#results summary').forEach((card) => card.click()));
      await visitor.click('button', zh.say('page.html.contrast'));
      await visitor.click('button', zh.say('page.take.link'));
      await visitor.click('checkbox', zh.say('page.keep'));
      if (worker === 'active') {
        await visitor.click('link', await nameOf(visitor, 'ko'));
        await visitor.until((title) => document.title === title, wordsOf('ko').say('page.title'));
      }
      // The worker has no such file, so that this is asked for in any case, after whatever else may have been.
      await visitor.evaluate(() => fetch('integrity.json').then((response) => response.text()));
      assert.deepEqual(server.requests.map((path) => path.split('/').pop()), ['integrity.json']);
    });

    journey('large type and high contrast are one click each, and remembered', async (visitor, url) => {
      await visitor.open(url);
      const size = () => visitor.evaluate(() => parseFloat(getComputedStyle(document.querySelector('#summary-title + dl')).fontSize));
      const before = await size();
      await visitor.click('button', zh.say('page.html.large'));
      await visitor.click('button', zh.say('page.html.contrast'));
      assert.ok((await size()) >= before * 1.25, 'larger');
      await visitor.reload();
      assert.ok((await size()) >= before * 1.25, 'still larger');
      const pressed = await visitor.evaluate(
        (names) => names.map((name) => [...document.querySelectorAll('button')].find((button) => button.textContent.trim() === name)?.getAttribute('aria-pressed')),
        [zh.say('page.html.large'), zh.say('page.html.contrast')],
      );
      assert.deepEqual(pressed, ['true', 'true']);
    });

    journey('answers are kept only if the reader wants it, and wiped on demand', async (visitor, url) => {
      const kept = () => visitor.evaluate(() => JSON.stringify({ ...localStorage }).includes('5500'));
      await visitor.open(url + fragmentOf(full));
      await visitor.choose(zh.label('/delivery/babies'), '1');
      assert.equal(await kept(), false);
      await visitor.click('checkbox', zh.say('page.keep'));
      assert.equal(await kept(), true);
      await visitor.open(url);
      assert.deepEqual(await visitor.evaluate(situation), { ...full, delivery: { ...full.delivery, babies: 1 } });
      await visitor.unfold(zh.say('page.reset'));
      await visitor.click('button', zh.say('page.reset.confirm'));
      assert.equal(await kept(), false);
      assert.deepEqual(Object.keys(await visitor.evaluate(situation)), ['as_of']);
      await visitor.reload();
      assert.deepEqual(Object.keys(await visitor.evaluate(situation)), ['as_of']);
    });

    for (const [what, hash] of HOSTILE) {
      journey(`a link with ${what} is refused with a message`, async (visitor, url) => {
        await visitor.open(url + hash);
        assert.deepEqual(Object.keys(await visitor.evaluate(situation)), ['as_of']);
        const message = zh.say(/^#a1=/.test(hash) ? 'page.notice.unreadable' : 'page.notice.version');
        assert.ok(await visitor.evaluate((text) => document.body.innerText.includes(text), message), message);
        assert.equal(await visitor.evaluate(() => 'pwned' in window || 'pwned' in {}), false);
      });
    }

    describe('the calculator alone', () => {
      let calculator;
      let hosts;
      before(async () => {
        calculator = publishedCalculator();
        hosts = {
          WebAssembly: await serve({ root: calculator.folder }),
          'its twin, where the host forbids WebAssembly': await serve({ root: calculator.folder, wasmAllowed: false }),
        };
      });
      after(async () => {
        for (const host of Object.values(hosts ?? {})) await host.close();
        calculator?.remove();
      });

      for (const build of ['WebAssembly', 'its twin, where the host forbids WebAssembly']) {
        test(`answers every case as the native command does, by ${build}`, { timeout: 120_000 }, async () => {
          const situations = allCases().map((one) => one.situation);
          const expected = nativeBatch(situations, true);
          const visitor = await browser.visitor();
          try {
            if (engine === 'webkit') await visitor.driver.get(hosts[build].url);
            else await visitor.page.goto(hosts[build].url);
            const lines = await visitor.evaluate(async (texts) => {
              const { loadCalculator } = await import('./calculator.js');
              const calculator = await loadCalculator();
              return texts.map((text) => JSON.stringify(calculator.evaluate(text)));
            }, situations);
            assert.equal(lines.length, expected.length);
            // All of them side by side would be some megabytes of report.
            const different = lines.findIndex((line, i) => line !== expected[i]);
            assert.equal(lines[different], expected[different]);
          } finally {
            await visitor.close();
          }
        });
      }
    });

    describe('where there is no network any more', () => {
      let host;
      before(async () => (host = await serve({ recorded: engine === 'webkit' })));
      after(() => host?.close());

      journey(
        'the second visit works all the same',
        async (visitor, url) => {
          await visitor.open(url);
          await visitor.until(() => navigator.serviceWorker.controller !== null);
          await host.close();
          await visitor.reload();
          await tellDay(visitor, full.as_of);
          await answer(visitor, full);
          for (const lang of ['en', 'ko']) {
            await visitor.open(url + PAGE[lang]);
            assert.equal(await visitor.evaluate(() => document.documentElement.lang), lang);
          }
          await visitor.open(url + fragmentOf(full));
          assert.deepEqual(await visitor.evaluate(situation), full);
        },
        { on: () => host },
      );
    });

    describe('where the host forbids WebAssembly', () => {
      let strict;
      before(async () => (strict = await serve({ wasmAllowed: false, recorded: engine === 'webkit' })));
      after(() => strict?.close());

      journey(
        'the twin gives the same page',
        async (visitor, url) => {
          const read = async (address) => {
            await visitor.open(address + fragmentOf(full));
            // Not what is rendered: how far down that is differs from one moment to the next.
            return visitor.evaluate(() => document.querySelector('birth-benefits-app').textContent.replace(/\s+/g, ' '));
          };
          assert.equal(await read(url), await read(server.url));
        },
        { on: () => strict, expected: /WebAssembly|wasm|Content.Security|CSP/i },
      );
    });
  });
}

const json = (value) => fragmentOf(JSON.stringify(value));
/** What somebody might put behind the # of an address. */
const HOSTILE = [
  ['no JSON', fragmentOf('{"as_of":')],
  ['no base64', '#a1=<script>window.pwned=1</script>'],
  ['bytes that are no UTF-8', '#a1=_____w'],
  ['a version of the future', '#a2=e30'],
  ['a wrong type', json({ as_of: '2024-06-01', mother: 'x' })],
  ['an unknown member', json({ as_of: '2024-06-01', __proto__x: { pwned: 1 } })],
  ['a prototype', fragmentOf('{"as_of":"2024-06-01","__proto__":{"pwned":1},"constructor":{"prototype":{"pwned":1}}}')],
  ['markup', json({ as_of: '<img src=x onerror=window.pwned=1>' })],
  ['a date that does not exist', json({ as_of: '2024-02-30' })],
  ['thousands of nested arrays', fragmentOf(`{"as_of":"2024-06-01","children":${'['.repeat(3000)}${']'.repeat(3000)}}`)],
  ['a megabyte', `#a1=${'e30'.repeat(330_000)}`],
];
