/** What each answer to the question on the table would give is what answering gives; and nobody waits for it who has not asked. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { fragmentOf, full } from './families.mjs';
import { inChromium } from './setup.mjs';
import { drawn } from './visitor.mjs';
import { LANGUAGES, PAGE, filled, wordsOf } from './words.mjs';

const { lawful_birth: lawful, ...unsure } = full;
/** Of whom much is open whatever is answered. */
const partly = { as_of: '2024-06-01', mother: { employed: true }, delivery: { outcome: 'birth', date: '2024-03-01' } };

/** In the page: of each answer its name, and of each line below it the titles and what they come to. */
function said() {
  const plain = (element) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const parts = (element) => [...(element?.children ?? [])].map(plain);
  return [...document.querySelectorAll('.outcomes dl > div')].map((answer) => ({
    names: parts(answer.querySelector('dt .inline')),
    isTold: answer.querySelector('dt small') !== null,
    lines: [...answer.querySelectorAll('dd')].map((line) => ({ titles: parts(line.querySelector('span.inline')), texts: parts(line.querySelector('b')), text: plain(line) })),
  }));
}

/** In the page: what the results say. */
const cards = () =>
  [...document.querySelectorAll('.results .benefit')].map((card) => {
    const text = (selector) => card.querySelector(selector)?.textContent.trim() ?? '';
    return { title: text('.title'), who: text('.tags > span'), gist: text('.gist'), status: card.classList[1] };
  });

const fold = (visitor) => visitor.page.locator('.ask details.outcomes');

/** Opens it on that question, which need not be the next. */
async function openOn(visitor, address, pointer) {
  await visitor.open(address);
  await visitor.evaluate((asked) => document.querySelector('birth-benefits-app').reader.ask(asked), pointer);
  await fold(visitor).locator('summary').click();
  await fold(visitor).locator('p.help').waitFor();
  return visitor.evaluate(said);
}

/** In the page: counts from now on what the core is asked. */
function count() {
  const { session } = document.querySelector('birth-benefits-app').reader;
  const { calculator } = session;
  const { evaluate } = calculator;
  window.evaluations = [];
  calculator.evaluate = (situation, options) => {
    window.evaluations.push(options);
    return evaluate(situation, options);
  };
}
const counted = () => window.evaluations.splice(0).map(({ alternatives }) => alternatives);

describe('what each answer would give', () => {
  const visit = inChromium();

  for (const [name, family] of Object.entries({ 'that has told all else': unsure, 'of which much is open': partly }))
    for (const lang of LANGUAGES)
      visit(`is what the answer gives, to a family ${name}, ${lang}`, async (visitor, url) => {
        const words = wordsOf(lang);
        const yes = words.answer('/lawful_birth', true);
        const no = words.answer('/lawful_birth', false);
        const answers = await openOn(visitor, url + PAGE[lang] + fragmentOf(family), '/lawful_birth');
        assert.deepEqual(
          answers.map(({ names, isTold }) => ({ names, isTold })),
          [yes, no].map((each) => ({ names: [each], isTold: false })),
        );
        const results = {};
        for (const answer of [yes, no]) {
          await openOn(visitor, `${url}${PAGE[lang]}${fragmentOf(family)}`, '/lawful_birth');
          await visitor.choose(words.label('/lawful_birth'), answer);
          await visitor.evaluate(drawn);
          results[answer] = await visitor.evaluate(cards);
        }
        const same = (one) => results[no].some((other) => JSON.stringify(other) === JSON.stringify(one));
        const differing = results[yes].filter((card) => !same(card));
        assert.equal(differing.length, 4);
        for (const { names, lines } of answers)
          for (const { title, who } of differing) {
            const { gist, status } = results[names[0]].find((card) => card.title === title && card.who === who);
            const line = lines.find(({ titles }) => titles.some((each) => each === title || (each.startsWith(title) && each.includes(who))));
            const expected = [...(status === 'entitled' ? [] : [words.say(`status.${status}`)]), ...(gist ? [gist] : [])];
            assert.deepEqual(line?.texts, expected, `${names[0]}: ${title}, ${who}`);
          }
      });

  visit('costs nothing until it is unfolded, and then nothing at once', async (visitor, url) => {
    const evaluated = async (doing) => {
      await visitor.evaluate(doing);
      await visitor.evaluate(drawn);
      return visitor.evaluate(counted);
    };
    await visitor.open(url + fragmentOf(partly));
    await visitor.evaluate(count);
    const reader = `document.querySelector('birth-benefits-app').reader`;
    assert.deepEqual(await evaluated(`${reader}.ask('/lawful_birth')`), []);
    assert.equal(await fold(visitor).getAttribute('open'), null);
    assert.deepEqual(await evaluated(`${reader}.tell('/father/employed', true)`), [false]);
    await fold(visitor).locator('summary').click();
    await fold(visitor).locator('dl').waitFor();
    assert.deepEqual(await visitor.evaluate(counted), [false, false], 'once for each answer, without other readings');
    const before = await visitor.evaluate(said);
    const atOnce = await visitor.evaluate(`${reader}.tell('/delivery/babies', 2); window.evaluations.length`);
    assert.equal(atOnce, 1, 'a touch waits for its own answer alone');
    await visitor.evaluate(drawn);
    assert.deepEqual(await visitor.evaluate(counted), [false, false, false]);
    assert.notDeepEqual(await visitor.evaluate(said), before, 'it follows what is told');
    assert.deepEqual(await evaluated(`${reader}.shareWages(false)`), [], 'nothing is worked out twice');
    assert.deepEqual(await evaluated(`${reader}.skip()`), []);
    assert.equal(await fold(visitor).getAttribute('open'), null, 'the next question begins folded');
  });

  visit('is opened, read and left with the keyboard', async (visitor, url) => {
    await visitor.open(url + fragmentOf(unsure));
    const { page } = visitor;
    await page.locator('.ask .actions button').focus();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), wordsOf('zh-CN').say('page.outcomes.title'));
    await page.keyboard.press('Enter');
    await fold(visitor).locator('dl').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.closest('details')?.classList.contains('outcomes')), true);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.closest('.beginnings') !== null), true);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await fold(visitor).locator('dl').waitFor({ state: 'hidden' });
  });

  const en = wordsOf('en');

  visit('names answers that give the same together, numbers in a row as a range, and the one that is told', async (visitor, url) => {
    const address = (family) => `${url}en.html${fragmentOf(family)}`;
    const names = async (...asked) => (await openOn(visitor, ...asked)).map((answer) => answer.names);
    assert.deepEqual(await names(address({ as_of: '2024-06-01' }), '/children'), [[en.say('input.none')], [filled(en.say('page.outcomes.run'), { first: 1, last: 12 })]]);
    const { hardship, ...child } = full.children[0];
    const [none, ...aided] = ['none', 'registered_poor', 'destitute', 'minimum_living_allowance', 'de_facto_unattended', 'orphan', 'disabled'];
    const option = (each) => en.answer('/children/0/hardship', each);
    assert.deepEqual(await names(address({ ...full, children: [child] }), '/children/0/hardship'), [[option(none)], aided.map(option)]);
    const told = await openOn(visitor, address(full), '/lawful_birth');
    assert.deepEqual(told.map(({ isTold }) => isTold), [lawful, !lawful]);
  });

  visit('says who pays where the days are the same', async (visitor, url) => {
    const { maternity_insured: insured, ...mother } = full.mother;
    const [yes, no] = await openOn(visitor, `${url}en.html${fragmentOf({ ...full, mother })}`, '/mother/maternity_insured');
    assert.equal(yes.lines[0].texts[0], no.lines[0].texts[0]);
    const fund = en.say('payer.maternity_insurance_fund');
    assert.deepEqual([yes, no].map(({ lines }) => lines[0].text.includes(fund)), [insured, !insured]);
  });

  visit('names few benefits with an answer, what it gives first, and says how many more there are', async (visitor, url) => {
    const answers = await openOn(visitor, `${url}en.html${fragmentOf({ as_of: '2024-06-01' })}`, '/delivery/outcome');
    for (const { lines } of answers) {
      assert.match(lines.pop().text, en.like('page.ask.more'));
      assert.ok(lines.flatMap(({ titles }) => titles).length <= 4);
      const given = lines.map(({ texts }) => texts[0] !== en.say('status.not_entitled'));
      assert.deepEqual(given, [...given].sort((a, b) => b - a));
    }
    assert.match(answers[1].lines[0].text, new RegExp(`^${en.say('benefit.leave.miscarriage.title')}`));
  });

  visit('says so where every answer gives the same, and which one contradicts another', async (visitor, url) => {
    const childless = { ...full, delivery: null, children: [], pregnant: false, planning_pregnancy: false };
    await openOn(visitor, `${url}en.html${fragmentOf(childless)}`, '/lawful_birth');
    assert.equal(await fold(visitor).getByText(en.say('page.outcomes.same')).count(), 1);
    assert.equal(await fold(visitor).locator('dl').count(), 0);
    const expecting = { ...full, pregnant: true, delivery: { outcome: 'birth', date: '2024-09-01' } };
    const [refused] = await openOn(visitor, `${url}en.html${fragmentOf(expecting)}`, '/pregnant');
    assert.deepEqual(refused.names, [en.say('input.no')]);
    assert.match(refused.lines[0].text, en.like('error.contradiction'));
  });

  for (const lang of LANGUAGES)
    visit(
      `leaves the names of benefits their room on a phone, in ${lang}`,
      async (visitor, url) => {
        await openOn(visitor, url + PAGE[lang] + fragmentOf({ as_of: '2024-06-01' }), '/delivery/outcome');
        const beside = await fold(visitor).evaluate((element) => {
          const lines = [...element.querySelectorAll('dd:has(b)')].map((line) => [...line.children].map((part) => part.getBoundingClientRect()));
          return lines.map(([names, outcome]) => ({ rows: Math.round(names.height / 20), isBeside: outcome.top < names.bottom - 1 }));
        });
        assert.ok(beside.length > 3);
        assert.deepEqual(beside.filter(({ rows, isBeside }) => isBeside && rows > 1), [], 'no name is broken for the sake of what stands beside it');
      },
      { viewport: { width: 360, height: 740 } },
    );

  visit('is not asked of what is typed, and is not printed', async (visitor, url) => {
    await visitor.open(`${url}en.html${fragmentOf(partly)}`);
    await visitor.evaluate(() => document.querySelector('birth-benefits-app').reader.ask('/mother/monthly_wage_yuan'));
    assert.equal(await fold(visitor).count(), 0);
    await openOn(visitor, `${url}en.html${fragmentOf(unsure)}`, '/lawful_birth');
    await visitor.page.emulateMedia({ media: 'print' });
    await visitor.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await fold(visitor).isVisible(), false);
    assert.equal((await visitor.page.locator('.sheet').innerText()).includes(en.say('page.outcomes.title')), false);
  });
});
