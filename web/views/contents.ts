// The way to what stands below the results, which on a phone is many screens further down.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';
import { hasCalendar } from '../session/scope';

/** On our own page only: elsewhere a click would change the address of somebody else's page. */
export function contents(app: App): TemplateResult | typeof nothing {
  const { say, session, place } = app;
  if (!place.ownsPage) return nothing;
  const link = (name: string, title: string): TemplateResult =>
    html`<li><a href="#${name}-title">${say(title)}</a></li>`;
  return html`<nav class="contents" aria-labelledby="contents-title">
    <span id="contents-title">${say('page.contents')}</span>
    <ul>
      ${hasCalendar(app) ? link('timeline', 'page.timeline.title') : nothing}
      ${session.result.benefits.some(({ payers }) => payers) ? link('payers', 'page.payers.title') : nothing}
      ${link('takeaway', 'page.take.title')} ${link('notes', 'page.notes.title')}
    </ul>
  </nav>`;
}
