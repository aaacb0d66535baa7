// The dated benefits on one scale of years, and the same as a table. Which dates there are is the core's to say.
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { App } from './app';
import { dayAt, dayNumber } from './format';
import type { Benefit } from './generated/contract';
import { at } from './json';
import { span, who } from './naming';

const WIDTH = 1000;
/** The share of the width for the year that follows the birth, where days matter; other years need less. */
const FOCUS = 0.5;
/** Labels closer to one another, or to an edge, than this would touch it on a narrow screen in large type. */
const APART = { year: 200, month: 150 };
const EDGE = { year: 90, month: 45 };

interface Line {
  benefit: Benefit;
  periods: { from: string; to: string }[];
  points: readonly string[];
}

/** In this order, and by number where there are several. */
const HOLDERS = ['mother', 'father', 'children', 'elders', 'institution', ''];

function rank(pointer: string): number {
  const [, list = '', number] = pointer.split('/');
  return HOLDERS.indexOf(list) * 100 + (Number(number) || 0);
}

/** One line per benefit, its periods in order, by holder. */
function lines(app: App): Line[] {
  const { benefits, timeline } = app.session.result;
  const byBenefit = new Map<number, Line>();
  for (const { benefit: index, from, to } of timeline) {
    const benefit = benefits[index];
    if (!benefit) continue;
    const line = byBenefit.get(index) ?? { benefit, periods: [], points: benefit.value?.visits ?? [] };
    line.periods.push({ from, to });
    byBenefit.set(index, line);
  }
  return [...byBenefit.values()].sort((a, b) => rank(a.benefit.subject) - rank(b.benefit.subject));
}

interface Scale {
  x: (day: string) => number;
  ticks: { x: number; label: string | undefined; year: boolean }[];
}

const monthsLater = (iso: string, months: number): string => {
  const month = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
};

/** Wide in the year that begins shortly before `centre`, narrow before and after it; even where there is little else. */
function scale(rows: readonly Line[], centre: string, monthName: (iso: string) => string): Scale {
  const days = rows.flatMap(({ periods }) =>
    periods.flatMap(({ from, to }) => [dayNumber(from), dayNumber(to) + 1]),
  );
  const first = Math.min(...days);
  const last = Math.max(...days);
  const within = (day: number): number => Math.min(Math.max(day, first), last);
  const [from, to] = [within(dayNumber(monthsLater(centre, -1))), within(dayNumber(monthsLater(centre, 13)))];
  const rest = last - first - (to - from);
  const focus = rest > to - from ? FOCUS : (to - from) / (last - first);
  const outside = rest > 0 ? ((1 - focus) * WIDTH) / rest : 0;
  const inside = to > from ? (focus * WIDTH) / (to - from) : 0;
  const place = (day: number): number =>
    Math.round(
      outside * (Math.min(day, from) - first) +
        inside * (Math.min(Math.max(day, from), to) - from) +
        outside * (Math.max(day, to) - to),
    );
  const ticks: Scale['ticks'] = [];
  for (let start = monthsLater(dayAt(first), 1); dayNumber(start) < last; start = monthsLater(start, 1)) {
    const month = Number(start.slice(5, 7));
    const year = month === 1;
    const day = dayNumber(start);
    if (year || (day > from && day < to && month % 3 === 1))
      ticks.push({ x: place(day), label: year ? start.slice(0, 4) : monthName(start), year });
  }
  // Years first, and those nearest to where the reader looks.
  const distance = ({ x }: { x: number }): number => Math.abs(x - place(dayNumber(centre)));
  const taken: number[] = [];
  for (const year of [true, false])
    for (const tick of ticks.filter((each) => each.year === year).sort((a, b) => distance(a) - distance(b))) {
      const apart = year ? APART.year : APART.month;
      const edge = year ? EDGE.year : EDGE.month;
      if (taken.some((x) => Math.abs(x - tick.x) < apart) || tick.x < edge || tick.x > WIDTH - edge)
        tick.label = undefined;
      else taken.push(tick.x);
    }
  return { x: (iso) => place(within(dayNumber(iso))), ticks };
}

function bar(app: App, { benefit, periods, points }: Line, { x, ticks }: Scale): TemplateResult {
  const asOf = app.session.result.policy.as_of;
  const now = x(asOf);
  return html`<svg
    class="bar ${benefit.force}"
    viewBox="0 0 ${WIDTH} 20"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${ticks.map((tick) => svg`<line class="tick" x1=${tick.x} x2=${tick.x} y1="0" y2="20"></line>`)}
    ${periods.map(({ from, to }) => {
      const left = x(from);
      return svg`<rect x=${left} y="5" height="10" width=${Math.max(x(dayAt(dayNumber(to) + 1)) - left - 2, 4)}></rect>`;
    })}
    ${points.map((day) => svg`<rect class="point" x=${x(day) - 3} y="2" height="16" width="6"></rect>`)}
    ${now > 0 && now < WIDTH ? svg`<line class="now" x1=${now} x2=${now} y1="0" y2="20"></line>` : nothing}
  </svg>`;
}

function axis({ ticks }: Scale): TemplateResult {
  // Labels must not be stretched with the bars, so they stand in a drawing of their own, placed by percentages.
  return html`<svg class="axis" aria-hidden="true" width="100%" height="1.4em">
    ${ticks.map(({ x, label, year }) =>
      label === undefined
        ? nothing
        : svg`<text class=${year ? 'year' : 'month'} x="${x / 10}%" y="1.1em">${label}</text>`,
    )}
  </svg>`;
}

function rowsTable(app: App, rows: readonly Line[]): TemplateResult {
  const { say } = app;
  return html`<table>
    <caption>
      ${say('page.timeline.caption')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${say('page.timeline.what')}</th>
        <th scope="col">${say('page.timeline.who')}</th>
        <th scope="col">${say('page.timeline.from')}</th>
        <th scope="col">${say('page.timeline.to')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.flatMap(({ benefit, periods }) =>
        periods.map(
          ({ from, to }) =>
            html`<tr>
              <th scope="row">${say(`benefit.${benefit.id}.title`)}</th>
              <td>${who(say, benefit.subject)}</td>
              <td>${say.date(from)}</td>
              <td>${say.date(to)}</td>
            </tr>`,
        ),
      )}
    </tbody>
  </table>`;
}

export function timeline(app: App): TemplateResult {
  const { say, session } = app;
  const rows = lines(app);
  if (rows.length === 0)
    return html`<section class="timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">${say('page.timeline.title')}</h2>
      <p>${say('page.timeline.empty')}</p>
    </section>`;
  const birth = at(session.accepted, '/delivery/date');
  const centre = typeof birth === 'string' ? birth : session.result.policy.as_of;
  const years = scale(rows, centre, say.month);
  let holder = '';
  return html`<section class="timeline" aria-labelledby="timeline-title">
    <h2 id="timeline-title">${say('page.timeline.title')}</h2>
    <p class="legend">${say('page.timeline.legend', { as_of: session.result.policy.as_of })}</p>
    <div class="chart">
      <div class="scale">${axis(years)}</div>
      ${rows.map((line) => {
        const name = who(say, line.benefit.subject);
        const head = name === holder ? nothing : html`<h3>${name}</h3>`;
        holder = name;
        const [current] = line.periods;
        return html`${head}
          <div class="line">
            <span class="name">${say(`benefit.${line.benefit.id}.title`)}</span>
            <span class="dates">${current ? span(say, current) : nothing}</span>
            ${bar(app, line, years)}
          </div>`;
      })}
    </div>
    <details class="as-table">
      <summary>${say('page.timeline.table')}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${say('page.timeline.caption')}>
        ${rowsTable(app, rows)}
      </div>
    </details>
  </section>`;
}
