// Where the calculator stands, and what it may touch there. On other people's pages: nothing but itself.
import type { Calculator } from '../calculator/calculator';

/** A calculator about some benefits alone, and the institutions it has answers about. */
export interface Narrowed {
  calculator: Calculator;
  institutions: readonly string[];
}

export interface Place {
  /** The page is ours: its address carries answers, one line stays in sight, the question on the table comes into view. */
  readonly ownsPage: boolean;
  /** This browser may be asked to remember the answers, and what it remembers is read. */
  readonly remembers: boolean;
  /** The calculator has been put there; what it returns is called once it is taken out. */
  enter?(): () => void;
  /** The fragment that may carry answers. */
  readonly fragment: string;
  /** For a scope; undefined where it names a benefit that there is not. */
  narrowed?(whole: Calculator, only: string, asOf: string): Narrowed | undefined;
  /** The site that receives every result, to be said on screen. */
  readonly receiver?: string | undefined;
  /** The page of ours, in a language, that a share link opens. */
  address(lang: string): string;
}

export const ownPage: Place = {
  ownsPage: true,
  remembers: true,
  get fragment() {
    return location.hash;
  },
  address: () => location.href.replace(/#.*$/, ''),
};
