// The page in another language: every language has a page of its own, complete without script, whose words are put here.

/** In the single file, the page in every language: its own as it came, and the others in templates. */
const within = SINGLE_FILE
  ? new Map<string | undefined, ParentNode>([
      [document.documentElement.lang, document.documentElement.cloneNode(true) as HTMLElement],
      ...[...document.querySelectorAll<HTMLTemplateElement>('template[data-page]')].map(
        ({ dataset, content }) => [dataset.page, content] as const,
      ),
    ])
  : undefined;

/** @throws where it does not arrive */
export async function pageBehind({ dataset, href }: HTMLAnchorElement): Promise<ParentNode> {
  const held = within?.get(dataset.lang);
  if (held) return held;
  const response = await fetch(href);
  if (!response.ok) throw new Error(href);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** What may have the focus in a part of the page, which is the same in every language. */
const stopsIn = (part: HTMLElement): HTMLElement[] => [
  part,
  ...part.querySelectorAll<HTMLElement>('a, button'),
];

/**
 * Puts the words of another page in place, so that the element and the answers in it stay where they are.
 * @param standard the table computed when the page was built
 * @returns that of the other page
 */
export function put(other: ParentNode, standard: HTMLElement | null): HTMLElement | null {
  let table = standard;
  for (const part of document.querySelectorAll<HTMLElement>('[data-words]')) {
    const words = other.querySelector<HTMLElement>(`[data-words="${part.dataset.words}"]`);
    if (!words) continue;
    const there = document.importNode(words, true);
    const focused = stopsIn(part).indexOf(document.activeElement as HTMLElement);
    part.replaceWith(there);
    stopsIn(there)[focused]?.focus({ preventScroll: true });
    if (part === standard) table = there;
  }
  document.title = (other.querySelector('title') as HTMLTitleElement).text;
  return table;
}
