// How a source is cited.
import type { Say } from './messages';

/**
 * `decree-619/7` -> document and article; the policy's own paragraphs are measures or organisational ones. What another
 * policy cites may have no title: it is named as it stands.
 */
export function source(say: Say, id: string, document: string): string {
  const [doc = '', place] = id.split('/');
  if (!say.has(`source.${doc}`)) return id;
  const title = say(`source.${doc}`);
  if (place === undefined) return title;
  const [part, number] = place.split('.');
  if (doc !== document || number === undefined) return say('source.article', { title, place });
  return say(part === '2' ? 'source.measure' : 'source.organisation', { title, place: Number(number) });
}
