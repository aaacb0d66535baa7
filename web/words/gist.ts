// A value where it stands by itself and has to say something: what it measures, or how long its list is.
import type { Value } from '../generated/contract';
import type { Say } from './messages';
import { measure } from './naming';

const listed = (say: Say, { rights, services }: Value, duty: boolean): string =>
  rights
    ? say(duty ? 'page.gist.duties' : 'page.gist.rights', { count: rights.length })
    : say('page.gist.services', { count: services?.length ?? 0 });

export const gist = (say: Say, value: Value, duty = false): string =>
  measure(say, value) || listed(say, value, duty);
