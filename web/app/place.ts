// Where the calculator stands, and what it may touch there. On other people's pages: nothing but itself.
import type { Language } from '../addresses';
import type { Calculator } from '../calculator/calculator';
import { MARK } from '../take-along/share';

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
  /** The link in the address of our page. */
  readonly link?: {
    /** Whether it was opened before, and is now come back to. */
    readonly isOpened: boolean;
    /** It has been opened. */
    open(): void;
    /** The address carries no answers that are not on screen, nor any that were wiped. */
    drop(): void;
  };
  /** For a scope; undefined where it names a benefit that there is not. */
  narrowed?(whole: Calculator, only: string, asOf: string): Narrowed | undefined;
  /** The site that receives every result, to be said on screen. */
  readonly receiver?: string | undefined;
  /** The page of ours, in a language, that a share link opens. */
  address(lang: Language): string;
}

/** Marks a step of the history whose link has been opened. */
const OPENED = 'opened';
const withoutFragment = (): string => location.href.replace(/#.*$/, '');

export const ownPage: Place = {
  ownsPage: true,
  remembers: true,
  get fragment() {
    return location.hash;
  },
  link: {
    get isOpened() {
      return history.state === OPENED;
    },
    open: () => history.replaceState(OPENED, ''),
    drop() {
      if (location.hash.startsWith(MARK)) history.replaceState(null, '', withoutFragment());
    },
  },
  address: withoutFragment,
};
