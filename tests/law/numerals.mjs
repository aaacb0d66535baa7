/**
 * The numbers that each paragraph of the document states. The repository does not hold the text itself, so numerals.json
 * holds them, with a digest of each paragraph by which a changed text is noticed.
 *   node tests/law/numerals.mjs TEXT            says where numerals.json is not what the text says
 *   node tests/law/numerals.mjs TEXT --write    writes it
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { inTree, readJson } from '../schema/documents.mjs';

const TABLE = 'tests/law/numerals.json';
const DOCUMENT = 'jilin-2023-56';
const DIGITS = ['', ...'一二三四五六七八九'];
/** 1 to 99, as headings count. */
const counted = (word) => {
  const [tens, ones] = word.includes('十') ? word.split('十') : ['', word];
  return (word.includes('十') ? (DIGITS.indexOf(tens) || 1) * 10 : 0) + DIGITS.indexOf(ones);
};

const PART = /^([一二三])、/;
const PARAGRAPH = /^[（(]([一二三四五六七八九十]+)[）)]/;

/** The document cut at its headings: the head before part one, then 2.1 to 2.20 and 3.1 to 3.3, without blanks. */
export function paragraphs(text) {
  const found = new Map([['head', '']]);
  let [part, id] = [0, 'head'];
  for (const line of text.split('\n').map((one) => one.replace(/\s/g, ''))) {
    const heading = PART.exec(line);
    if (heading) {
      part = counted(heading[1]);
      id = undefined;
    } else if (part > 1 && PARAGRAPH.test(line)) {
      id = `${part}.${counted(PARAGRAPH.exec(line)[1])}`;
      found.set(id, '');
    }
    if (id) found.set(id, found.get(id) + line);
  }
  return found;
}

const NUMBER = '\\d+(?:\\.\\d+)?';
/** A day of the year, a whole date, a range, a number, "free of charge"; each with the word that it counts. */
const NUMERAL = new RegExp(
  [
    '(?<month>\\d{1,2})·(?<day>\\d{1,2})',
    '(?<date>\\d{4}年\\d{1,2}月\\d{1,2}日)',
    `(?<from>${NUMBER})-(?<to>${NUMBER})(?<ofRange>岁|年)?`,
    `(?<number>${NUMBER})(?<of>周岁前|周岁后|周岁|天|元|%|个|所|岁)?`,
    '(?<free>免费)',
  ].join('|'),
  'g',
);

/** The numbers of a paragraph in their order, as they stand there. */
export function numerals(paragraph) {
  return [...paragraph.matchAll(NUMERAL)].map(({ groups: g }) => {
    if (g.free) return { number: 0, unit: g.free };
    if (g.month) return { monthDay: [Number(g.month), Number(g.day)] };
    if (g.date) return { date: g.date.match(/\d+/g).map((part) => part.padStart(2, '0')).join('-') };
    if (g.from) return { range: [Number(g.from), Number(g.to)], ...(g.ofRange && { unit: g.ofRange }) };
    return { number: Number(g.number), ...(g.of && { unit: g.of }) };
  });
}

const digest = (paragraph) => createHash('sha256').update(paragraph).digest('hex');

/** Of the head only the dates count: its other numbers are names of documents. */
const counting = (id, all) => (id === 'head' ? all.filter(({ date }) => date) : all);

export const tableOf = (text) =>
  Object.fromEntries(
    [...paragraphs(text)].map(([id, paragraph]) => [
      `${DOCUMENT}/${id}`,
      { digest: digest(paragraph), numerals: counting(id, numerals(paragraph)) },
    ]),
  );

/** The paragraphs in which a text differs from the table. */
export const differences = (text, table = readJson(TABLE)) => {
  const told = tableOf(text);
  const ids = new Set([...Object.keys(told), ...Object.keys(table)]);
  return [...ids].filter((id) => !isDeepStrictEqual(told[id], table[id]));
};

/** One line a paragraph. */
const written = (table) =>
  `{\n${Object.entries(table)
    .map(([id, row]) => `  ${JSON.stringify(id)}: ${JSON.stringify(row)}`)
    .join(',\n')}\n}\n`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [path, option] = process.argv.slice(2);
  const text = readFileSync(path, 'utf8');
  if (option === '--write') writeFileSync(inTree(TABLE), written(tableOf(text)));
  const different = differences(text);
  for (const id of different) console.error(`${TABLE}: ${id} is not what the text says`);
  process.exitCode = different.length > 0 ? 1 : 0;
}
