// What one row of the standard table says: told once for the build, which writes the table, and for the page, which
// compares it with the policy in use.
import type { PolicyFile } from '../words/figures';
import type { Benefit, Result, Value } from '../generated/contract';
import type { Say } from '../words/messages';
import { gist } from '../words/gist';

export interface StandardRow {
  gives: string[];
  payers: string[];
}

/** The sentence that says for whom a yearly amount is what it is. */
function rate(say: Say, { steps, document }: Benefit): string | undefined {
  const step = steps.find(
    ({ source, args = {} }) => Object.keys(args).length > 0 && source?.startsWith(`${document}/`),
  );
  return step && say(`rule.${step.rule}`, step.args).replace(/[。.]$/, '');
}

function given(say: Say, benefit: Benefit, value: Value): string {
  // A ceiling follows from a guide price; that of standard.json is only an example.
  if (value.ceiling_yuan !== undefined) return say('page.policy.ceiling');
  const yearly = value.yuan !== undefined && value.per === 'year' && rate(say, benefit);
  return yearly || gist(say, value);
}

const distinct = (items: string[]): string[] => [...new Set(items)];

/** The rows of one benefit, however many hold it, become one: what differs among the holders stands side by side. */
export const standardRow = (say: Say, holders: readonly Benefit[]): StandardRow => ({
  gives: distinct(holders.flatMap((benefit) => (benefit.value ? [given(say, benefit, benefit.value)] : []))),
  payers: distinct(
    holders.flatMap(({ payers: lines }) => (lines ?? []).map(({ payer }) => say(`payer.${payer}`))),
  ),
});

/** What holds where all conditions are met: the answers to standard.json, one after the other, as one. */
export const merged = (answers: readonly Result[]): Result => ({
  ...(answers[0] as Result),
  benefits: answers.flatMap(({ benefits }) => benefits),
});

/** Tells the policy file the table was made with from others, however their lines are broken. */
export function fingerprint(policy: PolicyFile): string {
  let hash = 0;
  for (const char of JSON.stringify(policy)) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) | 0;
  return hash.toString(36);
}
