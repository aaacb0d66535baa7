/** The built pages as documents. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { dist } from './server.mjs';
import { LANGUAGES, PAGE, wordsOf } from './words.mjs';

const validate = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] });

describe('the built pages', () => {
  for (const lang of LANGUAGES) {
    const name = PAGE[lang] || 'index.html';
    const html = readFileSync(join(dist, name), 'utf8');

    test(`${name} is valid HTML`, { timeout: 20_000 }, async () => {
      const { results } = await validate.validateString(html);
      assert.deepEqual(results.flatMap(({ messages }) => messages).map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`), []);
    });

    test(`${name} names its language, title, description and twenty measures`, () => {
      const words = wordsOf(lang);
      assert.match(html, new RegExp(`<html lang="${lang}"`));
      assert.ok(html.includes(`<title>${words.say('page.title')}</title>`));
      assert.ok(html.includes('name="description"'));
      for (const hreflang of LANGUAGES) assert.ok(html.includes(`hreflang="${hreflang}"`));
      assert.doesNotMatch(html, /\{\{|\}\}|undefined|\[object/);
      assert.doesNotMatch(html, /\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)/, 'nothing the Content-Security-Policy forbids');
    });
  }
});
