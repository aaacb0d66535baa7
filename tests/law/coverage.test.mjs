/** No sentence, no option, no paragraph without a case: what the calculator can say has been said to some case. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { inputs, inTree, policies, policy, readJson } from '../schema/documents.mjs';
import { answeredCases, benefitOf } from './cases.mjs';
import { isIn, sentencesOf, sentencesOfErrors, unexercised } from './coverage.mjs';

/** What only check-policy says, and `explain` of a policy that is not sound. */
const ABOUT_FILES = /^explain\.(change|fault|policy_sound|unit)/;
const command = process.env.BIRTH_BENEFITS ?? inTree('build/native/birth-benefits');
const words = readJson('assets/i18n/zh-CN.json');
const { assumptions, benefits } = policy();
const confidence = new Map(assumptions.map((one) => [one.id, one.confidence]));
const cases = answeredCases(command);
const said = new Map();
for (const one of cases)
  for (const key of sentencesOf(one, confidence)) said.set(key, [...(said.get(key) ?? []), one]);
const errors = sentencesOfErrors([...inputs(), ...policies()].flatMap((one) => one.errors ?? []));

describe('every sentence of results', () => {
  const all = new Set([...said.keys(), ...errors]);
  test('is said to some case, or of some bad input', () => assert.deepEqual(unexercised(words, all), []));

  test('is missed where its only cases are gone', () => {
    const others = cases.filter(({ benefit }) => benefit !== 'kindergarten.aid' && benefit !== undefined);
    const left = new Set([...others.flatMap((one) => [...sentencesOf(one, confidence)]), ...errors]);
    assert.ok(unexercised(words, left).includes('rule.aid_rural'));
  });

  test('that stands around results comes up where the first cases of each file are put into words', () => {
    const of = (name) => [...new Set(cases.filter(({ suite }) => suite === name).map(({ situation }) => situation))];
    const first = [...new Set(cases.map(({ suite }) => suite))].flatMap((name) => of(name).slice(0, 3));
    const early = cases.find(({ result }) => !result.policy.in_force).situation;
    const aided = cases.find(({ result }) => result.summary.aid_yuan_per_year > 0).situation;
    const taken = (member) => cases.find(({ result }) => result.benefits.some(({ alternatives = [] }) => alternatives.some(({ without = [] }) => without.includes(member)))).situation;
    const texts = [...first, early, aided, taken('later_periods'), taken('payers')].map((input) => execFileSync(command, ['explain'], { input, encoding: 'utf8' })).join('\n');
    const around = Object.keys(words).filter((key) => /^(explain|note)\./.test(key) && !ABOUT_FILES.test(key));
    assert.deepEqual(around.filter((key) => !isIn(texts, words[key])), []);
  });

  test('that says what a policy file is, or what is wrong with it, is said of some policy file', () => {
    const sound = JSON.stringify(policy());
    const unreadable = ['', `\ufeff${sound}`, Buffer.from(`\ufeff${sound}`, 'utf16le'), sound.replace(',', ',,')];
    const tooLong = JSON.stringify({ ...policy(), edition: 'a'.repeat(10_001) });
    const files = [sound, tooLong, ...unreadable, ...policies().map(({ text }) => text)];
    const told = (input) => spawnSync(command, ['check-policy', '--lang', 'zh-CN', '-'], { input, encoding: 'utf8' }).stdout;
    const texts = files.map(told).join('\n');
    const about = Object.keys(words).filter((key) => ABOUT_FILES.test(key));
    assert.ok(about.length > 20);
    assert.deepEqual(about.filter((key) => !isIn(texts, words[key])), []);
  });
});

describe('every reading', () => {
  for (const { id, options } of assumptions)
    for (const option of options)
      test(`${id}: ${option.id} is in use in some case`, () =>
        assert.ok(said.has(`assumption.${id}.option.${option.id}`)));
});

describe('every paragraph', () => {
  const paragraphs = Object.keys(readJson('tests/law/numerals.json')).filter((id) => !id.endsWith('/head'));
  for (const paragraph of paragraphs)
    test(`${paragraph} gives something in some case`, () => {
      const ids = new Set(benefits.filter(({ sources }) => sources.includes(paragraph)).map(({ id }) => id));
      const entitled = (one) => ids.has(one.benefit) && benefitOf(one, one.result)?.status === 'entitled';
      assert.ok(cases.some(entitled));
    });
});
