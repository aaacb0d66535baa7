// What the reader has told so far, what the core answers to it, and which question is on the table. No DOM, no policy.
import type { Calculator } from '../calculator/calculator';
import type { Alternative, InputError, Reading, Result } from '../generated/contract';
import { inputAt } from './inputs';
import { at, copy, drop, type Json } from './json';
import { answer, dropAnswer, putAnswer, type Told } from './told';
import { isBegun } from './writing';

/** What an answer that is not told would lead to, and what is wrong with it beside those that are. */
export interface Supposed {
  result: Result;
  error: InputError | undefined;
}

export interface Readings {
  assumptions: Reading[];
  alternatives: Alternative[];
}

/** One benefit of one holder, whatever its status: the name that stays while the answers change. */
export const benefitKey = (benefit: { id: string; subject: string }): string =>
  `${benefit.id} ${benefit.subject}`;

export class Session {
  told: Told;
  /** Typed text by pointer, as typed: `2024-3-` stays on screen while it is no date yet. */
  texts = new Map<string, string>();
  errors = new Map<string, InputError>();
  /** The answers the result stands on: all but those at fault. */
  accepted: Told;
  result!: Result;
  /** As of the last call of evaluateReadings. */
  readings = new Map<string, Readings>();
  /** The result they belong to. */
  private readingsOf: Result | undefined;
  /** The pointer on the table; undefined once nothing is left to ask. */
  asking: string | undefined;
  private passed = new Set<string>();
  /** The pointer of the field that is being written in. */
  private writing: string | undefined;
  /** Whether the typing has not paused since. */
  private isHurried = false;
  /** The part of the family that the reader chose to tell of: its questions come next. */
  private topic: string | undefined;

  constructor(
    private calculator: Calculator,
    /** The day of the answers where none is chosen. */
    private asOf: string,
    told?: Told,
  ) {
    this.told = told ?? { as_of: asOf };
    this.accepted = this.told;
    this.evaluate();
  }

  isTold(pointer: string): boolean {
    const input = inputAt(pointer);
    return at(this.told, pointer) !== undefined || (!!input?.none && at(this.told, input.none) === null);
  }

  /** What is wrong with an answer, or with all that it belongs to. */
  errorAt(pointer: string): InputError | undefined {
    if (this.errors.size === 0) return undefined;
    for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
      const error = this.errors.get(place);
      if (error) return error;
    }
    return undefined;
  }

  /** What is to be said of an answer: nothing yet of a day that is still being written. */
  faultAt(pointer: string): InputError | undefined {
    const error = this.errorAt(pointer);
    const isUnfinished = pointer === this.writing && error?.code === 'invalid_date';
    return isUnfinished && isBegun(this.texts.get(pointer) ?? '') ? undefined : error;
  }

  /** What was written is all there will be of it. */
  finish(): void {
    this.writing = undefined;
  }

  /** The typing has paused: what was written may be all there will be of it. */
  pause(): void {
    this.isHurried = false;
  }

  /** Whether more of an answer is probably to come at once. */
  isGoingOn(pointer: string): boolean {
    return this.isHurried && pointer === this.writing;
  }

  get isWriting(): boolean {
    return this.writing !== undefined;
  }

  /** Whether a field is being written in that is not that of the question on the table. */
  get isWritingElsewhere(): boolean {
    return this.isWriting && this.writing !== this.asking;
  }

  /** Whether its field stands among the answers: told, or being emptied there. */
  isInHand(pointer: string): boolean {
    return this.isTold(pointer) || this.texts.has(pointer);
  }

  get openQuestions(): string[] {
    return this.result.questions;
  }

  tell(pointer: string, value: Json, text?: string): void {
    // What is gone is asked about next.
    if (putAnswer(this.told, pointer, value)) this.topic = '/delivery';
    this.forget(pointer, text);
    this.evaluate();
  }

  /** What telling this would lead to; nothing is told by that. */
  suppose(pointer: string, value: Json): Supposed {
    const told = copy(this.told);
    putAnswer(told, pointer, value);
    const { result, errors } = answer(this.calculator, told, this.asOf, false);
    return { result, error: errors.find((error) => error.pointer === pointer) };
  }

  /**
   * Back to "not told".
   * @param text where its field is only being emptied to be filled anew, and so has to stay under the cursor
   */
  untell(pointer: string, text?: string): void {
    dropAnswer(this.told, pointer);
    this.forget(pointer, text);
    this.passed.delete(pointer);
    this.evaluate();
  }

  /**
   * What was typed goes with its answer: at and below a place whose answer is dropped or replaced, and wherever none is
   * told, as in a field left empty.
   * @param text what stands in the field of that place now
   */
  private forget(pointer: string, text?: string): void {
    for (const typed of this.texts.keys())
      if (`${typed}/`.startsWith(`${pointer}/`) || !this.isTold(typed)) this.texts.delete(typed);
    if (text !== undefined) this.texts.set(pointer, text);
    this.isHurried = text !== undefined;
    this.writing = this.isHurried ? pointer : undefined;
  }

  /** A list that long, with the entries there are. */
  listOf(pointer: string, count: number): Json[] {
    const list = at(this.told, pointer);
    const entries = Array.isArray(list) ? list.slice(0, count) : [];
    while (entries.length < count) entries.push({});
    return entries;
  }

  /** Makes a list that long; typed texts of the list are re-read from the values. */
  tellCount(pointer: string, count: number): void {
    this.tell(pointer, this.listOf(pointer, count));
  }

  /** Takes one entry of a list away; typed texts of the list are re-read from the values. */
  removeEntry(pointer: string): void {
    const list = pointer.slice(0, pointer.lastIndexOf('/'));
    drop(this.told, pointer);
    this.forget(list);
    // The entries behind it have moved up, so a question about one of them is now a question about another.
    const isOfList = (question = ''): boolean => question.startsWith(`${list}/`);
    for (const question of this.passed) if (isOfList(question)) this.passed.delete(question);
    if (isOfList(this.asking)) this.asking = undefined;
    this.evaluate();
  }

  /** Whether the answers are as of a day that nobody chose: the one on which they were begun. */
  get isOfToday(): boolean {
    return this.accepted.as_of === this.asOf && !this.texts.has('/as_of');
  }

  /**
   * A day has begun since: the answers are as of that one, unless another was chosen.
   * @returns whether that is so
   */
  beginDay(day: string): boolean {
    if (day === this.asOf) return false;
    if (this.isOfToday) this.told.as_of = day;
    this.asOf = day;
    this.evaluate();
    return true;
  }

  /** Whether the reader chose what the question on the table is about. */
  get hasTopic(): boolean {
    return this.topic !== undefined;
  }

  ask(pointer: string): void {
    this.finish();
    this.asking = pointer;
    this.topic = /^\/\w+/.exec(pointer)?.[0];
    this.passed.delete(pointer);
  }

  skip(): void {
    if (this.asking) this.passed.add(this.asking);
    this.next();
  }

  /** Questions still to be asked: neither in hand nor passed over. */
  get left(): string[] {
    return this.openQuestions.filter((pointer) => !this.isInHand(pointer) && !this.passed.has(pointer));
  }

  /** The first question left; none where all others were passed over: they can be asked for by themselves. */
  next(): void {
    const { left } = this;
    const ofTopic = left.filter((pointer) => pointer.startsWith(`${this.topic}/`));
    if (ofTopic.length === 0) this.topic = undefined;
    const open = ofTopic.length > 0 ? ofTopic : left;
    this.asking = open.find((pointer) => pointer !== this.asking) ?? open[0];
  }

  /**
   * The babies of the delivery become children among the others, of whom alone is asked where they are cared for or go to
   * school. @returns the question to go on with
   */
  moveBirth(): string {
    const { date, babies } = this.accepted.delivery as { date: Json; babies?: Json };
    const others = Array.isArray(this.told.children) ? this.told.children : [];
    const grown = Array.from({ length: Number(babies ?? 1) }, () => ({ birth_date: date }));
    this.forget('/delivery');
    // Whoever is pregnant again has another to tell of.
    if (this.told.pregnant === true) drop(this.told, '/delivery');
    else this.told.delivery = null;
    this.tell('/children', [...others, ...grown]);
    return `/children/${others.length}/care`;
  }

  /** The answers stay, and so does their place, and are answered by another calculator. */
  under(calculator: Calculator): void {
    this.calculator = calculator;
    this.evaluate();
  }

  private evaluate(): void {
    const { result, errors, accepted } = answer(this.calculator, this.told, this.asOf, false);
    this.result = result;
    this.accepted = accepted;
    this.errors = new Map(errors.map((error) => [error.pointer, error]));
    // A field that is being emptied to be filled anew stays, though nothing asks for it.
    const settled = this.asking && !this.isInHand(this.asking) && !result.questions.includes(this.asking);
    if (settled || !this.asking) this.next();
  }

  /** What other readings of the law make of it, as of the last call of evaluateReadings. */
  othersOf(benefit: { id: string; subject: string }): readonly Alternative[] {
    return this.readings.get(benefitKey(benefit))?.alternatives ?? [];
  }

  /** The readings cost several evaluations, so they wait until somebody looks at them and the typing pauses. */
  evaluateReadings(): void {
    if (this.readingsOf === this.result) return;
    this.readingsOf = this.result;
    const { result } = answer(this.calculator, this.told, this.asOf, true);
    this.readings = new Map(
      result.benefits.map((benefit) => [
        benefitKey(benefit),
        { assumptions: benefit.assumptions ?? [], alternatives: benefit.alternatives ?? [] },
      ]),
    );
  }
}
