// What can be read in five seconds: days for each parent, money, what is still open.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';
import type { Benefit } from '../generated/contract';
import { icon } from './icons';
import { bounds } from '../words/naming';
import { hasAid, hasLeave, hasMoney, isLeave } from '../session/scope';

type Parent = 'mother' | 'father';

const openLeaves = (app: App, parent: Parent): Benefit[] =>
  app.session.result.benefits.filter(
    (benefit) => benefit.subject === `/${parent}` && benefit.status === 'unknown' && benefit.bounds?.days,
  );

/** The days that are certain: of settled leaves all, of open ones the least. */
const certainDays = (app: App, parent: Parent): number =>
  openLeaves(app, parent).reduce(
    (sum, { bounds: range }) => sum + (range?.days?.[0] ?? 0),
    app.session.result.summary.leave_days[parent] ?? 0,
  );

/** The same in words; empty while none is certain, for nought is an answer only once no leave is open any more. */
function certain(app: App, parent: Parent): string {
  const days = certainDays(app, parent);
  if (openLeaves(app, parent).length === 0) return app.say('page.days', { days });
  return days === 0 ? '' : app.say('page.days.least', { days });
}

export const daysText = (app: App, parent: Parent): string =>
  certain(app, parent) || app.say('status.unknown');

/** Of the days of leaves, those of leaves that are over. */
function pastDays({ session }: App, parent: Parent): number {
  const { benefits, policy } = session.result;
  return benefits
    .filter((benefit) => isLeave(benefit) && benefit.subject === `/${parent}`)
    .filter(({ period }) => period && period.to < policy.as_of)
    .reduce((sum, { value }) => sum + (value?.days ?? 0), 0);
}

/** Days that are certain, and what may still come on top, as the core bounds it. */
function days(app: App, parent: Parent): TemplateResult | typeof nothing {
  const { say, session } = app;
  if (session.result.summary.leave_days[parent] === undefined || !hasLeave(app, parent)) return nothing;
  const open = openLeaves(app, parent);
  const past = pastDays(app, parent);
  return html`<div class="tile ${certainDays(app, parent) === 0 ? 'empty' : ''}">
    <dt>${say(`page.summary.days.${parent}`)}</dt>
    <dd class="figure">${daysText(app, parent)}</dd>
    ${past > 0 ? html`<dd class="open">${say('page.summary.past', { days: past })}</dd>` : nothing}
    ${
      open.length === 0
        ? nothing
        : html`<dd class="open">
            ${say('page.summary.maybe')}
            <span class="inline"
              >${open.map(
                (benefit) =>
                  html`<span
                    >${say('page.summary.open', { title: `benefit.${benefit.id}.title`, range: bounds(say, benefit) })}</span
                  >`,
              )}</span
            >
          </dd>`
    }
  </div>`;
}

function money(app: App): TemplateResult | typeof nothing {
  const { say, session } = app;
  if (!hasMoney(app)) return nothing;
  const { benefits, summary: totals } = session.result;
  const { leave_pay_yuan: pay, leave_days: days, aid_yuan_per_year: aid } = totals;
  const parents = (['mother', 'father'] as const).filter(
    (parent) => days[parent] !== undefined && hasLeave(app, parent),
  );
  // While a benefit that may bring money is open, a sum of nothing says nothing; then it is an answer.
  const settled = !benefits.some(({ status, bounds: range }) => status === 'unknown' && range);
  // A leave that is open may bring pay on top of what the others do.
  const open = parents.filter((parent) => pay[parent] === undefined || openLeaves(app, parent).length > 0);
  const lines = [
    ...parents.flatMap((parent) => {
      const yuan = pay[parent];
      return yuan === undefined
        ? []
        : [{ label: `page.summary.pay.${parent}`, yuan, least: open.includes(parent) }];
    }),
    ...(hasAid(app) ? [{ label: 'page.summary.aid', yuan: aid, least: false }] : []),
  ].filter(({ yuan }) => yuan > 0 || settled);
  // Where nothing at all is known yet, one word says so.
  const waiting = lines.length > 0 ? open : open.filter((parent) => pay[parent] === undefined);
  return html`<div class="tile">
    <dt>${say('page.summary.money')}</dt>
    ${lines.map(
      ({ label, yuan, least }) =>
        html`<dd class="line">
          <span>${say(label)}</span> <b>${least ? say('page.summary.least', { yuan }) : say.money(yuan)}</b>
        </dd>`,
    )}
    ${waiting.map((parent) => html`<dd class="open">${say(`page.summary.pay.${parent}.open`)}</dd>`)}
    ${lines.length + waiting.length === 0 ? html`<dd class="open">${say('status.unknown')}</dd>` : nothing}
  </div>`;
}

export function summary(app: App): TemplateResult {
  const { say, session } = app;
  const { policy, summary: totals, questions } = session.result;
  return html`<section class="summary" aria-labelledby="summary-title">
    <h2 id="summary-title">${say('page.summary.title')}</h2>
    ${policy.in_force ? nothing : html`<p class="banner">${say('page.not_in_force', { as_of: policy.as_of })}</p>`}
    <dl class="tiles">
      ${days(app, 'mother')} ${days(app, 'father')} ${money(app)}
      <div class="tile">
        <dt>${say('page.summary.benefits')}</dt>
        <dd class="line entitled">
          <span>${say('status.entitled')}</span> <b>${say.number(totals.counts.entitled)}</b>
        </dd>
        <dd class="line unknown">
          <span>${say('status.unknown')}</span> <b>${say.number(totals.counts.unknown)}</b>
        </dd>
        ${
          questions.length > 0
            ? html`<dd class="open">${say('page.summary.questions', { count: questions.length })}</dd>`
            : nothing
        }
      </div>
    </dl>
  </section>`;
}

/** One line that stays in sight on a phone while the questions are answered: what is certain so far. */
export function peek(app: App): TemplateResult {
  const { say, session } = app;
  const { leave_days: leave, counts } = session.result.summary;
  const part = (label: string, text: string): TemplateResult =>
    html`<span>${say(label)} <b>${text}</b></span>`;
  const days = (['mother', 'father'] as const).flatMap((parent) => {
    const text = leave[parent] === undefined ? '' : certain(app, parent);
    return text === '' ? [] : [part(`page.peek.${parent}`, text)];
  });
  return html`<a class="peek" href="#results">
    ${icon('down')} ${days} ${part('page.peek.entitled', say.number(counts.entitled))}
    ${days.length === 0 ? part('status.unknown', say.number(counts.unknown)) : nothing}
  </a>`;
}
