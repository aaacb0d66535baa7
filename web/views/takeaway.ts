// What the reader takes along: link, print sheet, calendar, document; and what this browser keeps.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App, Notice } from '../app/app';
import { isLeave, isSure } from '../session/benefits';
import { isLocalFile } from '../session/memory';
import { expectation } from '../session/writing';
import { calendarFile } from '../take-along/calendar';
import { fragment } from '../take-along/link';
import { eventTitle } from '../words/events';

const box = (label: string, checked: boolean, change: (on: boolean) => void): TemplateResult =>
  html`<label class="box"
    ><input
      type="checkbox"
      .checked=${checked}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />
    <span>${label}</span></label
  >`;

function save(name: string, type: string, text: string): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}

/** The address of our page that carries the answers. */
const link = ({ place, say, session, sharesWages }: App): string =>
  place.address(say.lang) + fragment(session.accepted, sharesWages);

function copyLink(app: App): void {
  const shown = (): void => app.notify('not_copied');
  // Without a secure context there is no clipboard; the address is shown for copying by hand in either case.
  if (!('clipboard' in navigator)) return shown();
  navigator.clipboard.writeText(link(app)).then(() => app.notify('copied'), shown);
}

function saveDocument({ session: { accepted, result } }: App): void {
  save(
    'birth-benefits.json',
    'application/json',
    `${JSON.stringify({ situation: accepted, result }, null, 2)}\n`,
  );
}

function saveCalendar({ session, say, whole }: App): void {
  const basis = expectation(session);
  session.evaluateReadings();
  const text = calendarFile(
    session.result,
    say,
    whole.file(),
    (benefit) => session.othersOf(benefit),
    basis && say(`page.results.${basis}`),
  );
  save('birth-benefits.ics', 'text/calendar', text);
}

/** What is no part of the calendar although it is to come: whoever plans by the file alone would miss it. */
function undated({ say, session }: App): TemplateResult | typeof nothing {
  const { benefits, timeline } = session.result;
  const open = benefits.filter(
    (benefit) => isLeave(benefit) && !benefit.period && (benefit.status === 'entitled' || isSure(benefit)),
  );
  if (timeline.length === 0 || open.length === 0) return nothing;
  return html`<p class="help">
    ${say('page.take.undated')}
    <span class="inline">${open.map((benefit) => html`<span>${eventTitle(say, benefit)}</span>`)}</span>
  </p>`;
}

/** A browser inside another app may neither print nor save, and tells nobody: the reader is told what works there too. */
const orElse =
  (take: (app: App) => void, notice: Notice) =>
  (app: App): void => {
    take(app);
    app.notify(notice);
  };

const WAYS = {
  print: orElse(() => print(), 'taken'),
  calendar: orElse(saveCalendar, 'saved_calendar'),
  document: orElse(saveDocument, 'saved_document'),
  link: copyLink,
} as const;

const OUTCOMES: readonly Notice[] = ['copied', 'not_copied', 'taken', 'saved_calendar', 'saved_document'];

/** What has come of it, with the address where that is to be copied by hand. */
function outcome(app: App): TemplateResult | typeof nothing {
  const { say, notice } = app;
  if (!notice || !OUTCOMES.includes(notice)) return nothing;
  return html`<p class="notice">
    ${say(`page.notice.${notice}`)}
    ${
      notice === 'copied' || notice === 'not_copied'
        ? html`<input
            class="address"
            type="text"
            readonly
            aria-label=${say('page.take.address')}
            .value=${link(app)}
            @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
          />`
        : nothing
    }
  </p>`;
}

/** Beside the answers, where whoever has just given some can wish to find them again. */
export function keeping(app: App): TemplateResult | typeof nothing {
  const { say, notice } = app;
  if (isLocalFile()) return nothing;
  return html`${box(say('page.keep'), app.keepsAnswers, (on) => app.keepAnswers(on))}
  ${
    notice === 'remembered' || notice === 'not_remembered'
      ? html`<p class="notice">${say(`page.notice.${notice}`)}</p>`
      : nothing
  }`;
}

export function takeaway(app: App): TemplateResult {
  const { say } = app;
  const button = (what: keyof typeof WAYS): TemplateResult =>
    html`<button
      type="button"
      ?disabled=${what === 'calendar' && app.session.result.timeline.length === 0}
      @click=${() => WAYS[what](app)}
    >
      ${say(`page.take.${what}`)}
    </button>`;
  return html`<section class="takeaway" aria-labelledby="takeaway-title">
    <h2 id="takeaway-title" tabindex="-1">${say('page.take.title')}</h2>
    <p>${say(isLocalFile() ? 'page.take.file' : 'page.take.help')}</p>
    ${box(say('page.take.wages'), app.sharesWages, (on) => app.shareWages(on))} ${undated(app)}
    <div class="buttons">
      ${button('print')} ${button('calendar')} ${button('document')} ${button('link')}
    </div>
    ${outcome(app)}
    <details class="reset">
      <summary>${say('page.reset')}</summary>
      <p>${say('page.reset.help')}</p>
      <button type="button" class="danger" @click=${() => app.reset()}>${say('page.reset.confirm')}</button>
    </details>
  </section>`;
}
