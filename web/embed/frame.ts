// The page inside a frame (embed.html). Works by itself, `<iframe src="…/embed.html?lang=ko&scope=leave">`, and for
// embed.js, which tells in the fragment who the host is and what it wants. It posts to that origin alone, except to say
// that it runs; hears only its own parent there, leaves no history, keeps nothing unasked, and passes no answers on unless
// the reader is told to whom.
import '../styles/embedded.css';
import type { Ready, Unavailable } from '../app/app';
import { foreign, onResize, wantedIn, type Wanted } from './foreign';
import type { FrameMessage } from './protocol';

const page = document.documentElement;

/**
 * The links to the full page. The styles show them after ten seconds, whatever goes wrong in a script, until the
 * calculator is ready.
 */
const plain = document.querySelector('[data-waiting]') as HTMLElement;

function showLinks(shown: boolean): void {
  document.querySelector('[data-coming]')?.remove();
  plain.removeAttribute('data-waiting');
  plain.hidden = !shown;
}

/** The settings that embed.js put into the fragment; none where the fragment holds anything else. */
function told(): Wanted {
  try {
    return wantedIn(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return {};
  }
}

/** The origin of the page around this one, as far as the browser tells. */
function parentOrigin(): string | undefined {
  const [nearest] = 'ancestorOrigins' in location ? Array.from(location.ancestorOrigins) : [];
  return nearest ?? (document.referrer === '' ? undefined : new URL(document.referrer).origin);
}

/** The host that embed.js named, unless the browser knows better; '' where there is none to speak to. */
function hostOf({ host }: Wanted): string {
  if (parent === window || typeof host !== 'string' || !/^https?:\/\/[^/?#]+$/.test(host)) return '';
  const known = parentOrigin();
  return known === undefined || known === host ? host : '';
}

const query = new URLSearchParams(location.search);
const fromFragment = told();
const wanted: Wanted = {
  lang: query.get('lang') ?? '',
  theme: query.get('theme') ?? '',
  scope: query.get('scope') ?? '',
  tokens: { accent: query.get('accent') ?? '' },
  ...fromFragment,
};
const host = hostOf(fromFragment);

function post(...message: FrameMessage): void {
  if (host !== '') parent.postMessage(message, host);
}

const { app, applySettings } = foreign(wanted, {
  root: document,
  dressed: page,
  deployment: new URL('./', location.href),
  fragment: location.hash,
  receiver: host,
  share: (result) => post('result', result),
});

/** Posts the height of the content in whole pixels. A hidden frame has none: no width, or where it shares a process, no height. */
function tellHeight(): void {
  const height = Math.ceil(page.getBoundingClientRect().height);
  if (innerWidth > 0 && height > 0) post('height', height);
}

app.addEventListener('ready', (event) => {
  const { say } = (event as Ready).detail;
  page.lang = say.lang;
  document.title = say('page.title');
  showLinks(false);
  onResize(page, tellHeight);
  post('ready', document.title);
});
app.addEventListener('unavailable', (event) => {
  showLinks(true);
  tellHeight();
  // Where only a later part is missing, what is on screen stays.
  if ((event as Unavailable).detail.reason !== 'part') post('unavailable');
});
addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  if (source !== parent || origin !== host) return;
  // A page may have other things to say to its frames.
  const next = wantedIn(data);
  if (next.host === host) applySettings(next);
});

// With embed.js the frame is as high as its content: there is nothing to scroll.
if (host !== '' && 'ResizeObserver' in window) page.setAttribute('data-hosted', '');
document.querySelector('main')?.append(app);

// Posted to any host, as it says no more than that the frame runs. It comes last: once the host has heard it, it no
// longer checks whether the frame has failed to start.
const begun: FrameMessage = ['begun'];
if (parent !== window) parent.postMessage(begun, '*');
