// What sentences take from the policy file: a figure that changes there changes in every sentence, here as in the native
// command's `explain`.
import type { Args } from './messages';

export interface Dated {
  from: string;
  to?: string;
  value: unknown;
  source: string;
}

export type Figures = Readonly<Record<string, { unit: string; values: readonly Dated[] }>>;

export interface Entry {
  id: string;
  force: string;
  sources: readonly string[];
  figures?: Figures;
  lists?: Readonly<Record<string, readonly string[]>>;
}

export interface Assumption {
  id: string;
  confidence: string;
  default: string;
  options: readonly { id: string; value?: number | string }[];
}

/** A sound policy file, as far as it is read here. */
export interface PolicyFile {
  id: string;
  edition: string;
  assumptions: readonly Assumption[];
  common: { figures: Figures };
  benefits: readonly Entry[];
}

/** The figures that sentences said of a benefit can name, by their names: its own and the common ones, as they are that day. */
export function figuresOf({ common, benefits }: PolicyFile, benefit: string, day: string): Args {
  const figures = { ...common.figures, ...benefits.find(({ id }) => id === benefit)?.figures };
  const args: Record<string, never> = {};
  for (const name in figures) {
    const { values } = figures[name] as Figures[string];
    // As the rules take it: the last value that has begun, or the first of all.
    args[name] = (values.filter(({ from }) => from <= day).pop() ?? values[0])?.value as never;
  }
  return args;
}

/** What an assumption's option carries, as `value`; nothing where it carries none. */
export function optionValue({ assumptions }: PolicyFile, assumption: string, option: string): Args {
  const value = assumptions
    .find(({ id }) => id === assumption)
    ?.options.find(({ id }) => id === option)?.value;
  return value === undefined ? {} : { value };
}
