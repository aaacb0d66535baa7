// The way to what stands below the results, which on a phone is many screens further down.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';

/** On our own page only: elsewhere a click would change the address of somebody else's page. */
export function contents({ say, session, place }: App): TemplateResult | typeof nothing {
  if (!place.ownsPage) return nothing;
  const link = (name: string, title: string): TemplateResult =>
    html`<li><a href="#${name}-title">${say(title)}</a></li>`;
  return html`<nav class="contents" aria-labelledby="contents-title">
    <span id="contents-title">${say('page.contents')}</span>
    <ul>
      ${link('timeline', 'page.timeline.title')}
      ${session.result.benefits.some(({ payers }) => payers) ? link('payers', 'page.payers.title') : nothing}
      ${link('takeaway', 'page.take.title')} ${link('notes', 'page.notes.title')}
    </ul>
  </nav>`;
}
