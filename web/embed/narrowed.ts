// Some benefits instead of all: the same calculator, asked about them alone.
import type { Calculator, Situation } from '../calculator/calculator';
import type { Narrowed } from '../app/place';
import { INSTITUTIONS } from '../session/inputs';

/** The institutions about which the calculator has an answer. */
function institutionsOf(calculator: Calculator, asOf: string): string[] {
  return INSTITUTIONS.filter((pointer) => {
    const name = pointer.slice(pointer.lastIndexOf('/') + 1);
    const asked = { as_of: asOf, institution: { [name]: {} } } as Situation;
    const answer = calculator.evaluate(asked, { alternatives: false });
    return 'benefits' in answer && answer.benefits.some(({ subject }) => subject === pointer);
  });
}

const about = (whole: Calculator, only: string): Calculator => ({
  ...whole,
  evaluate: (situation, options) => whole.evaluate(situation, { ...options, only }),
  under: (policy) => about(whole.under(policy), only),
});

/** A calculator that answers about these benefits; undefined where a word names none. */
export function narrowed(whole: Calculator, only: string, asOf: string): Narrowed | undefined {
  if (!('benefits' in whole.evaluate({ as_of: asOf }, { only, alternatives: false }))) return undefined;
  const calculator = about(whole, only);
  return { calculator, institutions: institutionsOf(calculator, asOf) };
}
