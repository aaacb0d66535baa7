// What can be read in five seconds: the leaves of each parent, money, what is still open.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';
import type { Benefit } from '../generated/contract';
import { few } from './few';
import { icon } from './icons';
import { bounds, isOfInstitution, measure } from '../words/naming';
import { isApart, isLeave, isPast, isSure, sumOf } from '../session/benefits';
import { hasAid, hasLeave, hasMoney, isInstitutionAlone } from '../session/scope';

export const PARENTS = ['mother', 'father'] as const;
type Parent = (typeof PARENTS)[number];
/** Leaves that may still come: the results say more, and the questions have to come early on a phone. */
const MOST_OPEN = 1;

/** Each by itself: days of the calendar, workdays and days of every year have no sum. */
const leaves = (app: App, parent: Parent, status: Benefit['status']): Benefit[] =>
  app.session.result.benefits.filter(
    (benefit) => isLeave(benefit) && benefit.subject === `/${parent}` && benefit.status === status,
  );

/** Whether anything is said of a parent's leave. */
export const isListed = (app: App, parent: Parent): boolean =>
  app.session.result.summary.leave_days[parent] !== undefined && hasLeave(app, parent);

export const titled = ({ say }: App, { id }: Benefit, range: string): string =>
  say('page.summary.open', { title: `benefit.${id}.title`, range });

const days = ({ say }: App, { value = {} }: Benefit): string => measure(say, value);

/** The leaves that are certain, or how long is all that is open of them, and what they pay: in words, for whoever hears them. */
export function leavesText(app: App, parent: Parent): string {
  const { say } = app;
  const certain = [
    ...leaves(app, parent, 'entitled').map((benefit) => titled(app, benefit, days(app, benefit))),
    ...leaves(app, parent, 'unknown')
      .filter(isSure)
      .map((benefit) => titled(app, benefit, bounds(say, benefit))),
  ];
  const yuan = knownPay(app, parent);
  const pay =
    yuan > 0 ? [`${say(`page.summary.pay.${parent}`)} ${amount(app, yuan, isLeast(app, parent))}`] : [];
  if (certain.length > 0) return [...certain, ...pay].join(say('page.list.and'));
  return leaves(app, parent, 'unknown').length > 0 ? say('status.unknown') : say('page.days', { days: 0 });
}

function leave(app: App, parent: Parent): TemplateResult | typeof nothing {
  if (!isListed(app, parent)) return nothing;
  const { say } = app;
  const certain = leaves(app, parent, 'entitled');
  const open = leaves(app, parent, 'unknown');
  return html`<div class="tile">
    <dt>${say(`page.summary.days.${parent}`)}</dt>
    ${certain.map(
      (benefit) =>
        html`<dd class="line figure">
          <span
            >${say(`benefit.${benefit.id}.title`)}
            ${isPast(app, benefit) ? html`<small>${say('page.period.past')}</small>` : nothing}</span
          >
          <b>${days(app, benefit)}</b>
        </dd>`,
    )}
    ${
      open.length > 0
        ? html`<dd class="open">
            ${say('page.summary.maybe')}
            <span class="inline"
              >${few(say, open, MOST_OPEN, (benefit) => titled(app, benefit, bounds(say, benefit))).map(
                (text) => html`<span>${text}</span>`,
              )}</span
            >
          </dd>`
        : certain.length === 0
          ? html`<dd class="line"><b>${say('page.days', { days: 0 })}</b></dd>`
          : nothing
    }
  </div>`;
}

/**
 * What of a parent's pay is known, where that says something: beside a leave that is sure to come and has no days yet, the
 * rest may be the lesser part by far.
 */
function knownPay(app: App, parent: Parent): number {
  if (leaves(app, parent, 'unknown').some(isSure)) return 0;
  const lines = leaves(app, parent, 'entitled').flatMap(({ payers = [] }) => payers);
  return app.session.result.summary.leave_pay_yuan[parent] ?? sumOf(lines.map(({ yuan = 0 }) => yuan));
}

/** A leave that is open, or whose pay is, may bring pay on top of what the others do. */
const isLeast = (app: App, parent: Parent): boolean =>
  app.session.result.summary.leave_pay_yuan[parent] === undefined ||
  leaves(app, parent, 'unknown').length > 0;

const amount = ({ say }: App, yuan: number, least: boolean): string =>
  least ? say('page.summary.least', { yuan }) : say.money(yuan);

function money(app: App): TemplateResult | typeof nothing {
  const { say, session } = app;
  if (!hasMoney(app)) return nothing;
  const { benefits, summary: totals } = session.result;
  const { leave_pay_yuan: pay, aid_yuan_per_year: aid } = totals;
  const parents = PARENTS.filter((parent) => isListed(app, parent));
  // A sum of nothing is an answer where there is no other, and no benefit that may bring money is open.
  const settled = !benefits.some(({ status, bounds: range }) => status === 'unknown' && range);
  const sums = [
    ...parents.map((parent) => ({
      label: `page.summary.pay.${parent}`,
      yuan: knownPay(app, parent),
      least: isLeast(app, parent),
      yearly: leaves(app, parent, 'entitled').some(
        ({ value, payers }) => value?.per === 'year' && payers?.some(({ yuan }) => yuan),
      ),
    })),
    ...(hasAid(app) ? [{ label: 'page.summary.aid', yuan: aid, least: false, yearly: false }] : []),
  ];
  const some = sums.filter(({ yuan }) => yuan > 0);
  const isWaiting = (parent: Parent): boolean =>
    pay[parent] === undefined || leaves(app, parent, 'unknown').some(isSure);
  const waiting = parents.filter((parent) => isWaiting(parent) && knownPay(app, parent) === 0);
  const lines = some.length > 0 || waiting.length > 0 || !settled ? some : sums;
  // Beside a sum that is known, the pay that is not may be the greater part by far.
  const without = parents
    .filter((parent) => knownPay(app, parent) > 0)
    .flatMap((parent) => leaves(app, parent, 'entitled'))
    .filter(({ payers }) => !payers?.every(({ yuan }) => yuan !== undefined));
  return html`<div class="tile">
    <dt>${say('page.summary.money')}</dt>
    ${lines.map(
      ({ label, yuan, least, yearly }) =>
        html`<dd class="line">
          <span>${say(label)} ${yearly ? html`<small>${say('page.summary.yearly')}</small>` : nothing}</span>
          <b>${amount(app, yuan, least)}</b>
        </dd>`,
    )}
    ${without.map((benefit) => html`<dd class="open">${titled(app, benefit, say('page.payers.open'))}</dd>`)}
    ${waiting.map((parent) => html`<dd class="open">${say(`page.summary.pay.${parent}.open`)}</dd>`)}
    ${lines.length + waiting.length === 0 ? html`<dd class="open">${say('status.unknown')}</dd>` : nothing}
  </div>`;
}

/** What a family has, but for what is there for everybody to know, or may have. */
export const counted = ({ session }: App, status: Benefit['status']): number =>
  session.result.benefits.filter(
    (benefit) => benefit.status === status && !isApart(benefit) && !isOfInstitution(benefit),
  ).length;

function family(app: App): TemplateResult {
  const { say, session } = app;
  const { questions } = session.result;
  return html`${PARENTS.map((parent) => leave(app, parent))} ${money(app)}
    <div class="tile">
      <dt>${say('page.summary.benefits')}</dt>
      <dd class="line entitled">
        <span>${say('status.entitled')}</span> <b>${say.number(counted(app, 'entitled'))}</b>
      </dd>
      <dd class="line unknown">
        <span>${say('status.unknown')}</span> <b>${say.number(counted(app, 'unknown'))}</b>
      </dd>
      ${
        questions.length > 0
          ? html`<dd class="open">${say('page.summary.questions', { count: questions.length })}</dd>`
          : nothing
      }
    </div>`;
}

export function summary(app: App): TemplateResult {
  const { say, session } = app;
  const { policy } = session.result;
  return html`<section class="summary" id="summary" aria-labelledby="summary-title" tabindex="-1">
    <h2 id="summary-title">${say('page.summary.title')}</h2>
    ${
      policy.in_force
        ? html`<dl class="tiles">
            ${app.later?.institutionTiles(app)} ${isInstitutionAlone(app) ? nothing : family(app)}
          </dl>`
        : html`<p class="banner">${say('page.not_in_force', { as_of: policy.as_of })}</p>`
    }
  </section>`;
}

/** Less than this has room in a box that does not grow with it. */
const MOST_BOXED = 1_000_000;

/** What is paid for a leave, where all of it is known. */
const payOf = ({ payers = [] }: Benefit): number =>
  payers.every(({ yuan }) => yuan !== undefined) ? sumOf(payers.map(({ yuan = 0 }) => yuan)) : 0;

/** One line that stays in sight while the questions are answered: what is certain so far; it leads on to more. */
export function peek(app: App): TemplateResult {
  const { say, session } = app;
  const number = (value: number): TemplateResult =>
    html`<data value=${value} data-digits=${String(value).length}>${say.number(value)}</data>`;
  const count = (label: string, value: number): TemplateResult =>
    html`<span class="count">${say(label)} <b>${number(value)}</b></span>`;
  // The core lists the leave for a birth before those of every year.
  const first = PARENTS.flatMap((parent) => {
    const sure = leaves(app, parent, 'unknown').find(isSure);
    const one = sure ?? leaves(app, parent, 'entitled').find((benefit) => !isPast(app, benefit));
    if (!one) return [];
    const yuan = payOf(one);
    // Days of every year tell by themselves of no leave in particular, as many days for a birth do.
    const isNamed = one.value?.per === 'year';
    return html`<span
      >${say(`page.peek.${parent}`)}
      <span class=${isNamed ? 'named' : 'leave'}>${say(`benefit.${one.id}.title`)}</span>
      <b>${sure ? bounds(say, sure) : days(app, one)}</b>
      ${yuan > 0 ? html`<b class=${yuan < MOST_BOXED ? 'pay boxed' : 'pay'}>${say.money(yuan)}</b>` : nothing}</span
    >`;
  });
  const owned = isInstitutionAlone(app) && app.later?.institutionPeek(app);
  const to = session.asking === undefined ? '#results' : '#summary';
  return html`<a class="peek" href=${to}>
    ${icon('down')}
    ${
      owned ||
      html`${count(first.length === 0 ? 'status.entitled' : 'page.peek.entitled', counted(app, 'entitled'))}
      ${first} ${first.length === 0 ? count('status.unknown', counted(app, 'unknown')) : nothing}`
    }
  </a>`;
}
