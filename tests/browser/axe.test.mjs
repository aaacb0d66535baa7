/** axe finds nothing, in any state, language and look, with everything unfolded. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { inEveryState, unfoldAll } from './accessible.mjs';
import { fragmentOf, full } from './families.mjs';
import { inChromium, remember } from './setup.mjs';
import { layOutAll } from './visitor.mjs';
import { LANGUAGES, PAGE, wordsOf } from './words.mjs';

/**
 * What is drawn is the same in every look, but for its colours: one look is examined whole. Colours are the same in every
 * language.
 */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const LOOKS = {
  light: { languages: LANGUAGES, colorScheme: 'light' },
  dark: { languages: ['zh-CN'], colorScheme: 'dark', rules: COLOURS },
  'high contrast': { languages: ['en'], colorScheme: 'light', script: remember({ contrast: true }), rules: COLOURS },
  'high contrast, dark': { languages: ['ko'], colorScheme: 'dark', script: remember({ contrast: true }), rules: COLOURS },
};
/** The longest and the shortest also with everything unfolded. */
const UNFOLDED = ['full', 'unknown', 'institutions'];

/** The table of the twenty measures stands below every state, always the same: it is examined with the first. */
async function examine(page, { rules, table = true } = {}) {
  await page.evaluate(layOutAll);
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (!table) axe.exclude('section.standard');
  return found((await (rules ? axe.withRules(rules) : axe).analyze()).violations);
}

/** Where and what, in a line each. */
const found = (violations) =>
  violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, any, html }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? html}`));

describe('axe finds nothing', () => {
  const visit = inChromium();

  for (const [look, { languages, rules, ...options }] of Object.entries(LOOKS)) {
    for (const lang of languages) {
      visit(
        `${look}, ${lang}`,
        async (visitor, url) => {
          const { page } = visitor;
          const words = wordsOf(lang);
          const faults = [];
          let table = true;
          const look = async (state) => {
            faults.push(...(await examine(page, { rules, table })).map((fault) => `${state}: ${fault}`));
            table = false;
          };
          await inEveryState(visitor, url + PAGE[lang], look);
          await inEveryState(visitor, url + PAGE[lang], async (state) => {
            if (!UNFOLDED.includes(state) || (rules && state !== 'full')) return;
            await unfoldAll(page);
            await look(`${state}, unfolded`);
          });
          await visitor.open(url + PAGE[lang] + fragmentOf(full));
          await visitor.type(words.label('/delivery/date'), '2024-02-30');
          await visitor.type(words.label('/mother/monthly_wage_yuan'), 'abc');
          await look('errors');
          await visitor.click('button', words.say('page.questions.all'));
          await visitor.click('button', words.say('page.take.link'));
          await visitor.click('checkbox', words.say('page.keep'));
          await look('all questions and notices');
          assert.deepEqual(faults, []);
        },
        { ...options, timeout: 180_000 },
      );
    }
  }

  for (const lang of LANGUAGES) {
    visit(
      `where the page cannot work, ${lang}`,
      async ({ page }, url) => {
        await page.goto(url + PAGE[lang]);
        await page.getByText(wordsOf(lang).say('page.html.unavailable')).waitFor();
        assert.deepEqual(await examine(page), []);
      },
      { hosting: { wasmAllowed: false, missing: (name) => /core-twin/.test(name) }, expected: /./ },
    );
  }
});

describe('a heading', () => {
  const visit = inChromium();

  for (const lang of LANGUAGES)
    visit(`and a reading of the law in use are called what is seen, with all blanks, in ${lang}`, async (visitor, url) => {
      const { page } = visitor;
      const client = await page.context().newCDPSession(page);
      for (const situation of [{ as_of: '2024-06-01' }, full]) {
        await visitor.open(url + PAGE[lang] + fragmentOf(situation));
        await unfoldAll(page);
        const seen = await page.locator('h1, h2, h3:not(:has(button)), .option:has(small)').evaluateAll((elements) => elements.map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim()));
        const { nodes } = await client.send('Accessibility.getFullAXTree');
        const names = nodes.filter(({ ignored, role }) => !ignored && ['heading', 'button'].includes(role.value)).map(({ name }) => name.value);
        assert.ok(seen.length > 0);
        assert.deepEqual(seen.filter((text) => !names.includes(text)), []);
      }
    });
});
