// Answers as they are told: read from what a host hands in, put among the others, and given to the core.
import type { Calculator } from '../calculator/calculator';
import type { ErrorsDocument, InputError, Situation } from '../generated/contract';
import { inputAt } from './inputs';
import { at, copy, drop, leaves, put, type Json } from './json';

export type Told = { [name: string]: Json };

/**
 * What a host hands in as answers, an object or its JSON text, still to be judged by the core.
 * @param asOf the day where it names none
 * @returns null for what is no JSON object, undefined where nothing is handed in
 */
export function toldIn(given: unknown, asOf: string): Told | null | undefined {
  if (given === undefined) return undefined;
  try {
    const told = JSON.parse(typeof given === 'string' ? given : JSON.stringify(given)) as Json;
    if (typeof told !== 'object' || Array.isArray(told)) return null;
    return told && { as_of: asOf, ...told };
  } catch {
    return null;
  }
}

/** The core's word on a situation, errors set apart and the rest answered without the members at fault. */
export function answer(calculator: Calculator, told: Told, asOf: string, alternatives: boolean) {
  let accepted = told;
  const errors: InputError[] = [];
  // Every round takes at least one member away, so the rounds end; contradictions show only once values are valid.
  for (let left = Infinity; left > 0; left--) {
    const reply = calculator.evaluate(accepted as unknown as Situation, { alternatives });
    if ('benefits' in reply) return { result: reply, errors, accepted };
    if (accepted === told) {
      accepted = copy(told);
      left = leaves(told).length + 1;
    }
    // Of the situation: a session is opened under sound policies only.
    for (const error of [...(reply as ErrorsDocument).errors].reverse()) {
      if (error.pointer === '/as_of') put(accepted, '/as_of', asOf);
      // A fault of the document as a whole, its size or what it holds for text, leaves nothing of it.
      else if (error.pointer === '') accepted = { as_of: asOf };
      else drop(accepted, error.pointer);
      errors.push(error);
    }
  }
  throw new Error('the core refuses an empty situation');
}

/** Whether the core takes this text as it is; what it would answer is of no interest here. */
export function isSound(calculator: Calculator, text: string): boolean {
  return 'benefits' in calculator.evaluate(text, { alternatives: false });
}

/** What the core takes of some answers, and whether that is all. */
export interface Found {
  told: Told;
  complete: boolean;
}

/**
 * Answers that were kept or sent, which may be those of another edition, or anything.
 * @returns undefined where the core takes none of them
 */
export function foundIn(calculator: Calculator, text: string, asOf: string): Found | undefined {
  try {
    const { accepted, errors } = answer(calculator, toldIn(text, asOf) as Told, asOf, false);
    const complete = errors.length === 0;
    return complete || Object.keys(accepted).length > 1 ? { told: accepted, complete } : undefined;
  } catch {
    // No object, or one too deep to be walked through.
    return undefined;
  }
}

/**
 * Puts an answer among those told, and takes out what was told of another delivery than the one it speaks of.
 * @returns whether there was any
 */
export function putAnswer(told: Told, pointer: string, value: Json): boolean {
  // The day of a birth is not that of a miscarriage, and nothing else told of the one is so of the other.
  const outcome = told.delivery === null ? null : at(told, '/delivery/outcome');
  const isOther = pointer === '/delivery/outcome' && outcome !== undefined && outcome !== value;
  // Whoever is pregnant has a pregnancy to tell of: that there is none is asked about once more.
  const isPregnant = pointer === '/pregnant' && value === true && outcome === null;
  if (isOther || isPregnant) drop(told, '/delivery');
  put(told, pointer, value);
  return isOther || isPregnant;
}

/** Takes an answer out, or the one that there is none of what it belongs to. */
export function dropAnswer(told: Told, pointer: string): void {
  const none = inputAt(pointer)?.none;
  drop(told, none && at(told, none) === null ? none : pointer);
  // Nothing is told of a person of whom the last answer is taken back; an entry of a list and an institution stay.
  const [, person] = /^(\/\w+)\/\w+$/.exec(pointer) ?? [];
  if (person && JSON.stringify(at(told, person)) === '{}') drop(told, person);
}
