// Where the focus goes: to the question on the table, and on to what follows when what has it is moved or taken away.
// Lost, the keyboard would begin again at the top of the page.

const focusedIn = (root: Element): HTMLElement | undefined => {
  const { activeElement } = root.getRootNode() as Document | ShadowRoot;
  return root.contains(activeElement) ? (activeElement as HTMLElement) : undefined;
};

/**
 * The nearest first: the label of its own question, those that follow in the same fold or section, what heads these, and
 * the sections that follow.
 */
function stopsAfter(from: Element, root: Element): HTMLElement[] {
  const box = from.closest('details, section');
  const all = (parent: Element | null, selector: string): HTMLElement[] => [
    ...(parent?.querySelectorAll<HTMLElement>(selector) ?? []),
  ];
  const follows = (stop: Node): boolean =>
    (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return [
    ...all(from.closest('.field'), '.label'),
    ...all(box, '.label').filter(follows),
    ...all(box, 'summary, h2').slice(0, 1),
    ...all(from.closest('section'), 'h2').slice(0, 1),
    ...all(root, 'h2').filter(follows),
  ];
}

function focusFirst(stops: readonly HTMLElement[]): void {
  const stop = stops.find((each) => each.getClientRects().length > 0);
  if (!stop) return;
  // Labels and headings take the focus only where they are told that they can.
  if (stop.tabIndex < 0) stop.tabIndex = -1;
  stop.focus({ preventScroll: true });
}

/** @param movesOn whether it leaves what has it, though that may still be there */
export function keepingFocus(root: Element, draw: () => void, movesOn = false): void {
  const focused = focusedIn(root);
  // Buttons alone are taken away by what they do; whoever types does not wait for a search.
  const stops = focused?.matches('button') ? stopsAfter(focused, root) : [];
  draw();
  // An element that is moved loses the focus on its way.
  if (focused && !focusedIn(root)) focused.focus({ preventScroll: true });
  if (focused && (movesOn || !focusedIn(root))) focusFirst(stops);
}

/** Safari alone keeps nothing in its place while what stands above it grows: there a second touch would meet another answer. */
export function keepingPlace(root: Element, draw: () => void): void {
  const focused = focusedIn(root);
  const held = focused?.closest('.ask') ?? focused?.closest('.field') ?? root.querySelector('.ask');
  if (CSS.supports('overflow-anchor', 'auto') || !held || scrollY === 0) return draw();
  const { top } = held.getBoundingClientRect();
  draw();
  const moved = held.isConnected ? held.getBoundingClientRect().top - top : 0;
  if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' });
}

/** @param taken the reader has asked to be taken to the question on the table */
export function focusQuestion(root: Element, ownsPage: boolean, taken = false): void {
  const ask = root.querySelector<HTMLElement>('.ask');
  ask
    ?.querySelector<HTMLElement>('input:not([tabindex]), .label[tabindex], h3[tabindex]')
    ?.focus({ preventScroll: true });
  const top = ask?.getBoundingClientRect().top ?? 0;
  if (!ownsPage) {
    // Other people's pages move only where the reader asked to be taken somewhere.
    if (taken) ask?.scrollIntoView({ block: 'nearest' });
    return;
  }
  // Its first answer shall not be below the window, nor behind the line at its edge.
  const answer = ask?.querySelector('.chip, .entry') ?? ask?.querySelector('h3');
  const bottom = answer?.getBoundingClientRect().bottom ?? 0;
  const edge = root.querySelector('.peek')?.getBoundingClientRect().top || innerHeight;
  if (top < 0 || bottom > edge) ask?.scrollIntoView({ block: 'start' });
}
