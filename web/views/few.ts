// The first of many, where all of them would be in the way.
import type { Say } from '../words/messages';

/** In words, and how many there are beside them. Of the others nothing is said: the first answer may lack the words. */
export const few = <Item>(
  say: Say,
  all: readonly Item[],
  most: number,
  text: (item: Item) => string,
): string[] => [
  ...all.slice(0, most).map(text),
  ...(all.length > most ? [say('page.ask.more', { count: all.length - most })] : []),
];
