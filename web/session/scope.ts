// Some benefits instead of all: which sums still say something.
import type { Benefit } from '../generated/contract';
import { dated, isLeave } from './benefits';
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

/** Whether there are dates, or answers that may yet bring some. */
export const hasCalendar = (about: About): boolean =>
  !isInstitutionAlone(about) || dated(about.session.result).length > 0;

/** Whether a sum of leave, of one parent or of both, says anything here. */
export const hasLeave = (about: About, parent?: string): boolean =>
  lists(about, (benefit) => isLeave(benefit) && (parent === undefined || benefit.subject === `/${parent}`));

/** The same of the aid per year. */
export const hasAid = (about: About): boolean => lists(about, ({ id }) => id === 'kindergarten.aid');

export const hasMoney = (about: About): boolean => hasLeave(about) || hasAid(about);
