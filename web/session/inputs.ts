// The inputs of a situation as the page sees them; the table itself is drawn from the schema.
import { INPUTS } from '../generated/inputs';

export interface Input {
  /** RFC 6901 pointer; N stands for an index. */
  pointer: string;
  kind: 'truth' | 'date' | 'money' | 'count' | 'choice' | 'list';
  options?: readonly string[];
  /** Least and most of a count, or entries of a list; both included. */
  least?: number;
  most?: number;
  /** The parent that may be null: this input is its first, so "there is none" is one of its answers. */
  none?: string;
  /** Never "not told". */
  required?: boolean;
}

export { INPUTS };

/** The institutions that a situation can describe, by their pointers. */
export const INSTITUTIONS: readonly string[] = [
  ...new Set(INPUTS.flatMap(({ pointer }) => /^\/institution\/\w+/.exec(pointer) ?? [])),
];

const byPointer = new Map(INPUTS.map((input) => [input.pointer, input]));

/** `/children/2/care` -> `/children/N/care`, the name under which the schema and the words know it. */
export const general = (pointer: string): string => pointer.replace(/\/\d+(?=\/|$)/g, '/N');

export function inputAt(pointer: string): Input | undefined {
  const input = byPointer.get(pointer) ?? byPointer.get(general(pointer));
  // Each is asked for many times at every keystroke.
  if (input) byPointer.set(pointer, input);
  return input;
}

/** Amounts of money that describe a person: what a share link may leave out. */
export const isWage = (pointer: string): boolean => /wage_yuan$/.test(pointer);

/** The one input that is never asked for: days of maternity leave taken before the birth are none unless told. */
export const UNASKED = '/delivery/leave_before_birth_days';
