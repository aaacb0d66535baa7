// The dated benefits on one scale of years, and the same as a table. Which dates there are is the core's to say.
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';
import { dayAt, dayNumber } from '../words/format';
import type { Benefit } from '../generated/contract';
import { at } from '../session/json';
import { dated, isWithin } from '../session/benefits';
import { gist } from '../words/gist';
import { grouped } from './grouped';
import { scale, WIDTH, type Scale } from './scale';
import { upcoming } from './upcoming';
import { visitTitle } from '../words/events';
import { datedName, force, span, who } from '../words/naming';

export interface Line {
  benefit: Benefit;
  periods: { from: string; to: string }[];
  points: readonly string[];
}

/** In this order, and by number where there are several. */
const HOLDERS = ['mother', 'father', 'delivery', 'children', 'elders', 'institution', ''];

function rank(pointer: string): number {
  const [, list = '', number] = pointer.split('/');
  return HOLDERS.indexOf(list) * 100 + (Number(number) || 0);
}

/** One line per benefit, its periods in order, by holder. */
function lines(app: App): Line[] {
  const byBenefit = new Map<Benefit, Line>();
  for (const { benefit, from, to } of dated(app.session.result)) {
    const line = byBenefit.get(benefit) ?? { benefit, periods: [], points: benefit.value?.visits ?? [] };
    line.periods.push({ from, to });
    byBenefit.set(benefit, line);
  }
  return [...byBenefit.values()].sort((a, b) => rank(a.benefit.subject) - rank(b.benefit.subject));
}

/** Where the day of the answer lies, if within the drawing. */
function nowIn({ session }: App, { x }: Scale): number | undefined {
  const now = x(session.result.policy.as_of);
  return now > 0 && now < WIDTH ? now : undefined;
}

function bar(app: App, { benefit, periods, points }: Line, years: Scale): TemplateResult {
  const { x, magnified, ticks } = years;
  const now = nowIn(app, years);
  return html`<svg
    class="bar ${benefit.force} ${isWithin(benefit) ? 'within' : ''}"
    viewBox="0 0 ${WIDTH} 20"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${magnified ? svg`<rect class="magnified" x=${magnified.x} y="0" height="20" width=${magnified.width}></rect>` : nothing}
    ${ticks.map((tick) => svg`<line class="tick" x1=${tick.x} x2=${tick.x} y1="0" y2="20"></line>`)}
    ${periods.map(({ from, to }) => {
      const left = x(from);
      return svg`<rect x=${left} y="5" height="10" width=${Math.max(x(dayAt(dayNumber(to) + 1)) - left - 2, 4)}></rect>`;
    })}
    ${points.map((day) => svg`<rect class="point" x=${x(day) - 3} y="2" height="16" width="6"></rect>`)}
    ${now !== undefined ? svg`<line class="now" x1=${now} x2=${now} y1="0" y2="20"></line>` : nothing}
  </svg>`;
}

function axis({ magnified, ticks, full }: Scale): TemplateResult {
  const spared = (digits: string): TemplateResult | typeof nothing =>
    full && digits ? svg`<tspan class=${full}>${digits}</tspan>` : nothing;
  // Labels must not be stretched with the bars, so they stand in a drawing of their own, placed by percentages.
  return html`<svg class="axis" aria-hidden="true" width="100%" height="1.7em">
    ${magnified ? svg`<rect class="magnified" x="${magnified.x / 10}%" y="1.5em" width="${magnified.width / 10}%" height="2"></rect>` : nothing}
    ${ticks.map(({ x, label, year, spare, room, side = '' }) =>
      room === undefined
        ? nothing
        : svg`<text class="${year ? 'year' : 'month'} ${room} ${side}" x="${x / 10}%" y="1.1em">${spared(label.slice(0, spare))}${label.slice(spare)}</text>`,
    )}
  </svg>`;
}

/** The period that counts now, how much of it may be taken, and how many follow. */
function dates({ say }: App, { benefit, periods }: Line): string {
  const [current, ...later] = periods;
  if (!current) return '';
  const within = isWithin(benefit) && benefit.value ? `${gist(say, benefit.value)} · ` : '';
  const more = later.length > 0 ? ` ${say('page.timeline.more', { count: later.length })}` : '';
  return `${within}${span(say, current)}${more}`;
}

/** What is drawn, in words. */
function legend(app: App, rows: readonly Line[], years: Scale): TemplateResult {
  const { say, session } = app;
  const key = (mark: string, text: string): TemplateResult => html`<li class=${mark}>${text}</li>`;
  const forces = [...new Set(rows.map(({ benefit }) => force(benefit)))];
  return html`<ul class="inline legend">
    ${forces.map((name) => key(name.replace(/\./g, ' '), say(name)))}
    ${rows.some(({ benefit }) => isWithin(benefit)) ? key('within', say('page.timeline.within')) : nothing}
    ${rows.some(({ points }) => points.length > 0) ? key('point', say('page.timeline.visits')) : nothing}
    ${nowIn(app, years) === undefined ? nothing : key('now', say.date(session.result.policy.as_of))}
    ${years.magnified ? key('magnified', say('page.timeline.magnified')) : nothing}
  </ul>`;
}

/** With roles of their own: on a narrow screen the style sheet stacks the cells, which would take them away. */
function rowsTable(app: App, rows: readonly Line[]): TemplateResult {
  const { say } = app;
  const named = ({ benefit, periods, points }: Line): { title: string; from: string; to: string }[] => {
    const title = say(datedName(say, benefit));
    return points.length > 0
      ? points.map((day) => ({ title: visitTitle(say, benefit, day, title), from: day, to: day }))
      : periods.map(({ from, to }) => ({ title, from, to }));
  };
  const head = (key: string): TemplateResult => html`<th role="columnheader" scope="col">${say(key)}</th>`;
  return html`<table role="table">
    <caption>
      ${say('page.timeline.caption')}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${['what', 'who', 'from', 'to'].map((name) => head(`page.timeline.${name}`))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.flatMap((line) =>
        named(line).map(
          ({ title, from, to }) =>
            html`<tr role="row">
              <th role="rowheader" scope="row">${title}</th>
              <td role="cell">${who(say, line.benefit.subject)}</td>
              <td role="cell" class="date">${say.date(from)}</td>
              <td role="cell" class="date">${from === to ? nothing : say.date(to)}</td>
            </tr>`,
        ),
      )}
    </tbody>
  </table>`;
}

function chart(app: App, rows: readonly Line[], years: Scale): TemplateResult {
  const { say } = app;
  const line = (each: Line): TemplateResult =>
    html`<div class="line">
      <span class="name">${say(datedName(say, each.benefit))}</span>
      <span class="dates">${dates(app, each)}</span>
      ${bar(app, each, years)}
    </div>`;
  return html`<div class="chart">
    <div class="scale">${axis(years)}</div>
    ${grouped(rows, ({ benefit }) => who(say, benefit.subject)).map(
      (own) =>
        html`<h3>${who(say, own[0].benefit.subject)}</h3>
          ${own.map(line)}`,
    )}
  </div>`;
}

function drawn(app: App, rows: readonly Line[]): TemplateResult {
  const { say, session } = app;
  const birth = at(session.accepted, '/delivery/date');
  const centre = typeof birth === 'string' ? birth : session.result.policy.as_of;
  const years = scale(
    rows.flatMap(({ periods }) => periods),
    centre,
    say.month,
  );
  return html`${upcoming(app, rows)} ${legend(app, rows, years)} ${chart(app, rows, years)}
    <details class="as-table">
      <summary>${say('page.timeline.table')}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${say('page.timeline.caption')}>
        ${rowsTable(app, rows)}
      </div>
    </details>`;
}

export function timeline(app: App): TemplateResult {
  const { say } = app;
  const rows = lines(app);
  return html`<section class="timeline" aria-labelledby="timeline-title">
    <h2 id="timeline-title" tabindex="-1">${say('page.timeline.title')}</h2>
    ${rows.length > 0 ? drawn(app, rows) : html`<p>${say('page.timeline.empty')}</p>`}
  </section>`;
}
