// The calculator on somebody else's page: one way to make it, in a frame or in a shadow.
import { PAGE_OF } from '../addresses';
import { dress, Themes } from './dress';
import type { Settings } from './protocol';
import '../app/define';
import type { Ready } from '../app/app';
import type { BirthBenefitsApp } from '../app/element';
import type { Place } from '../app/place';
import type { Calculator, Result, Situation } from '../calculator/calculator';
import { today } from '../words/format';
import { toldIn } from '../session/told';
import { narrowed } from './narrowed';

/** What a host may have set, none of it trusted. */
export type Wanted = Readonly<{ [name in keyof Settings]?: unknown }>;

/** Parses settings. A fragment or a message may hold anything: what is no JSON object counts as no settings. */
export function wantedIn(text: unknown): Wanted {
  try {
    const wanted: unknown = JSON.parse(String(text));
    return typeof wanted === 'object' && wanted !== null ? wanted : {};
  } catch {
    return {};
  }
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Tells the webmaster in the console why given answers are not used; readers see only that they are not. */
function explain(calculator: Calculator, given: unknown): void {
  if (given === undefined) return;
  const told = (toldIn(given, today()) ?? given) as Situation;
  const answer = calculator.evaluate(told, { alternatives: false });
  if ('errors' in answer)
    console.warn('<birth-benefits>: the situation is not used.', JSON.stringify(answer));
}

/** Calls `tell` now and at every change of size; only now in a browser without ResizeObserver. */
export function onResize(element: Element, tell: () => void): void {
  if ('ResizeObserver' in window) new ResizeObserver(tell).observe(element);
  else tell();
}

export interface Foreign {
  readonly app: BirthBenefitsApp;
  /** As the host wants it now; a situation replaces the answers only where it is another one than before. */
  applySettings(wanted: Wanted): void;
}

interface Surroundings {
  /** Where it is to stand. */
  root: Document | ShadowRoot;
  /** The element on which the tokens are declared. */
  dressed: HTMLElement;
  /** The folder of embed.js. */
  deployment: URL;
  fragment: string;
  /** Whom results are passed to where the host asks for them. */
  receiver: string;
  share(result: Result): void;
}

/** Applies the theme and tokens that the host wants: on request, and when the system turns dark or light. */
function wardrobe({ root, dressed }: Surroundings, now: () => Wanted): { wear(): void; enter(): () => void } {
  const adopted = 'adoptedStyleSheets' in root ? root.adoptedStyleSheets : [];
  const themes = new Themes([...adopted, ...root.styleSheets]);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const wear = (): void => {
    const { theme, scheme, tokens } = now();
    const unset = theme === '' || theme === 'auto';
    themes.use(unset && typeof scheme === 'string' && !scheme.includes('dark') ? 'light' : theme);
    dress(dressed, typeof tokens === 'object' && tokens !== null ? (tokens as Record<string, unknown>) : {});
  };
  return {
    wear,
    enter() {
      wear();
      // Safari 13 knows the old names alone.
      dark.addListener(wear);
      return () => dark.removeListener(wear);
    },
  };
}

/** Creates the element with the host's initial settings. */
function made(wanted: Wanted, place: Place): BirthBenefitsApp {
  const app = document.createElement('birth-benefits-app') as BirthBenefitsApp;
  app.place = place;
  app.scope = word(wanted.scope);
  app.lang = word(wanted.lang);
  return app;
}

const textOf = ({ situation }: Wanted): string | undefined => JSON.stringify(situation);

export function foreign(wanted: Wanted, surroundings: Surroundings): Foreign {
  const { deployment, fragment, receiver } = surroundings;
  const shares = wanted.share === 'result' && receiver !== '';
  let now = wanted;
  const { wear, enter } = wardrobe(surroundings, () => now);
  const app = made(wanted, {
    ownsPage: false,
    // A host that receives results must not receive those of an earlier visit.
    remembers: !shares,
    fragment,
    receiver: shares ? receiver : undefined,
    narrowed,
    enter,
    address: (lang) => new URL(PAGE_OF[lang], deployment).href,
  });
  const prefill = (situation: unknown): void => {
    app.prefill = toldIn(situation, today());
    if (app.reader) explain(app.reader.whole, situation);
  };
  prefill(wanted.situation);
  app.addEventListener('ready', (event) => explain((event as Ready).detail.whole, now.situation));
  const share = (): void => {
    if (shares && app.reader) surroundings.share(app.reader.session.result);
  };
  app.addEventListener('ready', share);
  app.addEventListener('answered', share);
  return {
    app,
    applySettings(next) {
      const [before, result] = [now, app.reader?.session.result];
      now = next;
      wear();
      if (next.scope !== before.scope) app.scope = word(next.scope);
      if (app.lang !== word(next.lang)) app.lang = word(next.lang);
      if (textOf(next) !== textOf(before)) prefill(next.situation);
      // No answer of the reader's has led to it, so no event has told of it.
      if (app.reader?.session.result !== result) share();
    },
  };
}
