// What the reader must know before anything else: where answers came from, and who receives results.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App, Notice } from '../app/app';

const NOTICES: readonly (Notice | undefined)[] = [
  'shared',
  'set_aside',
  'version',
  'unreadable',
  'prefilled',
  'not_prefilled',
  'no_scope',
];

const banner = (text: string): TemplateResult => html`<p class="banner" role="status">${text}</p>`;

export function banners({ say, notice, session, place: { receiver } }: App): unknown {
  const { as_of } = session.result.policy;
  return [
    receiver === undefined ? nothing : banner(say('page.sharing', { site: receiver })),
    NOTICES.includes(notice) ? banner(say(`page.notice.${notice}`, { as_of })) : nothing,
  ];
}
