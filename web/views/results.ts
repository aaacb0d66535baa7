// Every benefit by verdict: what you have, what is open, what you do not get.
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { App } from '../app/app';
import { IN_SIGHT, type Piece } from '../app/drawing';
import type { Benefit, Force } from '../generated/contract';
import { few } from './few';
import { icon } from './icons';
import { bounds, force, isOfInstitution, measure, question, said, verdict, when, who } from '../words/naming';
import { UNASKED } from '../session/inputs';
import { dayIn, isApart, isLater, isPast, tooYoungUntil } from '../session/benefits';
import { isInstitutionAlone } from '../session/scope';
import { benefitKey } from '../session/session';
import { expectation } from '../session/writing';

/** The most binding first. */
export const FORCES: readonly Force[] = ['claim', 'standard', 'service', 'encouraged', 'information'];
/** Questions or conditions that the head of a card names. */
const MOST_SHOWN = 3;
/**
 * What is for institutions; verdicts, and apart from them what a child is only too young for yet, what is no matter of
 * conditions, and for whoever asks for an institution alone all that is for families; in the order in which they matter to the
 * reader.
 */
const GROUPS = [
  'institution',
  'entitled',
  'unknown',
  'later',
  'information',
  'not_entitled',
  'family',
] as const;
type Group = (typeof GROUPS)[number];
const TITLES: Readonly<Record<Group, string>> = {
  institution: 'page.results.institution',
  entitled: 'status.entitled',
  unknown: 'status.unknown',
  later: 'page.results.later',
  information: 'force.information',
  not_entitled: 'status.not_entitled',
  family: 'page.results.family',
};

/** Where the age does not fit on the day of the answer: from which day on it will, or until which day it did. */
export function whenAgeFits(app: App, benefit: Benefit): string | undefined {
  const { say, session } = app;
  const { as_of } = session.result.policy;
  const from = tooYoungUntil(as_of, benefit);
  if (from !== undefined) return say('page.benefit.earliest', { from });
  const last_day = dayIn(benefit, 'age_limit', 'last_day');
  const isOld = last_day !== undefined && last_day < as_of;
  return isOld ? say('page.benefit.until', { last_day }) : undefined;
}

function verdictOf(app: App, benefit: Benefit): Exclude<Group, 'family' | 'institution'> {
  if (isApart(benefit)) return 'information';
  return isLater(app.session.result.policy.as_of, benefit) ? 'later' : benefit.status;
}

function groupOf(app: App, benefit: Benefit): Group {
  if (isOfInstitution(benefit)) return 'institution';
  return isInstitutionAlone(app) ? 'family' : verdictOf(app, benefit);
}

/** What is measured stands out; of what is not, the verdict it stands below says enough. */
function headline({ say }: App, benefit: Benefit): TemplateResult | typeof nothing {
  const measured = benefit.value ? measure(say, benefit.value) : bounds(say, benefit);
  const text = measured || (isOfInstitution(benefit) && say(verdict(benefit)));
  return text ? html`<span class="gist">${text}</span>` : nothing;
}

/** The verdict; or, where a limit holds although the price asked is above it, that: to be subject to it is not to keep it. */
function mark(app: App, benefit: Benefit): TemplateResult {
  const { say } = app;
  const name = verdictOf(app, benefit);
  if (name === 'information') return html`<span class="mark apart">${icon(name)}</span>`;
  const isOver = benefit.value?.conforms === false;
  return html`<span class="mark ${isOver ? 'over' : ''}"
    >${icon(isOver ? 'over' : name)}<span class="unseen"
      >${say(isOver ? 'page.benefit.exceeds' : isOfInstitution(benefit) ? verdict(benefit) : TITLES[name])}</span
    ></span
  >`;
}

const excess = ({ say }: App, { value }: Benefit): TemplateResult | typeof nothing =>
  value?.excess_yuan === undefined
    ? nothing
    : html`<span class="fault">${say('page.benefit.excess', { yuan: value.excess_yuan })}</span>`;

/** The line below the title: when, what is missing, or why not. */
function subline(app: App, benefit: Benefit): TemplateResult | typeof nothing {
  const { say } = app;
  const { period } = benefit;
  if (period)
    return html`<span class="when"
      >${when(say, benefit, period)}${
        isPast(app, benefit) ? html` <small>${say('page.period.past')}</small>` : nothing
      }</span
    >`;
  const open = benefit.status === 'unknown';
  const keys = (open ? benefit.missing : benefit.reasons) ?? [];
  if (keys.length === 0) return nothing;
  const items = few(say, keys, MOST_SHOWN, (key) =>
    open
      ? question(say, key)
      : (key === 'age' && whenAgeFits(app, benefit)) || said(app, benefit, `rule.${key}`),
  );
  return html`<span class="because"
    >${open ? html`<b>${say('page.benefit.missing.short')}</b> ` : nothing}<span class="inline"
      >${items.map((item) => html`<span>${item}</span>`)}</span
    ></span
  >`;
}

/** A benefit in three lines: the verdict, what it gives, and when, what is missing, or why not. */
export function head(app: App, benefit: Benefit): TemplateResult {
  const { say } = app;
  return html`${mark(app, benefit)}
    <span class="head">
      <span class="first">
        <span class="title">${say(`benefit.${benefit.id}.title`)}</span>
        ${headline(app, benefit)} ${excess(app, benefit)}
      </span>
      <span class="tags inline">
        <span>${who(say, benefit.subject)}</span>
        ${
          benefit.status === 'not_entitled'
            ? nothing
            : html`<span class="force">${say(force(benefit))}</span>`
        }
      </span>
      ${subline(app, benefit)}
    </span>`;
}

/** What a card holds; the card itself is drawn with the list. */
function content(app: App, benefit: Benefit): TemplateResult {
  return html`<summary>${head(app, benefit)}</summary>
    ${app.open.has(benefitKey(benefit)) && app.later ? app.later.detail(app, benefit) : nothing}`;
}

export interface Verdict {
  group: Group;
  benefits: readonly Benefit[];
}

export const verdictTitle = ({ say }: App, { group }: Verdict): string => say(TITLES[group]);

/** Every benefit below its verdict, the most binding first; those of one institution together. */
export function verdicts(app: App): Verdict[] {
  const rank = ({ force: name, subject }: Benefit): number =>
    app.institutions.indexOf(subject) * FORCES.length + FORCES.indexOf(name);
  return GROUPS.map((group) => ({
    group,
    benefits: app.session.result.benefits
      .filter((benefit) => groupOf(app, benefit) === group)
      .sort((a, b) => rank(a) - rank(b)),
  })).filter(({ benefits }) => benefits.length > 0);
}

/** A few rejections are read on the way; more are in the way of what comes after them. */
const MANY = 8;

function heading(app: App, one: Verdict): TemplateResult {
  const { say, unfolded } = app;
  const { group } = one;
  const count = one.benefits.length;
  const title = html`${verdictTitle(app, one)} <small>${say('page.count', { count })}</small>`;
  const folds = group === 'family' || (group === 'not_entitled' && count > MANY);
  if (!folds) return html`<h3 class="verdict ${group}">${title}</h3>`;
  const folded = !unfolded.has(group);
  return html`<h3 class="verdict ${group} ${folded ? 'folded' : ''}">
    <button type="button" aria-expanded=${!folded} @click=${() => app.fold(group, folded)}>${title}</button>
  </h3>`;
}

export function results(app: App): TemplateResult {
  const { say, session } = app;
  const { policy } = session.result;
  const basis = expectation(session);
  return html`<section class="results" id="results" aria-labelledby="results-title" tabindex="-1">
    <h2 id="results-title">${say('page.results.title')}</h2>
    <p class="asof">${say('page.results.asof', { as_of: policy.as_of, edition: policy.edition })}</p>
    ${basis ? html`<p class="doubt">${say(`page.results.${basis}`)}</p>` : nothing}
    ${app.later?.contents(app)}
    <div class="list"></div>
  </section>`;
}

/** One row after another, so that a card goes from verdict to verdict and is not made anew; its piece fills it. */
function list(app: App): unknown {
  const rows = verdicts(app).flatMap((one) => [
    { key: one.group, one },
    ...one.benefits.map((benefit) => ({ key: benefitKey(benefit) })),
  ]);
  return repeat(
    rows,
    ({ key }) => key,
    (row) =>
      'one' in row
        ? heading(app, row.one)
        : html`<details
            class="benefit"
            data-benefit=${row.key}
            ?open=${app.open.has(row.key)}
            @toggle=${(event: Event) => app.toggleCard(row.key, (event.target as HTMLDetailsElement).open)}
          ></details>`,
  );
}

/** What each card was drawn from. */
const drawnFrom = new WeakMap<Element, readonly unknown[]>();

/** Those of some cards that have to be drawn anew; most keystrokes change one or none. */
function changed(app: App, cards: Iterable<Element>): Piece[] {
  const benefits = new Map(app.session.result.benefits.map((benefit) => [benefitKey(benefit), benefit]));
  return [...cards].flatMap((card) => {
    const key = card.getAttribute('data-benefit') ?? '';
    const benefit = benefits.get(key);
    // One that is told of no longer goes with the list.
    if (!benefit) return [];
    const open = app.open.has(key);
    const from = [
      JSON.stringify(benefit),
      app.say,
      app.whole,
      app.session.result.policy.as_of,
      open && app.later,
      open && app.session.readings,
      open && app.session.isTold(UNASKED),
      // What the pay of a leave still depends on.
      open && app.session.openQuestions.join(),
    ];
    const last = drawnFrom.get(card);
    if (last?.every((part, i) => part === from[i])) return [];
    const view = (): TemplateResult => {
      drawnFrom.set(card, from);
      card.className = `benefit ${benefit.status} ${benefit.force}`;
      return content(app, benefit);
    };
    return [{ place: card, view }];
  });
}

/**
 * The cards in sight, and the list with all of them. What a keystroke changes is said at once where it stands; to which place
 * that takes a card is laid out a moment later, as it takes longer than all the rest, and so is what nobody sees.
 */
export function resultPieces(app: App, root: ParentNode): Piece[] {
  const place = root.querySelector('.results > .list');
  if (!place) return [];
  return [
    ...changed(app, place.querySelectorAll(`.benefit[${IN_SIGHT}]`)),
    {
      place,
      view: () => list(app),
      within: () => changed(app, place.querySelectorAll('.benefit')),
      patient: app.session.isWriting,
    },
  ];
}
