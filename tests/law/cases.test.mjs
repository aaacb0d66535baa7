/** The cases as documents: each a sentence that a lawyer can agree or disagree with, exact to the fen and the day. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eachFile } from '../schema/documents.mjs';
import { allCases } from './cases.mjs';
import { mismatch } from './mismatch.mjs';

const cases = allCases();
const LEAST = 1_000;

/** What is wrong with a case's name as a sentence, if anything. */
function faultOf(name) {
  if (name !== name.trim() || /\s{2}/.test(name)) return 'blanks';
  if (name.split(/\s+/).length < 3) return 'fewer than three words';
  if (!/^[\p{L}\d“"]/u.test(name) || /[.;:,]$/.test(name)) return 'begins or ends as no sentence here does';
  return /\b(test|todo|fixme|bug)\b|issue \d|\w_\w|\/\w+\/\w/i.test(name) ? 'speaks of code' : undefined;
}

const MEMBERS = {
  file: ['measure', 'source', 'groups'],
  group: ['why', 'benefit', 'subject', 'given', 'cases'],
  case: ['name', 'where', 'untold', 'expect'],
};
const strange = (kind, object) => Object.keys(object).filter((member) => !MEMBERS[kind].includes(member));

describe('the cases', () => {
  test(`are at least ${LEAST}`, () => assert.ok(cases.length >= LEAST));

  test('are named by sentences', () => {
    const faulty = cases.flatMap(({ suite, name }) => (faultOf(name) ? [`${suite}: ${name}: ${faultOf(name)}`] : []));
    assert.deepEqual(faulty, []);
  });

  test('have names of their own in their file', () => {
    const times = new Map();
    for (const { suite, name } of cases) times.set(`${suite}: ${name}`, (times.get(`${suite}: ${name}`) ?? 0) + 1);
    assert.deepEqual([...times].filter(([, count]) => count > 1), []);
  });

  test('say what is given and expected and nothing else: no tolerance, nothing left out', () => {
    const found = eachFile('tests/cases').flatMap(({ file, content }) => {
      const groups = content.groups.flatMap((group) => [
        ...strange('group', group),
        ...group.cases.flatMap((one) => strange('case', one)),
      ]);
      return [...strange('file', content), ...groups].map((member) => `${file}: ${member}`);
    });
    assert.deepEqual(found, []);
  });

  test('expect something', () => assert.deepEqual(cases.filter(({ expect }) => Object.keys(expect).length === 0), []));
});

describe('a sentence', () => {
  for (const name of ['works', 'leave.parental days_per_year', 'fixes issue 12 at last', 'ends with a stop here.'])
    test(`is not “${name}”`, () => assert.ok(faultOf(name)));
});

describe('what is expected', () => {
  test('is missed by a fen, a day, or an order', () => {
    assert.ok(mismatch({ yuan: 15033.33 }, { yuan: 15033.34 }));
    assert.ok(mismatch({ period: { to: '2024-08-27' } }, { period: { to: '2024-08-28' } }));
    assert.ok(mismatch({ missing: ['/a', '/b'] }, { missing: ['/b', '/a'] }));
    assert.ok(mismatch({ days: 20 }, { days: '20' }));
    assert.ok(mismatch({ absent: ['period'] }, { period: {} }));
    assert.equal(mismatch({ days: 20 }, { days: 20, per: 'year' }), undefined);
  });
});
