/**
 * Every figure of the policy file against what its source states: the document's numbers as its text has them
 * (numerals.json, tied to figures in ties.json), those of national law as they were read (national.json).
 */
import { isDeepStrictEqual } from 'node:util';
import { readJson } from '../schema/documents.mjs';

const READING = 'a reading, for which no text was read';

/** How a number of the text becomes a figure. */
const READS = {
  number: ({ number }) => number,
  date: ({ date }) => date,
  first: ({ range }) => range[0],
  last: ({ range }) => range[1],
  'one more than the last': ({ range }) => range[1] + 1,
  'end of the last year': ({ range }) => `${range[1]}-12-31`,
  'day of the year': ({ monthDay }) => monthDay.map((part) => String(part).padStart(2, '0')).join('-'),
};

/** What law says a place of the policy holds, by place: the value and where it is from. */
function stated({ numerals, ties, national }) {
  const found = new Map();
  const add = (place, source, value) => found.set(`${place} ${source}`, value);
  for (const [source, { numerals: numbers }] of Object.entries(numerals))
    for (const [i, number] of numbers.entries())
      for (const { place, reads } of Array.isArray(ties[source]?.[i]) ? ties[source][i] : [])
        add(place, source, READS[reads](number));
  for (const [source, { facts }] of Object.entries(national))
    for (const [place, value] of Object.entries(facts)) add(place, source, value);
  return found;
}

/** Each number of the policy: its place, its value, the source that it cites; of options none. */
function* held(policy) {
  for (const fact of ['issued', 'published']) yield { place: `document/${fact}`, value: policy.document[fact] };
  for (const { id, options } of policy.assumptions)
    for (const option of options) if ('value' in option) yield { place: `${id}/${option.id}`, value: option.value };
  for (const { id = 'common', figures = {} } of [policy.common, ...policy.benefits])
    for (const [name, { unit, values }] of Object.entries(figures)) {
      const place = `${id}/${name}`;
      for (const source of new Set(values.map((one) => one.source))) {
        const cited = values.filter((one) => one.source === source);
        if (unit === 'in_force') yield { place, source, value: cited.map(({ from, to }) => [from, to]) };
        else
          for (const { value } of cited)
            if (unit === 'list_of_month_days') yield* value.map((day, i) => ({ place: `${place}/${i}`, source, value: day }));
            else yield { place, source, value };
      }
    }
}

/** Numbers of the text that nobody has tied to a figure or explained, and ties that the text does not bear out. */
function* loose({ numerals, ties }) {
  for (const [source, { numerals: numbers }] of Object.entries(numerals)) {
    const tied = ties[source] ?? [];
    if (tied.length !== numbers.length) yield `${source}: ${numbers.length} numbers, ${tied.length} of them accounted for`;
    for (const [i, number] of numbers.entries())
      for (const { place, unit } of Array.isArray(tied[i]) ? tied[i] : [])
        if (unit !== number.unit) yield `${place}: ${unit} expected, but ${source} has ${JSON.stringify(number)}`;
  }
}

export const tables = () => ({
  numerals: readJson('tests/law/numerals.json'),
  ties: readJson('tests/law/ties.json'),
  national: readJson('tests/law/national.json'),
});

/** All that is wrong with the figures of a policy, one line each. */
export function complaints(policy, law = tables()) {
  const statements = stated(law);
  const isParagraph = (source) => source in law.numerals;
  const used = new Set();
  const wrong = [...loose(law)];
  for (const { place, value, source } of held(policy)) {
    const sources = source ? [source] : [...Object.keys(law.numerals), READING];
    const stands = sources.filter((one) => statements.has(`${place} ${one}`));
    if (stands.length === 0) wrong.push(`${place}: ${source ?? 'no source'} states no such figure`);
    for (const one of stands) {
      used.add(`${place} ${one}`);
      const right = statements.get(`${place} ${one}`);
      if (!isDeepStrictEqual(value, right))
        wrong.push(`${place} is ${JSON.stringify(value)}, but ${one} states ${JSON.stringify(right)}`);
    }
  }
  for (const statement of statements.keys()) if (!used.has(statement)) wrong.push(`no figure for what is stated: ${statement}`);
  for (const { id, sources, measure } of policy.benefits) {
    const cited = sources.filter((one) => one.startsWith(`${policy.id}/`));
    for (const one of cited.filter((each) => !isParagraph(each))) wrong.push(`${id}: there is no paragraph ${one}`);
    if (measure && cited.length > 0 && !cited.includes(`${policy.id}/2.${measure}`))
      wrong.push(`${id}: of measure ${measure}, but cites ${cited.join(', ')}`);
  }
  return wrong;
}
