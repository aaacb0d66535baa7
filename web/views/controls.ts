// One input -> one control. Which control is read from the schema; what it is called, from the words.
import { html, nothing, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { live } from 'lit-html/directives/live.js';
import type { App } from '../app/app';
import { dayNumber, isDay } from '../words/format';
import { icon } from './icons';
import { general, inputAt, type Input } from '../session/inputs';
import { at, type Json } from '../session/json';
import { question, who } from '../words/naming';

/** More answers than this are typed, not chosen. */
const MOST_CHIPS = 13;

const idOf = (pointer: string): string => `ask${pointer.replace(/\//g, '-')}`;

const ascii = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).trim();

/** 20240301, 2024.3.1 and 2024年3月1日 are 2024-03-01; anything else goes to the core as it is, for it to judge. */
export function readDate(typed: string): string {
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
export function readNumber(typed: string): number | string {
  const text = ascii(typed).replace(UNITS, '').trim();
  const plain = /^\d{1,3}([,\s]\d{3})+(\.\d*)?$/.test(text) ? text.replace(/[,\s]/g, '') : text;
  return /^-?\d+(\.\d*)?$/.test(plain) ? Number(plain) : text;
}

interface Chip {
  label: string;
  chosen: boolean;
  choose: () => void;
}

function chips(app: App, input: Input, pointer: string): Chip[] {
  const { say, session } = app;
  const value = at(session.told, pointer);
  const name = `input.${general(pointer)}`;
  const chip = (label: string, told: Json): Chip => ({
    label,
    chosen: value === told,
    choose: () => app.settle(pointer, told),
  });
  const span = Array.from(
    { length: (input.most ?? 0) - (input.least ?? 0) + 1 },
    (_, n) => (input.least ?? 0) + n,
  );
  const none = input.none;
  return [
    ...(input.kind === 'truth' ? [chip(say('input.yes'), true), chip(say('input.no'), false)] : []),
    ...(input.options ?? []).map((option) => chip(say(`${name}.option.${option}`), option)),
    ...(input.kind === 'count' ? span.map((n) => chip(say.number(n), n)) : []),
    ...(input.kind === 'list'
      ? span.map((n) => ({
          label: n === 0 ? say('input.none') : say.number(n),
          chosen: Array.isArray(value) && value.length === n,
          choose: () => app.settleCount(pointer, n),
        }))
      : []),
    ...(none === undefined
      ? []
      : [
          {
            label: say(`page.none.${none}`),
            chosen: at(session.told, none) === null,
            choose: () => app.settle(none, null),
          },
        ]),
  ];
}

const isChosen = ({ kind, least = 0, most = Infinity }: Input): boolean =>
  kind === 'truth' || kind === 'choice' || kind === 'list' || (kind === 'count' && most - least < MOST_CHIPS);

const YEAR = 365.25;
/** By the start of a pointer, how many days before and after the day of the answer such a day usually is. */
const LIKELY: readonly (readonly [start: string, least: number, most: number])[] = [
  ['/delivery', -20 * YEAR, 300],
  ['/children', -20 * YEAR, 0],
  ['/elders', -120 * YEAR, -40 * YEAR],
];

/** From about this age on a child goes to kindergarten; where it does, only the other children are asked about. */
const GROWN = 3 * YEAR;

const isGrown = ({ say, session }: App, pointer: string): boolean => {
  const { date, outcome } = (session.accepted.delivery ?? {}) as { date?: Json; outcome?: Json };
  return (
    pointer === '/delivery/date' &&
    outcome === 'birth' &&
    typeof date === 'string' &&
    dayNumber(session.result.policy.as_of) - dayNumber(date) > GROWN &&
    say.has('page.question.grown')
  );
};

/** With a year mistyped a day is still a day: it counts, but is asked about. */
function isDoubtful({ say, session }: App, pointer: string): boolean {
  const value = at(session.told, pointer);
  const likely = LIKELY.find(([start]) => pointer.startsWith(start));
  if (!likely || typeof value !== 'string' || !isDay(value) || !say.has('page.question.unlikely'))
    return false;
  const ahead = dayNumber(value) - dayNumber(session.result.policy.as_of);
  return ahead < likely[1] || ahead > likely[2];
}

function typed(app: App, { kind }: Input, pointer: string, id: string): TemplateResult {
  const { say, session } = app;
  const value = at(session.told, pointer);
  const text = session.texts.get(pointer) ?? (value === undefined ? '' : String(value));
  const take = (raw: string): void =>
    ascii(raw) === ''
      ? app.untell(pointer, raw)
      : app.tell(pointer, kind === 'date' ? readDate(raw) : readNumber(raw), raw);
  const error = session.errorAt(pointer);
  const doubtful = !error && kind === 'date' && isDoubtful(app, pointer);
  return html`<div class="entry">
      <input
        id=${id}
        type="text"
        inputmode=${kind === 'money' ? 'decimal' : 'numeric'}
        autocomplete="off"
        spellcheck="false"
        placeholder=${kind === 'date' ? say('page.date.form') : nothing}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? `${id}-error` : doubtful ? `${id}-doubt` : nothing}
        .value=${live(text)}
        @input=${(event: Event) => take((event.target as HTMLInputElement).value)}
        @change=${() => session.texts.has(pointer) && !session.isTold(pointer) && app.untell(pointer)}
        @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && !event.isComposing && session.asking === pointer && app.next()}
      />
      ${kind === 'money' ? html`<span>${say('page.unit.yuan')}</span>` : nothing}
      ${
        kind === 'date'
          ? html`<span class="picker"
              >${icon('calendar')}<input
                type="date"
                tabindex="-1"
                aria-label=${say('page.date.pick')}
                .value=${live(typeof value === 'string' && isDay(value) ? value : '')}
                @input=${(event: Event) => {
                  const picked = (event.target as HTMLInputElement).value;
                  if (picked) app.tell(pointer, picked);
                }}
            /></span>`
          : nothing
      }
    </div>
    ${doubtful ? html`<p class="doubt" id="${id}-doubt">${say('page.question.unlikely', { date: String(value) })}</p>` : nothing}
    ${
      !doubtful && isGrown(app, pointer)
        ? html`<p class="doubt">
            ${say('page.question.grown')}
            <button type="button" class="link" @click=${() => app.moveBirth()}>
              ${say('page.question.grown.move')}
            </button>
          </p>`
        : nothing
    }`;
}

/** The key of its words. Nobody who told of a miscarriage is asked for a date of birth, nor the other way round. */
function nameOf({ say, session }: App, pointer: string): string {
  const date = `page.date_of.${String(at(session.told, '/delivery/outcome'))}`;
  return pointer === '/delivery/date' && say.has(`${date}.label`) ? date : `input.${general(pointer)}`;
}

/** The error beside its field; while the field is being typed in, the style sheet keeps it quiet. */
function fault(app: App, pointer: string, id: string): TemplateResult | typeof nothing {
  const error = app.session.errorAt(pointer);
  if (!error) return nothing;
  const { with: other, ...args } = error.args ?? {};
  const named = other === undefined ? args : { ...args, with: question(app.say, String(other)) };
  const example = inputAt(pointer)?.kind === 'money' && error.code === 'wrong_type';
  const key = example ? 'page.question.money' : `error.${error.code}`;
  return html`<p class="fault" id="${id}-error">${app.say(key, named)}</p>`;
}

/** A question with its answer. A keystroke changes few of them: the others are not even compared. */
export function control(app: App, pointer: string, prominent = false): unknown {
  const input = inputAt(pointer);
  if (!input) return nothing;
  const { say, session } = app;
  const value = at(session.told, pointer);
  const error = session.errorAt(pointer);
  const drawnFrom = [
    say,
    // With it come the words that the first question may lack.
    app.later,
    prominent,
    Array.isArray(value) ? value.length : value,
    session.isTold(pointer),
    session.texts.get(pointer),
    session.openQuestions.includes(pointer),
    error && JSON.stringify(error),
    input.kind === 'date' && session.result.policy.as_of,
    nameOf(app, pointer),
  ];
  return guard(drawnFrom, () => drawn(app, input, pointer, prominent));
}

function drawn(app: App, input: Input, pointer: string, prominent: boolean): TemplateResult {
  const { say, session } = app;
  const id = idOf(pointer);
  const name = nameOf(app, pointer);
  const help = `${name}.help`;
  const asked = session.openQuestions.includes(pointer) && !session.isTold(pointer);
  const label = prominent && name.startsWith('input') ? question(say, pointer) : say(`${name}.label`);
  const chosen = isChosen(input);
  return html`<div
    class="field ${asked ? 'asked' : ''}"
    role=${chosen ? 'group' : nothing}
    aria-labelledby=${chosen ? `${id}-label` : nothing}
    aria-describedby=${chosen && session.errorAt(pointer) ? `${id}-error` : nothing}
    data-pointer=${pointer}
  >
    ${
      chosen
        ? html`<span class="label" id="${id}-label" tabindex=${prominent ? '-1' : nothing}>${label}</span>`
        : html`<label class="label" for=${id}>${label}</label>`
    }
    ${prominent && say.has(help) ? html`<p class="help">${say(help)}</p>` : nothing}
    ${
      chosen
        ? html`<div class="chips">
            ${chips(app, input, pointer).map(
              (chip) =>
                html`<button type="button" class="chip" aria-pressed=${chip.chosen} @click=${chip.choose}>
                  ${chip.label}
                </button>`,
            )}
          </div>`
        : typed(app, input, pointer, id)
    }
    ${fault(app, pointer, id)}
    <div class="foot">
      ${
        !prominent && say.has(help)
          ? html`<details class="help">
              <summary>${say('page.help')}</summary>
              <p>${say(help)}</p>
            </details>`
          : nothing
      }
      ${
        session.isTold(pointer) && !input.required
          ? html`<button
              type="button"
              class="quiet"
              aria-label=${say('page.untell.of', { label })}
              @click=${() => app.untell(pointer)}
            >
              ${say('page.untell')}
            </button>`
          : nothing
      }
    </div>
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
