// The next few days that a family has to keep in mind, in words: above the drawing, which shows all of them.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';
import { isLeave } from '../session/benefits';
import { eventTitle, visitTitle } from '../words/events';
import { few } from './few';
import type { Line } from './timeline';

const MOST_DAYS = 3;
/** Of one day: on that of a birth much else begins. */
const MOST_SHOWN = 4;

interface Due {
  day: string;
  what: string;
}

/**
 * Check-ups have days of their own. Of what else has a period, the last day counts; the first one, too, of a leave and of
 * what a child is too young for yet.
 */
function dues({ say }: App, { benefit, periods, points }: Line): Due[] {
  if (points.length > 0) return points.map((day) => ({ day, what: visitTitle(say, benefit, day) }));
  const event = eventTitle(say, benefit);
  return periods.flatMap(({ from, to }) => [
    ...(isLeave(benefit) || benefit.status !== 'entitled'
      ? [{ day: from, what: say('page.calendar.first', { event }) }]
      : []),
    { day: to, what: say('page.calendar.last', { event }) },
  ]);
}

export function upcoming(app: App, rows: readonly Line[]): TemplateResult | typeof nothing {
  const { say, session } = app;
  const coming = rows
    .flatMap((line) => dues(app, line))
    .filter(({ day }) => day >= session.result.policy.as_of);
  const days = [...new Set(coming.map(({ day }) => day))].sort().slice(0, MOST_DAYS);
  if (days.length === 0) return nothing;
  const ofDay = (day: string): TemplateResult => {
    const all = coming.filter((due) => due.day === day);
    return html`<li>
      <b>${say.date(day)}</b>
      <span class="inline"
        >${few(say, all, MOST_SHOWN, ({ what }) => what).map((what) => html`<span>${what}</span>`)}</span
      >
    </li>`;
  };
  return html`<div class="upcoming">
    <h3>${say('page.timeline.next')}</h3>
    <ul>
      ${days.map(ofDay)}
    </ul>
  </div>`;
}
