// What the views may read and do; reader.ts is where it happens.
import type { Calculator } from '../calculator/calculator';
import type { Json } from '../session/json';
import type { Say } from '../words/messages';
import type { Place } from './place';
import type { Reader } from './reader';
import type { PolicyNews } from '../calculator/policy';
import type { Session } from '../session/session';

export type Notice =
  | 'copied'
  | 'not_copied'
  | 'taken'
  | 'saved_calendar'
  | 'saved_document'
  | 'remembered'
  | 'not_remembered'
  | 'version'
  | 'unreadable'
  | 'shared'
  | 'set_aside'
  | 'prefilled'
  | 'not_prefilled'
  | 'no_scope';

/**
 * What folds: the day of the answer, the answers given and what each answer to a question would give, among the questions;
 * what one does not get, where it is much, and what is for families, for whoever asks for an institution alone.
 */
export type Fold = 'day' | 'told' | `outcomes ${string}` | 'not_entitled' | 'family';

/** The chunk that follows the first answer. */
export type Later = typeof import('./later');

/** What the element says it lacks: anything to start with, a policy to compute with, or a part that comes later. */
export type Lack = 'core' | 'policy' | 'part';
/** The event `ready`: there is a first answer. */
export type Ready = CustomEvent<Reader>;
/** The event `unavailable`. */
export type Unavailable = CustomEvent<{ reason: Lack }>;

export interface App {
  readonly session: Session;
  readonly place: Place;
  /** The benefits this is about, as the core takes them; '' for all. */
  readonly scope: string;
  /** Institutions that can be asked for, by their pointers. */
  readonly institutions: readonly string[];
  readonly say: Say;
  /** Undefined until it has arrived. */
  readonly later: Later | undefined;
  /** All questions at once instead of one at a time. */
  readonly showAll: boolean;
  /** What is unfolded. */
  readonly unfolded: ReadonlySet<Fold>;
  /** Cards the reader has opened. */
  readonly open: ReadonlySet<string>;
  readonly keepsAnswers: boolean;
  readonly sharesWages: boolean;
  readonly notice: Notice | undefined;
  /** What a screen reader is told, once the typing has paused. */
  readonly announced: string;
  readonly printing: boolean;
  /** Answers about everything, whatever the scope. */
  readonly whole: Calculator;
  /** Another policy file than the one in use has been found. */
  readonly policyNews: PolicyNews | undefined;

  tell(pointer: string, value: Json, text?: string): void;
  /** Tells and moves on to the next question, where the answer is complete with one touch. */
  settle(pointer: string, value: Json): void;
  settleCount(pointer: string, count: number): void;
  /** @param text what is left in the field while it is being typed in */
  untell(pointer: string, text?: string): void;
  /** Takes an answer back: where one is asked at a time, it is asked next, and not lost from sight. */
  clear(pointer: string): void;
  /** The reader has left its field. */
  finish(pointer: string): void;
  removeEntry(pointer: string): void;
  /** The babies of the delivery are told of among the other children from now on. */
  moveBirth(): void;
  /** Puts a question on the table and the focus on it. */
  ask(pointer: string): void;
  next(): void;
  skip(): void;
  toggleAll(): void;
  toggleCard(key: string, open: boolean): void;
  fold(name: Fold, open: boolean): void;
  notify(notice: Notice): void;
  keepAnswers(keep: boolean): void;
  shareWages(share: boolean): void;
  /** The answers stay, and are answered anew under another policy. */
  goOn(calculator: Calculator): void;
  reset(): void;
}
