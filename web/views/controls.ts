// One input -> one control. Which control is read from the schema; what it is called, from the words.
import { html, nothing, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import type { App } from '../app/app';
import type { InputError } from '../generated/contract';
import { inputAt, type Input } from '../session/inputs';
import { at, type Json } from '../session/json';
import type { Supposed } from '../session/session';
import { question, who } from '../words/naming';

/** More answers than this are typed, not chosen. */
const MOST_CHIPS = 13;

const idOf = (pointer: string): string => `ask${pointer.replace(/\//g, '-')}`;

/** One of a few answers to choose from. */
export interface Chip {
  label: string;
  chosen: boolean;
  choose: () => void;
  suppose: () => Supposed;
}

export function chips(app: App, input: Input, pointer: string): Chip[] {
  const { say, session } = app;
  const list = at(session.told, pointer);
  const name = `input.${input.pointer}`;
  const chip = (label: string, value: Json, place = pointer): Chip => ({
    label,
    chosen: at(session.told, place) === value,
    choose: () => app.settle(place, value),
    suppose: () => session.suppose(place, value),
  });
  const { kind, options = [], least = 0, most = 0, none } = input;
  const span = Array.from({ length: most - least + 1 }, (_, n) => least + n);
  return [
    ...(kind === 'truth' ? [chip(say('input.yes'), true), chip(say('input.no'), false)] : []),
    ...options.map((option) => chip(say(`${name}.option.${option}`), option)),
    ...(kind === 'count' ? span.map((n) => chip(say.number(n), n)) : []),
    ...(kind === 'list'
      ? span.map((n) => ({
          label: n === 0 ? say('input.none') : say.number(n),
          chosen: Array.isArray(list) && list.length === n,
          choose: () => app.settleCount(pointer, n),
          suppose: () => session.suppose(pointer, session.listOf(pointer, n)),
        }))
      : []),
    ...(none === undefined ? [] : [chip(say(`page.none.${none}`), null, none)]),
  ];
}

export const isChosen = ({ kind, least = 0, most = Infinity }: Input): boolean =>
  kind === 'truth' || kind === 'choice' || kind === 'list' || (kind === 'count' && most - least < MOST_CHIPS);

/** The key of its words. Nobody who told of a miscarriage is asked for a date of birth, nor the other way round. */
function nameOf({ say, session }: App, { pointer }: Input): string {
  const date =
    pointer === '/delivery/date' && `page.date_of.${String(at(session.told, '/delivery/outcome'))}`;
  return date && say.has(`${date}.label`) ? date : `input.${pointer}`;
}

/** Its label where nothing beside it says of whom it asks. */
export function labelOf(app: App, input: Input, pointer: string): string {
  const name = nameOf(app, input);
  return name.startsWith('input') ? question(app.say, pointer) : app.say(`${name}.label`);
}

/** The key of what is said of it: more than the core can, which knows nothing of fields and of what is asked elsewhere. */
function faultKey(pointer: string, { code, args }: InputError): string {
  // Only what is typed can be of the wrong type, or no date.
  if (code === 'wrong_type' || code === 'invalid_date') return `page.question.${inputAt(pointer)?.kind}`;
  const isUnborn = code === 'contradiction' && args?.with === '/as_of' && pointer.startsWith('/children');
  return isUnborn ? 'page.question.unborn' : `error.${code}`;
}

export function faultText({ say }: App, pointer: string, error: InputError): string {
  const { with: other, ...args } = error.args ?? {};
  const named = other === undefined ? args : { ...args, with: question(say, String(other)) };
  return say(faultKey(pointer, error), named);
}

/** The error beside its field. */
function fault(app: App, pointer: string, id: string): TemplateResult | typeof nothing {
  const error = app.session.faultAt(pointer);
  return error ? html`<p class="fault" id="${id}-error">${faultText(app, pointer, error)}</p>` : nothing;
}

/** What the question of a pointer, with its answer, is drawn from. */
export function basisOf(app: App, pointer: string): unknown[] {
  const input = inputAt(pointer);
  if (!input) return [];
  const { say, session } = app;
  const value = at(session.told, pointer);
  const error = session.faultAt(pointer);
  return [
    say,
    // With it come fields, and the words that the first question may lack.
    app.later,
    Array.isArray(value) ? value.length : value,
    session.isTold(pointer),
    session.texts.get(pointer),
    session.isGoingOn(pointer),
    session.openQuestions.includes(pointer),
    error && JSON.stringify(error),
    input.kind === 'date' && session.result.policy.as_of,
    nameOf(app, input),
  ];
}

/** A question with its answer. A keystroke changes few of them: the others are not even compared. */
export function control(app: App, pointer: string, prominent = false): unknown {
  const input = inputAt(pointer);
  if (!input) return nothing;
  return guard([prominent, ...basisOf(app, pointer)], () => drawn(app, input, pointer, prominent));
}

/** Below the field: its help, folded, and a button that takes the answer back. */
function foot(
  app: App,
  { required }: Input,
  pointer: string,
  help: string | undefined,
  label: string,
): TemplateResult {
  const { say } = app;
  return html`<div class="foot">
    ${
      help
        ? html`<details class="help">
            <summary>${say('page.help')}</summary>
            <p>${help}</p>
          </details>`
        : nothing
    }
    ${
      app.session.isTold(pointer) && !required
        ? html`<button
            type="button"
            class="quiet"
            aria-label=${say('page.untell.of', { label })}
            @click=${() => app.clear(pointer)}
          >
            ${say('page.untell')}
          </button>`
        : nothing
    }
  </div>`;
}

const buttons = (app: App, input: Input, pointer: string): TemplateResult =>
  html`<div class="chips">
    ${chips(app, input, pointer).map(
      (chip) =>
        html`<button type="button" class="chip" aria-pressed=${chip.chosen} @click=${chip.choose}>
          ${chip.label}
        </button>`,
    )}
  </div>`;

function drawn(app: App, input: Input, pointer: string, prominent: boolean): TemplateResult {
  const { say, session } = app;
  const id = idOf(pointer);
  const name = nameOf(app, input);
  const help = say.has(`${name}.help`) ? say(`${name}.help`) : undefined;
  const helpId = prominent && help ? `${id}-help` : undefined;
  const about = [helpId, session.faultAt(pointer) && `${id}-error`].filter(Boolean).join(' ');
  const asked = session.openQuestions.includes(pointer) && !session.isTold(pointer);
  const label = prominent ? labelOf(app, input, pointer) : say(`${name}.label`);
  const chosen = isChosen(input);
  return html`<div
    class="field ${asked ? 'asked' : ''}"
    role=${chosen ? 'group' : nothing}
    aria-labelledby=${chosen ? `${id}-label` : nothing}
    aria-describedby=${(chosen && about) || nothing}
    data-pointer=${pointer}
  >
    ${
      chosen
        ? html`<span class="label" id="${id}-label" tabindex=${prominent ? '-1' : nothing}>${label}</span>`
        : html`<label class="label" for=${id}>${label}</label>`
    }
    ${helpId ? html`<p class="help" id=${helpId}>${help}</p>` : nothing}
    ${chosen ? buttons(app, input, pointer) : app.later?.typed(app, input, pointer, id, helpId)}
    ${fault(app, pointer, id)} ${foot(app, input, pointer, prominent ? undefined : help, label)}
  </div>`;
}

export function entryHead(app: App, pointer: string): TemplateResult {
  const name = who(app.say, pointer);
  return html`<h3 class="entry-head">
    ${name}
    <button
      type="button"
      class="quiet"
      aria-label=${app.say('page.remove.of', { who: name })}
      @click=${() => app.removeEntry(pointer)}
    >
      ${app.say('page.remove')}
    </button>
  </h3>`;
}
