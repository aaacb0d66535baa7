/** The page from the paragraphs of the law to the results: complete without script, sound, and readable everywhere. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { allCases } from '../law/cases.mjs';
import { policy, readJson } from '../schema/documents.mjs';
import { dist } from './server.mjs';
import { inChromium } from './setup.mjs';
import { filled, LANGUAGES, wordsOf } from './words.mjs';

const FILE = { 'zh-CN': 'law.html', en: 'law.en.html', ko: 'law.ko.html' };
const validate = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] });
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

describe('the page of the law', () => {
  for (const lang of LANGUAGES) {
    const html = readFileSync(join(dist, FILE[lang]), 'utf8');

    test(`${lang}: is valid HTML`, async () => {
      const { results } = await validate.validateString(html);
      const messages = results.flatMap((one) => one.messages);
      assert.deepEqual(messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`), []);
    });

    test(`${lang}: holds every paragraph, benefit, reading and case, and leaves no hole`, () => {
      const { benefits, assumptions } = policy();
      const places = [...Array.from({ length: 20 }, (_, i) => `2.${i + 1}`), '3.1', '3.2', '3.3'];
      const wanted = [
        ...places.map((place) => `id="p${place}"`),
        ...benefits.map(({ id }) => `<code>${id}</code>`),
        ...assumptions.map(({ id }) => `id="${id}"`),
        ...allCases().map(({ name }) => `<li>${escaped(name)}</li>`),
      ];
      assert.deepEqual(wanted.filter((part) => !html.includes(part)), []);
      assert.doesNotMatch(html, /\{\w+[^}]*\}|undefined|\[object|>(law|rule|benefit|assumption)\.[\w.]+</);
      assert.deepEqual(html.match(/<script[^>]*/g).map((tag) => /src="\.\/law-/.test(tag)), [true], 'none but for how it looks');
    });

    test(`${lang}: says of which edition its figures are, and leads to the data file and to how it is exchanged`, () => {
      const { edition } = JSON.parse(readFileSync(join(dist, 'policy.json'), 'utf8'));
      const said = filled(readJson(`assets/i18n/law/${lang}.json`)['law.edition'], { edition: wordsOf(lang).date(edition) });
      const [line] = html.split('<p>').filter((part) => part.includes(said));
      assert.ok(line, said);
      const links = [...line.matchAll(/href="\.\/([\w.-]+)(?:#(\w+))?"/g)].map(([, file, id]) => [file, id]);
      assert.deepEqual(links, [['policy.json', undefined], [lang === 'zh-CN' ? 'embed-guide.html' : 'embed-guide.en.html', 'update']]);
    });
  }

  const visit = inChromium();
  const WIDTHS = [360, 1440];
  // What is drawn is the same in the dark, but for its colours.
  for (const [colorScheme, rules] of Object.entries({ light: undefined, dark: ['color-contrast'] }))
    visit(
      `${colorScheme}: axe finds nothing, and nothing is wider than the screen`,
      async ({ page }, url) => {
        const faults = [];
        for (const lang of LANGUAGES) {
          await page.goto(url + FILE[lang]);
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 800 });
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
            if (wide > 0) faults.push(`${lang}: ${wide} px wider than ${width}`);
          }
          const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
          const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
          faults.push(...violations.map(({ id, nodes }) => `${lang}: ${id}: ${nodes[0].target.join(' ')}`));
        }
        assert.deepEqual(faults, []);
      },
      { colorScheme, timeout: 180_000 },
    );
});
