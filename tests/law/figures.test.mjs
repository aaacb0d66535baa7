/** Every figure of the policy file stands in the paragraph or article that it cites; a spoilt policy is found out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { policy } from '../schema/documents.mjs';
import { complaints, tables } from './figures.mjs';
import { differences, numerals, paragraphs, tableOf } from './numerals.mjs';

const text = process.env.BIRTH_BENEFITS_LAW_TEXT;

/** The policy with something changed by `spoil`. */
function spoilt(spoil) {
  const copy = policy();
  spoil(copy);
  return copy;
}

const holders = (document) => [document.common, ...document.benefits].filter(({ figures }) => figures);

/** Every dated value of every figure, as a way to reach it in a copy. */
const values = holders(policy()).flatMap(({ id = 'common', figures }, holder) =>
  Object.entries(figures).flatMap(([name, figure]) =>
    figure.values.map((value, i) => ({
      name: `${id}/${name}`,
      value,
      of: (document) => holders(document)[holder].figures[name].values[i],
    })),
  ),
);

function another(value) {
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return [...value.slice(0, -1), another(value.at(-1))];
  return value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
}

describe('the figures of the policy', () => {
  test('stand in the paragraphs and articles that they cite', () => assert.deepEqual(complaints(policy()), []));

  for (const { name, value, of } of values) {
    test(`${name}: another figure is found out`, () => {
      const wrong = spoilt((document) => {
        if (value.value === true) of(document).from = another(value.from);
        else of(document).value = another(value.value);
      });
      assert.ok(complaints(wrong).some((one) => one.startsWith(name)));
    });
    test(`${name}: another source is found out`, () => {
      const wrong = spoilt((document) => {
        of(document).source = value.source === 'jilin-2023-56/2.12' ? 'jilin-2023-56/2.14' : 'jilin-2023-56/2.12';
      });
      assert.ok(complaints(wrong).some((one) => one.startsWith(name)));
    });
  }

  test('that are swapped within one paragraph are found out', () => {
    const wrong = spoilt(({ benefits }) => {
      const days = (id, name) => benefits.find((one) => one.id === id).figures[name].values[0];
      const [paternity, parental] = [days('leave.paternity', 'days'), days('leave.parental', 'days_per_year')];
      [paternity.value, parental.value] = [parental.value, paternity.value];
    });
    assert.equal(complaints(wrong).length, 2);
  });

  test('of options are held to the text too', () => {
    const wrong = spoilt(({ assumptions }) => {
      assumptions.find(({ id }) => id === 'tutoring.float').options[0].value = 15;
    });
    assert.deepEqual(complaints(wrong), ['tutoring.float/10 is 15, but jilin-2023-56/2.15 states 10']);
  });

  test('are all there: one without a place in the law, or a number without a figure, is found out', () => {
    const added = spoilt(({ benefits }) => {
      const { figures } = benefits.find(({ id }) => id === 'leave.paternity');
      figures.more_days = structuredClone(figures.days);
    });
    assert.deepEqual(complaints(added), ['leave.paternity/more_days: jilin-2023-56/2.12 states no such figure']);
    const taken = spoilt(({ benefits }) => delete benefits.find(({ id }) => id === 'leave.paternity').figures.days);
    assert.deepEqual(complaints(taken), ['no figure for what is stated: leave.paternity/days jilin-2023-56/2.12']);
  });

  test('belong to benefits that cite paragraphs which there are, and their own measure', () => {
    const wrong = spoilt(({ benefits }) => {
      benefits[0].sources = ['jilin-2023-56/2.21'];
      benefits[1].measure = 3;
    });
    assert.equal(complaints(wrong).length, 3);
  });
});

describe('the numbers of a paragraph', () => {
  // In our own words, with the marks that the document uses.
  const sample = [
    '2023年12月29日',
    '一、序',
    '（一）第 7 条不算。',
    '二、正文',
    '（一）甲满 60 周岁后享受 15 天，5·20 免费，',
    '乙为 2-3 岁。',
    '（二十）上浮至多 10%。',
    '三、其他',
    '(三) 每生 1.5 元。',
  ].join('\n');

  test('are read with the words that they count', () => {
    assert.deepEqual(Object.keys(tableOf(sample)), ['head', '2.1', '2.20', '3.3'].map((id) => `jilin-2023-56/${id}`));
    assert.deepEqual(numerals(paragraphs(sample).get('2.1')), [
      { number: 60, unit: '周岁后' },
      { number: 15, unit: '天' },
      { monthDay: [5, 20] },
      { number: 0, unit: '免费' },
      { range: [2, 3], unit: '岁' },
    ]);
    assert.deepEqual(numerals(paragraphs(sample).get('2.20')), [{ number: 10, unit: '%' }]);
    assert.deepEqual(numerals(paragraphs(sample).get('3.3')), [{ number: 1.5, unit: '元' }]);
  });

  test('and its words are told from those of a changed text', () => {
    const table = tableOf(sample);
    assert.deepEqual(differences(sample, table), []);
    assert.deepEqual(differences(sample.replace('15', '16'), table), ['jilin-2023-56/2.1']);
    assert.deepEqual(differences(sample.replace('乙', '丙'), table), ['jilin-2023-56/2.1']);
  });

  test('that nobody accounts for are found out', () => {
    const law = tables();
    law.numerals['jilin-2023-56/2.12'].numerals.push({ number: 30, unit: '天' });
    assert.deepEqual(complaints(policy(), law), ['jilin-2023-56/2.12: 7 numbers, 6 of them accounted for']);
  });

  // The repository does not hold the text: whoever has it names the file.
  if (text) {
    test('are those of the text', () => assert.deepEqual(differences(readFileSync(text, 'utf8')), []));
  }
});
