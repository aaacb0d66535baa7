// embed.js: defines <birth-benefits>, which shows the calculator on other people's pages.
//
//   <script type="module" src="https://where.it.lies/embed.js"></script>
//   <birth-benefits lang="ko" scope="leave"></birth-benefits>
//
// By default in a frame of the same deployment: the page's policy needs `script-src` and `frame-src` for that origin and
// no more. Loaded once the element comes near the window, as high as its content, silent about the answers.
import type { FrameMessage, Settings } from './protocol';
import type { Result, Situation } from '../generated/contract';

/** Events of the element; none bubbles. */
export interface BirthBenefitsEventMap {
  /** The calculator can be used; with its name in the reader's language. */
  ready: CustomEvent<string>;
  /** The height of the content in CSS pixels, at the start and whenever it changes. */
  height: CustomEvent<number>;
  /**
   * What the core answers, at the start, after each answer of the reader's, and when another `situation` or `scope` is set;
   * with `share="result"` alone.
   */
  result: CustomEvent<Result>;
  /** The calculator cannot run; where that much has arrived, links to its full page stand in its place. */
  unavailable: CustomEvent<null>;
}

/** Answers to begin with; the day is today's unless it is among them. */
export type Told = Omit<Situation, 'as_of'> & Partial<Pick<Situation, 'as_of'>>;

/** The title of the frame until the frame tells it in the reader's language. */
declare const __TITLE__: string;

const TOKENS = 'text background border accent font scale radius gap'.split(' ');
/** So long after the frame has loaded, it is not coming: its scripts are loaded by then. */
const PATIENCE_MS = 10_000;
/** Room for the frame's own words that nothing runs there, or for the browser's. */
const UNANSWERED_PX = 240;
const beside = (name: string): URL => new URL(/* @vite-ignore */ name, import.meta.url);
const page = beside('embed.html');

/**
 * `<birth-benefits>`. Attributes may change at any time, but `mode`, `share` and `height`, which are read at the start.
 *
 * @attr {'zh-CN' | 'en' | 'ko'} lang - the language; that of the page around it unless given
 * @attr {'auto' | 'light' | 'dark'} theme - `auto` follows the reader's system where the page itself does
 *   (`color-scheme`), and is light elsewhere
 * @attr {string} accent - a CSS colour for buttons and links, darkened or lightened until it can be read
 * @attr {string} scope - the benefits shown, separated by blanks: ids (`leave.maternity`), their groups (`leave`),
 *   or numbers of measures (`12`); all unless given
 * @attr {'frame' | 'inline'} mode - `inline` puts the calculator in the element's shadow instead of a frame; the page's
 *   policy must allow the deployment's scripts and connections, and `wasm-unsafe-eval` unless the slower twin will do.
 *   Where it cannot run, the frame takes its place.
 * @attr {string} situation - answers to begin with, as JSON; `as_of` is today unless given
 * @attr {'result'} share - passes every result to the page, in the event `result`; the reader is told so
 * @attr {string} height - pixels kept free until the content is there; the height of the window unless given
 *
 * @fires ready - the calculator can be used; with its name in the reader's language
 * @fires height - the height of the content in CSS pixels
 * @fires result - the result, with `share="result"` alone
 * @fires unavailable - the calculator cannot run
 *
 * @cssprop --birth-benefits-text - colour of text
 * @cssprop --birth-benefits-background - colour below it
 * @cssprop --birth-benefits-border - colour of lines
 * @cssprop --birth-benefits-accent - the same as the attribute
 * @cssprop --birth-benefits-font - font families
 * @cssprop --birth-benefits-scale - factor for the size of type, such as 1.15
 * @cssprop --birth-benefits-radius - of corners
 * @cssprop --birth-benefits-gap - between parts and inside them
 */
export class BirthBenefits extends HTMLElement {
  static readonly observedAttributes = ['lang', 'theme', 'accent', 'scope', 'situation'];

  /** Keeps the room free, then holds the frame. */
  private box!: HTMLElement;
  private frame: HTMLIFrameElement | undefined;
  /** The frame, until it has said anything. */
  private silent: HTMLIFrameElement | undefined;
  private near: IntersectionObserver | undefined;
  /** Tells the calculator what the page wants now, once it listens. */
  private follow: ((wanted: string) => void) | undefined;
  private told: Told | undefined;

  /** Answers to begin with, instead of the attribute; setting them again begins anew with those. */
  get situation(): Told | undefined {
    return this.told;
  }

  set situation(situation: Told | undefined) {
    this.told = situation;
    this.attributeChangedCallback();
  }

  connectedCallback(): void {
    // A framework may have set the property before this script came.
    const { situation } = this;
    delete (this as { situation?: Told | undefined }).situation;
    this.told = situation;
    addEventListener('message', this);
    if (!this.shadowRoot) {
      this.box = document.createElement('div');
      this.box.style.height = `${this.getAttribute('height') || innerHeight}px`;
      this.attachShadow({ mode: 'open' }).append(this.box);
    }
    if (this.follow) return;
    // Not while it is far away, or in a part of the page that is not shown.
    this.near = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.start(),
      { rootMargin: '50%' },
    );
    this.near.observe(this.box);
  }

  /** A frame does not outlive its place; what is in the shadow does. */
  disconnectedCallback(): void {
    removeEventListener('message', this);
    this.near?.disconnect();
    if (!this.frame) return;
    this.frame.remove();
    this.frame = this.silent = this.follow = undefined;
  }

  /** Moved by `moveBefore`, it stays as it is instead of being taken out and put in. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(): void {
    this.follow?.(this.settings());
  }

  /** Hears the frame, and nobody else. */
  handleEvent({ source, origin, data }: MessageEvent<FrameMessage>): void {
    if (!this.frame || source !== this.frame.contentWindow || origin !== page.origin) return;
    this.silent = undefined;
    this.say(data[0], data[1]);
  }

  private start(): void {
    this.near?.disconnect();
    if (this.getAttribute('mode') !== 'inline') return this.open();
    // Put elsewhere while it loads, it goes on loading.
    this.follow = () => {};
    import(/* @vite-ignore */ beside('embed-inline.js').href)
      .then(({ inline }: typeof import('./inline')) =>
        inline(this, this.settings(), (name, detail) => this.say(name, detail)),
      )
      .then(
        (follow) => {
          this.follow = follow;
          this.attributeChangedCallback();
          this.box.remove();
        },
        () => this.open(),
      );
  }

  private open(): void {
    const frame = (this.frame = this.silent = document.createElement('iframe'));
    frame.title = __TITLE__;
    frame.allow = 'clipboard-write';
    // As wide as its place; where that is only as wide as what is in it, as wide as is good to read, if there is room.
    frame.style.cssText = 'display:block;width:60em;min-width:100%;max-width:100%;height:100%;border:0';
    frame.src = `${page.href}#${encodeURIComponent(this.settings())}`;
    // Its script says at once that it runs. Without it there is a line of text at the most, which needs little room.
    frame.onload = () =>
      setTimeout(() => {
        if (this.silent !== frame) return;
        this.say('height', UNANSWERED_PX);
        this.say('unavailable');
      }, PATIENCE_MS);
    this.box.append(frame);
  }

  private say(name: string, detail?: unknown): void {
    const { frame } = this;
    if (name === 'height') this.box.style.height = `${detail as number}px`;
    if (name === 'ready' && frame) {
      frame.title = detail as string;
      this.follow = (wanted) => (frame.contentWindow as Window).postMessage(wanted, page.origin);
      this.attributeChangedCallback();
    }
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** As JSON text, which a fragment and a message can carry. Answers that have none are no situation. */
  private settings(situation: unknown = this.told || this.getAttribute('situation') || undefined): string {
    const style = getComputedStyle(this);
    const told = (name: string): string => this.getAttribute(name) || '';
    const tokens = Object.fromEntries(
      TOKENS.map((name) => [
        name,
        (name === 'accent' && told(name)) || style.getPropertyValue(`--birth-benefits-${name}`).trim(),
      ]),
    );
    try {
      return JSON.stringify({
        host: origin,
        lang: (this.closest<HTMLElement>('[lang]') || this).lang,
        theme: told('theme'),
        scheme: `${style.colorScheme}`,
        scope: told('scope'),
        share: told('share'),
        situation,
        tokens,
      } satisfies Settings);
    } catch {
      return this.settings('?');
    }
  }
}

if (!customElements.get('birth-benefits')) customElements.define('birth-benefits', BirthBenefits);

declare global {
  interface HTMLElementTagNameMap {
    'birth-benefits': BirthBenefits;
  }
}
