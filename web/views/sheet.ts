// The print sheet: answers and verdicts in plain form, on two A4 pages together with summary and calendar. Drawn only
// while printing.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';
import type { Benefit } from '../generated/contract';
import { isPast } from '../session/benefits';
import { inputAt, general } from '../session/inputs';
import { at, leaves, type Json } from '../session/json';
import { expectation } from '../session/writing';
import { bounds, measure, question, reading, said, verdict as verdictOf, when, who } from '../words/naming';
import { labelOf } from './controls';
import { grouped } from './grouped';
import { paid } from './payers';
import { verdicts, verdictTitle, whenAgeFits, type Verdict } from './results';

function text({ say }: App, pointer: string, value: Json): string {
  if (value === null || Array.isArray(value)) return say('input.none');
  if (typeof value === 'boolean') return say(value ? 'input.yes' : 'input.no');
  if (typeof value === 'number')
    return inputAt(pointer)?.kind === 'money' ? say.money(value) : say.number(value);
  const option = `input.${general(pointer)}.option.${String(value)}`;
  return say.has(option)
    ? say(option)
    : inputAt(pointer)?.kind === 'date'
      ? say.date(String(value))
      : String(value);
}

/** One answer, "there is none" and a chosen reading of the law included; the day stands above all of them. */
function answer(app: App, pointer: string): TemplateResult | typeof nothing {
  const { say, session } = app;
  const value = at(session.accepted, pointer) as Json;
  const [, section, id = ''] = pointer.split('/');
  const isEmpty = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (section === 'as_of' || isEmpty) return nothing;
  const isReading = section === 'assumptions';
  const input = inputAt(pointer);
  const label = input ? labelOf(app, input, pointer) : question(say, pointer);
  return html`<div>
    <dt>${isReading ? say(`assumption.${id}.title`) : label}</dt>
    <dd>${isReading ? reading(app, id, String(value)) : text(app, pointer, value)}</dd>
  </div>`;
}

function outcome(app: App, benefit: Benefit): TemplateResult | typeof nothing {
  const { say } = app;
  const { value } = benefit;
  if (!value) return nothing;
  // On paper nothing can be opened that names them.
  const names = [
    ...(value.services ?? []).map((key) => said(app, benefit, `service.${key}`)),
    ...(value.rights ?? []).map((key) => said(app, benefit, `right.${key}`)),
  ];
  return html`${measure(say, value) || names.join(say('page.list.and'))}
  ${
    value.excess_yuan === undefined
      ? nothing
      : html`<div>${say('page.benefit.excess', { yuan: value.excess_yuan })}</div>`
  }`;
}

const offices = ({ say }: App, { ask }: Benefit): string =>
  ask.map((office) => say(`office.${office}`)).join(say('page.list.and'));

/** What is measured or dated: a row for all who are given the same, each at a time of their own. */
function row(app: App, same: readonly [Benefit, ...Benefit[]]): TemplateResult {
  const { say } = app;
  const [first] = same;
  const whose = same.map(({ subject }) => who(say, subject));
  const days = same.map(({ id, period }, at) => {
    if (!period) return '';
    const past = isPast(app, { id, period }) ? ` ${say('page.period.past')}` : '';
    return [...(same.length > 1 ? [whose[at]] : []), `${when(say, first, period)}${past}`].join(' · ');
  });
  return html`<tr>
    <th scope="row"><b>${say(`benefit.${first.id}.title`)}</b> ${whose.join(say('page.list.and'))}</th>
    <td>
      ${outcome(app, first)}
      ${first.payers?.map((line) => html`<div>${[say(`payer.${line.payer}`), ...paid(app, line, first.value?.day_unit)].join(' ')}</div>`)}
    </td>
    <td>${days.map((each) => html`<div>${each}</div>`)}</td>
    <td>${offices(app, first)}</td>
  </tr>`;
}

/** What benefits of different holders share that are the same but for their days. */
const sameness = ({ id, value, payers }: Benefit): string =>
  JSON.stringify([id, { ...value, dates: undefined, visits: undefined }, payers]);

function table(app: App, benefits: readonly Benefit[]): TemplateResult | typeof nothing {
  if (benefits.length === 0) return nothing;
  return html`<table>
    <thead>
      <tr>
        ${['timeline.what', 'benefit.what', 'benefit.when', 'benefit.ask'].map(
          (name) => html`<th scope="col">${app.say(`page.${name}`)}</th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${grouped(benefits, sameness).map((same) => row(app, same))}
    </tbody>
  </table>`;
}

/** The others, once for all whom they are for, so that there is room for a type that can be read. */
function list(
  app: App,
  group: Verdict['group'],
  benefits: readonly Benefit[],
): TemplateResult | typeof nothing {
  const { say } = app;
  if (benefits.length === 0) return nothing;
  const ids = [...new Set(benefits.map(({ id }) => id))];
  return html`<ul class="rest">
    ${ids.map((id) => {
      const same = benefits.filter((benefit) => benefit.id === id);
      const [first] = same as [Benefit];
      const whom = same.map((benefit) =>
        [
          who(say, benefit.subject),
          group === 'institution' && say(verdictOf(benefit)),
          group === 'later' ? whenAgeFits(app, benefit) : bounds(say, benefit),
        ]
          .filter(Boolean)
          .join(' · '),
      );
      return html`<li>
        <b>${say(`benefit.${id}.title`)}</b> ${whom.join(say('page.list.and'))}
        ${group !== 'not_entitled' ? html`<i>${offices(app, first)}</i>` : nothing}
      </li>`;
    })}
  </ul>`;
}

const isMeasured = ({ value, period }: Benefit): boolean =>
  period !== undefined || (value !== undefined && !value.services && !value.rights);

function verdict(app: App, one: Verdict): TemplateResult {
  const { group, benefits } = one;
  return html`<h2>${verdictTitle(app, one)}</h2>
    ${table(app, benefits.filter(isMeasured))}
    ${list(
      app,
      group,
      benefits.filter((benefit) => !isMeasured(benefit)),
    )}`;
}

/** From so many answers on, two pages are full in a type of the usual size. */
const MANY = 20;

export function sheet(app: App): TemplateResult {
  const { say, session } = app;
  const answers = leaves(session.accepted);
  const { policy } = session.result;
  const basis = expectation(session);
  return html`<section class="sheet ${answers.length > MANY ? 'dense' : ''}" aria-label=${say('page.sheet')}>
    <p>${say('page.results.asof', { as_of: policy.as_of, edition: policy.edition })}</p>
    ${basis ? html`<p>${say(`page.results.${basis}`)}</p>` : nothing}
    <dl class="told">${answers.map((pointer) => answer(app, pointer))}</dl>
    ${verdicts(app)
      .filter(({ group }) => group !== 'family')
      .map((one) => verdict(app, one))}
    <p>${say('note.not_legal_advice')} ${say('page.sheet.readings')}</p>
  </section>`;
}
