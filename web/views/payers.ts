// Who pays: for every benefit with payers, its days and its yuan as shares of one bar; and each payer's part in all leaves.
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';
import type { Benefit, Payer } from '../generated/contract';
import { who } from '../words/naming';
import { grouped } from './grouped';
import { isLeave, sumOf } from '../session/benefits';

const WIDTH = 1000;

/** What a payer pays: its days, where they are counted, and its sum, or that this is open. */
export const paid = ({ say }: App, { days, yuan }: Payer, unit?: string): string[] => [
  // Who pays on days that fall to another makes up what the other does not.
  ...(days === undefined
    ? []
    : [
        days === 0 && yuan
          ? say('page.payers.topup')
          : say(unit === 'workday' ? 'page.gist.days.workday.delivery' : 'page.days', { days }),
      ]),
  yuan === undefined ? say('page.payers.open') : say.money(yuan),
];

/** The same in one line, with its name. */
export const paidBy = (app: App, line: Payer, unit?: string): string =>
  [app.say(`payer.${line.payer}`), ...paid(app, line, unit)].join(' ');

/** What one payer bears for one parent. */
interface Line extends Payer {
  subject: string;
  unit: string | undefined;
}

/** A payer's lines as one; its yuan are open where those of any line are, and days of the calendar and workdays have no sum. */
function total(lines: readonly [Line, ...Line[]]): Line {
  const [{ payer, subject, unit }] = lines;
  const days = lines.reduce((sum, line) => sum + (line.days ?? 0), 0);
  const isOpenSum = lines.some((line) => line.yuan === undefined);
  return {
    payer,
    subject,
    unit,
    ...(lines.every((line) => line.unit === unit) ? { days } : {}),
    ...(isOpenSum ? {} : { yuan: sumOf(lines.map(({ yuan = 0 }) => yuan)) }),
  };
}

/** Leaves that are due, though it is open who pays for them. */
const isOpen = (benefit: Benefit): boolean =>
  isLeave(benefit) && benefit.status === 'entitled' && !benefit.payers;

/** Of leaves alone: their days and their pay are a family's, and counted for one year; of all of them or of none. */
function totals(benefits: readonly Benefit[]): Line[] {
  const leaves = benefits.filter(isLeave);
  if (leaves.length < 2 || leaves.some(isOpen)) return [];
  const lines = leaves.flatMap(({ subject, value, payers: each = [] }) =>
    each.map((line): Line => ({ ...line, subject, unit: value?.day_unit })),
  );
  // The employers of two parents are two payers.
  return grouped(lines, ({ payer, subject }) => `${payer} ${subject}`).map(total);
}

function list(app: App, lines: readonly (Payer & Partial<Line>)[]): TemplateResult {
  const { say } = app;
  const name = ({ payer, subject }: Payer & Partial<Line>): string =>
    subject === undefined
      ? say(`payer.${payer}`)
      : say('page.question.of', { who: who(say, subject), label: say(`payer.${payer}`) });
  return html`<ul>
    ${lines.map(
      (line) =>
        html`<li class=${line.payer}>
          <span>${name(line)}</span>
          ${paid(app, line, line.unit).map((part) => html` <b>${part}</b>`)}
        </li>`,
    )}
  </ul>`;
}

function shares(
  { say }: App,
  lines: readonly Payer[],
  of: 'days' | 'yuan',
  longest: number,
): TemplateResult | typeof nothing {
  if (!lines.some((line) => line[of])) return nothing;
  let x = 0;
  return html`<span class="what" aria-hidden="true">${say(`page.payers.${of}`)}</span>
    <svg class="share" viewBox="0 0 ${WIDTH} 12" preserveAspectRatio="none" aria-hidden="true">
      ${lines.map((line) => {
        const width = (WIDTH * (line[of] ?? 0)) / longest;
        const left = x;
        x += width;
        return svg`<rect class=${line.payer} x=${left} y="0" height="12" width=${Math.max(width - 3, 0)}></rect>`;
      })}
    </svg>`;
}

export function payers(app: App): TemplateResult | typeof nothing {
  const { say, session } = app;
  const benefits = session.result.benefits.filter((benefit) => benefit.payers || isOpen(benefit));
  if (benefits.length === 0) return nothing;
  const longest = (of: 'days' | 'yuan'): number =>
    Math.max(
      1,
      ...benefits.map((benefit) => (benefit.payers ?? []).reduce((sum, line) => sum + (line[of] ?? 0), 0)),
    );
  const [days, yuan] = [longest('days'), longest('yuan')];
  const all = totals(benefits);
  return html`<section class="payers" aria-labelledby="payers-title">
    <h2 id="payers-title" tabindex="-1">${say('page.payers.title')}</h2>
    ${benefits.map(
      ({ id, subject, value, payers: lines }) =>
        html`<div class="paid">
          <h3>${say(`benefit.${id}.title`)} <small>${who(say, subject)}</small></h3>
          ${
            lines
              ? html`<div class="shares">
                    ${shares(app, lines, 'days', days)} ${shares(app, lines, 'yuan', yuan)}
                  </div>
                  ${list(
                    app,
                    lines.map((line) => ({ ...line, unit: value?.day_unit })),
                  )}`
              : html`<p>${say('page.payers.unknown', { days: value?.days ?? 0 })}</p>`
          }
        </div>`,
    )}
    ${
      all.length === 0
        ? nothing
        : html`<div class="paid">
            <h3>${say('page.payers.all')}</h3>
            ${list(app, all)}
          </div>`
    }
  </section>`;
}
