// What the page of a host and the frame say to each other: data, never markup. Types only; nothing of it is loaded.
import type { Result } from '../generated/contract';

/** What the host wants, as JSON text: at the start in the frame's fragment, after every change in a message. */
export interface Settings {
  /** The origin of the host: the only one the frame speaks to and hears. */
  host: string;
  lang: string;
  theme: string;
  /** Of the page around the element, `color-scheme`: without a theme the calculator is dark only where that may be. */
  scheme: string;
  scope: string;
  /** `result`: the host receives every result, and the reader is told so. */
  share: string;
  /** A situation, or its JSON text; the core judges it. */
  situation?: unknown;
  /** Values of the custom properties `--birth-benefits-…`, by their ends; `accent` also stands for the attribute. */
  tokens: Readonly<Record<string, string>>;
}

/** What the frame says: the name of an event and its detail. */
export type FrameMessage =
  /** That its script runs: the one thing it says to whoever is around it, named or not. */
  | readonly [name: 'begun']
  | readonly [name: 'height', pixels: number]
  /** With the frame's title in the reader's language. */
  | readonly [name: 'ready', title: string]
  | readonly [name: 'result', result: Result]
  /** There is no calculator; links to the full page stand there instead. */
  | readonly [name: 'unavailable'];
