// <birth-benefits-app>: the calculator as an element. Fetches what it is made of, part by part, and draws what the reader
// does; when it stands in a page and when it is printed is its own affair.
import type { Lack, Later, Ready, Unavailable } from './app';
import { Drawing, type Piece } from './drawing';
import { Gate } from './gate';
import { isBlank, parts } from './parts';
import { ownPage, type Place } from './place';
import { found, prefilled, Reader, type Beginning, type Screen } from './reader';
import { loadCalculator, type Calculator, type Situation } from '../calculator/calculator';
import { turn } from '../calculator/turn';
import { rememberedAnswers } from '../session/memory';
import { foundIn, type Told } from '../session/told';
import { received } from '../take-along/share';
import { today } from '../words/format';
import { loadWords } from '../words/languages';

/** What a browser tells a page that is left or come back to; none of it keeps the page from being put aside whole. */
const COMING_AND_GOING = ['focus', 'pagehide', 'pageshow', 'visibilitychange'];
const ALL_WORDS = ['first', 'rest'] as const;
/** From this width on, there is room beside the results, and answers given need not fold away: that of styles/app.css. */
const ROOMY_PX = 960;

async function soundCalculator(): Promise<Calculator> {
  const calculator = await loadCalculator();
  await turn();
  if (calculator.policyErrors.length === 0) return calculator;
  return (await import('../calculator/policy')).soundOne(calculator);
}

export class BirthBenefitsApp extends HTMLElement implements Screen {
  static readonly observedAttributes = ['lang'];

  place: Place = ownPage;
  /** Once there is a first answer. */
  reader: Reader | undefined;
  /** Until everything has arrived, or is known not to. */
  loading: Promise<void> | undefined;
  private wantedScope = '';
  private wantedAnswers: Told | null | undefined;
  /** What follows the first answer, once it is asked for; nothing where it is lost. */
  private coming: Promise<Later | undefined> | undefined;
  /** Undoes what its place does while it stands there. */
  private undo: (() => void) | undefined;
  private parts: readonly Piece[] = [];
  private readonly drawing: Drawing = new Drawing(
    this,
    () => this.gate.isOpen || !this.reader?.say.lacks,
    // Nothing is touched, and so nothing taken away, before everything has arrived.
    (draw, movesOn) => this.drawInPlace(draw, movesOn),
  );
  private readonly gate: Gate = new Gate(this.drawing.root, () => this.lack('part'));
  private readonly drawSheet = (): void => this.drawForPrint(true);
  private readonly dropSheet = (): void => this.drawForPrint(false);
  private readonly comeOrGo = (): void => this.reader?.comeOrGo();
  /**
   * Whoever comes back to a link with the browser's back button does not want it opened again: its answers would replace
   * those told since. Called at `popstate`, as the way back to the page in another language fires no `hashchange`.
   */
  private readonly readAddress = (): void => {
    const { link } = this.place;
    if (link?.isOpened) link.drop();
    else if (this.gate.isOpen) this.reader?.openLink();
  };

  /** The answers as the core took them. */
  get situation(): Situation | undefined {
    return this.reader?.session.accepted as unknown as Situation | undefined;
  }

  /** The benefits this is about, as the core takes them; '' for all. */
  get scope(): string {
    return this.reader?.scope ?? this.wantedScope;
  }

  set scope(scope: string) {
    if (scope === this.wantedScope) return;
    this.wantedScope = scope;
    this.reader?.about(scope);
  }

  /** Answers to begin with, if the core finds no fault in them; null for something that was no situation. */
  set prefill(situation: Told | null | undefined) {
    this.wantedAnswers = situation;
    if (situation !== undefined) this.reader?.prefill(situation);
  }

  connectedCallback(): void {
    addEventListener('beforeprint', this.drawSheet);
    addEventListener('afterprint', this.dropSheet);
    if (this.place.ownsPage) addEventListener('popstate', this.readAddress);
    for (const event of COMING_AND_GOING) addEventListener(event, this.comeOrGo);
    this.undo = this.place.enter?.();
    // Moved while it loads, it goes on loading; where that failed, a new place is a new try.
    this.loading ??= this.load();
  }

  disconnectedCallback(): void {
    removeEventListener('beforeprint', this.drawSheet);
    removeEventListener('afterprint', this.dropSheet);
    removeEventListener('popstate', this.readAddress);
    for (const event of COMING_AND_GOING) removeEventListener(event, this.comeOrGo);
    this.reader?.pause.end();
    this.undo?.();
  }

  attributeChangedCallback(): void {
    if (this.reader) void this.changeLanguage(this.reader).catch(this.gate.lose);
  }

  /** Also where the language stays, and only what follows the first answer has yet to come. */
  private async changeLanguage(reader: Reader): Promise<void> {
    this.requestLater();
    const { tag } = this;
    const [say, later] = await Promise.all([loadWords(tag, ALL_WORDS), this.coming]);
    // To compile and run what has come was enough for one turn.
    await turn();
    // A language wanted later wins, however slow this one was.
    if (tag !== this.tag) return;
    reader.speak(say, later);
    const waited = !this.gate.isOpen;
    this.draw();
    // It is lost, which the gate has said.
    if (!later) return;
    this.gate.open();
    if (waited) reader.openLink();
    await this.updateComplete;
    await turn();
    await later.agree(reader);
  }

  private get tag(): string {
    return this.lang || document.documentElement.lang;
  }

  private async load(): Promise<void> {
    let reader;
    try {
      reader = await this.start();
      const event: Ready = new CustomEvent('ready', { bubbles: true, detail: reader });
      this.dispatchEvent(event);
    } catch (error) {
      this.loading = undefined;
      const refusal = import('../views/refusal').then(({ refuse }) => refuse(this, this.tag, error));
      return this.lack(await refusal.catch(() => 'core' as const));
    }
    try {
      await this.changeLanguage(reader);
      // Also where a language chosen meanwhile has yet to come.
      reader.policyNews = await (await this.coming)?.policyNews(reader.whole);
      if (reader.policyNews) this.draw();
    } catch {
      this.gate.lose();
    }
  }

  /** Until the first answer is on screen. */
  private async start(): Promise<Reader> {
    const { place } = this;
    const kept = place.remembers && this.wantedAnswers === undefined ? rememberedAnswers() : null;
    // With answers at hand any question may be on screen at once, so all words are needed for the first drawing.
    const all = kept !== null || !place.ownsPage || !!received(place.fragment);
    if (all) this.requestLater();
    const [say, whole, later] = await Promise.all([
      loadWords(this.tag, all ? ALL_WORDS : ['first']),
      soundCalculator(),
      this.coming,
    ]);
    if (later) this.gate.open();
    await turn();
    const reader = new Reader(whole, say, place, this.wantedScope, this, this.beginning(whole, kept));
    reader.later = later;
    // A host may have handed in others meanwhile.
    if (this.wantedAnswers === undefined) reader.kept = kept;
    if (this.clientWidth >= ROOMY_PX) reader.unfolded.add('told');
    this.reader = reader;
    this.parts = parts(reader, this.drawing.root);
    this.draw();
    if (all) reader.openLink();
    await this.updateComplete;
    // It says more than first answers do, under another policy or on another day.
    if (!all && say.lacks) await this.changeLanguage(reader);
    return reader;
  }

  private beginning(whole: Calculator, kept: string | null): Beginning {
    if (this.wantedAnswers !== undefined) return prefilled(whole, this.wantedAnswers);
    return kept === null ? [] : found(foundIn(whole, kept, today()));
  }

  private requestLater(): void {
    this.coming ??= import('./later').catch(() => {
      this.coming = undefined;
      this.gate.lose();
      return undefined;
    });
  }

  /** What stood in the page before stays: the table computed when the page was built, or the answers on screen. */
  private lack(reason: Lack): void {
    const event: Unavailable = new CustomEvent('unavailable', { bubbles: true, detail: { reason } });
    this.dispatchEvent(event);
  }

  /** Once all is drawn that the answers so far call for. */
  get updateComplete(): Promise<void> {
    return this.drawing.done;
  }

  draw(movesOn?: boolean): void {
    const { reader } = this;
    if (!reader) return;
    const { root } = this.drawing;
    root.classList.toggle('printing', reader.printing);
    this.classList.toggle('blank', reader.printing && isBlank(reader));
    // Setting it, even to the same value, makes the browser compute every style below anew.
    if (root.lang !== reader.say.lang) root.lang = reader.say.lang;
    this.drawing.draw(this.parts, movesOn);
  }

  private drawInPlace(draw: () => void, movesOn?: boolean): void {
    const { root } = this.drawing;
    const later = this.reader?.later;
    if (!later) return draw();
    const { ownsPage } = this.place;
    later.keepingFocus(root, ownsPage ? () => later.keepingPlace(root, draw) : draw, movesOn);
  }

  private drawForPrint(printing: boolean): void {
    if (!this.reader) return;
    this.reader.printing = printing;
    this.draw();
    this.drawing.finish();
  }

  /** Its event is not called `change`: the fields inside fire events of that name, which bubble through here. */
  answered(): void {
    this.dispatchEvent(new CustomEvent('answered', { bubbles: true }));
  }

  toQuestion(taken?: boolean): void {
    this.reader?.later?.focusQuestion(this.drawing.root, this.place.ownsPage, taken);
  }

  fault(): string {
    return this.querySelector('.ask .fault')?.textContent ?? '';
  }
}
