// What no figure says: the limits of the calculation, always in words.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';

const OF_MATERNITY_LEAVE = [
  'note.lawful_birth',
  'note.difficult_birth_certificate',
  'note.fund_days_unverified',
];
const OF_ALL = [
  'note.amounts_unknown',
  'note.local_extra',
  'page.notes.national',
  'page.notes.residence',
  'note.as_of',
];

export function notes(app: App): TemplateResult {
  const { say, session, place } = app;
  const { benefits, policy } = session.result;
  const { as_of } = policy;
  const hasMaternityLeave = benefits.some(
    ({ id, status }) => id === 'leave.maternity' && status !== 'not_entitled',
  );
  // Our own page has the about page beside it, which it says in its footer; the single file has none.
  const about = place.ownsPage ? document.querySelector<HTMLAnchorElement>('a[data-about]') : null;
  return html`<section class="notes" aria-labelledby="notes-title">
    <h2 id="notes-title" tabindex="-1">${say('page.notes.title')}</h2>
    <ul>
      ${[...(hasMaternityLeave ? OF_MATERNITY_LEAVE : []), ...OF_ALL].map((note) => html`<li>${say(note, { as_of })}</li>`)}
      ${
        // Our own page says these below everything.
        place.ownsPage
          ? nothing
          : html`<li>${say('note.not_legal_advice')}</li>
              <li>${say('page.notes.privacy')}</li>`
      }
      ${about ? html`<li class="checked"><a href=${`${about.href}#checked`}>${say('page.notes.checked')}</a></li>` : nothing}
    </ul>
  </section>`;
}
