/** Sentences take their figures from the policy in use, in the page as in the native command. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES } from '../browser/words.mjs';
import { changed, policy, readJson } from '../schema/documents.mjs';
import { command } from '../wasm/core.mjs';
import { modulesOf } from './sources.mjs';

const DAY = '2026-06-01';
/** The parental limit rises once, on the day before the question. */
const other = changed(policy(), {
  where: {
    '/benefits/leave.parental/figures/child_under_years/values': [
      { from: '2023-12-29', to: '2026-05-31', value: 4, source: 'practice' },
      { from: '2026-06-01', value: 6, source: 'practice' },
    ],
    '/benefits/leave.only_child_care/figures/elder_from_years/values/0/value': 65,
    '/common/figures/nursing_baby_under_years/values/0/value': 2,
    '/assumptions/tutoring.float/options/10/value': 15,
    '/assumptions/leave.maternity.pay_divisor/options/30/value': '31',
  },
});
const family = {
  as_of: DAY,
  mother: { employed: true },
  father: { employed: true },
  delivery: { outcome: 'birth', date: '2026-03-01', babies: 1, difficult: false },
  elders: [{ birth_date: '1950-01-01', hospitalised: true, child: 'mother', only_child: true }],
  institution: { tutoring: { stage: 'compulsory', academic: true, offline: true, guide_price_yuan: 100, price_yuan: 130 } },
};

describe('the figures in sentences', { timeout: 120_000 }, () => {
  let page;
  let remove;
  let folder;
  before(async () => {
    ({ page, remove } = await modulesOf(['calculator/calculator', 'words/figures', 'words/messages']));
    folder = mkdtempSync(join(tmpdir(), 'birth-benefits-figures-'));
    writeFileSync(join(folder, 'policy.json'), JSON.stringify(other));
  });
  after(() => {
    remove?.();
    rmSync(folder, { recursive: true });
  });

  test('are those in force on the day: the last that has begun, or the first of all', () => {
    const limit = (day) => page.figuresOf(other, 'leave.parental', day).child_under_years;
    assert.deepEqual(['2000-01-01', '2024-01-01', '2026-05-31', '2026-06-01', '2030-01-01'].map(limit), [4, 4, 4, 6, 6]);
    const { days_per_year, nursing_baby_under_years, elder_from_years } = page.figuresOf(other, 'leave.parental', DAY);
    assert.deepEqual([days_per_year, nursing_baby_under_years, elder_from_years], [20, 2, undefined]);
  });

  test('come from the policy given to the calculator, in whatever form', async () => {
    for (const given of [other, JSON.stringify(other), new TextEncoder().encode(JSON.stringify(other))]) {
      const calculator = await page.loadCalculator({ policy: given });
      assert.deepEqual(calculator.file(), other);
      assert.deepEqual(calculator.under(policy()).file(), policy());
    }
  });

  for (const lang of LANGUAGES)
    test(`are said by the command in the same sentences, in ${lang}`, async () => {
      const say = page.sayer(lang, readJson(`assets/i18n/${lang}.json`));
      const input = JSON.stringify(family);
      const told = execFileSync(command, ['explain', '--lang', lang, '--policy', join(folder, 'policy.json')], { input, encoding: 'utf8' });
      const calculator = await page.loadCalculator({ policy: other });
      let sentences = 0;
      const expect = (text) => {
        assert.ok(told.includes(text), text);
        assert.doesNotMatch(text, /[{}]/);
        sentences++;
      };
      for (const benefit of calculator.evaluate(family).benefits) {
        const figures = page.figuresOf(calculator.file(), benefit.id, DAY);
        expect(say(`benefit.${benefit.id}.summary`, figures));
        for (const reason of benefit.reasons ?? []) expect(say(`rule.${reason}`, figures));
        for (const word of benefit.value?.rights ?? []) expect(say(`right.${word}`, figures));
        for (const word of benefit.value?.services ?? []) expect(say(`service.${word}`, figures));
        for (const { id, option } of benefit.assumptions ?? [])
          expect(say(`assumption.${id}.option.${option}`, page.optionValue(calculator.file(), id, option)));
        if (benefit.status !== 'not_entitled')
          for (const { rule, args } of benefit.steps) expect(say(`rule.${rule}`, { ...figures, ...args }));
      }
      assert.ok(sentences > 100);
    });
});
