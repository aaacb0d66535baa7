// The answers that this device keeps, as one tab of its browser knows them. Nothing is kept before the reader wishes it, and
// what is found stays as it is until something is answered. All tabs that keep answers keep the same; wiped in one means wiped
// in all.
import { forgetAnswers, rememberAnswers, rememberedAnswers } from './memory';
import type { Session } from './session';

type Answers = Pick<Session, 'accepted' | 'isOfToday'>;

/** Without the day where nobody chose it: what is found again on another day is answered as of that one. */
const textOf = ({ accepted, isOfToday }: Answers): string =>
  JSON.stringify({ ...accepted, as_of: isOfToday ? undefined : accepted.as_of });

export class KeptAnswers {
  /** What was kept last, as far as this tab knows; null where its reader does not wish it. */
  private text: string | null = null;

  get isWished(): boolean {
    return this.text !== null;
  }

  /** The answers of this tab are those that were found: the wish to keep them is found with them. */
  adopt(text: string | null): void {
    this.text = text;
  }

  /** The answers of this tab are others now, which nobody has wished to keep; those that are kept stay. */
  leave(): void {
    this.text = null;
  }

  /** @returns whether this device does what is wished */
  wish(answers: Answers): boolean {
    this.text = null;
    this.write(answers);
    return this.isWished;
  }

  wipe(): void {
    this.text = null;
    forgetAnswers();
  }

  /** Something has been answered in this tab. */
  answered(answers: Answers): void {
    if (!this.isWished) return;
    // Wiped in another tab: nothing brings it back but a new wish.
    if (rememberedAnswers() === null) this.leave();
    else this.write(answers);
  }

  /** What another tab has kept since; null for nothing. */
  get fromElsewhere(): string | null {
    const text = this.isWished ? rememberedAnswers() : null;
    return text === this.text ? null : text;
  }

  private write(answers: Answers): void {
    const text = textOf(answers);
    if (rememberAnswers(text)) this.text = text;
  }
}
