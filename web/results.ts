// Every benefit by verdict: what you have, what is open, what you do not get.
import { html, nothing, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import type { App } from './app';
import type { Benefit, Force, Status } from './generated/contract';
import { icon } from './icons';
import { bounds, gist, question, span, who } from './naming';
import { benefitKey } from './session';

/** The most binding first. */
const FORCES: readonly Force[] = ['claim', 'standard', 'service', 'encouraged', 'information'];
const GROUPS: readonly Status[] = ['entitled', 'unknown', 'not_entitled'];

const headline = (app: App, benefit: Benefit): string =>
  benefit.status === 'entitled' && benefit.value
    ? gist(app.say, benefit.value)
    : benefit.status === 'unknown'
      ? bounds(app.say, benefit)
      : '';

/** The line below the title: when, what is missing, or why not. */
function subline(app: App, benefit: Benefit): TemplateResult | typeof nothing {
  const { say } = app;
  if (benefit.period) return html`<span class="when">${span(say, benefit.period)}</span>`;
  const items =
    benefit.status === 'unknown'
      ? (benefit.missing ?? []).map((pointer) => question(say, pointer))
      : (benefit.reasons ?? []).map((reason) => say(`rule.${reason}`));
  if (items.length === 0) return nothing;
  return html`<span class="because"
    >${benefit.status === 'unknown' ? html`<b>${say('page.benefit.missing.short')}</b> ` : nothing}<span
      class="inline"
      >${items.slice(0, 3).map((item) => html`<span>${item}</span>`)}${
        items.length > 3 ? html`<span>${say('page.ask.more', { count: items.length - 3 })}</span>` : nothing
      }</span
    ></span
  >`;
}

function card(app: App, benefit: Benefit): TemplateResult {
  const { say } = app;
  const key = benefitKey(benefit);
  const open = app.open.has(key);
  return html`<details
    class="benefit ${benefit.status} ${benefit.force}"
    ?open=${open}
    @toggle=${(event: Event) => app.toggleCard(key, (event.target as HTMLDetailsElement).open)}
  >
    <summary>
      <span class="mark"
        >${icon(benefit.status)}<span class="unseen">${say(`status.${benefit.status}`)}</span></span
      >
      <span class="head">
        <span class="first">
          <span class="title">${say(`benefit.${benefit.id}.title`)}</span>
          <span class="gist">${headline(app, benefit)}</span>
        </span>
        <span class="tags">
          <span>${who(say, benefit.subject)}</span>
          ${
            benefit.status === 'not_entitled'
              ? nothing
              : html`<span class="force">${say(`force.${benefit.force}`)}</span>`
          }
        </span>
        ${subline(app, benefit)}
      </span>
    </summary>
    ${open && app.later ? app.later.detail(app, benefit) : nothing}
  </details>`;
}

/** Most keystrokes change one card or none: the others are not even compared. */
const unlessSame = (app: App, benefit: Benefit): unknown => {
  const key = benefitKey(benefit);
  const open = app.open.has(key);
  return guard([JSON.stringify(benefit), app.say, open && app.later, open && app.session.readings], () =>
    card(app, benefit),
  );
};

export function results(app: App): TemplateResult {
  const { say, session } = app;
  const { benefits, policy } = session.result;
  const rank = (benefit: Benefit): number => FORCES.indexOf(benefit.force);
  return html`<section class="results" id="results" aria-labelledby="results-title" tabindex="-1">
    <h2 id="results-title">${say('page.results.title')}</h2>
    <p class="asof">${say('page.results.asof', { as_of: policy.as_of, edition: policy.edition })}</p>
    ${GROUPS.map((status) => {
      const of = benefits.filter((benefit) => benefit.status === status).sort((a, b) => rank(a) - rank(b));
      if (of.length === 0) return nothing;
      return html`<section class="verdict ${status}" aria-labelledby="verdict-${status}">
        <h3 id="verdict-${status}">
          ${say(`page.results.${status}`)} <small>${say('page.count', { count: of.length })}</small>
        </h3>
        ${repeat(of, benefitKey, (benefit) => unlessSame(app, benefit))}
      </section>`;
    })}
  </section>`;
}
