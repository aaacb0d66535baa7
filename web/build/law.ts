// From each paragraph to what is made of it: benefits, rule files, figures, steps, cases; and from each open question to
// its readings. Everything is read from the policy, the sentences, the cases and the command's answers to these.
import { answeredCases, benefitOf } from '../../tests/law/cases.mjs';
import { PAGE_OF, type Language } from '../addresses';
import { figuresOf, optionValue, type Entry, type Figures } from '../words/figures';
import type { Benefit, Result, Step } from '../generated/contract';
import type { Say } from '../words/messages';
import { source } from '../words/sources';
import { strictSayer, type Catalogue } from './catalogue';
import { called, tableOf } from './html';
import { escaped } from '../words/escaped';
import { policy } from './standard';

interface Case {
  suite: string;
  name: string;
  benefit: string | undefined;
  /** The benefit asked about, as the command answers. */
  found: Benefit | undefined;
  chosen: Record<string, string>;
}

let cases: Case[] | undefined;

/** Every case with its answer; of an answer about one benefit only that is kept. */
function answered(command: string): Case[] {
  cases ??= answeredCases(command).map((one) => {
    const { assumptions = {} } = JSON.parse(one.situation) as { assumptions?: Record<string, string> };
    const found = one.benefit === undefined ? undefined : (benefitOf(one, one.result) as Benefit | undefined);
    return { suite: one.suite, name: one.name, benefit: one.benefit, found, chosen: assumptions };
  });
  return cases;
}

const list = (items: string[]): string => items.map((item) => `<li>${item}</li>`).join('');
const anchor = (place: string): string => `p${place}`;

/** A figure's value in words; a list's one after the other. */
function valueOf(say: Say, unit: string, value: unknown): string {
  const key = `explain.unit_${unit}`;
  if (unit === 'yuan') return say(key, { yuan: Number(value) });
  if (Array.isArray(value)) return say(key, { value: value.join(', ') });
  return say(key, { value: typeof value === 'number' ? value : String(value) });
}

const table = (heads: string[], rows: string[], told: Parameters<typeof tableOf>[2]): string =>
  tableOf(heads.map(escaped), `<tbody>${rows.join('')}</tbody>`, told);

function figureTable(say: Say, figures: Figures): string {
  const rows = Object.entries(figures).flatMap(([name, { unit, values }]) =>
    values.map((dated) => {
      const { from = '', to } = dated;
      const time = say(to ? 'law.from_to' : 'law.from', { from, to: to ?? '' });
      const rest = [time, source(say, dated.source, policy.id)].map(
        (text) => `<cite>${escaped(text)}</cite>`,
      );
      return [
        `<tr><th scope="row">${escaped(say(`law.figure.${name}`))} <code>${name}</code></th>`,
        `<td><b>${escaped(valueOf(say, unit, dated.value))}</b>${rest.join('')}</td></tr>`,
      ].join('');
    }),
  );
  const heads = [say('law.figure'), say('law.value')];
  return table(heads, rows, { caption: escaped(say('law.figures')) });
}

function folded(say: Say, some: Case[]): string {
  const entitled = some.filter(({ found }) => found?.status === 'entitled').length;
  const summary = [
    say('law.cases', { count: some.length }),
    ...(entitled > 0 ? [say('law.cases.entitled', { count: entitled })] : []),
  ];
  return `<details><summary>${summary.map(escaped).join(' · ')}</summary><ol lang="en">${list(some.map(({ name }) => escaped(name)))}</ol></details>`;
}

/** Each sentence that comes up, by the first case in which it does. */
function firsts(some: Case[]): { steps: Step[]; reasons: string[] } {
  const steps = new Map<string, Step>();
  const reasons = new Set<string>();
  for (const { found } of some) {
    for (const reason of found?.reasons ?? []) reasons.add(reason);
    for (const step of found?.steps ?? [])
      if (!steps.has(step.rule) && found?.status === 'entitled') steps.set(step.rule, step);
  }
  return { steps: [...steps.values()], reasons: [...reasons] };
}

function benefitPart(
  say: Say,
  { id, force, figures }: Entry,
  paragraph: string,
  all: Case[],
  day: string,
): string {
  const own = figuresOf(policy, id, day);
  const some = all.filter(({ benefit }) => benefit === id);
  const files = [...new Set(some.map(({ suite }) => suite))].filter((suite) => !suite.startsWith('result_'));
  const { steps, reasons } = firsts(some);
  const said = steps.map(({ rule, args, source: from }) => {
    const elsewhere =
      from && from !== paragraph ? ` <cite>${escaped(source(say, from, policy.id))}</cite>` : '';
    return `${escaped(say(`rule.${rule}`, { ...own, ...args }))}${elsewhere}`;
  });
  return [
    `<section class="gives"><h4>${escaped(say(`benefit.${id}.title`))} <code>${id}</code></h4>`,
    `<p>${escaped(say(`benefit.${id}.summary`, own))}</p>`,
    `<p class="facts">${escaped(say(`force.${force}`))} · ${escaped(say('law.rule'))}: ${files
      .map((file) => `<code>core/measures/${file}.cpp</code>`)
      .join(', ')}</p>`,
    figures ? figureTable(say, figures) : '',
    `<h5>${escaped(say('law.steps'))}</h5><ul>${list(said)}</ul>`,
    reasons.length > 0
      ? `<h5>${escaped(say('law.reasons'))}</h5><ul>${list(reasons.map((reason) => escaped(say(`rule.${reason}`, own))))}</ul>`
      : '',
    readingLinks(say, some),
    folded(say, some),
    '</section>',
  ].join('');
}

function readingLinks(say: Say, some: Case[]): string {
  const ids = policy.assumptions
    .map(({ id }) => id)
    .filter((id) => some.some(({ found }) => found?.assumptions?.some((used) => used.id === id)));
  if (ids.length === 0) return '';
  const links = ids.map((id) => `<a href="#${id}">${escaped(say(`assumption.${id}.title`))}</a>`);
  return `<h5>${escaped(say('law.readings.of'))}</h5><ul>${list(links)}</ul>`;
}

/** The cases that use an option. The answer says which; for the option about the first day only the case itself does. */
const using = (all: Case[], id: string, option: string): Case[] =>
  all.filter(
    ({ found, chosen }) =>
      found?.assumptions?.some((used) => used.id === id && used.option === option) || chosen[id] === option,
  );

function readings(say: Say, all: Case[]): string {
  const rows = policy.assumptions.map(({ id, confidence, default: used, options }) => {
    const told = options.map((option) => {
      const title = escaped(say(`assumption.${id}.option.${option.id}`, optionValue(policy, id, option.id)));
      const count = using(all, id, option.id).length;
      return `${option.id === used ? `<b>${title}</b>` : title} · ${escaped(say('law.cases', { count }))}`;
    });
    return [
      `<tr id="${id}"><th scope="row">${escaped(say(`assumption.${id}.title`))} <code>${id}</code>`,
      `<cite>${confidence}: ${escaped(say(`confidence.${confidence}`))}</cite></th><td><ul>${list(told)}</ul></td></tr>`,
    ].join('');
  });
  const heads = [say('law.reading'), say('law.options')];
  return table(heads, rows, { attributes: called(escaped(say('law.readings'))) });
}

const PLACES = [...Array.from({ length: 20 }, (_, i) => `2.${i + 1}`), '3.1', '3.2', '3.3'];

/** `2.12` -> 12, `3.1` -> 3.1: how the catalogue counts. */
const measureOf = (place: string): string => place.replace(/^2\./, '');

/** The benefits of a paragraph: a leave that only national law grants stands with its measure's. */
function benefitsOf(place: string, all: Case[]): Entry[] {
  return policy.benefits.filter(({ id, sources }) => {
    const own = sources.filter((each) => each.startsWith(`${policy.id}/`));
    if (own.length > 0) return own.includes(`${policy.id}/${place}`);
    return all.some(({ benefit, found }) => benefit === id && String(found?.measure) === measureOf(place));
  });
}

function paragraph(say: Say, place: string, all: Case[], day: string): string {
  const entries = benefitsOf(place, all);
  if (entries.length === 0) throw new Error(`law.html: nothing is made of paragraph ${place}`);
  const title = escaped(say(`measure.${measureOf(place)}.title`));
  return `<section id="${anchor(place)}"><h3><span>${measureOf(place)}</span> ${title}</h3>${entries
    .map((entry) => benefitPart(say, entry, `${policy.id}/${place}`, all, day))
    .join('')}</section>`;
}

/** @param policy in use: its edition, and the day whose figures the sentences name */
export function lawFacts(
  command: string,
  lang: Language,
  words: Catalogue,
  { as_of: day, edition }: Pick<Result['policy'], 'as_of' | 'edition'>,
): Record<string, string> {
  const say = strictSayer(lang, words);
  const all = answered(command);
  const part = (number: string): string[] => PLACES.filter((place) => place.startsWith(number));
  const contents = PLACES.map(
    (place) =>
      `<a href="#${anchor(place)}">${measureOf(place)} ${escaped(say(`measure.${measureOf(place)}.title`))}</a>`,
  );
  return {
    intro: escaped(
      say('law.intro', {
        cases: all.length,
        benefits: policy.benefits.length,
        paragraphs: PLACES.length,
        readings: policy.assumptions.length,
      }),
    ),
    edition: escaped(say('law.edition', { edition })),
    contents: list(contents),
    measures: part('2')
      .map((place) => paragraph(say, place, all, day))
      .join(''),
    organisation: part('3')
      .map((place) => paragraph(say, place, all, day))
      .join(''),
    common: figureTable(say, policy.common.figures),
    readings: readings(say, all),
    whole: folded(
      say,
      all.filter(({ benefit }) => benefit === undefined),
    ),
    calculator: `./${PAGE_OF[lang]}`,
  };
}
