// What kind of benefit one is, for whoever adds them up, dates them or sets them apart.
import type { Calculator } from '../calculator/calculator';
import type { Alternative, Benefit, Period, Result } from '../generated/contract';
import type { Session } from './session';

/** Of amounts in yuan: whole fen are exact where sums of yuan are not. */
export const sumOf = (amounts: readonly number[]): number =>
  amounts.reduce((fen, yuan) => fen + Math.round(yuan * 100), 0) / 100;

/** What counts in the sums of leave. */
export const isLeave = ({ id }: Pick<Benefit, 'id'>): boolean => id.startsWith('leave.');

/** Taken on days of one's choice within its period, not as a whole. */
export const isWithin = ({ value }: Pick<Benefit, 'value'>): boolean =>
  value?.per === 'year' && value.days !== undefined;

/** What is there to be known, and nothing that anybody has to qualify for. */
export const isApart = ({ force, status }: Pick<Benefit, 'force' | 'status'>): boolean =>
  force === 'information' && status === 'entitled';

/**
 * Its days are over by the day of the answer. Where a reading of the law alone says when they are to be taken, they are not
 * before the mother's leave is over too, which is the other reading that names an end.
 */
export function isPast(
  { session, whole }: { readonly session: Session; readonly whole: Calculator },
  { id, period }: Pick<Benefit, 'id' | 'period'>,
): boolean {
  const { benefits, policy } = session.result;
  const isOver = (days: Benefit['period']): boolean => days !== undefined && days.to < policy.as_of;
  const isRead = whole.file().assumptions.some((each) => each.id === `${id}.window`);
  return (
    isOver(period) && (!isRead || isOver(benefits.find((each) => each.id === 'leave.maternity')?.period))
  );
}

/** Only how long it is, and not whether there is one, depends on answers that are still missing. */
export const isSure = ({ bounds }: Pick<Benefit, 'bounds'>): boolean => (bounds?.days?.[0] ?? 0) > 0;

/** Whether a reading of the law gives more or less, and not only another reason. */
export const isOther = ({ value, period, payers }: Alternative): boolean =>
  [value, period, payers].some((part) => part !== undefined);

/** A day that a step of the reasoning names. */
export const dayIn = ({ steps }: Pick<Benefit, 'steps'>, of: string, name: string): string | undefined =>
  steps.find(({ rule }) => rule === of)?.args?.[name] as string | undefined;

/** From which day on a child is old enough, where it is not yet on the day of the answer. */
export function tooYoungUntil(as_of: string, benefit: Pick<Benefit, 'steps'>): string | undefined {
  const from = dayIn(benefit, 'age_from', 'from');
  return from !== undefined && from > as_of ? from : undefined;
}

/** Nothing but being too young yet is in its way. */
export const isLater = (as_of: string, benefit: Pick<Benefit, 'reasons' | 'steps'>): boolean =>
  benefit.reasons?.join() === 'age' && tooYoungUntil(as_of, benefit) !== undefined;

/** The days on which a child will be old enough and not too old, where nothing else is in the way. */
export function toCome(as_of: string, benefit: Benefit): Period | undefined {
  if (!isLater(as_of, benefit)) return undefined;
  const from = tooYoungUntil(as_of, benefit);
  const to = dayIn(benefit, 'age_limit', 'last_day');
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

export interface Dated extends Period {
  benefit: Benefit;
}

/** Every dated period of an answer, and what is to come with a child's age. */
export function dated({ benefits, policy, timeline }: Result): Dated[] {
  const periods = timeline.flatMap(({ benefit: index, from, to }) => {
    const benefit = benefits[index];
    return benefit ? [{ benefit, from, to }] : [];
  });
  const later = benefits.flatMap((benefit) => {
    const period = toCome(policy.as_of, benefit);
    return period ? [{ benefit, ...period }] : [];
  });
  return [...periods, ...later];
}
