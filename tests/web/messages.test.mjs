/** How a sentence of the catalogue becomes one on screen. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, wordsOf } from '../browser/words.mjs';
import { readJson } from '../schema/documents.mjs';
import { modulesOf } from './sources.mjs';

describe('a sentence', { timeout: 120_000 }, () => {
  let page;
  let remove;
  before(async () => ({ page, remove } = await modulesOf(['words/messages'])));
  after(() => remove?.());

  for (const lang of LANGUAGES)
    test(`repeats as it was typed what looks like a day, an amount or a word, in ${lang}`, () => {
      const say = page.sayer(lang, { ...readJson(`assets/i18n/${lang}.json`), ...readJson(`assets/i18n/page/${lang}.json`) });
      const sentence = wordsOf(lang).say('error.invalid_date');
      for (const got of ['1899-01-01', '2024-02-30', '2024-03-01', 'page.title', '{got}', '6000'])
        assert.equal(say('error.invalid_date', { got }), sentence.replace('{got}', () => got), got);
    });

  test('gives a day, an amount and a number the forms of its language, and a key its words', () => {
    const words = { ...readJson('assets/i18n/en.json'), said: '{day} {yuan} {count} {count|one|more} {key} {sure}' };
    const say = page.sayer('en', words);
    assert.equal(say('said', { day: '2024-03-01', yuan: 6000.5, count: 1, key: 'subject.mother', sure: true }), `1 March 2024 ${say.money(6000.5)} 1 one Mother Yes`);
    assert.match(say('said', { day: '2024-02-30', count: 1200 }), /^2024-02-30 \{yuan\} 1,200 more \{key\} \{sure\}$/);
  });
});
