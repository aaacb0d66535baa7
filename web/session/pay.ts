// Which answers the pay of a leave still waits for.
import type { Benefit } from '../generated/contract';
import { isLeave } from './benefits';

/** The questions that the core has left. */
interface Asked {
  readonly openQuestions: readonly string[];
}

/** Of the pay beside a fund: whether there is one, for how many of the days, and what falls to the employer. */
const BESIDE_FUND: readonly string[] = [
  '/mother/monthly_wage_yuan',
  '/mother/maternity_insured',
  '/mother/employer_average_monthly_wage_yuan',
  '/delivery/difficult',
];

/**
 * The core says that a pay is open, and what it still asks, but not which of its questions are about that pay: this mirrors
 * its `employer_pays`, an employer who alone pays and does so by the wage, and `maternity_payment`, an employer beside a
 * fund. tests/web/pay.test.mjs holds the two together.
 */
export function payWaitsFor({ openQuestions }: Asked, benefit: Benefit): string[] {
  const { subject, payers } = benefit;
  if (!isLeave(benefit) || benefit.status !== 'entitled' || payers?.every(({ yuan }) => yuan !== undefined))
    return [];
  const deciding = payers?.every(({ payer }) => payer === 'employer')
    ? [`${subject}/monthly_wage_yuan`]
    : BESIDE_FUND;
  return openQuestions.filter((pointer) => deciding.includes(pointer));
}
