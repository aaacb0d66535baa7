// What would cost too much, or chatter, at every keystroke waits for a pause.

const PAUSE_MS = 600;

export class Pause {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param work what waits */
  constructor(private readonly work: () => void) {}

  /** Something has been typed: the pause begins anew. */
  begin(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end(), PAUSE_MS);
  }

  /** Does at once what waits, if anything does: a phone may never come back to a page that is left. */
  end(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.work();
  }
}
