// What the reader of the page tells and chooses, and what follows from it. Knows no element; its Screen is told when to draw.
import type { App, Fold, Later, Notice } from './app';
import { Pause } from './pause';
import type { Place } from './place';
import type { Calculator } from '../calculator/calculator';
import type { PolicyNews } from '../calculator/policy';
import { INSTITUTIONS } from '../session/inputs';
import type { Json } from '../session/json';
import { KeptAnswers } from '../session/kept';
import { Session } from '../session/session';
import { foundIn, isSound, type Found, type Told } from '../session/told';
import { received } from '../take-along/share';
import { today } from '../words/format';
import type { Say } from '../words/messages';

/** What draws the calculator: the element, or a stand-in of a test. */
export interface Screen {
  /** @param movesOn whether the focus leaves what has it, though that may still be there */
  draw(movesOn?: boolean): void;
  /** The answers, or what they lead to, have changed. */
  answered(): void;
  /**
   * The question on the table takes the focus, so that the keyboard goes on from there.
   * @param taken the reader has asked to be taken there
   */
  toQuestion(taken?: boolean): void;
  /** What is said to be wrong with the answer on the table. */
  fault(): string;
}

/** Answers to begin with, and what is to be said of them. */
export type Beginning = readonly [told?: Told | undefined, notice?: Notice | undefined];

/** What a host hands in, if the core finds no fault in it. */
export const prefilled = (whole: Calculator, told: Told | null): Beginning =>
  told && isSound(whole, JSON.stringify(told)) ? [told, 'prefilled'] : [undefined, 'not_prefilled'];

/** What is kept stays as it is until the reader answers something. */
export const found = (of: Found | undefined, notice?: Notice): Beginning => [
  of?.told,
  of?.complete ? notice : 'set_aside',
];

/** What is folded by the browser tells of it, too: only a reader's touch is a change. @returns whether it is one */
function toggled<Name>(unfolded: Set<Name>, name: Name, open: boolean): boolean {
  if (unfolded.has(name) === open) return false;
  if (open) unfolded.add(name);
  else unfolded.delete(name);
  return true;
}

export class Reader implements App {
  session: Session;
  institutions = INSTITUTIONS;
  later: Later | undefined;
  showAll = false;
  readonly unfolded = new Set<Fold>();
  readonly open = new Set<string>();
  sharesWages = true;
  notice: Notice | undefined;
  policyNews: PolicyNews | undefined;
  printing = false;
  announced = '';
  /** The results of which something was said last. */
  private heard = '';
  private readonly keeping = new KeptAnswers();
  readonly pause = new Pause(() => this.pauseBegan());

  /**
   * @param whole answers about everything
   * @param scope the benefits this is about, as the core takes them; a word that names none shows all, and says so
   */
  constructor(
    public whole: Calculator,
    public say: Say,
    readonly place: Place,
    public scope: string,
    private readonly screen: Screen,
    [told, notice]: Beginning = [],
  ) {
    this.notice = notice;
    this.session = new Session(this.asked(), today(), told);
  }

  get keepsAnswers(): boolean {
    return this.keeping.isWished;
  }

  /** The answers to begin with, as this device was found to keep them. */
  set kept(text: string | null) {
    this.keeping.adopt(text);
  }

  /** Answers about what this is about. */
  private asked(): Calculator {
    const part = this.scope && this.place.narrowed?.(this.whole, this.scope, today());
    if (this.scope && !part) this.notice = 'no_scope';
    if (!part) this.scope = '';
    const { calculator, institutions } = part || { calculator: this.whole, institutions: INSTITUTIONS };
    this.institutions = institutions;
    return calculator;
  }

  /** What was remembered here is somebody's own: other answers do not take its place unasked. */
  begin([told, notice]: Beginning = []): void {
    this.keeping.leave();
    this.notice = notice;
    this.session = new Session(this.asked(), today(), told);
    this.drawAnew();
  }

  /** What a host hands in later: sound answers begin anew with those, others cost the reader nothing. */
  prefill(told: Told | null): void {
    const [sound, notice] = prefilled(this.whole, told);
    if (sound) return this.begin([sound, notice]);
    this.notice = notice;
    this.screen.draw();
  }

  about(scope: string): void {
    this.scope = scope;
    if (this.notice === 'no_scope') this.notice = undefined;
    this.session.under(this.asked());
    this.drawAnew();
  }

  private drawAnew(): void {
    if (this.open.size > 0) this.session.evaluateReadings();
    this.screen.draw();
  }

  /** Answers from a link replace those on screen, if the core takes any of them. */
  openLink(): void {
    const carried = received(this.place.fragment);
    if (!carried) return;
    if ('refused' in carried) this.notice = carried.refused;
    else {
      const sent = foundIn(this.whole, carried.situation, today());
      if (sent) {
        this.place.link?.open();
        return this.begin(found(sent, 'shared'));
      }
      this.notice = 'unreadable';
    }
    this.screen.draw();
  }

  goOn(calculator: Calculator): void {
    this.policyNews = undefined;
    this.whole = calculator;
    this.notice = undefined;
    const { size } = this.session.errors;
    this.session.under(this.asked());
    if (this.session.errors.size > size) this.notice = 'set_aside';
    this.announce();
    this.drawAnew();
    this.screen.answered();
    void this.later?.agree(this);
  }

  /**
   * A page may lie in a tab for weeks: whoever comes back to it wants the answer of the day, to what was told in another
   * tab meanwhile.
   */
  comeOrGo(): void {
    this.pause.end();
    this.catchUp();
    if (!this.session.beginDay(today())) return;
    this.screen.draw();
    this.screen.answered();
    this.pause.begin();
  }

  private catchUp(): void {
    const kept = this.keeping.fromElsewhere;
    const now = kept === null ? undefined : foundIn(this.whole, kept, today());
    if (!now) return;
    this.begin(found(now));
    this.keeping.adopt(kept);
    this.screen.answered();
  }

  /** Draws at once; what costs more, or would chatter, waits for a pause. */
  private changed(movesOn?: boolean): void {
    this.notice = undefined;
    this.screen.draw(movesOn);
    this.place.link?.drop();
    this.screen.answered();
    this.pause.begin();
  }

  private pauseBegan(): void {
    this.session.pause();
    if (this.open.size > 0) this.session.evaluateReadings();
    this.keeping.answered(this.session);
    this.announce();
    this.screen.draw();
  }

  /** Nothing of an answer that has changed nothing, such as a date that is none. */
  private announce(): void {
    const results = JSON.stringify(this.session.result);
    if (!this.later || results === this.heard) return;
    this.heard = results;
    this.announced = this.later.announcement(this);
  }

  /** In another language, or with what follows the first answer: what was said in the last is not repeated. */
  speak(say: Say, later: Later | undefined): void {
    this.say = say;
    this.later = later;
    this.announced = '';
    this.heard = JSON.stringify(this.session.result);
  }

  tell(pointer: string, value: Json, text?: string): void {
    this.session.tell(pointer, value, text);
    this.changed();
  }

  private moveOn(pointer: string): void {
    const onTable = pointer === this.session.asking || !this.session.asking;
    if (onTable) this.session.next();
    this.changed();
    if (onTable && !this.showAll) this.screen.toQuestion();
  }

  settle(pointer: string, value: Json): void {
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

  clear(pointer: string): void {
    this.session.untell(pointer);
    if (this.session.openQuestions.includes(pointer) && !pointer.startsWith('/institution'))
      this.session.ask(pointer);
    this.changed();
  }

  finish(pointer: string): void {
    const { session } = this;
    session.finish();
    if (session.texts.has(pointer) && !session.isTold(pointer)) this.untell(pointer);
    // Not at once: what then is said of a day would move what the reader is about to touch.
    else this.pause.begin();
  }

  removeEntry(pointer: string): void {
    this.session.removeEntry(pointer);
    // The button that removes one may stay, and would remove the next.
    this.changed(true);
  }

  ask(pointer: string): void {
    this.session.ask(pointer);
    this.showAll = false;
    this.screen.draw();
    this.screen.toQuestion(true);
  }

  next(): void {
    this.session.finish();
    const faulty = this.session.asking && this.session.errorAt(this.session.asking);
    if (!faulty) this.session.next();
    this.screen.draw();
    // What is mistyped is not left behind, and said to whoever cannot see it beside the field.
    if (faulty) {
      this.announced = this.screen.fault();
      this.screen.draw();
    }
    this.screen.toQuestion();
  }

  moveBirth(): void {
    this.ask(this.session.moveBirth());
    this.changed();
  }

  skip(): void {
    this.session.skip();
    this.screen.draw();
    this.screen.toQuestion();
  }

  toggleAll(): void {
    this.showAll = !this.showAll;
    this.screen.draw();
  }

  toggleCard(key: string, open: boolean): void {
    if (!toggled(this.open, key, open)) return;
    if (open) this.session.evaluateReadings();
    this.screen.draw();
  }

  fold(name: Fold, open: boolean): void {
    if (toggled(this.unfolded, name, open)) this.screen.draw();
  }

  notify(notice: Notice): void {
    this.notice = notice;
    this.announced = this.say(`page.notice.${notice}`);
    this.screen.draw();
  }

  keepAnswers(keep: boolean): void {
    if (keep) return this.notify(this.keeping.wish(this.session) ? 'remembered' : 'not_remembered');
    this.keeping.wipe();
    this.notice = undefined;
    this.screen.draw();
  }

  shareWages(share: boolean): void {
    this.sharesWages = share;
    this.screen.draw();
  }

  reset(): void {
    this.keeping.wipe();
    this.open.clear();
    this.begin();
    this.changed();
    this.screen.toQuestion();
  }
}
