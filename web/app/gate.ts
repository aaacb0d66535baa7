// The first answer comes with only the words and fields that it needs itself. What the reader touches may need any other,
// so a touch waits until all of them are there.

export class Gate {
  /** All of them are there. */
  isOpen = false;
  private touched: EventTarget | null = null;
  private isLost = false;

  /**
   * @param root where touches are held back
   * @param lack says that a part did not arrive; what is on screen stays
   */
  constructor(
    private readonly root: HTMLElement,
    private readonly lack: () => void,
  ) {
    root.addEventListener('click', this.hold, true);
  }

  /** Does what was touched last. */
  open(): void {
    this.isOpen = true;
    this.wait(false);
    this.touched?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    this.touched = null;
  }

  /** The words, or what else follows the first answer, do not come. */
  readonly lose = (): void => {
    this.isLost = true;
    this.wait(false);
    this.lack();
  };

  private readonly hold = (event: Event): void => {
    const target = event.target as Element;
    if (this.isOpen || target.closest('a')) return;
    event.preventDefault();
    event.stopPropagation();
    this.touched = target;
    if (this.isLost) this.lose();
    else this.wait(true);
  };

  private wait(busy: boolean): void {
    this.root.setAttribute('aria-busy', String(busy));
  }
}
