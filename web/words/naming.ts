// The names of people, questions, values and periods, as short phrases.
import type { Calculator } from '../calculator/calculator';
import { figuresOf, optionValue } from './figures';
import type { Benefit, Period, Value } from '../generated/contract';
import { general, inputAt } from '../session/inputs';
import type { Session } from '../session/session';
import type { Args, Say } from './messages';

/** The words, and what sentences take their figures from: the policy, and the day of the answer. */
interface Speaker {
  readonly say: Say;
  readonly whole: Calculator;
  readonly session: Session;
}

/** A sentence said of a benefit: what it is not given itself are figures of that benefit. */
export const said = (
  { say, whole, session }: Speaker,
  { id }: Pick<Benefit, 'id'>,
  key: string,
  args?: Args,
): string => say(key, { ...figuresOf(whole.file(), id, session.result.policy.as_of), ...args });

/** A reading of the law: the option of an assumption. */
export const reading = ({ say, whole }: Pick<Speaker, 'say' | 'whole'>, id: string, option: string): string =>
  say(`assumption.${id}.option.${option}`, optionValue(whole.file(), id, option));

/** Whose benefit: the household, a parent, the second child. */
export function who(say: Say, pointer: string): string {
  const [, list = 'household', index] = pointer.split('/');
  if (list === 'institution') return say(`page.institution.${pointer}`);
  if (index === undefined) return say(`subject.${list}`);
  return say(list === 'elders' ? 'subject.elder' : 'subject.child', { number: Number(index) + 1 });
}

/** The question a pointer asks, with the entry of the list it belongs to. */
export function question(say: Say, pointer: string): string {
  const label = say(`input.${general(pointer)}.label`);
  const entry = /^\/\w+\/\d+(?=\/)/.exec(pointer)?.[0];
  return entry ? say('page.question.of', { who: who(say, entry), label }) : label;
}

export const isOfInstitution = ({ subject }: Pick<Benefit, 'subject'>): boolean =>
  subject.startsWith('/institution');

/** What is a family's right is a duty where an institution holds it. */
export const isDuty = ({ force, subject }: Pick<Benefit, 'force' | 'subject'>): boolean =>
  force === 'claim' && isOfInstitution({ subject });

/** What serves a family binds an institution: both have names of their own there. */
const ELSE_FOR_INSTITUTIONS: readonly Benefit['force'][] = ['claim', 'service'];

/** How binding the wording is, as a word of the catalogue. */
export const force = ({ force: name, subject }: Pick<Benefit, 'force' | 'subject'>): string =>
  `force.${name}${isOfInstitution({ subject }) && ELSE_FOR_INSTITUTIONS.includes(name) ? '.institution' : ''}`;

/** The verdict as a word of the catalogue: a rule applies to an institution, which meets no conditions for it. */
export const verdict = ({ status, subject }: Pick<Benefit, 'status' | 'subject'>): string =>
  isOfInstitution({ subject }) ? `page.institution.${status}` : `status.${status}`;

/** What a value measures, in a few words; empty for a list of services or rights, whose length is no measure. */
export function measure(say: Say, value: Value): string {
  if (value.days !== undefined)
    return say(`page.gist.days.${value.day_unit}.${value.per}`, { days: value.days });
  if (value.yuan !== undefined)
    return value.yuan === 0
      ? say('page.gist.free')
      : say(value.per === 'year' ? 'page.gist.yuan.year' : 'page.gist.yuan', { yuan: value.yuan });
  if (value.ceiling_yuan !== undefined) return say('page.gist.ceiling', { yuan: value.ceiling_yuan });
  if (value.hours_per_workday !== undefined)
    return say('page.gist.hours', { hours: value.hours_per_workday });
  return value.price_class ? say(`page.gist.price.${value.price_class}`) : '';
}

const isNumber = (pointer: string): boolean => ['count', 'money'].includes(inputAt(pointer)?.kind ?? '');

/**
 * Between what an open value lies; empty where nothing bounds it, or an amount is bounded by nothing but what its number
 * that is not told yet may at most be.
 */
export function bounds(
  say: Say,
  { bounds: range, missing = [] }: Pick<Benefit, 'bounds' | 'missing'>,
): string {
  if (range?.days) {
    const [least, most] = range.days;
    return say(least === most ? 'page.bounds.days.one' : 'page.bounds.days', { least, most });
  }
  if (range?.yuan && !missing.some(isNumber)) {
    const [least, most] = range.yuan;
    return say(least === most ? 'page.bounds.yuan.one' : 'page.bounds.yuan', {
      least_yuan: least,
      most_yuan: most,
    });
  }
  return '';
}

/** The part of a benefit that alone has days, as a word of the catalogue; none where all of it has. */
function datedPart(say: Say, { id }: Pick<Benefit, 'id'>): string | undefined {
  const part = `page.period.${id}`;
  return say.has(part) ? part : undefined;
}

/** What its days are those of, as a word of the catalogue. */
export const datedName = (say: Say, benefit: Pick<Benefit, 'id'>): string =>
  datedPart(say, benefit) ?? `benefit.${benefit.id}.title`;

/** The days of a benefit, with the name of the part that they are those of. */
export function when(say: Say, benefit: Pick<Benefit, 'id'>, period: Period): string {
  const part = datedPart(say, benefit);
  return part ? `${say(part)} ${span(say, period)}` : span(say, period);
}

/** Broken between its days alone: half a date says another. */
export function span(say: Say, { from, to }: Period): string {
  const whole = (day: string): string => say.date(day).replace(/ /g, '\u00a0');
  return from === to ? whole(from) : say('page.period', { from: whole(from), to: whole(to) });
}
