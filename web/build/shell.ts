// What every page of the site has in common: what stands in its head, its mark, the way to its other languages, and its looks.
import type { Language } from '../addresses';
import { LANGUAGE_NAMES, LANGUAGES, type Catalogue } from './catalogue';
import { THEME } from './colours';
import type { Page } from './site';
import { escaped } from '../words/escaped';

const LOGO = `<svg viewBox="0 0 48 48" aria-hidden="true">
  <path class="sun" d="M24 7a8 8 0 0 1 8 8 8 8 0 0 1-16 0 8 8 0 0 1 8-8z"></path>
  <path class="peak" d="M3 39 17 18l6 8 6-10 16 23z"></path>
  <path class="lake" d="M11 39c4-5 9-5 13-2s9 3 13 0v5H11z"></path>
</svg>`;

const lean = (markup: string): string => markup.replace(/\s*\n\s*/g, '');

/** The buttons that `offerLooks` follows; the styles hide them until it does. */
function looks(words: Catalogue): string {
  const word = (name: string): string => escaped(words[`page.html.${name}`] ?? '');
  const button = (name: string): string =>
    `<button type="button" data-look="${name}" aria-pressed="false">${word(name)}</button>`;
  return `<div class="looks" role="group" aria-label="${word('look')}">${button('large')}\n${button('contrast')}</div>`;
}

/**
 * Facts for a template: `head`, `logo`, `looks` and `languages`, the links for its `<nav>`. They say what language they
 * lead to; `<link rel="alternate">` would want addresses that only the host knows.
 */
export function shell(
  page: Page,
  lang: Language,
  words: Catalogue,
  icons: Readonly<Record<string, string>>,
): Record<string, string> {
  const others = LANGUAGES.flatMap((each) => {
    const file = page.files[each];
    return file === undefined ? [] : [{ each, file }];
  });
  return {
    logo: lean(LOGO),
    looks: looks(words),
    head: lean(`
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="theme-color" content="${THEME}">
      <meta name="format-detection" content="telephone=no">
      <link rel="icon" type="image/svg+xml" href="./${icons['icon.svg']}">
      <link rel="apple-touch-icon" href="./${icons['icon-192.png']}">
    `),
    languages: others
      .map(
        ({ each, file }) =>
          `<a href="./${file}" lang="${each}" hreflang="${each}" data-lang="${each}" aria-current="${each === lang}">${LANGUAGE_NAMES[each]}</a>`,
      )
      .join('\n'),
  };
}
