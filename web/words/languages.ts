// The words of one language at a time, as the build merged them: those of the first answer, and all the rest.
import type { Language } from '../addresses';
import { sayer, type Say, type Words } from './messages';

type Load = () => Promise<{ default: Words }>;

const LANGUAGES: Readonly<Record<Language, { first: Load; rest: Load }>> = {
  'zh-CN': { first: () => import('words:zh-CN'), rest: () => import('words:zh-CN-rest') },
  en: { first: () => import('words:en'), rest: () => import('words:en-rest') },
  ko: { first: () => import('words:ko'), rest: () => import('words:ko-rest') },
};

/** The language there is for a tag: `ko-KR` is ko, and what we do not speak is Chinese. */
export const spoken = (tag: string): Language =>
  (Object.keys(LANGUAGES) as Language[]).find(
    (lang) => tag === lang || tag.split('-')[0] === lang.split('-')[0],
  ) ?? 'zh-CN';

/** What has arrived of each language so far, and how it is said: the same words for whoever asks. */
const heard = new Map<string, { words: Record<string, string>; say: Say }>();

export async function loadWords(tag: string, parts: readonly ('first' | 'rest')[]): Promise<Say> {
  const lang = spoken(tag);
  const loaded = await Promise.all(parts.map((part) => LANGUAGES[lang][part]()));
  let known = heard.get(lang);
  if (!known) {
    // No prototype: what is no key must not be found.
    const words = Object.create(null) as Record<string, string>;
    known = { words, say: sayer(lang, words) };
    heard.set(lang, known);
  }
  Object.assign(known.words, ...loaded.map(({ default: words }) => words));
  return known.say;
}
