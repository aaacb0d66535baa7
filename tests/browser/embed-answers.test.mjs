/** What a host and the calculator on its page tell each other: attributes, answers handed in, results passed on. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { onHosts } from './embeds.mjs';
import { full } from './families.mjs';
import { strict, strictInline } from './hosts.mjs';
import { wordsOf } from './words.mjs';

const en = wordsOf('en');
const zh = wordsOf('zh-CN');

describe('a host and the calculator on its page', { timeout: 300_000 }, () => {
  const { embed } = onHosts();

  embed('follows its attributes', async (page, { show, frame }) => {
    await show('<birth-benefits id="a" lang="en" scope="leave"></birth-benefits>');
    const inside = await frame();
    const set = (name, value) => page.evaluate(([which, to]) => document.getElementById('a').setAttribute(which, to), [name, value]);
    const ids = () => inside.evaluate(() => document.querySelector('birth-benefits-app').reader.session.result.benefits.map(({ id }) => id));
    assert.ok((await ids()).every((id) => id.startsWith('leave.')));
    await set('scope', '13');
    await inside.waitForFunction((title) => document.body.innerText.includes(title), en.say('benefit.housing.priority.title'));
    assert.deepEqual(await ids(), ['housing.priority']);
    await set('lang', 'zh-CN');
    await inside.waitForFunction((title) => document.body.innerText.includes(title), zh.say('benefit.housing.priority.title'));
    await set('theme', 'dark');
    const card = () => inside.evaluate(() => getComputedStyle(document.querySelector('.app > section')).backgroundColor);
    await inside.waitForFunction(() => getComputedStyle(document.querySelector('.app > section')).backgroundColor !== 'rgb(255, 255, 255)');
    const dark = await card();
    await set('theme', 'light');
    await inside.waitForFunction((was) => getComputedStyle(document.querySelector('.app > section')).backgroundColor !== was, dark);
    assert.equal(await card(), 'rgb(255, 255, 255)');
    await set('accent', '#5b2c83');
    await inside.waitForFunction(() => getComputedStyle(document.documentElement).getPropertyValue('--action').trim() === 'rgb(91, 44, 131)');
  });

  embed('a word of the scope that names no benefit is said, and all are shown', async (page, { show, frame }) => {
    await show('<birth-benefits id="a" lang="en" scope="leave leavs"></birth-benefits>');
    const inside = await frame();
    assert.equal(await inside.evaluate(() => document.querySelector('.banner').innerText), en.say('page.notice.no_scope'));
    assert.ok((await inside.evaluate(() => document.querySelectorAll('.benefit').length)) > 20);
  });

  embed('begins with the answers its host gives, by attribute or property, and has the core judge them', async (page, { show, frame }) => {
    const { as_of, ...rest } = full;
    await show(
      `<birth-benefits id="a" lang="en" situation='${JSON.stringify(full)}'></birth-benefits>` +
        `<birth-benefits id="b" lang="en" situation='{"lawful_birth":"yes"}'></birth-benefits>` +
        '<birth-benefits id="c" lang="en" situation="&lt;img src=x&gt;"></birth-benefits><birth-benefits id="d" lang="en"></birth-benefits>',
    );
    const situation = (inside) => inside.evaluate(() => document.querySelector('birth-benefits-app').situation);
    const banner = (inside) => inside.evaluate(() => document.querySelector('.banner')?.innerText);
    const a = await frame('a');
    assert.deepEqual(await situation(a), full);
    assert.equal(await banner(a), en.say('page.notice.prefilled'));
    for (const id of ['b', 'c']) {
      await page.evaluate((which) => document.getElementById(which).scrollIntoView(), id);
      const inside = await frame(id);
      assert.deepEqual(Object.keys(await situation(inside)), ['as_of']);
      assert.equal(await banner(inside), en.say('page.notice.not_prefilled'));
    }
    await page.evaluate(() => document.getElementById('d').scrollIntoView());
    const d = await frame('d');
    await page.evaluate((told) => (document.getElementById('d').situation = told), rest);
    await d.waitForFunction(() => document.querySelector('birth-benefits-app').situation.delivery);
    assert.equal((await situation(d)).delivery.babies, as_of && full.delivery.babies);
  }, { expected: /the situation is not used/ });

  for (const mode of ['frame', 'inline'])
    embed(
      `takes answers that have no JSON for what they are, and sound ones after them: ${mode}`,
      async (page, { show, ready }) => {
        const MAKE = {
          circle: 'const told = { as_of: "2024-06-01" }; told.told = told; return told',
          bigint: 'return { as_of: "2024-06-01", lawful_birth: 1n }',
          function: 'return { as_of: "2024-06-01", lawful_birth: () => true }',
        };
        await show(`<birth-benefits id="a" mode="${mode}" lang="en"></birth-benefits>`);
        const set = (make) => page.evaluate((body) => void (document.getElementById('a').situation = new Function(body)()), make);
        await set(MAKE.circle);
        await ready();
        const inside = mode === 'frame' ? await (await page.waitForSelector('#a iframe')).contentFrame() : page;
        const refused = inside.getByText(en.say('page.notice.not_prefilled'));
        const taken = inside.getByText(en.say('page.notice.prefilled'));
        await refused.waitFor();
        // What JSON leaves out is not told.
        await set(MAKE.function);
        await taken.waitFor();
        await set(MAKE.bigint);
        await refused.waitFor();
        await set(`return ${JSON.stringify(full)}`);
        await taken.waitFor();
      },
      { policy: mode === 'inline' ? strictInline : strict, expected: /the situation is not used/ },
    );

  for (const mode of ['frame', 'inline'])
    embed(
      `tells the webmaster in the console why answers handed in are not used: ${mode}`,
      async (page, { show, ready }) => {
        const warned = [];
        page.on('console', (message) => message.type() === 'warning' && warned.push(message.text()));
        const errors = () => warned.map((text) => JSON.parse(text.slice(text.indexOf('{'))).errors.map(({ pointer, code }) => `${pointer} ${code}`));
        const warning = () => page.waitForEvent('console', (message) => message.type() === 'warning');
        const set = (value) => page.evaluate((text) => document.getElementById('a').setAttribute('situation', text), value);
        await show(`<birth-benefits id="a" mode="${mode}" lang="en" scope="leave" situation='{"lawful_birth":"yes","children":[{"birth_date":"2023-02-30"}]}'></birth-benefits>`);
        await ready();
        if (warned.length === 0) await warning();
        assert.deepEqual(errors(), [['/lawful_birth wrong_type', '/children/0/birth_date invalid_date']]);
        for (const [text, error] of [['<b>', ' invalid_json'], ['[]', ' wrong_type'], ['{"mothers":{}}', '/mothers unknown_member']]) {
          warned.length = 0;
          await Promise.all([warning(), set(text)]);
          assert.deepEqual(errors(), [[error]]);
        }
        warned.length = 0;
        await set('{"lawful_birth":true}');
        await (mode === 'frame' ? page.frameLocator('#a iframe') : page).getByText(en.say('page.notice.prefilled')).waitFor();
        assert.deepEqual(warned, []);
      },
      { policy: mode === 'inline' ? strictInline : strict, expected: /the situation is not used/ },
    );

  for (const mode of ['frame', 'inline'])
    embed(
      `what each answer would give is said of the benefits that it is about: ${mode}`,
      async (page, { show, ready }) => {
        const { lawful_birth: _, ...unsure } = full;
        await show(`<birth-benefits id="a" mode="${mode}" lang="en" scope="leave.parental" situation='${JSON.stringify(unsure)}'></birth-benefits>`);
        await ready();
        const fold = (mode === 'frame' ? page.frameLocator('#a iframe') : page).locator('.ask .outcomes');
        await fold.locator('summary').click();
        await fold.locator('dl').waitFor();
        assert.deepEqual((await fold.locator('dd > span').allTextContents()).map((text) => text.trim().startsWith(en.say('benefit.leave.parental.title'))), [true, true]);
      },
      { policy: mode === 'inline' ? strictInline : strict },
    );

  for (const mode of ['frame', 'inline'])
    embed(
      `answers that have faults cost the reader nothing: ${mode}`,
      async (page, { show, ready }) => {
        await show(`<birth-benefits id="a" mode="${mode}" lang="en"></birth-benefits>`);
        await ready();
        const inside = mode === 'frame' ? page.frameLocator('#a iframe') : page;
        const situation = () => inside.locator('birth-benefits-app').evaluate((app) => app.situation);
        const set = (value) => page.evaluate((text) => document.getElementById('a').setAttribute('situation', text), value);
        await inside.locator('.ask .chip').first().click();
        await inside.locator('.told').waitFor();
        const told = await situation();
        assert.ok(Object.keys(told).length > 1, 'the reader has answered');
        await set('{"lawful_birth":"yes"}');
        await inside.getByText(en.say('page.notice.not_prefilled')).waitFor();
        assert.deepEqual(await situation(), told);
        await set('{"lawful_birth":true}');
        await inside.getByText(en.say('page.notice.prefilled')).waitFor();
        assert.deepEqual(Object.keys(await situation()).sort(), ['as_of', 'lawful_birth'], 'sound ones begin anew');
      },
      { policy: mode === 'inline' ? strictInline : strict, expected: /the situation is not used/ },
    );

  embed('shares no result unless the host asks for it', async (page, { show, frame }) => {
    await show('<birth-benefits id="a" lang="en"></birth-benefits>');
    const inside = await frame();
    await inside.locator('.ask .chip').first().click();
    await inside.waitForFunction(() => document.querySelector('birth-benefits-app').situation.delivery || Object.keys(document.querySelector('birth-benefits-app').situation).length > 1);
    assert.equal(await page.evaluate(() => noted.some(({ name }) => name === 'result')), false);
    assert.equal((await inside.evaluate(() => document.body.innerText)).includes('127.0.0.1'), false);
  });

  embed('passes every result to a host that asks for it, and tells the reader whom', async (page, { show, frame, host }) => {
    await show('<birth-benefits id="a" lang="en" share="result"></birth-benefits>');
    const inside = await frame();
    const results = () => page.evaluate(() => noted.filter(({ name }) => name === 'result').map(({ detail }) => detail.benefits.length));
    assert.ok((await results()).length > 0);
    assert.ok((await inside.evaluate(() => document.querySelector('.banner').innerText)).includes(host.origin));
    const before = (await results()).length;
    await inside.locator('.ask .chip').first().click();
    await page.waitForFunction((count) => noted.filter(({ name }) => name === 'result').length > count, before);
    const told = (await results()).length;
    await inside.getByRole('checkbox', { name: en.say('page.take.wages') }).uncheck();
    await page.waitForTimeout(300);
    assert.equal((await results()).length, told, 'a box that is ticked tells of no other result');
  });

  for (const mode of ['frame', 'inline'])
    embed(
      `passes the result of what its host sets later, once, and none where nothing changes it: ${mode}`,
      async (page, { show, ready }) => {
        await show(`<birth-benefits id="a" mode="${mode}" lang="en" share="result" situation='{"as_of":"2024-06-01"}'></birth-benefits>`);
        await ready();
        const day = (result) => result.policy.as_of;
        /** The results passed on after `change`, until there is one that `awaited` knows. */
        const after = (change, awaited) =>
          page.evaluate(
            async ([make, known]) => {
              noted.length = 0;
              new Function('element', make)(document.getElementById('a'));
              const results = () => noted.filter(({ name }) => name === 'result').map(({ detail }) => detail);
              const isKnown = new Function('result', `return ${known}`);
              for (let tries = 0; !results().some(isKnown); tries++) {
                if (tries > 400) throw new Error(`no result after ${make}`);
                await new Promise((resolve) => setTimeout(resolve, 50));
              }
              return results();
            },
            [change, awaited],
          );
        const byProperty = await after("element.situation = { as_of: '2025-01-01', lawful_birth: true }", "result.policy.as_of === '2025-01-01'");
        assert.deepEqual(byProperty.map(day), ['2025-01-01']);
        const byAttribute = await after("element.situation = undefined; element.setAttribute('situation', '{\"as_of\":\"2025-02-02\"}')", "result.policy.as_of === '2025-02-02'");
        // Without the property, the attribute of the start counts again, for a moment.
        assert.deepEqual(byAttribute.map(day), ['2024-06-01', '2025-02-02']);
        const scoped = await after("element.setAttribute('scope', '14')", 'result.benefits.every(({ measure }) => measure === 14)');
        assert.equal(scoped.length, 1);
        // Of these three only the last leads to another result.
        const again = await after("element.lang = 'ko'; element.setAttribute('theme', 'dark'); element.setAttribute('scope', 'leave')", "result.benefits.every(({ id }) => id.startsWith('leave.'))");
        assert.equal(again.length, 1);
      },
      { policy: mode === 'inline' ? strictInline : strict },
    );

  embed('does not begin with remembered answers where results are shared', async (page, { show, frame, host }) => {
    await show('<birth-benefits id="a" lang="en"></birth-benefits>');
    let inside = await frame();
    await inside.locator('.ask .chip').first().click();
    await inside.getByRole('checkbox', { name: en.say('page.keep') }).check();
    await page.goto(host.page('again.html', '<birth-benefits id="a" lang="en"></birth-benefits>'));
    inside = await frame();
    const told = () => inside.evaluate(() => Object.keys(document.querySelector('birth-benefits-app').situation).length);
    assert.ok((await told()) > 1, 'remembered');
    await page.goto(host.page('shared.html', '<birth-benefits id="a" lang="en" share="result"></birth-benefits>'));
    inside = await frame();
    assert.equal(await told(), 1);
  }, { site: 'localhost' });
});
