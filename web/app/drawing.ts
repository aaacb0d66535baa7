// Draws in pieces: what is on screen at once, so that a keystroke waits for no more than its reader sees, and the rest
// slice by slice while nothing else is waiting. The first drawing is made out of sight and appears as a whole.
import { render } from 'lit-html';
import { painted, turn } from '../calculator/turn';

/** How long a slice may keep the browser from anything else, on top of the one piece that is always drawn. */
const SLICE_MS = 3;
/** On every element that is drawn by itself, while some of it is in the window. */
export const IN_SIGHT = 'data-in-sight';
/** On all that is drawn, while only the first of it is to be laid out: see styles/app.css. */
const FIRST = 'data-first';

export interface Piece {
  /** The element it fills, or a comment it stands before. */
  readonly place: Element | Comment;
  /** Its template. */
  readonly view: () => unknown;
  /** What is drawn by itself within it; asked once it has been drawn. */
  readonly within?: () => readonly Piece[];
  /** Whether it is drawn at once wherever it is: the reader's hands may be on it. */
  readonly isUrgent?: () => boolean;
  /** Never drawn at once, not even in sight: it takes longer than a touch may wait for its answer. */
  readonly patient?: boolean;
}

const elementOf = ({ place }: Piece): Element | null =>
  place instanceof Element ? place : place.previousElementSibling;

export class Drawing {
  /** Holds everything drawn. */
  readonly root = document.createElement('div');
  private waiting: Piece[] = [];
  private working: Promise<void> | undefined;
  private readonly sight =
    'IntersectionObserver' in window
      ? new IntersectionObserver((entries) => {
          for (const { target, isIntersecting } of entries) target.toggleAttribute(IN_SIGHT, isIntersecting);
        })
      : undefined;

  /**
   * @param host what stands in it gives way to the first drawing once that is whole
   * @param isFit whether that may be shown, or has to be drawn once more before
   * @param keepingFocus draws, and sees to it that the focus is not lost by that
   */
  constructor(
    private readonly host: HTMLElement,
    private readonly isFit: () => boolean,
    private readonly keepingFocus: (draw: () => void, movesOn?: boolean) => void,
  ) {
    this.root.className = 'app';
    this.root.addEventListener('focusin', this.keepFocusInView);
  }

  /** Resolves once nothing waits to be drawn. */
  get done(): Promise<void> {
    return this.working ?? Promise.resolve();
  }

  /** @param movesOn whether the focus leaves what has it, though that may still be there */
  draw(pieces: readonly Piece[], movesOn?: boolean): void {
    this.waiting = [];
    this.keepingFocus(() => this.drawOrQueue(pieces), movesOn);
    if (this.waiting.length > 0) this.working ??= this.work();
  }

  /** Draws everything now, as printing asks for. */
  finish(): void {
    while (this.waiting.length > 0) this.drawNext();
    this.show();
  }

  private get shown(): boolean {
    return this.root.parentNode === this.host;
  }

  private isInSight(piece: Piece): boolean {
    const element = elementOf(piece);
    return !this.sight || !element || element.hasAttribute(IN_SIGHT);
  }

  private drawOrQueue(pieces: readonly Piece[]): void {
    for (const piece of pieces)
      if (this.shown && !piece.patient && (piece.isUrgent?.() || this.isInSight(piece)))
        this.drawOrQueue(this.drawPiece(piece));
      else this.waiting.push(piece);
  }

  private drawNext(): void {
    const piece = this.waiting.shift();
    if (piece) this.waiting.unshift(...this.drawPiece(piece));
  }

  private drawPiece(piece: Piece): readonly Piece[] {
    const { place, view, within } = piece;
    if (place instanceof HTMLElement) render(view(), place);
    else render(view(), place.parentNode as HTMLElement, { renderBefore: place as Comment });
    const element = elementOf(piece);
    if (element) this.sight?.observe(element);
    return within?.() ?? [];
  }

  private async work(): Promise<void> {
    try {
      await (this.shown ? painted() : turn());
      while (this.waiting.length > 0) {
        const end = performance.now() + SLICE_MS;
        this.keepingFocus(() => {
          do this.drawNext();
          while (this.waiting.length > 0 && performance.now() < end);
        });
        await turn();
      }
      this.show();
    } finally {
      this.working = undefined;
    }
  }

  private show(): void {
    if (this.shown || !this.isFit()) return;
    this.host.textContent = '';
    // What its reader sees first is on screen before the rest is laid out, which takes a slow phone as long again.
    this.root.setAttribute(FIRST, '');
    this.host.append(this.root);
    void painted().then(() => this.root.removeAttribute(FIRST));
  }

  /** What comes into the window together with the focused element is laid out only then, and may push it out again. */
  private readonly keepFocusInView = async ({ target }: FocusEvent): Promise<void> => {
    await painted();
    if (CSS.supports('selector(:focus-visible)') && (target as Element).matches(':focus-visible'))
      (target as Element).scrollIntoView({ block: 'nearest' });
  };
}
