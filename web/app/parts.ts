// The calculator from top to bottom, part by part as it is drawn.
import { html, nothing } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import type { App } from './app';
import { banners } from '../views/banners';
import { dated } from '../session/benefits';
import type { Piece } from './drawing';
import { questionPieces, questions } from '../views/questions';
import { leaves } from '../session/json';
import { hasCalendar } from '../session/scope';
import { resultPieces, results } from '../views/results';
import { peek, summary } from '../views/summary';

/** The largest drawing, and the one that changes least: what is paid, and so a wage, is no part of it. */
function calendar(app: App): unknown {
  const { result } = app.session;
  const shown = dated(result).map(({ benefit, from, to }) => {
    const { id, subject, force, value } = benefit;
    return [id, subject, force, value, from, to];
  });
  return guard([JSON.stringify(shown), result.policy.as_of, app.say], () => app.later?.timeline(app));
}

/** Nothing is told yet, and the page has the standard table to print. */
export const isBlank = ({ place, session }: App): boolean =>
  place.ownsPage && session.isOfToday && leaves(session.told).every((pointer) => pointer === '/as_of');

/** @param root takes the places of the parts */
export function parts(app: App, root: Element): readonly Piece[] {
  // A start that failed half way may have left some.
  root.textContent = '';
  const part = (view: () => unknown, more: Partial<Piece> = {}): Piece => ({
    place: root.appendChild(document.createComment('')),
    view: () => view() || nothing,
    ...more,
  });
  const isUrgent = (): boolean => true;
  const isInForce = (): boolean => app.session.result.policy.in_force;
  const urgent = (view: () => unknown): Piece => part(view, { isUrgent });
  return [
    urgent(() => banners(app)),
    urgent(() => app.later?.news(app)),
    part(() => summary(app)),
    part(() => questions(app), { isUrgent, within: () => questionPieces(app, root) }),
    part(() => isInForce() && results(app), { within: () => resultPieces(app, root) }),
    part(() => isInForce() && app.later && hasCalendar(app) && calendar(app)),
    part(() => app.later?.payers(app)),
    part(() => app.later?.takeaway(app)),
    part(() => app.printing && !isBlank(app) && app.later?.sheet(app)),
    part(() => app.later?.notes(app)),
    urgent(() => app.place.ownsPage && isInForce() && peek(app)),
    urgent(() => html`<p class="unseen" role="status">${app.announced}</p>`),
  ];
}
