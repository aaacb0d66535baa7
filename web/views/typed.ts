// What is typed into a question: a date or a sum of money, with the doubts about it. Follows the first answer, which asks
// nothing of the kind.
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { App } from '../app/app';
import type { Input } from '../session/inputs';
import { at, type Json } from '../session/json';
import { isPlain, readCount, readDate, readNumber } from '../session/reading';
import { ascii, expectation, isDoubtful, isGrown } from '../session/writing';
import { isDay } from '../words/format';
import { icon } from './icons';

/** The code of a key that the input method took. Safari has only this to mark the Enter that ends a word. */
const TO_INPUT_METHOD = 229;
const isEnter = ({ key, isComposing, keyCode }: KeyboardEvent): boolean =>
  key === 'Enter' && !isComposing && keyCode !== TO_INPUT_METHOD;

/** A calendar to choose from, beside the field. It is given the day as it opens: at every keystroke, that would take as long as the answer. */
function picker(app: App, pointer: string, value: Json | undefined): TemplateResult {
  const day = typeof value === 'string' && isDay(value) ? value : '';
  const open = ({ target }: Event): void => {
    (target as HTMLInputElement).value = day;
  };
  return html`<span class="picker"
    >${icon('calendar')}<input
      type="date"
      tabindex="-1"
      aria-label=${app.say('page.date.pick')}
      @pointerdown=${open}
      @focus=${open}
      @input=${(event: Event) => {
        const picked = (event.target as HTMLInputElement).value;
        if (picked) app.tell(pointer, picked, picked);
      }}
  /></span>`;
}

function doubt({ say }: App, id: string, value: Json | undefined): TemplateResult {
  const text =
    typeof value === 'number'
      ? say('page.question.unlikely.wage', { yuan: value })
      : say('page.question.unlikely', { date: String(value) });
  return html`<p class="doubt" id=${id}>${text}</p>`;
}

/** What was read, where it was written as it is said: 1万2 or 24年3月1日. */
function read({ say }: App, id: string, value: Json): TemplateResult {
  const text = typeof value === 'number' ? say.money(value) : say.date(String(value));
  return html`<p class="help" id=${id}>${say('page.question.read', { value: text })}</p>`;
}

export const grownUp = (app: App, id: string): TemplateResult =>
  html`<p class="doubt" id=${id}>
    ${app.say(expectation(app.session) === 'again' ? 'page.question.again' : 'page.question.grown')}
    <button type="button" class="link" @click=${() => app.moveBirth()}>
      ${app.say('page.question.grown.move')}
    </button>
  </p>`;

const READERS = { date: readDate, money: readNumber, count: readCount } as const;

/**
 * The field of a question that is answered in writing; its label is for `id`.
 * @param help the id of what explains it, where that stands beside it
 */
export function typed(app: App, { kind }: Input, pointer: string, id: string, help?: string): TemplateResult {
  const { say, session } = app;
  const value = at(session.told, pointer);
  const text = session.texts.get(pointer) ?? (value === undefined ? '' : String(value));
  const take = (raw: string): void =>
    ascii(raw) === ''
      ? app.untell(pointer, raw)
      : app.tell(pointer, READERS[kind as keyof typeof READERS](raw), raw);
  const error = session.faultAt(pointer);
  // Whoever writes 5500 passes 5 on the way.
  const isBeginning = kind === 'money' && session.isGoingOn(pointer);
  const doubtful = !session.errorAt(pointer) && !isBeginning && isDoubtful(session, pointer);
  const grown = !doubtful && isGrown(session, pointer);
  // A doubt repeats it too.
  const isRead =
    kind !== 'count' && value !== undefined && !doubtful && !session.errorAt(pointer) && !isPlain(text);
  const about = [help, error && `${id}-error`, isRead && `${id}-read`, (doubtful || grown) && `${id}-doubt`];
  return html`<div class="entry">
      <input
        id=${id}
        type="text"
        inputmode=${kind === 'money' ? 'decimal' : 'numeric'}
        autocomplete="off"
        spellcheck="false"
        placeholder=${kind === 'date' ? say('page.date.form') : nothing}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${about.filter(Boolean).join(' ') || nothing}
        .value=${live(text)}
        @input=${(event: Event) => take((event.target as HTMLInputElement).value)}
        @change=${() => app.finish(pointer)}
        @keydown=${(event: KeyboardEvent) => isEnter(event) && app.session.asking === pointer && app.next()}
      />
      ${kind === 'money' ? html`<span>${say('page.unit.yuan')}</span>` : nothing}
      ${kind === 'date' ? picker(app, pointer, value) : nothing}
    </div>
    ${isRead ? read(app, `${id}-read`, value) : nothing}
    ${doubtful ? doubt(app, `${id}-doubt`, value) : nothing} ${grown ? grownUp(app, `${id}-doubt`) : nothing}`;
}
