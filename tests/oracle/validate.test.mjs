/** The oracle's reading of a document: pointers and codes of what is wrong with it, worked out by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded, situation } from './generate.mjs';
import { document } from './mutate.mjs';
import { errors } from './validate.mjs';

/** @param {string} text */
const found = (text) => errors(text).map(({ pointer, code }) => `${pointer} ${code}`);

/** A document with a date and these members. @param {string} members */
const dated = (members) => found(`{"as_of":"2024-06-01",${members}}`);

test('generated situations are valid', () => {
  const random = seeded(21);
  for (let round = 0; round < 1000; round += 1) {
    const text = JSON.stringify(situation(random));
    assert.deepEqual(errors(text), [], text);
  }
});

test('generated documents are one line and say so where they are no JSON', () => {
  const random = seeded(22);
  for (let round = 0; round < 1000; round += 1) {
    const { text } = document(random);
    assert.ok(!text.includes('\n'));
    const isJson = !found(text).includes(' invalid_json');
    if (isJson && text.length < 1000000) assert.doesNotThrow(() => JSON.parse(text));
  }
});

test('errors of the whole document stand alone', () => {
  for (const text of ['', '{', '{"as_of":"2024-06-01",}', '\ufeff{}', '{"a":01}', '{"a":"\\ud800"}', '{} {}', '{"a":"\t"}']) {
    assert.deepEqual(found(text), [' invalid_json'], text);
  }
  assert.deepEqual(found(`{"as_of":1}${' '.repeat(1048576)}`), [' too_large']);
  assert.deepEqual(found('[]'), [' wrong_type']);
  assert.deepEqual(found(`{"x":${'['.repeat(32)}${']'.repeat(32)}}`), [' too_deep']);
  assert.deepEqual(found(`{"x":${'['.repeat(31)}${']'.repeat(31)}}`), ['/x unknown_member', '/as_of missing_member']);
  assert.deepEqual(found('['.repeat(5000)), [' invalid_json']);
});

test('each repeated member once, nothing beside it', () => {
  assert.deepEqual(found('{"x":1,"pregnant":1,"\\u0070regnant":2,"pregnant":3}'), ['/pregnant duplicate_key']);
  assert.deepEqual(dated('"children":[{},{"a":1,"a":2}]'), ['/children/1/a duplicate_key']);
});

test('numbers by their mathematical value', () => {
  const babies = (/** @type {string} */ raw) => dated(`"delivery":{"babies":${raw}}`);
  for (const raw of ['1', '2.0', '2e0', '20e-1', '8']) assert.deepEqual(babies(raw), [], raw);
  for (const raw of ['2.5', '1e-400', '"1"', 'null', 'true']) assert.deepEqual(babies(raw), ['/delivery/babies wrong_type'], raw);
  for (const raw of ['0', '-0', '9', '-1', '1e400', '1e999999999999999999']) {
    assert.deepEqual(babies(raw), ['/delivery/babies out_of_range'], raw);
  }
  const wage = (/** @type {string} */ raw) => dated(`"father":{"monthly_wage_yuan":${raw}}`);
  for (const raw of ['0', '-0', '-0.000', '5500.100', '1e7', '10000000.00', '0.01', '0e9']) assert.deepEqual(wage(raw), [], raw);
  for (const raw of ['-0.001', '10000000.001', '1e400']) assert.deepEqual(wage(raw), ['/father/monthly_wage_yuan out_of_range'], raw);
  for (const raw of ['0.001', '1e-400', '9999999.999']) assert.deepEqual(wage(raw), ['/father/monthly_wage_yuan too_many_decimals'], raw);
});

test('dates', () => {
  const asOf = (/** @type {string} */ raw) => found(`{"as_of":${raw}}`);
  for (const date of ['1900-01-01', '2199-12-31', '2024-02-29']) assert.deepEqual(asOf(`"${date}"`), [], date);
  for (const date of ['2023-02-29', '1900-02-29', '2024-1-01', '2024-01-01 ', '20240101', '']) {
    assert.deepEqual(asOf(`"${date}"`), ['/as_of invalid_date'], date);
  }
  for (const date of ['1899-12-31', '2200-01-01', '9999-12-31']) assert.deepEqual(asOf(`"${date}"`), ['/as_of out_of_range'], date);
  for (const raw of ['null', '20240101', '[]']) assert.deepEqual(asOf(raw), ['/as_of wrong_type'], raw);
});

test('members: unknown, misplaced, of a wrong type', () => {
  assert.deepEqual(dated('"father":{"maternity_insured":true},"a/b~":1'),
    ['/father/maternity_insured unknown_member', '/a~1b~0 unknown_member']);
  assert.deepEqual(dated('"delivery":{"outcome":"miscarriage","babies":9,"pregnancy_months":1}'),
    ['/delivery/babies out_of_range', '/delivery/babies misplaced_member']);
  assert.deepEqual(dated('"delivery":{"babies":1,"pregnancy_months":1}'), []);
  assert.deepEqual(dated('"children":[{"kindergarten":{"kind":"x"},"care":"home"}]'),
    ['/children/0/kindergarten misplaced_member', '/children/0/kindergarten/kind unknown_option']);
  assert.deepEqual(dated('"children":[{"kindergarten":{},"care":"creche"}]'), ['/children/0/care unknown_option']);
  assert.deepEqual(dated('"mother":null,"father":null,"delivery":null'), []);
  assert.deepEqual(dated('"children":null,"household":null'), ['/children wrong_type', '/household wrong_type']);
  assert.deepEqual(dated(`"elders":[${'{},'.repeat(8)}1]`), ['/elders out_of_range', '/elders/8 wrong_type']);
  assert.deepEqual(dated('"assumptions":{"leave.x":"a","age.attained":1,"age.leap_day":"never","leave.maternity.pay_divisor":"30"}'), [
    '/assumptions/leave.x unknown_member', '/assumptions/age.attained wrong_type', '/assumptions/age.leap_day unknown_option',
  ]);
});

test('contradictions, of valid inputs only', () => {
  const expected = '"delivery":{"outcome":"birth","date":"2024-06-02"}';
  assert.deepEqual(dated(`${expected},"pregnant":false`), ['/pregnant contradiction']);
  assert.deepEqual(dated('"pregnant":false,"delivery":{"outcome":"birth","date":"2024-06-01"}'), []);
  assert.deepEqual(dated('"pregnant":false,"delivery":{"date":"2024-06-02"}'), []);
  assert.deepEqual(dated('"children":[{"birth_date":"2024-06-02"}],"elders":[{"birth_date":"2024-06-01"}]'),
    ['/children/0/birth_date contradiction']);
  assert.deepEqual(dated('"elders":[{"child":"mother"},{"child":"father"}],"mother":null'), ['/elders/0/child contradiction']);
  assert.deepEqual(found('{"as_of":"2024-02-30","children":[{"birth_date":"2025-01-01"}]}'), ['/as_of invalid_date']);
});

test('document order, missing members last', () => {
  assert.deepEqual(found('{"pregnant":1,"delivery":{"babies":0,"date":1},"x":1,"lawful_birth":"yes"}'), [
    '/pregnant wrong_type', '/delivery/babies out_of_range', '/delivery/date wrong_type', '/x unknown_member',
    '/lawful_birth wrong_type', '/as_of missing_member',
  ]);
});
