// What no figure says: the limits of the calculation, always in words.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App } from './app';

const NOTES = [
  'lawful_birth',
  'difficult_birth_certificate',
  'fund_days_unverified',
  'amounts_unknown',
  'local_extra',
  'as_of',
] as const;

export function notes({ say, session, place }: App): TemplateResult {
  const { as_of } = session.result.policy;
  // Our own page has the about page beside it, which it says in its footer; the single file has none.
  const about = place.ownsPage ? document.querySelector<HTMLAnchorElement>('a[data-about]') : null;
  return html`<section class="notes" aria-labelledby="notes-title">
    <h2 id="notes-title">${say('page.notes.title')}</h2>
    <ul>
      ${NOTES.map((note) => html`<li>${say(`note.${note}`, { as_of })}</li>`)}
      ${about ? html`<li><a href=${`${about.href}#checked`}>${say('page.notes.checked')}</a></li>` : nothing}
    </ul>
  </section>`;
}
