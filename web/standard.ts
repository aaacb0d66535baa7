// What one row of the standard table says: told once for the build, which writes the table, and for the page, which
// compares it with the policy in use.
import type { Benefit } from './generated/contract';
import type { Say } from './messages';
import { gist } from './naming';

export interface StandardRow {
  gives: string[];
  payers: string[];
}

const distinct = (items: string[]): string[] => [...new Set(items)];

/** The rows of one benefit, however many hold it, become one: what differs among the holders stands side by side. */
export const standardRow = (say: Say, holders: readonly Benefit[]): StandardRow => ({
  gives: distinct(holders.flatMap(({ value }) => (value ? [gist(say, value)] : []))),
  payers: distinct(
    holders.flatMap(({ payers: lines }) => (lines ?? []).map(({ payer }) => say(`payer.${payer}`))),
  ),
});
