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
import { toldIn } from '../session/session';
import { narrowed } from './narrowed';

/** What a host may have set, none of it trusted. */
export type Wanted = Readonly<{ [name in keyof Settings]?: unknown }>;

/** Settings out of their text; none for what is no JSON object, as a fragment or a message may hold anything. */
export function wantedIn(text: unknown): Wanted {
  try {
    const wanted: unknown = JSON.parse(String(text));
    return typeof wanted === 'object' && wanted !== null ? wanted : {};
  } catch {
    return {};
  }
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Readers learn that answers were handed in and are not used; what is wrong with them is the webmaster's to mend. */
function explain(calculator: Calculator, given: unknown): void {
  if (given === undefined) return;
  const told = (toldIn(given, today()) ?? given) as Situation;
  const answer = calculator.evaluate(told, { alternatives: false });
  if ('errors' in answer)
    console.warn('<birth-benefits>: the situation is not used.', JSON.stringify(answer));
}

export interface Foreign {
  readonly app: BirthBenefitsApp;
  /** As the host wants it now; a situation replaces the answers only where it is another one than before. */
  applySettings(wanted: Wanted): void;
}

/**
 * @param surroundings where it is to stand
 * @param dressed the element on which the tokens are declared
 * @param deployment the folder of embed.js
 * @param receiver whom results are passed to where the host asks for them
 */
export function foreign(
  wanted: Wanted,
  surroundings: {
    root: Document | ShadowRoot;
    dressed: HTMLElement;
    deployment: URL;
    fragment: string;
    receiver: string;
    share(result: Result): void;
  },
): Foreign {
  const { root, dressed, deployment, fragment, receiver } = surroundings;
  const shares = wanted.share === 'result' && receiver !== '';
  const place: Place = {
    ownsPage: false,
    // Whoever receives results must not receive those of an earlier visit.
    remembers: !shares,
    fragment,
    receiver: shares ? receiver : undefined,
    narrowed,
    enter() {
      wear();
      // Safari 13 knows the old names alone.
      dark.addListener(wear);
      return () => dark.removeListener(wear);
    },
    address: (lang) => new URL(PAGE_OF[lang as keyof typeof PAGE_OF], deployment).href,
  };
  const app = document.createElement('birth-benefits-app') as BirthBenefitsApp;
  app.place = place;
  app.scope = word(wanted.scope);
  app.lang = word(wanted.lang);
  const textOf = ({ situation }: Wanted): string | undefined => JSON.stringify(situation);
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

  let now = wanted;
  const themes = new Themes(
    'adoptedStyleSheets' in root && root.adoptedStyleSheets.length > 0
      ? root.adoptedStyleSheets
      : root.styleSheets,
  );
  const wear = (): void => {
    const { theme, scheme } = now;
    const unset = theme === '' || theme === 'auto';
    themes.use(unset && typeof scheme === 'string' && !scheme.includes('dark') ? 'light' : theme);
    const tokens: unknown = now.tokens;
    dress(dressed, typeof tokens === 'object' && tokens !== null ? (tokens as Record<string, unknown>) : {});
  };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  return {
    app,
    applySettings(next) {
      const [before, session] = [now, app.reader?.session];
      now = next;
      wear();
      if (next.scope !== before.scope) app.scope = word(next.scope);
      if (app.lang !== word(next.lang)) app.lang = word(next.lang);
      if (textOf(next) !== textOf(before)) prefill(next.situation);
      // No answer of the reader's has led to it, so no event has told of it.
      if (app.reader?.session !== session) share();
    },
  };
}
