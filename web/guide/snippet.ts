// What a webmaster pastes: settings -> the markup, as elements and as text, and what the page around it must allow.
import { PAGE_OF, type Language } from '../addresses';
import { escaped } from '../words/escaped';

export const WAYS = ['frame', 'inline', 'iframe'] as const;
/** The element with a frame of its own, the element that draws into the page, a frame without any script. */
export type Way = (typeof WAYS)[number];

export interface Settings {
  way: Way;
  /** The address of the folder that holds the calculator, with a slash at the end. */
  base: string;
  lang: Language;
  theme: 'auto' | 'light' | 'dark';
  /** A colour `#rrggbb`; absent: the calculator's own. */
  accent?: string;
  /** Benefit ids, their first words, or measure numbers; none: everything. */
  scope: readonly string[];
  /** Pixels kept free until the calculator is there; for a plain frame its height for good. */
  height?: number;
  /** The page around it hears the result, and the reader is told so. Not for a plain frame. */
  shares: boolean;
  /** What embed.js must be, in the notation of Subresource Integrity; absent: whatever the server has. */
  integrity?: string;
  /** What a plain frame is called, and the link where no script runs. */
  title: string;
}

export interface Markup {
  tag: string;
  attributes: readonly (readonly [name: string, value: string])[];
  content?: readonly (Markup | string)[];
}

type Attributes = [string, string | undefined][];

const present = (attributes: Attributes): Markup['attributes'] =>
  attributes.filter((each): each is [string, string] => each[1] !== undefined);

/** The address of the page that stands in a plain frame; what is as usual is not said. */
function framed({ base, lang, theme, accent, scope }: Settings): string {
  const address = new URL('embed.html', base);
  for (const [name, value] of present([
    ['lang', lang],
    ['theme', theme === 'auto' ? undefined : theme],
    ['accent', accent],
    ['scope', scope.join(' ') || undefined],
  ]))
    address.searchParams.set(name, value);
  return address.href;
}

const fullPage = ({ base, lang }: Settings): string => new URL(PAGE_OF[lang], base).href;

const plainFrame = (settings: Settings): Markup => ({
  tag: 'iframe',
  attributes: present([
    ['src', framed(settings)],
    ['title', settings.title],
    ['width', '100%'],
    ['height', String(settings.height ?? PLAIN_HEIGHT)],
    // Without a style attribute, which the page's Content-Security-Policy might forbid.
    ['frameborder', '0'],
    ['loading', 'lazy'],
    ['allow', 'clipboard-write'],
  ]),
});

export function markup(settings: Settings): Markup[] {
  const { way, base, lang, theme, accent, scope, height, shares, integrity, title } = settings;
  if (way === 'iframe') return [plainFrame(settings)];
  return [
    {
      tag: 'script',
      attributes: present([
        ['type', 'module'],
        ['src', new URL('embed.js', base).href],
        ['integrity', integrity],
        ['crossorigin', integrity && 'anonymous'],
      ]),
    },
    {
      tag: 'birth-benefits',
      attributes: present([
        ['mode', way === 'frame' ? undefined : way],
        ['lang', lang],
        ['theme', theme === 'auto' ? undefined : theme],
        ['accent', accent],
        ['scope', scope.join(' ') || undefined],
        ['height', height === undefined ? undefined : String(height)],
        ['share', shares ? 'result' : undefined],
      ]),
      // All that is seen of it where the script does not run: it is gone once the element is there.
      content: [{ tag: 'a', attributes: [['href', fullPage(settings)]], content: [title] }],
    },
  ];
}

/** Enough for the first question on a phone. */
const PLAIN_HEIGHT = 900;

function written(part: Markup | string): string {
  if (typeof part === 'string') return escaped(part);
  const { tag, attributes, content = [] } = part;
  const all = attributes.map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<${[tag, ...all].join(' ')}>${content.map(written).join('')}</${tag}>`;
}

export const html = (elements: readonly Markup[]): string => elements.map(written).join('\n');

type Directives = readonly (readonly [name: string, sources: string])[];

const needs = (way: Way, origin: string): Directives => {
  const frame = ['frame-src', origin] as const;
  if (way === 'iframe') return [frame];
  if (way === 'frame') return [['script-src', origin], frame];
  return [
    ['script-src', `${origin} 'wasm-unsafe-eval'`],
    ['connect-src', origin],
    // Where it cannot run there, the frame takes its place.
    frame,
  ];
};

const policy = (directives: Directives): string => directives.map((each) => each.join(' ')).join('; ');

/** What the Content-Security-Policy of the page around it must allow, beside what it allows already. */
export const hostPolicy = (way: Way, origin: string): string => policy(needs(way, origin));

export const SERVERS = ['nginx', 'apache', 'iis'] as const;
export type Server = (typeof SERVERS)[number];

/** The line of a server's configuration that sends a page of its own with a policy that allows that and no more. */
export function hostLine(server: Server, way: Way, origin: string): string {
  const own = needs(way, origin).map(([name, sources]) => [name, `'self' ${sources}`] as const);
  const value = policy([['default-src', "'self'"], ...own]);
  const lines: Record<Server, string> = {
    nginx: `add_header Content-Security-Policy "${value}" always;`,
    apache: `Header always set Content-Security-Policy "${value}"`,
    iis: `<add name="Content-Security-Policy" value="${value}" />`,
  };
  return lines[server];
}
