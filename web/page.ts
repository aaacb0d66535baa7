// The shell around the element: how the page looks, which language it speaks, and whether a newer one has arrived.
import type { Unavailable } from './app/app';
import { spoken } from './words/languages';
import { offerLooks, wear } from './look';
import { rememberLook } from './session/memory';
import './styles/index.css';
import { painted } from './calculator/turn';

const page = document.documentElement;
const look = offerLooks();

/** Without script the single file has one language. */
function showLanguages(): void {
  if (SINGLE_FILE) document.querySelector('nav')?.removeAttribute('hidden');
}

/** The table computed when the page was built, in the language on screen. */
let standard = document.querySelector<HTMLElement>('[data-words="standard"]');

/** A browser that has shown nothing by then is not waited for. */
const FIRST_FRAME_MS = 3000;
/** So long after an error an answer may still come. */
const PATIENCE_MS = 10_000;

/** What `data-failed` holds where all that is missing is the language chosen last. */
const LANGUAGE = 'language';
/** The link to the language that the reader chose last. */
let chosen: HTMLAnchorElement | undefined;

async function switchLanguage(link: HTMLAnchorElement): Promise<void> {
  const lang = link.dataset.lang as string;
  chosen = link;
  try {
    const { pageBehind, put } = await import('./language');
    const other = await pageBehind(link);
    // A language chosen later wins, however slow this one was.
    if (chosen !== link) return;
    standard = put(other, standard);
  } catch {
    // To follow the link would lead away from the answers, and perhaps to no page at all.
    if (chosen === link) failed(LANGUAGE);
    return;
  }
  page.lang = lang;
  document.querySelector('birth-benefits-app')?.setAttribute('lang', lang);
  wear(look);
  showLanguages();
  look.lang = lang;
  rememberLook(look);
  if (!SINGLE_FILE) history.replaceState(history.state, '', link.href + location.hash);
  if (page.dataset.failed !== LANGUAGE) return;
  const isRetried = document.activeElement?.closest('[data-retry]');
  page.removeAttribute('data-failed');
  if (isRetried) document.querySelector<HTMLElement>(`a[data-lang="${lang}"]`)?.focus();
}

/** Leads to a place on this page without a step in the history, so that the way back leads out of the page at once. */
function goTo(link: HTMLAnchorElement): void {
  const place = document.querySelector<HTMLElement>(link.hash);
  // What lies in between may never have been laid out, and only then is it known how far away the place is.
  page.dataset.whole = '';
  place?.scrollIntoView();
  place?.focus({ preventScroll: true });
  void painted().then(() => page.removeAttribute('data-whole'));
}

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  if (target.closest('[data-retry]')) {
    event.preventDefault();
    if (page.dataset.failed === LANGUAGE && chosen) void switchLanguage(chosen);
    // Unlike the link by itself, which works without this script, this keeps what an address has brought.
    else location.reload();
  }
  const link = target.closest<HTMLAnchorElement>('a[data-lang], a[href^="#"]');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    if (link.dataset.lang) void switchLanguage(link);
    else goTo(link);
  }
});

let isAnswered = false;

/** The element has drawn itself over the standard table, which now follows it. */
document.addEventListener('ready', () => {
  isAnswered = true;
  document.querySelector('link[data-later]')?.removeAttribute('media');
  if (standard) document.querySelector('[data-standard]')?.append(standard);
});
/** @param what only a language is missing, which can be asked for again with the answers on screen */
function failed(what: '' | typeof LANGUAGE = ''): void {
  const before = page.dataset.failed;
  // The message is there already, and the reader has touched something that cannot be done: the focus goes to the way out.
  if (before !== undefined) document.querySelector<HTMLElement>('[data-retry]')?.focus();
  page.dataset.failed = what && (before ?? what);
}
/** What is on screen stays, and a line above it says that something is missing; of a policy the element says it itself. */
document.addEventListener('unavailable', (event) => {
  if ((event as Unavailable).detail.reason !== 'policy') failed();
});

showLanguages();
// Only the front page follows the remembered language; a page in a language was asked for in that language.
if (look.lang && spoken(look.lang) !== page.lang && page.dataset.front === 'true') {
  const link = document.querySelector<HTMLAnchorElement>(`a[data-lang="${spoken(look.lang)}"]`);
  if (link) void switchLanguage(link);
}

/** All that the calculator is made of, at once. */
function loadAhead(): void {
  const links = document.querySelector<HTMLTemplateElement>('template[data-ahead]');
  if (links) document.head.append(links.content);
}

/** The table is on screen: a frame that has been drawn may take a slow machine long to show. */
const shown = async (): Promise<unknown> =>
  !document.hidden && PerformanceObserver.supportedEntryTypes.includes('paint')
    ? new Promise((resolve) => {
        setTimeout(resolve, FIRST_FRAME_MS);
        new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
      })
    : painted(FIRST_FRAME_MS);

// Nothing else is loaded before the table is on screen, so that it has a slow line to itself; where the browser cannot tell,
// loading begins at once.
void shown()
  .catch(() => undefined)
  .then(() => {
    loadAhead();
    return import('./app/define');
  })
  .catch(() => failed());

/** Whether the reader of this tab has asked for the newer version: what was told is lost with the page. */
let wanted = false;

/** A newer version waits until the reader agrees, so that old and new files never mix. */
function offerUpdate(waiting: ServiceWorker): void {
  const banner = document.querySelector<HTMLElement>('[data-update]');
  if (!banner) return;
  banner.hidden = false;
  banner.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('button')) return;
    if (waiting.state === 'activated') location.reload();
    else waiting.postMessage('take over');
    wanted = true;
  });
}

async function stayUseful(): Promise<void> {
  navigator.serviceWorker.addEventListener('controllerchange', () => wanted && location.reload());
  const registration = await navigator.serviceWorker.register(new URL('sw.js', document.baseURI));
  if (registration.waiting) offerUpdate(registration.waiting);
  const watch = (): void => {
    const next = registration.installing;
    next?.addEventListener('statechange', () => {
      // Without one before it, it is no newer version.
      if (next.state === 'installed' && registration.active) offerUpdate(next);
    });
  };
  // The browser looks for a newer version by itself, and may have begun to.
  watch();
  registration.addEventListener('updatefound', watch);
}

// Without a secure context, or where the reader forbids it, the page simply is not available offline.
if (!SINGLE_FILE && 'serviceWorker' in navigator && import.meta.env.PROD)
  addEventListener('load', () => void stayUseful().catch(() => undefined));

// An uncaught error counts only if no answer follows it: otherwise it came from elsewhere, such as an extension.
addEventListener('error', () => setTimeout(() => isAnswered || failed(), PATIENCE_MS), { once: true });
// Without this attribute the styles say after 20 seconds that the page did not start: it is set only at the very end.
page.setAttribute('data-started', '');
