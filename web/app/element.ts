// <birth-benefits-app>: the calculator as an element. Holds the session, draws it, and carries out what the views ask for.
import type { App, Fold, Lack, Later, Notice, Unavailable } from './app';
import { loadCalculator, type Calculator, type Situation } from '../calculator/calculator';
import { Drawing } from './drawing';
import { Gate } from './gate';
import { today } from '../words/format';
import { INSTITUTIONS } from '../session/inputs';
import type { Json } from '../session/json';
import { speak } from '../words/languages';
import { forgetAnswers, rememberAnswers, rememberedAnswers } from '../session/memory';
import type { Say } from '../words/messages';
import { parts } from './parts';
import { ownPage, type Place } from './place';
import type { PolicyNews } from '../calculator/policy';
import { Session, type Found, type Told } from '../session/session';
import { received } from '../take-along/share';
import { announcement } from '../views/summary';
import { turn } from '../calculator/turn';

/** A pause in the typing, after which readings are computed, answers kept and the result announced. */
const PAUSE_MS = 600;
/** What a browser tells a page that is left or come back to; none of it keeps the page from being put aside whole. */
const COMING_AND_GOING = ['pagehide', 'pageshow', 'visibilitychange'];
/** Marks a step of the history whose link has been opened. */
const OPENED = 'opened';
const ALL_WORDS = ['first', 'rest'] as const;
/** From this width on, there is room beside the results, and answers given need not fold away: that of styles/app.css. */
const ROOMY_PX = 960;

export class BirthBenefitsApp extends HTMLElement implements App {
  static readonly observedAttributes = ['lang'];

  place: Place = ownPage;
  institutions: readonly string[] = [];

  session!: Session;
  say!: Say;
  later: Later | undefined;
  showAll = false;
  unfolded = new Set<Fold>();
  open = new Set<string>();
  keepsAnswers = false;
  sharesWages = true;
  notice: Notice | undefined;
  policyNews: PolicyNews | undefined;
  printing = false;
  announced = '';
  /** Until everything has arrived, or is known not to. */
  loading: Promise<void> | undefined;
  /** Answers about everything; `calculator` about the scope. */
  whole: Calculator | undefined;
  private calculator: Calculator | undefined;
  private wantedScope = '';
  private wantedAnswers: Told | null | undefined;
  private pause: ReturnType<typeof setTimeout> | undefined;
  /** What follows the first answer, once it is asked for; nothing where it is lost. */
  private coming: Promise<Later | undefined> | undefined;
  /** Undoes what its place does while it stands there. */
  private leave: (() => void) | undefined;
  private readonly drawing: Drawing = new Drawing(
    this,
    () => this.gate.isOpen || !this.say.lacks,
    (draw) => this.keepingFocus(draw),
  );
  private readonly gate: Gate = new Gate(this.drawing.root, () => this.lack('part'));
  private readonly parts = parts(this, this.drawing.root);
  private readonly drawSheet = (): void => this.drawForPrint(true);
  private readonly dropSheet = (): void => this.drawForPrint(false);
  /** To come back to a link that was opened is no wish to have it opened again: it would replace answers told since. */
  private readonly readAddress = (): void => {
    if (history.state === OPENED) this.dropLink();
    else this.openLink();
  };

  /** The answers as the core took them. */
  get situation(): Situation | undefined {
    return this.session?.accepted as unknown as Situation | undefined;
  }

  /** The benefits this is about, as the core takes them; a word that names none shows all, and says so. */
  get scope(): string {
    return this.wantedScope;
  }

  set scope(scope: string) {
    if (scope === this.wantedScope) return;
    this.wantedScope = scope;
    if (this.whole) this.begin(this.session.told, this.notice);
  }

  /** Answers to begin with, if the core finds no fault in them; null for something that was no situation. */
  set prefill(situation: Told | null | undefined) {
    this.wantedAnswers = situation;
    if (this.whole && situation !== undefined) this.beginPrefilled(situation);
  }

  connectedCallback(): void {
    addEventListener('beforeprint', this.drawSheet);
    addEventListener('afterprint', this.dropSheet);
    if (this.place.ownsPage) addEventListener('hashchange', this.readAddress);
    for (const event of COMING_AND_GOING) addEventListener(event, this.comeOrGo);
    this.leave = this.place.enter?.();
    // Moved while it loads, it goes on loading; where that failed, a new place is a new try.
    this.loading ??= this.load();
  }

  disconnectedCallback(): void {
    removeEventListener('beforeprint', this.drawSheet);
    removeEventListener('afterprint', this.dropSheet);
    removeEventListener('hashchange', this.readAddress);
    for (const event of COMING_AND_GOING) removeEventListener(event, this.comeOrGo);
    this.finishPause();
    this.leave?.();
  }

  attributeChangedCallback(): void {
    if (this.session) void this.speak().catch(this.gate.lose);
  }

  private async speak(): Promise<void> {
    const { tag } = this;
    const [say, later] = await Promise.all([speak(tag, ALL_WORDS), this.coming]);
    // A language wanted later wins, however slow this one was.
    if (tag !== this.tag) return;
    this.say = say;
    this.later = later;
    const waited = !this.gate.isOpen;
    this.draw();
    this.gate.open();
    if (waited) this.openLink();
    await this.updateComplete;
    await turn();
    await this.later?.agree(this);
  }

  private get tag(): string {
    return this.lang || document.documentElement.lang;
  }

  private async load(): Promise<void> {
    try {
      const { ownsPage, remembers } = this.place;
      const kept = remembers && this.wantedAnswers === undefined ? rememberedAnswers() : null;
      // With answers at hand any question may be on screen at once, so all words are needed for the first drawing.
      const all = kept !== null || !ownsPage || !!received(this.place.fragment);
      if (all) this.follow();
      const [say, found, later] = await Promise.all([
        speak(this.tag, all ? ALL_WORDS : ['first']),
        loadCalculator(),
        this.coming,
      ]);
      await turn();
      const whole =
        found.policyErrors.length > 0 ? await (await import('../calculator/policy')).soundOne(found) : found;
      this.say = say;
      this.later = later;
      if (all) this.gate.open();
      this.whole = whole;
      this.keepsAnswers = kept !== null;
      await turn();
      if (this.clientWidth >= ROOMY_PX) this.unfolded.add('told');
      if (this.wantedAnswers !== undefined) this.beginPrefilled(this.wantedAnswers);
      else if (kept === null) this.begin();
      else this.beginFound(Session.found(whole, kept, today()));
      this.openLink();
      await this.updateComplete;
      // It says more than first answers do, under another policy or on another day.
      if (!this.gate.isOpen && this.say.lacks) await this.speak();
      this.dispatchEvent(new CustomEvent('ready', { bubbles: true }));
    } catch (error) {
      this.loading = undefined;
      const refusal = import('../views/refusal').then(({ refuse }) => refuse(this, this.tag, error));
      return this.lack(await refusal.catch(() => 'core' as const));
    }
    try {
      this.follow();
      await this.speak();
      // Also where a language chosen meanwhile has yet to come.
      this.policyNews = await (await this.coming)?.policyNews(this.whole);
      if (this.policyNews) this.draw();
    } catch {
      this.gate.lose();
    }
  }

  private follow(): void {
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

  goOn(calculator: Calculator): void {
    this.policyNews = undefined;
    this.whole = calculator;
    const { told, errors } = this.session;
    this.begin(told);
    if (this.session.errors.size > errors.size) this.notice = 'set_aside';
    this.announced = announcement(this);
    this.draw();
    this.tellAnswered();
    void this.later?.agree(this);
  }

  private begin(told?: Told, notice?: Notice): void {
    const [whole, day] = [this.whole as Calculator, today()];
    const part = this.scope && this.place.narrowed?.(whole, this.scope, day);
    this.notice = this.scope && !part ? 'no_scope' : notice;
    if (!part) this.wantedScope = '';
    ({ calculator: this.calculator, institutions: this.institutions } = part || {
      calculator: whole,
      institutions: INSTITUTIONS,
    });
    this.session = new Session(this.calculator, day, told);
    if (this.open.size > 0) this.session.evaluateReadings();
    this.draw();
  }

  private beginPrefilled(told: Told | null): void {
    if (told && Session.sound(this.whole as Calculator, JSON.stringify(told))) this.begin(told, 'prefilled');
    else this.begin(undefined, 'not_prefilled');
  }

  /** What is kept stays as it is until the reader answers something. */
  private beginFound(found: Found | undefined, notice?: Notice): void {
    this.begin(found?.told, found?.whole ? notice : 'set_aside');
  }

  /** Answers from a link replace those on screen, if the core takes any of them. */
  private openLink(): void {
    const carried = received(this.place.fragment);
    if (!carried || !this.gate.isOpen || !this.whole) return;
    if ('refused' in carried) this.notice = carried.refused;
    else {
      const found = Session.found(this.whole, carried.situation, today());
      if (found) {
        // What was remembered here is somebody's own: answers of others do not take its place unasked.
        this.keepsAnswers = false;
        if (this.place.ownsPage) history.replaceState(OPENED, '');
        return this.beginFound(found, 'shared');
      }
      this.notice = 'unreadable';
    }
    this.draw();
  }

  /** The address carries no answers that are not on screen, nor any that were wiped. */
  private dropLink(): void {
    if (this.place.ownsPage && location.hash.startsWith('#a'))
      history.replaceState(null, '', location.href.replace(/#.*$/, ''));
  }

  /** Once all is drawn that the answers so far call for. */
  get updateComplete(): Promise<void> {
    return this.drawing.done;
  }

  private draw(): void {
    const { root } = this.drawing;
    root.classList.toggle('printing', this.printing);
    // To write it is to have every style below computed anew, though it be the same.
    if (root.lang !== this.say.lang) root.lang = this.say.lang;
    this.drawing.draw(this.parts);
  }

  /** Draws at once; what costs more, or would chatter, waits for a pause. */
  private changed(): void {
    this.draw();
    this.dropLink();
    this.tellAnswered();
    clearTimeout(this.pause);
    this.pause = setTimeout(this.finishPause, PAUSE_MS);
  }

  /** What waits for a pause, at its end or because the reader leaves: a phone may never come back to this page. */
  private readonly finishPause = (): void => {
    if (!this.pause) return;
    clearTimeout(this.pause);
    this.pause = undefined;
    if (this.open.size > 0) this.session.evaluateReadings();
    // Wiped in another tab means wiped here: nothing brings it back but a new wish.
    if (this.keepsAnswers) this.keepsAnswers = rememberedAnswers() !== null;
    if (this.keepsAnswers) this.remember();
    this.announced = announcement(this);
    this.draw();
  };

  /** Not called `change`, as the browser calls what happens to each field within. */
  private tellAnswered(): void {
    this.dispatchEvent(new CustomEvent('answered', { bubbles: true }));
  }

  /** A page may lie in a tab for weeks: whoever comes back to it wants the answer of the day. */
  private readonly comeOrGo = (): void => {
    this.finishPause();
    if (!this.session?.beginDay(today())) return;
    this.draw();
    this.tellAnswered();
  };

  private drawForPrint(printing: boolean): void {
    this.printing = printing;
    if (!this.session) return;
    this.draw();
    this.drawing.finish();
  }

  /** Nothing is touched, and so nothing taken away, before everything has arrived. */
  private keepingFocus(draw: () => void, movesOn?: boolean): void {
    if (this.later) this.later.keepingFocus(this.drawing.root, draw, movesOn);
    else draw();
  }

  /** The question on the table takes the focus, so that the keyboard goes on from there. */
  private focusQuestion(taken = false): void {
    const ask = this.querySelector<HTMLElement>('.ask');
    ask
      ?.querySelector<HTMLElement>('input:not([tabindex]), .label[tabindex], h3[tabindex]')
      ?.focus({ preventScroll: true });
    const top = ask?.getBoundingClientRect().top ?? 0;
    if (!this.place.ownsPage) {
      // Other people's pages move only where the reader asked to be taken somewhere.
      if (taken) ask?.scrollIntoView({ block: 'nearest' });
    } else if (top < 0 || top > innerHeight * 0.7) ask?.scrollIntoView({ block: 'start' });
  }

  tell(pointer: string, value: Json, text?: string): void {
    this.notice = undefined;
    this.session.tell(pointer, value, text);
    this.changed();
  }

  private moveOn(pointer: string): void {
    const onTable = pointer === this.session.asking || !this.session.asking;
    if (onTable) this.session.next();
    this.changed();
    if (onTable && !this.showAll) this.focusQuestion();
  }

  settle(pointer: string, value: Json): void {
    this.notice = undefined;
    const onTable = this.session.asking;
    this.session.tell(pointer, value);
    // An answer "there is none" is told at the parent of the question it settles.
    this.moveOn(onTable && this.session.isTold(onTable) ? onTable : pointer);
  }

  settleCount(pointer: string, count: number): void {
    this.session.tellCount(pointer, count);
    this.moveOn(pointer);
  }

  untell(pointer: string, text?: string): void {
    this.session.untell(pointer, text);
    this.changed();
  }

  removeEntry(pointer: string): void {
    this.session.removeEntry(pointer);
    // The button that removes one may stay, and would remove the next.
    this.keepingFocus(() => this.changed(), true);
  }

  ask(pointer: string): void {
    this.session.ask(pointer);
    this.showAll = false;
    this.draw();
    this.focusQuestion(true);
  }

  next(): void {
    const faulty = this.session.asking && this.session.errorAt(this.session.asking);
    if (!faulty) this.session.next();
    // What is mistyped is not left behind, and said to whoever cannot see it beside the field.
    else this.announced = this.querySelector('.ask .fault')?.textContent ?? '';
    this.draw();
    this.focusQuestion();
  }

  moveBirth(): void {
    this.ask(this.session.moveBirth());
    this.changed();
  }

  skip(): void {
    this.session.skip();
    this.draw();
    this.focusQuestion();
  }

  toggleAll(): void {
    this.showAll = !this.showAll;
    this.draw();
  }

  toggleCard(key: string, open: boolean): void {
    if (this.open.has(key) === open) return;
    if (open) this.open.add(key);
    else this.open.delete(key);
    if (open) this.session.evaluateReadings();
    this.draw();
  }

  fold(name: Fold, open: boolean): void {
    if (this.unfolded.has(name) === open) return;
    if (open) this.unfolded.add(name);
    else this.unfolded.delete(name);
    this.draw();
  }

  notify(notice: Notice): void {
    this.notice = notice;
    this.announced = this.say(`page.notice.${notice}`);
    this.draw();
  }

  keepAnswers(keep: boolean): void {
    const done = keep ? this.remember() : forgetAnswers();
    this.keepsAnswers = keep && done;
    if (keep) return this.notify(done ? 'remembered' : 'not_remembered');
    this.notice = undefined;
    this.draw();
  }

  /** Without the day where nobody chose it: what is found again on another day is answered as of that one. */
  private remember(): boolean {
    const { accepted, isOfToday } = this.session;
    return rememberAnswers(JSON.stringify({ ...accepted, as_of: isOfToday ? undefined : accepted.as_of }));
  }

  shareWages(share: boolean): void {
    this.sharesWages = share;
    this.draw();
  }

  reset(): void {
    forgetAnswers();
    this.keepsAnswers = false;
    this.notice = undefined;
    this.open.clear();
    this.begin();
    this.changed();
    this.focusQuestion();
  }
}
