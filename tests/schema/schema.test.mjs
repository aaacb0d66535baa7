/** The three JSON Schemas against each other's documents: what they describe is what the calculator reads and writes. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { cases, inTree, inputs, policies, policy, readJson } from './documents.mjs';

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
    for (const { name, situation } of cases()) conforms(isSituation, situation, name);
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
      const all = cases();
      const lines = run(words, all.map(({ situation }) => `${JSON.stringify(situation)}\n`).join('')).trimEnd();
      const answers = lines.split('\n').map((line) => JSON.parse(line));
      assert.equal(answers.length, all.length);
      all.forEach(({ name }, i) => {
        conforms(isResult, answers[i], name);
        assert.ok(isAnswer(answers[i]), name);
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
  test('the policy conforms', () => conforms(isPolicy, policy(), 'policy'));

  // What a schema cannot say: which figures, lists, readings and benefits the rules need, what a reading's value may
  // be, and how dates follow one another.
  const said = ({ pointer, code }) =>
    ['wrong_type', 'unknown_member', 'invalid_date', 'out_of_range'].includes(code) && !/\/options\/.*\/value$/.test(pointer);
  for (const { name, document, errors } of policies()) {
    if (document === undefined) continue;
    if (errors.length === 0) test(`${name} conforms`, () => conforms(isPolicy, document, name));
    if (errors.some(said)) {
      test(`${name} does not conform`, () => assert.equal(isPolicy(document), false));
    }
  }
});

describe('answers under an unsound policy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'birth-benefits-policies-'));
  after(() => rmSync(folder, { recursive: true }));
  const unsound = policies().filter(({ errors }) => errors.length > 0);

  for (const { name, text } of unsound) {
    test(`what is said of ${name} conforms, and is the answer to a situation`, () => {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, text);
      const found = JSON.parse(run(['check-policy', file]));
      const answer = JSON.parse(run(['evaluate', '--policy', file], '{"as_of":"2024-06-01"}'));
      conforms(isPolicyErrors, found, 'as checked');
      conforms(isAnswer, answer, 'as answered');
      assert.deepEqual(answer, found);
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
