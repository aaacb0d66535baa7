// Which sentence says what is wrong.
import type { Args } from './messages';

/** The key of an error's words: where a name is near it is asked for, and of each type expected there is a sentence. */
export function sentenceOf({ code, args = {} }: { code: string; args?: Args }): string {
  if (args.did_you_mean !== undefined) return `error.${code}.near`;
  // "number or fraction" is one of them.
  return args.expected === undefined
    ? `error.${code}`
    : `error.${code}.${String(args.expected).replace(/ /g, '_')}`;
}
