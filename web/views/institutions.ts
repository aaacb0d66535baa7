// An institution that somebody runs, beside a family: asked for, never on the way; and what its answers lead to.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';
import type { Benefit } from '../generated/contract';
import { INPUTS } from '../session/inputs';
import { at } from '../session/json';
import { bounds, measure, verdict } from '../words/naming';
import { control } from './controls';
import { head } from './results';
import { titled } from './summary';

const asked = ({ institutions: all, session }: App): string[] =>
  all.filter((pointer) => at(session.told, pointer) !== undefined);

const benefitsOf = ({ session }: App, pointer: string): Benefit[] =>
  session.result.benefits.filter(({ subject }) => subject === pointer);

/** What a benefit comes to, in a few words. */
function outcome({ say }: App, { value, ...benefit }: Benefit): string {
  if (value?.excess_yuan !== undefined) return say('page.benefit.excess', { yuan: value.excess_yuan });
  return (value ? measure(say, value) : bounds(say, benefit)) || say(verdict(benefit));
}

/** The results stand far from the questions, and those of a family come with them. */
const given = (app: App, pointer: string): TemplateResult =>
  html`<ul class="given">
      ${benefitsOf(app, pointer).map((benefit) => html`<li class=${benefit.status}>${head(app, benefit)}</li>`)}
    </ul>
    <p class="help">${app.say('page.institution.more')}</p>`;

/** Whoever runs one asks what may be charged, which the policy says of tutoring alone. */
const fees = ({ say }: App, pointer: string): TemplateResult | typeof nothing =>
  pointer === '/institution/tutoring' ? nothing : html`<p class="help">${say('page.institution.fees')}</p>`;

export function institutions(app: App): TemplateResult {
  const { say, session } = app;
  const chosen = asked(app);
  return html`<p class="help">${say('page.institution.help')}</p>
    <div class="chips">
      ${app.institutions.map((pointer) => {
        const on = chosen.includes(pointer);
        return html`<button
          type="button"
          class="chip"
          aria-pressed=${on}
          @click=${() => (on ? app.untell(pointer) : app.tell(pointer, {}))}
        >
          ${say(`page.institution.${pointer}`)}
        </button>`;
      })}
    </div>
    ${chosen.map(
      (pointer) =>
        html`${INPUTS.filter(
          (input) => input.pointer.startsWith(`${pointer}/`) && input.pointer !== session.asking,
        ).map((input) => control(app, input.pointer))}
        ${given(app, pointer)} ${fees(app, pointer)}`,
    )}`;
}

/**
 * In place of a question about a family, which whoever asks for an institution alone has not come for.
 * @param starts the ways to begin with one
 */
export const institutionTable = ({ say }: App, starts: TemplateResult[]): TemplateResult =>
  html`<h3 id="ask-title" class="eyebrow">${say('page.institution.family')}</h3>
    <div class="chips">${starts}</div>`;

export const institutionTiles = (app: App): TemplateResult[] =>
  asked(app).map(
    (pointer) =>
      html`<div class="tile">
        <dt>${app.say(`page.institution.${pointer}`)}</dt>
        ${benefitsOf(app, pointer).map(
          (benefit) =>
            html`<dd class="line">
              <span>${app.say(`benefit.${benefit.id}.title`)}</span> <b>${outcome(app, benefit)}</b>
            </dd>`,
        )}
      </div>`,
  );

/** The first of each for the line at the edge of a phone: what is measured says most. */
export const institutionPeek = (app: App): TemplateResult[] =>
  asked(app).flatMap((pointer) => {
    const all = benefitsOf(app, pointer);
    const first = all.find(({ value }) => value && measure(app.say, value)) ?? all[0];
    return first
      ? [html`<span>${app.say(`page.institution.${pointer}`)} <b>${outcome(app, first)}</b></span>`]
      : [];
  });

/** All of it in words, for whoever hears it. */
export const institutionsText = (app: App): string =>
  asked(app)
    .flatMap((pointer) => benefitsOf(app, pointer))
    .map((benefit) => titled(app, benefit, outcome(app, benefit)))
    .join(app.say('page.list.and'));
