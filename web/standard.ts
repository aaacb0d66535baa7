// What one row of the standard table says: told once for the build, which writes the table, and for the page, which
// compares it with the policy in use.
import type { Benefit, Value } from './generated/contract';
import type { Say } from './messages';
import { gist } from './naming';

export interface StandardRow {
  gives: string[];
  payers: string[];
}

/** A ceiling is reckoned from a price, and the conditions of the table name none that anybody asks. */
const given = (say: Say, value: Value): string =>
  value.ceiling_yuan === undefined ? gist(say, value) : say('page.policy.ceiling');

const distinct = (items: string[]): string[] => [...new Set(items)];

/** The rows of one benefit, however many hold it, become one: what differs among the holders stands side by side. */
export const standardRow = (say: Say, holders: readonly Benefit[]): StandardRow => ({
  gives: distinct(holders.flatMap(({ value }) => (value ? [given(say, value)] : []))),
  payers: distinct(
    holders.flatMap(({ payers: lines }) => (lines ?? []).map(({ payer }) => say(`payer.${payer}`))),
  ),
});
