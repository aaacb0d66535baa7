// The page inside a frame (embed.html). Works by itself, `<iframe src="…/embed.html?lang=ko&scope=leave">`, and for
// embed.js, which tells in the fragment who the host is and what it wants. It posts to that origin alone, but for the
// word that it runs, hears only its own parent there, leaves no history, keeps nothing unasked, and says nothing of the
// answers unless the reader sees to whom.
import '../styles/embedded.css';
import type { Ready, Unavailable } from '../app/app';
import { foreign, wantedIn, type Wanted } from './foreign';
import type { FrameMessage } from './protocol';

const page = document.documentElement;

/** The links to the full page. Until this runs, the styles alone bring them into sight after a while. */
const plain = document.querySelector('[data-waiting]') as HTMLElement;
plain.hidden = true;
plain.removeAttribute('data-waiting');

/** What the fragment tells where embed.js wrote it; a fragment with answers, or any other, tells nothing. */
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

// Nothing but that a frame is there, which whoever put it there knows: a host without a name may hear it as well.
const begun: FrameMessage = ['begun'];
if (parent !== window) parent.postMessage(begun, '*');

const { app, applySettings } = foreign(wanted, {
  root: document,
  dressed: page,
  deployment: new URL('./', location.href),
  fragment: location.hash,
  receiver: host,
  share: (result) => post('result', result),
});

/** The height of the content to the pixel; a frame that is not shown has none to tell. */
function tellHeight(): void {
  if (innerWidth > 0) post('height', Math.ceil(page.getBoundingClientRect().height));
}

app.addEventListener('ready', (event) => {
  const { say } = (event as Ready).detail;
  page.lang = say.lang;
  document.title = say('page.title');
  new ResizeObserver(tellHeight).observe(page);
  post('ready', document.title);
});
app.addEventListener('unavailable', (event) => {
  plain.hidden = false;
  tellHeight();
  // A part that comes later is missing: what is on screen stays.
  if ((event as Unavailable).detail.reason !== 'part') post('unavailable');
});
addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  if (source !== parent || origin !== host) return;
  // A page may have other things to say to its frames.
  const next = wantedIn(data);
  if (next.host === host) applySettings(next);
});

// With embed.js the frame is as high as its content: there is nothing to scroll.
page.toggleAttribute('data-hosted', host !== '');
document.querySelector('main')?.append(app);
