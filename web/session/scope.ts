// Some benefits instead of all: which sums still say something.
import type { Benefit } from '../generated/contract';
import type { Session } from './session';

/** The answers, and the benefits they are about: all where the scope is ''. */
interface About {
  readonly scope: string;
  readonly session: Session;
}

const lists = ({ scope, session }: About, wanted: (benefit: Benefit) => boolean): boolean =>
  scope === '' || session.result.benefits.some(wanted);

/** Whoever asks for an institution, and has told nothing of a family, wants to read nothing of one. */
export const isInstitutionAlone = ({ session: { told } }: Pick<About, 'session'>): boolean =>
  'institution' in told &&
  Object.keys(told).every((member) => member === 'institution' || member === 'as_of');

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

/** Its days are over by the day of the answer. */
export const isPast = ({ session }: Pick<About, 'session'>, { period }: Pick<Benefit, 'period'>): boolean =>
  period !== undefined && period.to < session.result.policy.as_of;

/** Whether a sum of leave, of one parent or of both, says anything here. */
export const hasLeave = (about: About, parent?: string): boolean =>
  lists(about, (benefit) => isLeave(benefit) && (parent === undefined || benefit.subject === `/${parent}`));

/** The same of the aid per year. */
export const hasAid = (about: About): boolean => lists(about, ({ id }) => id === 'kindergarten.aid');

export const hasMoney = (about: About): boolean => hasLeave(about) || hasAid(about);
