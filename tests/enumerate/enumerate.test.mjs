/** The enumeration notices a wrong figure: in the benefits that the figure is for, and in no other. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { policy } from '../schema/documents.mjs';
import { enumerate } from './enumerate.mjs';
import { BENEFITS } from './situations.mjs';

/** Figures spoilt all at once, and the benefits that show each: a father's leave may be within the mother's. */
const SPOILT = [
  { benefit: 'leave.maternity', figure: 'further_baby_days', value: 14, shows: ['leave.maternity', 'leave.paternity'] },
  { benefit: 'leave.parental', figure: 'child_under_years', value: 4, shows: ['leave.parental'] },
  { benefit: 'kindergarten.aid', figure: 'urban_per_year', value: 2001, shows: ['kindergarten.aid'] },
  { benefit: 'screening.newborn', figure: 'through_day', value: 28, shows: ['screening.newborn'] },
];

describe('the enumeration of a policy with wrong figures', { timeout: 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'birth-benefits-'));
  const file = join(folder, 'spoilt.json');
  /** @type {Awaited<ReturnType<typeof enumerate>>} */
  let checked;

  before(async () => {
    const spoilt = policy();
    for (const { benefit, figure, value } of SPOILT) {
      spoilt.benefits.find(({ id }) => id === benefit).figures[figure].values[0].value = value;
    }
    writeFileSync(file, JSON.stringify(spoilt));
    checked = await enumerate({ reach: 'device', policy: file });
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const { benefit, figure, shows } of SPOILT) {
    test(`${benefit} ${figure} shows in ${shows.join(' and ')}`, () => {
      for (const id of shows) assert.ok(checked.get(id).disagreements.length > 0, id);
    });
  }

  test('no other benefit disagrees', () => {
    const disagreeing = BENEFITS.filter((id) => checked.get(id).disagreements.length > 0);
    assert.deepEqual(new Set(disagreeing), new Set(SPOILT.flatMap(({ shows }) => shows)));
  });

  test('every benefit of the policy was checked', () => {
    assert.deepEqual([...checked.keys()].sort(), policy().benefits.map(({ id }) => id).sort());
    for (const [id, { situations }] of checked) assert.ok(situations > 0, id);
  });
});
