// What a screen reader is told after a pause in the typing.
import type { App } from '../app/app';
import { hasLeave } from '../session/scope';
import { daysText } from './summary';

export function announcement(app: App): string {
  const { summary: totals, questions } = app.session.result;
  return app.say(hasLeave(app) ? 'page.announcement' : 'page.announcement.benefits', {
    mother: daysText(app, 'mother'),
    father: daysText(app, 'father'),
    entitled: totals.counts.entitled,
    unknown: totals.counts.unknown,
    questions: questions.length,
  });
}
