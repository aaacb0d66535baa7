// The calculator on somebody else's page: one way to make it, in a frame or in a shadow.
import { PAGE_OF } from '../addresses';
import { dress, Themes } from './dress';
import type { Settings } from './protocol';
import '../define';
import type { BirthBenefitsApp } from '../element';
import type { Place } from '../place';
import { today } from '../format';
import type { Result } from '../generated/contract';
import type { Told } from '../session';
import { narrowed } from './scope';

/** What a host may have set, none of it trusted. */
export type Wanted = Readonly<{ [name in keyof Settings]?: unknown }>;

/** What a host tells beforehand, still to be judged by the core; null for what is no JSON object. */
function prefilled(given: unknown): Told | null | undefined {
  let told = given;
  if (typeof given === 'string') {
    try {
      told = JSON.parse(given);
    } catch {
      return null;
    }
  }
  if (told === undefined) return undefined;
  if (typeof told !== 'object' || told === null || Array.isArray(told)) return null;
  return { as_of: today(), ...(told as Told) };
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

export interface Foreign {
  readonly app: BirthBenefitsApp;
  /** Follows what the host wants now; a situation replaces the answers only where it is another one than before. */
  follow(wanted: Wanted): void;
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
    address: (lang) => new URL(PAGE_OF[lang as keyof typeof PAGE_OF], deployment).href,
  };
  const app = document.createElement('birth-benefits-app') as BirthBenefitsApp;
  app.place = place;
  app.scope = word(wanted.scope);
  app.lang = word(wanted.lang);
  let told = JSON.stringify(wanted.situation);
  app.prefill = prefilled(wanted.situation);
  if (shares)
    for (const event of ['ready', 'change'])
      app.addEventListener(event, () => surroundings.share(app.session.result));

  let now = wanted;
  const themes = new Themes(
    'adoptedStyleSheets' in root && root.adoptedStyleSheets.length > 0
      ? root.adoptedStyleSheets
      : root.styleSheets,
  );
  const wear = (): void => {
    themes.use(now.theme);
    const tokens: unknown = now.tokens;
    dress(dressed, typeof tokens === 'object' && tokens !== null ? (tokens as Record<string, unknown>) : {});
  };
  // Safari 13 knows the old name alone.
  matchMedia('(prefers-color-scheme: dark)').addListener(wear);
  wear();
  return {
    app,
    follow(next) {
      now = next;
      wear();
      app.scope = word(next.scope);
      if (app.lang !== word(next.lang)) app.lang = word(next.lang);
      const telling = JSON.stringify(next.situation);
      if (telling === told) return;
      told = telling;
      app.prefill = prefilled(next.situation);
    },
  };
}
