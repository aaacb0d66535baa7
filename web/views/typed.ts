// What is typed into a question: a date or a sum of money, with the doubts about it. Follows the first answer, which asks
// nothing of the kind.
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { App } from '../app/app';
import { inputAt, type Input } from '../session/inputs';
import { at, type Json } from '../session/json';
import { dayNumber, isDay } from '../words/format';
import { icon } from './icons';

const ascii = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).trim();

/** 20240301, 2024.3.1 and 2024年3月1日 are 2024-03-01; anything else goes to the core as it is, for it to judge. */
function readDate(typed: string): string {
  const text = ascii(typed);
  const [, year, month = '', day = ''] =
    /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const UNITS =
  /^([\u00a5\uffe5]|rmb|cny)|(\u5143|\u5757\u94b1?|\u5706|\uc704\uc548|yuan|rmb|cny)?(\/\u6708|\/\uc6d4|\/month)?$/gi;

/**
 * 6,000, ¥6000 and 6000元 are 6000. A comma or a blank that does not part thousands may stand for a decimal point: that,
 * and whatever else is no number, goes to the core as text, for it to judge.
 */
function readNumber(typed: string): number | string {
  const text = ascii(typed).replace(UNITS, '').trim();
  const plain = /^\d{1,3}([,\s]\d{3})+(\.\d*)?$/.test(text) ? text.replace(/[,\s]/g, '') : text;
  return /^-?\d+(\.\d*)?$/.test(plain) ? Number(plain) : text;
}

const YEAR = 365.25;
/** By the start of a pointer, how many days before and after the day of the answer such a day usually is. */
const LIKELY: readonly (readonly [start: string, least: number, most: number])[] = [
  ['/delivery', -20 * YEAR, 300],
  ['/children', -20 * YEAR, 0],
  ['/elders', -120 * YEAR, -40 * YEAR],
];

/** From about this age on a child goes to kindergarten; where it does, only the other children are asked about. */
const GROWN = 3 * YEAR;

const isGrown = ({ session }: App, pointer: string): boolean => {
  const { date, outcome, babies } = (session.accepted.delivery ?? {}) as { [name: string]: Json | undefined };
  const others = at(session.accepted, '/children');
  const all = Number(babies ?? 1) + (Array.isArray(others) ? others.length : 0);
  return (
    pointer === '/delivery/date' &&
    all <= (inputAt('/children')?.most ?? 0) &&
    outcome === 'birth' &&
    typeof date === 'string' &&
    dayNumber(session.result.policy.as_of) - dayNumber(date) > GROWN
  );
};

/** With a year mistyped a day is still a day: it counts, but is asked about. */
function isDoubtful({ session }: App, pointer: string): boolean {
  const value = at(session.told, pointer);
  const likely = LIKELY.find(([start]) => pointer.startsWith(start));
  if (!likely || typeof value !== 'string' || !isDay(value)) return false;
  const ahead = dayNumber(value) - dayNumber(session.result.policy.as_of);
  return ahead < likely[1] || ahead > likely[2];
}

/** The code of a key that the input method took. Safari has only this to mark the Enter that ends a word. */
const TO_INPUT_METHOD = 229;
const isEnter = ({ key, isComposing, keyCode }: KeyboardEvent): boolean =>
  key === 'Enter' && !isComposing && keyCode !== TO_INPUT_METHOD;

/** A calendar to choose from, beside the field. */
const picker = (app: App, pointer: string, value: Json | undefined): TemplateResult =>
  html`<span class="picker"
    >${icon('calendar')}<input
      type="date"
      tabindex="-1"
      aria-label=${app.say('page.date.pick')}
      .value=${live(typeof value === 'string' && isDay(value) ? value : '')}
      @input=${(event: Event) => {
        const picked = (event.target as HTMLInputElement).value;
        if (picked) app.tell(pointer, picked);
      }}
  /></span>`;

const doubt = ({ say }: App, id: string, value: Json | undefined): TemplateResult =>
  html`<p class="doubt" id=${id}>${say('page.question.unlikely', { date: String(value) })}</p>`;

const grownUp = (app: App, id: string): TemplateResult =>
  html`<p class="doubt" id=${id}>
    ${app.say('page.question.grown')}
    <button type="button" class="link" @click=${() => app.moveBirth()}>
      ${app.say('page.question.grown.move')}
    </button>
  </p>`;

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
      : app.tell(pointer, kind === 'date' ? readDate(raw) : readNumber(raw), raw);
  const error = session.errorAt(pointer);
  const doubtful = !error && kind === 'date' && isDoubtful(app, pointer);
  const grown = !doubtful && isGrown(app, pointer);
  const about = [help, error && `${id}-error`, (doubtful || grown) && `${id}-doubt`];
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
        @change=${() => session.texts.has(pointer) && !session.isTold(pointer) && app.untell(pointer)}
        @keydown=${(event: KeyboardEvent) => isEnter(event) && session.asking === pointer && app.next()}
      />
      ${kind === 'money' ? html`<span>${say('page.unit.yuan')}</span>` : nothing}
      ${kind === 'date' ? picker(app, pointer, value) : nothing}
    </div>
    ${doubtful ? doubt(app, `${id}-doubt`, value) : nothing} ${grown ? grownUp(app, `${id}-doubt`) : nothing}`;
}
