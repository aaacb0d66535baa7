// What kind of benefit one is, for whoever adds them up, dates them or sets them apart.
import type { Calculator } from '../calculator/calculator';
import type { Benefit } from '../generated/contract';
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
