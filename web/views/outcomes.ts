// What each answer to the question on the table would give, for whoever is unsure: folded, and worked out only while it is
// open, one answer after another once what was touched has been drawn.
import { html, noChange, nothing, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import type { App } from '../app/app';
import type { Piece } from '../app/drawing';
import type { Benefit, Result } from '../generated/contract';
import { inputAt, type Input } from '../session/inputs';
import type { Supposed } from '../session/session';
import { gist } from '../words/gist';
import { bounds, isDuty, measure, span, verdict, who } from '../words/naming';
import { chips, faultText, type Chip } from './controls';
import { grouped } from './grouped';
import { paidBy } from './payers';
import { outcomesFold } from './questions';
import { FORCES } from './results';

/** Benefits that are named with an answer. */
const MOST_SHOWN = 4;
/** So many numbers in a row are said as a range. */
const LEAST_RUN = 3;

/** What is known so far of the answers to one question, in their order, beside what was told then. */
const known = new WeakMap<Result, { pointer: string; supposed: Supposed[] }>();

function knownOf({ session }: App, pointer: string): Supposed[] {
  const last = known.get(session.result);
  if (last?.pointer === pointer) return last.supposed;
  const supposed: Supposed[] = [];
  known.set(session.result, { pointer, supposed });
  return supposed;
}

/** Works out one answer more, and draws once there are all. */
function piece(app: App, input: Input, pointer: string, place: Element): Piece {
  const supposed = knownOf(app, pointer);
  const all = chips(app, input, pointer);
  return {
    place,
    patient: true,
    view: () => {
      const next = all[supposed.length];
      if (next) supposed.push(next.suppose());
      return supposed.length < all.length
        ? noChange
        : guard([supposed, app.say], () => comparison(app, input, pointer, all, supposed));
    },
    within: () => (supposed.length < all.length ? [piece(app, input, pointer, place)] : []),
  };
}

export function outcomePieces(app: App, root: ParentNode): Piece[] {
  const { asking = '' } = app.session;
  const input = inputAt(asking);
  const place = app.unfolded.has(outcomesFold(asking)) ? root.querySelector('.outcomes > div') : null;
  return input && place ? [piece(app, input, asking, place)] : [];
}

/** One benefit of one holder; of all entries together, where the answer is how many there are. */
interface Row {
  id: string;
  subject: string;
  /** What every answer makes of it; nothing where it does not come up. */
  of: Benefit[][];
}

function rowsOf({ kind }: Input, results: readonly Result[]): Row[] {
  const rows = new Map<string, Row>();
  for (const [at, { benefits }] of results.entries())
    for (const benefit of benefits) {
      const { id } = benefit;
      const subject = kind === 'list' ? benefit.subject.replace(/\/\d+$/, '') : benefit.subject;
      const key = `${id} ${subject}`;
      const row = rows.get(key) ?? { id, subject, of: results.map(() => []) };
      rows.set(key, row);
      row.of[at]?.push(benefit);
    }
  return [...rows.values()];
}

type Words = (app: App, benefit: Benefit) => string[];

/** What one comes to, in the words of the results. */
const outcome: Words = ({ say }, benefit) => {
  const { status, value = {} } = benefit;
  const text = status === 'unknown' ? bounds(say, benefit) : measure(say, value);
  const isSaid = status === 'entitled' && text !== '';
  return [...(isSaid ? [] : [say(verdict(benefit))]), ...(text ? [text] : [])];
};

/** What tells apart two answers that come to the same: how much is given, how far it is exceeded, who pays, and when. */
const MORE: readonly Words[] = [
  ({ say }, { value, ...benefit }) =>
    value && !measure(say, value) ? [gist(say, value, isDuty(benefit))] : [],
  ({ say }, { value }) =>
    value?.excess_yuan === undefined ? [] : [say('page.benefit.excess', { yuan: value.excess_yuan })],
  (app, { status, payers }) =>
    status === 'entitled'
      ? (payers?.map((line) => paidBy(app, line)) ?? [app.say('page.without.payers')])
      : [],
  ({ say }, { status, period }) =>
    status === 'entitled' ? [period ? span(say, period) : say('page.without.period')] : [],
];

const distinct = (texts: readonly (readonly string[])[]): number =>
  new Set(texts.map((each) => each.join('\n'))).size;

/** What a benefit comes to with one answer. */
interface Outcome {
  id: string;
  /** Whose it is, where several may have it. */
  whose: string;
  /** It is had, or may be. */
  had: boolean;
  texts: string[];
}

/** A benefit that is not the same with every answer. */
interface Difference {
  /** The least comes first. */
  rank: number;
  of: Outcome[];
}

function difference(app: App, row: Row, isOneOfMany: boolean): Difference | undefined {
  const { say } = app;
  const each = (words: Words): string[][] =>
    row.of.map((benefits) => [...new Set(benefits.flatMap((benefit) => words(app, benefit)))]);
  const short = each(outcome).map((texts) => (texts.length > 0 ? texts : [say('status.not_entitled')]));
  const more = MORE.map(each).filter((texts) => distinct(texts) > 1);
  const long = short.map((texts, at) => [...texts, ...more.flatMap((other) => other[at] ?? [])]);
  if (distinct(long) === 1) return undefined;
  const texts = distinct(short) === distinct(long) ? short : long;
  const benefits = row.of.flat();
  const isMeasured = benefits.some(({ value, bounds: range }) => range ?? (value && measure(say, value)));
  const whose = isOneOfMany ? who(say, row.subject) : '';
  return {
    rank: FORCES.indexOf((benefits[0] as Benefit).force) - (isMeasured ? FORCES.length : 0),
    of: row.of.map((own, at) => ({
      id: row.id,
      whose,
      had: own.some(({ status }) => status !== 'not_entitled'),
      texts: texts[at] ?? [],
    })),
  };
}

/** What is measured comes first, and of that what binds most. */
function differencesOf(app: App, input: Input, results: readonly Result[]): Difference[] {
  const rows = rowsOf(input, results);
  const isOneOfMany = (row: Row): boolean => rows.some((other) => other !== row && other.id === row.id);
  return rows
    .map((row) => difference(app, row, isOneOfMany(row)))
    .filter((each) => each !== undefined)
    .sort((a, b) => a.rank - b.rank);
}

/** One of the answers, by its place among all, and what it leads to. */
interface Answer extends Chip, Supposed {
  place: number;
}

const inline = (texts: readonly string[]): TemplateResult[] =>
  texts.map((text) => html`<span>${text}</span>`);

/** Answers that lead to the same are said together, and numbers in a row as a range. */
function named({ say }: App, { kind }: Input, same: readonly Answer[]): TemplateResult {
  const isNumber = ({ place }: Answer): boolean => kind === 'count' || (kind === 'list' && place > 0);
  const runs: Answer[][] = [];
  for (const answer of same) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (last && isNumber(last) && isNumber(answer) && last.place === answer.place - 1) run?.push(answer);
    else runs.push([answer]);
  }
  const texts = runs.flatMap((run) => {
    const labels = run.map(({ label }) => label);
    const [first = '', last = ''] = [labels[0], labels[labels.length - 1]];
    return run.length < LEAST_RUN ? labels : [say('page.outcomes.run', { first, last })];
  });
  return html`<dt>
    <span class="inline">${inline(texts)}</span>
    ${same.some(({ chosen }) => chosen) ? html`<small>${say('page.outcomes.told')}</small>` : nothing}
  </dt>`;
}

/** The titles of benefits, each once, with all who have it. */
function titles({ say }: App, own: readonly Outcome[]): string[] {
  return grouped(own, ({ id }) => id).map((all) => {
    const title = `benefit.${all[0].id}.title`;
    const holders = all.flatMap(({ whose }) => whose || []);
    return holders.length === 0
      ? say(title)
      : say('page.calendar.event', { title, who: holders.join(say('page.list.and')) });
  });
}

/** What it gives or may give before what it does not; benefits that come to the same share a line. */
function leadsTo(app: App, own: readonly Outcome[]): TemplateResult {
  const shown = [...own].sort((a, b) => Number(b.had) - Number(a.had)).slice(0, MOST_SHOWN);
  return html`${grouped(shown, ({ texts }) => texts.join()).map(
    (line) =>
      html`<dd>
        <span class="inline">${inline(titles(app, line))}</span>
        <b class="inline">${inline(line[0].texts)}</b>
      </dd>`,
  )}
  ${
    own.length > MOST_SHOWN
      ? html`<dd>${app.say('page.ask.more', { count: own.length - MOST_SHOWN })}</dd>`
      : nothing
  }`;
}

function comparison(
  app: App,
  input: Input,
  pointer: string,
  all: readonly Chip[],
  supposed: readonly Supposed[],
): TemplateResult {
  const { say } = app;
  const answers = all.map((chip, place): Answer => ({ ...chip, ...(supposed[place] as Supposed), place }));
  // What cannot be so beside the other answers leads nowhere.
  const possible = answers.filter(({ error }) => !error);
  const differences = differencesOf(
    app,
    input,
    possible.map(({ result }) => result),
  );
  const led = possible.map((answer, at) => ({ answer, own: differences.map(({ of }) => of[at] as Outcome) }));
  const alike = differences.length === 0 ? [] : grouped(led, ({ own }) => JSON.stringify(own));
  const items = [
    ...alike.map((same) => {
      const all = same.map(({ answer }) => answer);
      return html`<div>${named(app, input, all)} ${leadsTo(app, same[0].own)}</div>`;
    }),
    ...answers.flatMap((answer) =>
      answer.error
        ? html`<div>
            ${named(app, input, [answer])}
            <dd class="fault">${faultText(app, pointer, answer.error)}</dd>
          </div>`
        : [],
    ),
  ];
  return html`<p class="help">${say('page.outcomes.help')}</p>
    ${differences.length === 0 && possible.length > 1 ? html`<p>${say('page.outcomes.same')}</p>` : nothing}
    ${items.length > 0 ? html`<dl>${items}</dl>` : nothing}`;
}
