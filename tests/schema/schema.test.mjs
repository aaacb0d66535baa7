/** The three JSON Schemas against each other's documents: what they describe is what the calculator reads and writes. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { allCases } from '../law/cases.mjs';
import { at, changed, inTree, inputs, policies, policy, readJson } from './documents.mjs';

const command = process.env.BIRTH_BENEFITS ?? inTree('build/native/birth-benefits');

/** Standard output of the command, which may say by its exit status that some input was bad. */
function run(words, input) {
  const { status, stdout, stderr, error } = spawnSync(command, words, { input, maxBuffer: 1 << 30 });
  assert.ok(status === 0 || status === 1, error?.message ?? stderr.toString());
  return stdout.toString();
}

const ajv = addFormats(new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true }));
for (const name of ['situation', 'result', 'policy']) ajv.addSchema(readJson(`assets/schema/${name}.schema.json`));
const schema = (id) => {
  const validate = ajv.getSchema(id);
  assert.ok(validate, `no schema ${id}`);
  return validate;
};
const isSituation = schema('situation.schema.json');
const isResult = schema('result.schema.json#/$defs/result');
const isErrors = schema('result.schema.json#/$defs/errors');
const isPolicyErrors = schema('result.schema.json#/$defs/policy_errors');
const isAnswer = schema('result.schema.json');
const isPolicy = schema('policy.schema.json');

function conforms(validate, document, name) {
  if (validate(document)) return;
  assert.fail(`${name}: ${ajv.errorsText(validate.errors, { dataVar: '' })}`);
}

describe('schemas', () => {
  for (const validate of [isSituation, isAnswer, isPolicy]) {
    test(`${validate.schema.$id} is valid JSON Schema 2020-12`, () => {
      assert.equal(validate.schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
      assert.equal(ajv.validateSchema(validate.schema), true);
    });
  }

  test('the situation schema and the policy name the same assumptions and options', () => {
    const inSchema = Object.entries(isSituation.schema.properties.assumptions.properties);
    assert.deepEqual(
      inSchema.map(([id, option]) => [id, option.enum]),
      policy().assumptions.map(({ id, options }) => [id, options.map((option) => option.id)]),
    );
  });

  test('the result schema lets every benefit of the policy be named', () => {
    const named = new RegExp(isAnswer.schema.$defs.benefit.properties.id.pattern);
    for (const { id } of policy().benefits) assert.match(id, named);
  });
});

describe('situations', () => {
  test('every case conforms', () => {
    for (const { suite, name, situation } of allCases()) conforms(isSituation, JSON.parse(situation), `${suite}: ${name}`);
  });

  // What a schema cannot say: figures' decimals, members named twice, what contradicts what, how deep and how long.
  const unsaid = ['too_many_decimals', 'duplicate_key', 'contradiction', 'too_deep', 'too_large'];
  for (const { name, situation, errors } of inputs()) {
    if (situation === undefined) continue;
    const seen = errors.filter(({ code }) => !unsaid.includes(code));
    if (errors.length === 0) test(`${name} conforms`, () => conforms(isSituation, situation, name));
    if (seen.length > 0) test(`${name} does not conform`, () => assert.equal(isSituation(situation), false));
  }
});

describe('answers', () => {
  for (const words of [['batch'], ['batch', '--no-alternatives']]) {
    test(`every result of ${words.join(' ')} over the cases conforms`, () => {
      const all = allCases();
      const lines = run(words, all.map(({ situation }) => `${situation}\n`).join('')).trimEnd();
      const answers = lines.split('\n').map((line) => JSON.parse(line));
      assert.equal(answers.length, all.length);
      all.forEach(({ suite, name }, i) => {
        conforms(isResult, answers[i], `${suite}: ${name}`);
        assert.ok(isAnswer(answers[i]), `${suite}: ${name}`);
      });
    });
  }

  for (const { name, bytes, errors } of inputs()) {
    test(`the answer to ${name} conforms`, () => {
      const validate = errors.length > 0 ? isErrors : isResult;
      if (errors.length > 0) conforms(isErrors, { errors }, 'as expected');
      conforms(validate, JSON.parse(run(['evaluate', '-'], bytes)), 'as answered');
    });
  }
});

describe('policies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'birth-benefits-policies-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'policy.json');
  /** What check-policy says of a policy. */
  function checked(document) {
    writeFileSync(file, JSON.stringify(document));
    const said = run(['check-policy', file]);
    return said.startsWith('{') ? JSON.parse(said).errors : [];
  }

  test('the policy conforms', () => conforms(isPolicy, policy(), 'policy'));

  // What a schema cannot say: how dates and lists run on, decimals, how large a fraction is, what is listed twice, what
  // compares two figures, and which names there are words for.
  const unsaid = ['gap_in_dates', 'overlapping_dates', 'not_in_order', 'too_many_decimals'];
  const words = /^\/id$|\/(ask|sources|lists\/\w+)\/\d+$|\/(source|measure)$|\/step_sources\/\w+$/;
  const said = (document) => ({ pointer, code, args }) =>
    !unsaid.includes(code) &&
    !(code === 'unknown_option' && (words.test(pointer) || pointer.endsWith('/default'))) &&
    !(code === 'duplicate_entry' && pointer.endsWith('/id')) &&
    !pointer.endsWith('/measure') &&
    !(code === 'out_of_range' && /\d\/\d/.test(at(document, pointer))) &&
    !(/(child_from_years|lawful_days|early_days|hours_per_workday)\/values\/\d+\/value$/.test(pointer) && (args?.max < 150 || args?.min > 1));
  for (const { name, document, checked: faults } of policies()) {
    if (document === undefined) continue;
    if (faults.length === 0) test(`${name} conforms`, () => conforms(isPolicy, document, name));
    if (faults.some(said(document))) test(`${name} does not conform`, () => assert.equal(isPolicy(document), false));
  }

  test('the schema takes the figures, units and values of options that check-policy takes, and no others', () => {
    const sound = policy();
    // By ids, as changes name them, and by indices, as errors do.
    const holders = [['/common', '/common', sound.common]];
    sound.benefits.forEach((benefit, i) => holders.push([`/benefits/${benefit.id}`, `/benefits/${i}`, benefit]));
    const figures = holders.flatMap(([id, index, held]) =>
      Object.keys(held.figures ?? {}).map((name) => [`${id}/figures/${name}`, `${index}/figures/${name}`]),
    );
    const options = sound.assumptions.flatMap((each, i) =>
      each.options.map(({ id }, k) => [
        `/assumptions/${each.id}/options/${id.replaceAll('/', '~1')}`,
        `/assumptions/${i}/options/${k}`,
      ]),
    );
    const below = (places, member) => places.map((place) => place.map((pointer) => pointer + member));
    const values = [-1, 0, 1, 2.5, 31, 32, 150, 151, 10000, 10001, 10000001, '', '1', '30', '31.5', '0.5', '30.12345', '365/12'];
    values.push('1/0', '1234567890', '2024-02-29', '2024-02-30', '02-29', true, false, null, [], [0], [2, 2], ['02-30'], {});
    const units = ['days', 'months', 'years', 'hours', 'yuan', 'days_per_month', 'date', 'in_force', 'list_of_months', 'day'];
    const spoilt = [
      ...values.map((value) => [value, [...below(figures, '/values/0/value'), ...below(options, '/value')]]),
      ...units.map((unit) => [unit, below(figures, '/unit')]),
    ];
    const differ = [];
    for (const [value, places] of spoilt) {
      // All at once for check-policy, which says what is wrong at each place.
      const all = changed(sound, { where: Object.fromEntries(places.map(([id]) => [id, value])) });
      const faults = checked(all);
      for (const [id, index] of places) {
        const here = faults.filter(({ pointer }) => pointer === index || pointer.startsWith(`${index}/`));
        // What is left to check-policy counts for neither side.
        if (here.length > 0 && !here.some(said(all))) continue;
        if (isPolicy(changed(sound, { where: { [id]: value } })) !== (here.length === 0))
          differ.push(`${id} ${JSON.stringify(value)}`);
      }
    }
    assert.deepEqual(differ, []);
  });
});

describe('answers under an unsound policy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'birth-benefits-policies-'));
  after(() => rmSync(folder, { recursive: true }));
  const unsound = policies().filter(({ errors }) => errors.length > 0);

  for (const { name, text, errors, checked } of unsound) {
    test(`what is said of ${name} conforms, and is the answer to a situation`, () => {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, text);
      const found = JSON.parse(run(['check-policy', file]));
      const answer = JSON.parse(run(['evaluate', '--policy', file], '{"as_of":"2024-06-01"}'));
      conforms(isPolicyErrors, found, 'as checked');
      conforms(isAnswer, answer, 'as answered');
      assert.deepEqual(found.errors.map(({ code }) => code), checked.map(({ code }) => code));
      if (checked === errors) assert.deepEqual(answer, found);
      else assert.deepEqual(answer.errors.map(({ code }) => code), errors.map(({ code }) => code));
    });
  }

  test('every code that policies alone can have comes up', () => {
    const codes = (name) => isAnswer.schema.$defs[name].properties.errors.items.properties.code.enum;
    const alone = codes('policy_errors').filter((code) => !codes('errors').includes(code));
    const found = new Set(unsound.flatMap(({ errors }) => errors.map(({ code }) => code)));
    assert.equal(alone.length, 6);
    assert.deepEqual(alone.filter((code) => !found.has(code)), []);
  });
});
