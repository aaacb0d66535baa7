// What a screen reader is told after a pause in the typing.
import type { App } from '../app/app';
import { isInstitutionAlone } from '../session/scope';
import { institutionsText } from './institutions';
import { counted, isListed, leavesText, PARENTS } from './summary';

export function announcement(app: App): string {
  if (isInstitutionAlone(app))
    return app.say('page.announcement.institution', { outcomes: institutionsText(app) });
  const { questions } = app.session.result;
  const [mother, father] = PARENTS.map((parent) => isListed(app, parent));
  const whose = mother && father ? 'parents' : mother ? 'mother' : father ? 'father' : 'benefits';
  return app.say(`page.announcement.${whose}`, {
    mother: leavesText(app, 'mother'),
    father: leavesText(app, 'father'),
    entitled: counted(app, 'entitled'),
    unknown: counted(app, 'unknown'),
    questions: questions.length,
  });
}
