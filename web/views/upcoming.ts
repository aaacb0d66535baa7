// The next few days that a family has to keep in mind, in words: above the drawing, which shows all of them.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';
import { age } from '../words/age';
import { who } from '../words/naming';
import type { Line } from './timeline';

const MOST_SHOWN = 3;

interface Day {
  day: string;
  what: string;
}

/** Check-ups have days of their own; of any other period its first and its last day count. */
function days({ say }: App, { benefit, periods, points }: Line): Day[] {
  const event = say('page.calendar.event', {
    title: `benefit.${benefit.id}.title`,
    who: who(say, benefit.subject),
  });
  const born = benefit.period?.from;
  if (points.length > 0)
    return points.map((day) => ({
      day,
      what: born ? say('page.calendar.visit', { event, age: age(say, born, day) }) : event,
    }));
  return periods.flatMap(({ from, to }) => [
    { day: from, what: say('page.calendar.first', { event }) },
    { day: to, what: say('page.calendar.last', { event }) },
  ]);
}

export function upcoming(app: App, rows: readonly Line[]): TemplateResult | typeof nothing {
  const { say, session } = app;
  const next = rows
    .flatMap((line) => days(app, line))
    .filter(({ day }) => day >= session.result.policy.as_of)
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
    .slice(0, MOST_SHOWN);
  if (next.length === 0) return nothing;
  return html`<div class="upcoming">
    <h3>${say('page.timeline.next')}</h3>
    <ul>
      ${next.map(({ day, what }) => html`<li><b>${say.date(day)}</b> ${what}</li>`)}
    </ul>
  </div>`;
}
