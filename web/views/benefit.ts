// One benefit in full: what, when, who pays, why, the paragraph, whom to ask, how binding, and the other readings.
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { App } from '../app/app';
import type { Alternative, Benefit, Payer, Reading, Step, Value } from '../generated/contract';
import { gist } from '../words/gist';
import { force, isDuty, question, reading, said, span } from '../words/naming';
import { inputAt, UNASKED } from '../session/inputs';
import { at } from '../session/json';
import { isOther } from '../session/benefits';
import { payWaitsFor } from '../session/pay';
import { benefitKey } from '../session/session';
import { dayAt, dayNumber } from '../words/format';
import { source } from '../words/sources';
import { paid, paidBy } from './payers';

type Part = TemplateResult | typeof nothing;

const row = (label: string, content: unknown): TemplateResult =>
  html`<div>
    <dt>${label}</dt>
    <dd>${content}</dd>
  </div>`;

const list = (items: readonly unknown[]): TemplateResult =>
  html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;

/** What is given may be more or less under another reading; the readings stand at the end of the card. */
function restsOnReading({ say, session }: App, benefit: Benefit): Part {
  if (!session.othersOf(benefit).some(isOther)) return nothing;
  const toReadings = ({ currentTarget }: Event): void =>
    (currentTarget as Element).closest('.detail')?.querySelector<HTMLElement>('.reading button')?.focus();
  return html`<button type="button" class="link" @click=${toReadings}>
    ${say('page.benefit.one_reading')}
  </button>`;
}

function what(app: App, benefit: Benefit, value: Value, duty: boolean): TemplateResult {
  const { say } = app;
  const lists = [
    ...(value.services ?? []).map((key) => said(app, benefit, `service.${key}`)),
    ...(value.rights ?? []).map((key) => said(app, benefit, `right.${key}`)),
    ...(value.goods ?? []).map((key) => say(`good.${key}`)),
    ...(value.yuan_per_pupil === undefined
      ? []
      : [say('page.benefit.per_pupil', { yuan: value.yuan_per_pupil })]),
    ...(value.conforms ? [say('page.benefit.conforms')] : []),
    ...(value.excess_yuan === undefined ? [] : [say('page.benefit.excess', { yuan: value.excess_yuan })]),
  ];
  return html`<p class="value">${gist(say, value, duty)}</p>
    ${restsOnReading(app, benefit)} ${lists.length > 0 ? list(lists) : nothing}`;
}

function unasked(app: App, { id }: Benefit): Part {
  const { say, session } = app;
  if (id !== 'leave.maternity' || session.isTold(UNASKED)) return nothing;
  const due = String(at(session.accepted, '/delivery/date') ?? '');
  const days = inputAt(UNASKED)?.most ?? 0;
  const text =
    due > session.result.policy.as_of
      ? say('page.benefit.unasked.due', { days, from: dayAt(dayNumber(due) - days) })
      : say('page.benefit.unasked');
  return html`<p class="help">
    ${text}
    <button type="button" class="link" @click=${() => app.ask(UNASKED)}>${question(say, UNASKED)}</button>
  </p>`;
}

function when(app: App, benefit: Benefit): Part {
  const { say } = app;
  const days = [...(benefit.value?.visits ?? []), ...(benefit.value?.dates ?? [])].map((day) =>
    say.date(day),
  );
  if (!benefit.period && days.length === 0) return nothing;
  return html`${benefit.period ? row(say('page.benefit.when'), html`${span(say, benefit.period)} ${unasked(app, benefit)}`) : nothing}
  ${benefit.later_periods ? row(say('page.benefit.later'), list(benefit.later_periods.map((later) => span(say, later)))) : nothing}
  ${
    days.length > 0
      ? row(
          say('page.benefit.days'),
          html`<ul class="inline">
            ${days.map((day) => html`<li>${day}</li>`)}
          </ul>`,
        )
      : nothing
  }`;
}

const payers = (app: App, lines: readonly Payer[], unit?: string): TemplateResult =>
  list(
    lines.map(
      (line) =>
        html`${app.say(`payer.${line.payer}`)}
          <b class="inline">${paid(app, line, unit).map((part) => html`<span>${part}</span>`)}</b>`,
    ),
  );

/** What another reading would give: the members that differ, each in its usual form. */
function outcome(app: App, alternative: Alternative): TemplateResult {
  const { say } = app;
  return html`<span class="inline outcome"
    >${alternative.status ? html`<span>${say(`status.${alternative.status}`)}</span>` : nothing}${
      alternative.value ? html`<span>${gist(say, alternative.value)}</span>` : nothing
    }${alternative.period ? html`<span>${span(say, alternative.period)}</span>` : nothing}${(
      alternative.payers ?? []
    ).map((line) => html`<span>${paidBy(app, line)}</span>`)}${(alternative.without ?? []).map(
      (member) => html`<span>${say(`page.without.${member}`)}</span>`,
    )}</span
  >`;
}

/** The policy says how sure a reading is only for its own choice. */
function confidence({ say, whole }: App, id: string, option: string): Part {
  const usual = whole.file().assumptions.find((each) => each.id === id);
  return usual?.default === option ? html`<cite>${say(`confidence.${usual.confidence}`)}</cite>` : nothing;
}

/** @param other what it would give where it is not the one in use */
const choice = (app: App, id: string, option: string, other?: Alternative): TemplateResult =>
  html`<button
    type="button"
    class="option"
    aria-pressed=${!other}
    @click=${() => other && app.tell(`/assumptions/${id}`, option)}
  >
    ${
      other
        ? html`${reading(app, id, option)} ${outcome(app, other)}`
        : html`${reading(app, id, option)} <small>${app.say('page.benefit.in_use')}</small>`
    }
  </button>`;

/** Those that matter here, always in the order of the policy: the choice moves from one to the other, not they. */
function choices(app: App, { id, option }: Reading, alternatives: readonly Alternative[]): Part {
  const others = new Map(
    alternatives.filter(({ assumption }) => assumption === id).map((other) => [other.option, other]),
  );
  const options = app.whole.file().assumptions.find((each) => each.id === id)?.options ?? [];
  return html`${repeat(
    options.map((each) => each.id).filter((each) => each === option || others.has(each)),
    (each) => each,
    (each) => choice(app, id, each, others.get(each)),
  )}`;
}

function readings(app: App, benefit: Benefit): Part {
  const { say, session } = app;
  const known = session.readings.get(benefitKey(benefit));
  if (!known || known.assumptions.length === 0) return nothing;
  return row(
    say('page.benefit.readings'),
    html`<p class="help">${say('page.benefit.readings.help')}</p>
      ${known.assumptions.map(
        (used) =>
          html`<div class="reading" role="group" aria-label=${say(`assumption.${used.id}.title`)}>
            <p>${say(`assumption.${used.id}.title`)} ${confidence(app, used.id, used.option)}</p>
            ${choices(app, used, known.alternatives)}
          </div>`,
      )}`,
  );
}

const toAnswer = (app: App, pointers: readonly string[]): TemplateResult =>
  list(
    pointers.map(
      (pointer) =>
        html`<button type="button" class="link" @click=${() => app.ask(pointer)}>
          ${question(app.say, pointer)}
        </button>`,
    ),
  );

function whoPays(app: App, benefit: Benefit): Part {
  const { say } = app;
  const { payers: lines } = benefit;
  const open = payWaitsFor(app.session, benefit);
  if (!lines && open.length === 0) return nothing;
  return row(
    say('page.benefit.payers'),
    html`${lines ? payers(app, lines, benefit.value?.day_unit) : nothing}
    ${open.length > 0 ? html`${say('page.benefit.payers.open')} ${toAnswer(app, open)}` : nothing}`,
  );
}

interface Run {
  source: Step['source'];
  /** The number of its first step. */
  start: number;
  steps: Step[];
}

/** Steps that follow one another from the same source, so that it is said once for all of them. */
function runs(steps: readonly Step[]): Run[] {
  const found: Run[] = [];
  for (const [index, step] of steps.entries()) {
    const last = found[found.length - 1];
    if (last && last.source === step.source) last.steps.push(step);
    else found.push({ source: step.source, start: index + 1, steps: [step] });
  }
  return found;
}

function why(app: App, benefit: Benefit): Part {
  if (benefit.steps.length === 0) return nothing;
  return row(
    // What is not given is given no reason for: the rules say what it takes.
    app.say(benefit.status === 'entitled' ? 'page.benefit.steps' : 'page.benefit.rules'),
    runs(benefit.steps).map(
      ({ source: id, start, steps }) =>
        html`${id ? html`<cite>${source(app.say, id, benefit.document)}</cite>` : nothing}
          <ol start=${start}>
            ${steps.map((step) => html`<li>${said(app, benefit, `rule.${step.rule}`, step.args)}</li>`)}
          </ol>`,
    ),
  );
}

/** A paragraph of the policy leads to what our own page of the law, where there is one, tells of it. */
function cited({ say, place }: App, benefit: Benefit, id: string): TemplateResult | string {
  const text = source(say, id, benefit.document);
  const [of, paragraph] = id.split('/');
  const law = place.ownsPage ? document.querySelector<HTMLAnchorElement>('a[data-law]') : null;
  if (!law || of !== benefit.document || paragraph === undefined) return text;
  // In a window of its own: the answers stay where they are.
  return html`<a href=${`${law.href}#p${paragraph}`} target="_blank"
    >${text}<span class="unseen"> ${say('page.benefit.window')}</span></a
  >`;
}

/** Whom to ask, how binding it is, and where it stands. */
function authority(app: App, benefit: Benefit): TemplateResult {
  const { say } = app;
  return html`${row(say('page.benefit.force'), html`<b>${say(force(benefit))}</b> ${say(`${force(benefit)}.help`)}`)}
  ${row(
    say('page.benefit.ask'),
    html`<ul class="inline">
      ${benefit.ask.map((office) => html`<li>${say(`office.${office}`)}</li>`)}
    </ul>`,
  )}
  ${row(say('page.benefit.sources'), list(benefit.sources.map((id) => cited(app, benefit, id))))}`;
}

export function detail(app: App, benefit: Benefit): TemplateResult {
  const { say } = app;
  const duty = isDuty(benefit);
  const reasons = benefit.reasons?.map((reason) => said(app, benefit, `rule.${reason}`));
  const { value } = benefit;
  return html`<div class="detail">
    <p class="lead">${said(app, benefit, `benefit.${benefit.id}.summary`)}</p>
    <dl class="rows">
      ${benefit.missing ? row(say('page.benefit.missing'), toAnswer(app, benefit.missing)) : nothing}
      ${reasons ? row(say('page.benefit.reasons'), list(reasons)) : nothing}
      ${value ? row(say(duty ? 'page.benefit.duties' : 'page.benefit.what'), what(app, benefit, value, duty)) : nothing}
      ${when(app, benefit)} ${whoPays(app, benefit)} ${why(app, benefit)} ${authority(app, benefit)}
      ${readings(app, benefit)}
    </dl>
  </div>`;
}
