// The questions: one at a time in the order the core asks, the answers given, and on request everything at once.
import { html, nothing, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import type { App, Fold } from '../app/app';
import type { Piece } from '../app/drawing';
import { basisOf, control, entryHead, isChosen } from './controls';
import { few } from './few';
import { inputAt, INPUTS } from '../session/inputs';
import { at } from '../session/json';
import { isInstitutionAlone } from '../session/scope';

/** Benefits that are named with the question they wait for. */
const MOST_SETTLED = 4;

interface Group {
  name: string;
  pattern: RegExp;
  /** Inputs by pointer: those there is one of, and those of every entry of the list, with N for its number. */
  own: readonly string[];
  ofEntry: readonly string[];
  /** The list, if it has one. */
  list: string | undefined;
  /** All of them by the number of entries, spelled out once: every keystroke goes through them. */
  spelled: (readonly string[])[];
}

const group = (name: string, pattern: RegExp): Group => {
  const pointers = INPUTS.map(({ pointer }) => pointer).filter((pointer) => pattern.test(pointer));
  const ofEntry = pointers.filter((pointer) => pointer.includes('/N/'));
  return {
    name,
    pattern,
    own: pointers.filter((pointer) => !pointer.includes('/N/')),
    ofEntry,
    list: ofEntry[0]?.split('/N/')[0],
    spelled: [],
  };
};

/** Only where a question stands on the page; whether it is asked is the core's to say. */
const GROUPS: readonly Group[] = [
  group('birth', /^\/(lawful_birth|planning_pregnancy|pregnant|delivery)/),
  group('mother', /^\/mother/),
  group('father', /^\/father/),
  group('children', /^\/children/),
  group('elders', /^\/elders/),
  group('household', /^\/household/),
];

/** The inputs of a group, with every entry of a list spelled out. */
function pointersOf(app: App, { own, ofEntry, list, spelled }: Group): readonly string[] {
  const entries = list === undefined ? undefined : at(app.session.told, list);
  const count = Array.isArray(entries) ? entries.length : 0;
  const each = (): string[][] =>
    Array.from({ length: count }, (_, index) =>
      ofEntry.map((pointer) => pointer.replace('/N/', `/${index}/`)),
    );
  return (spelled[count] ??= [...own, ...each().flat()]);
}

/** Most keystrokes change one group: the others are not even compared, field by field. */
function fieldset(app: App, name: string, pointers: readonly string[]): unknown {
  if (pointers.length === 0) return nothing;
  const entryOf = (pointer = ''): string | undefined => /^\/\w+\/\d+/.exec(pointer)?.[0];
  return guard(
    [pointers.join(), ...pointers.flatMap((pointer) => basisOf(app, pointer))],
    () =>
      html`<fieldset class="group">
        <legend>${app.say(`page.group.${name}`)}</legend>
        ${repeat(
          pointers,
          (pointer) => pointer,
          (pointer, index) => {
            const entry = entryOf(pointer);
            const isNext = entry !== entryOf(pointers[index - 1]);
            return html`${entry && isNext ? entryHead(app, entry) : nothing}${control(app, pointer)}`;
          },
        )}
      </fieldset>`,
  );
}

/** The benefits whose verdict waits for this question. */
function settles(app: App, pointer: string): TemplateResult | typeof nothing {
  const waiting = app.session.result.benefits.filter((benefit) => benefit.missing?.includes(pointer));
  if (waiting.length === 0) return nothing;
  const ids = [...new Set(waiting.map(({ id }) => id))];
  const titles = few(app.say, ids, MOST_SETTLED, (id) => app.say(`benefit.${id}.title`));
  return html`<div class="settles">
    ${app.say('page.ask.settles')}
    <ul class="inline">
      ${titles.map((title) => html`<li>${title}</li>`)}
    </ul>
  </div>`;
}

/** Opens what stands below all questions about a family. */
function toInstitutions({ currentTarget }: Event): void {
  const part = (currentTarget as Element).closest('.questions')?.querySelector('details.institutions');
  part?.setAttribute('open', '');
  part?.querySelector('summary')?.focus();
}

/** The parts of a family with a question left, but for the part of the one that is asked: each a way to begin. */
const starts = (app: App, asked = ''): TemplateResult[] =>
  GROUPS.flatMap(({ name, pattern }) => {
    const { openQuestions } = app.session;
    const first = openQuestions.find((each) => pattern.test(each) && !app.session.isInHand(each));
    return first === undefined || pattern.test(asked)
      ? []
      : [
          html`<button type="button" class="chip" @click=${() => app.ask(first)}>
            ${app.say(`page.group.${name}`)}
          </button>`,
        ];
  });

/** Whoever wants to know about one thing begins with it; the core's order goes on from there. */
function beginnings(app: App, asked: string): TemplateResult | typeof nothing {
  const { say } = app;
  const ways = starts(app, asked);
  if (app.institutions.length > 0 && !('institution' in app.session.told))
    ways.push(
      html`<button type="button" class="chip" @click=${toInstitutions}>
        ${say('page.group.institution')}
      </button>`,
    );
  if (ways.length === 0) return nothing;
  return html`<div class="beginnings" role="group" aria-labelledby="beginnings-title">
    <p class="help" id="beginnings-title">${say('page.ask.begin')}</p>
    <div class="chips">${ways}</div>
  </div>`;
}

/** What is on the table; or, once nothing is left to ask, what that means. */
function table(app: App): unknown {
  const { say, session } = app;
  const pointer = session.asking;
  if (pointer === undefined) return app.later?.done(app) ?? nothing;
  if (isInstitutionAlone(app) && !session.hasTopic && !pointer.startsWith('/institution'))
    return app.later?.institutionTable(app, starts(app)) ?? nothing;
  const open = session.left.filter((each) => each !== pointer).length;
  // A blank that follows a mark of lit-html alone would not be heard: the two would be run together.
  const next = say('page.ask.next');
  return html`<h3 id="ask-title" class="eyebrow">
      ${open > 0 ? html`${next} <small>${say('page.ask.open', { count: open })}</small>` : next}
    </h3>
    ${repeat(
      [pointer],
      (asked) => asked,
      (asked) => control(app, asked, true),
    )}
    <p class="actions">
      ${
        session.isTold(pointer)
          ? html`<button type="button" class="primary" @click=${() => app.next()}>
              ${say('page.ask.continue')}
            </button>`
          : html`<button type="button" class="quiet" @click=${() => app.skip()}>
              ${say('page.ask.skip')}
            </button>`
      }
    </p>
    ${settles(app, pointer)} ${outcomes(app, pointer)} ${beginnings(app, pointer)}`;
}

/** Closed until it is asked for, or something is told of one. */
function institutions(app: App): TemplateResult | typeof nothing {
  if (app.institutions.length === 0) return nothing;
  const open = app.institutions.some((pointer) => at(app.session.told, pointer) !== undefined);
  return html`<details class="group institutions" ?open=${open}>
    <summary>${app.say('page.group.institution')}</summary>
    ${app.later?.institutions(app)}
  </details>`;
}

/**
 * Drawn only while it is open: a date field alone takes a slow phone 0.1 s, and answers are many.
 * @param faulty an answer in it is not counted, which nobody may overlook
 */
function folding(
  app: App,
  name: Fold,
  title: string,
  content: () => unknown,
  faulty = false,
): TemplateResult {
  const open = faulty || app.unfolded.has(name);
  return html`<details
    class=${name}
    ?open=${open}
    @toggle=${(event: Event) => app.fold(name, (event.target as HTMLDetailsElement).open)}
  >
    <summary>${title}</summary>
    ${open ? content() : nothing}
  </details>`;
}

export const outcomesFold = (pointer: string): Fold => `outcomes ${pointer}`;

/**
 * What each answer would give, for whoever is unsure; outcomes.ts fills it. Another question has an element of its own:
 * what the last one's answers give must not stand there, not even for a moment.
 */
function outcomes(app: App, pointer: string): unknown {
  const input = inputAt(pointer);
  if (!input || !isChosen(input)) return nothing;
  return repeat(
    [outcomesFold(pointer)],
    (fold) => fold,
    (fold) => folding(app, fold, app.say('page.outcomes.title'), () => html`<div></div>`),
  );
}

function modes(app: App): TemplateResult {
  const { say, showAll } = app;
  return html`<div class="modes" role="group" aria-label=${say('page.questions.mode')}>
    <button type="button" aria-pressed=${!showAll} @click=${() => showAll && app.toggleAll()}>
      ${say('page.questions.guided')}
    </button>
    <button type="button" aria-pressed=${showAll} @click=${() => !showAll && app.toggleAll()}>
      ${say('page.questions.all')}
    </button>
  </div>`;
}

/** All questions; or, one at a time, those already answered, which can be folded. */
function answers(app: App): unknown {
  const { say, session, showAll } = app;
  // About some benefits alone, all questions are those that can still change something.
  const matters = (pointer: string): boolean => app.scope === '' || session.openQuestions.includes(pointer);
  const shown = (pointer: string): boolean =>
    showAll
      ? session.isTold(pointer) || matters(pointer)
      : session.isInHand(pointer) && pointer !== session.asking;
  const groups = GROUPS.map((each) => ({ name: each.name, pointers: pointersOf(app, each).filter(shown) }));
  const drawn = (): unknown => groups.map(({ name, pointers }) => fieldset(app, name, pointers));
  if (showAll) return drawn();
  const pointers = groups.flatMap((each) => each.pointers);
  if (pointers.length === 0) return nothing;
  const title = say('page.questions.told', { count: pointers.length });
  const isFaulty = pointers.some((pointer) => session.errorAt(pointer));
  return folding(app, 'told', title, drawn, isFaulty);
}

/** The question on the table is drawn by itself: out of sight, it need not follow what is written in another field. */
export function questionPieces(app: App, root: ParentNode): Piece[] {
  const place = root.querySelector('.ask');
  if (!place) return [];
  const view = (): unknown => table(app);
  const within = (): Piece[] => app.later?.outcomePieces(app, place) ?? [];
  return [{ place, view, within, isUrgent: () => !app.session.isWritingElsewhere }];
}

export function questions(app: App): TemplateResult {
  const { say, session } = app;
  return html`<section class="questions" aria-labelledby="questions-title">
    <h2 id="questions-title">${say('page.questions.title')}</h2>
    ${modes(app)} ${app.showAll ? nothing : html`<section class="ask" aria-labelledby="ask-title"></section>`}
    ${app.later?.keeping(app)} ${answers(app)} ${institutions(app)}
    ${folding(
      app,
      'day',
      say('page.questions.day', { as_of: session.result.policy.as_of }),
      () => control(app, '/as_of'),
      session.errors.has('/as_of'),
    )}
  </section>`;
}
