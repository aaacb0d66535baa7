// The words of a language: the policy's and the page's, one flat catalogue.
import { readFileSync } from 'node:fs';
import { PAGE_OF, type Language } from '../addresses';
import { sayer, type Say } from '../words/messages';

export const LANGUAGES = Object.keys(PAGE_OF) as Language[];
/** Each by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  'zh-CN': '中文',
  en: 'English',
  ko: '조선어',
};
export type Catalogue = Record<string, string>;

const folder = new URL('../../assets/i18n/', import.meta.url);
const read = (path: string): Catalogue =>
  JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Catalogue;

/** @param of a folder with more words, which only one page says */
export function catalogue(lang: Language, of?: string): Catalogue {
  const all: Catalogue = {};
  for (const path of [`${lang}.json`, `page/${lang}.json`, ...(of ? [`${of}/${lang}.json`] : [])]) {
    const words = read(path);
    const twice = Object.keys(words).filter((key) => key in all);
    if (twice.length > 0) throw new Error(`${path}: in another catalogue too: ${twice.join(', ')}`);
    Object.assign(all, words);
  }
  return all;
}

/** For the build, which fails where a word or an argument is missing; the running page would show a key or a gap. */
export function strictSayer(lang: Language, words: Catalogue): Say {
  const say = sayer(lang, words);
  const strict = (...[key, args]: Parameters<Say>): string => {
    if (!say.has(key)) throw new Error(`${lang}: no word for ${key}`);
    const text = say(key, args);
    if (/\{\w+(\|[^{}]*)?\}/.test(text)) throw new Error(`${lang}: nothing fills ${key}: ${text}`);
    return text;
  };
  return Object.assign(strict, say);
}

/** Words that only the built HTML or the native command says, or that nothing in a browser ever says: scripts leave them out. */
const STAYS_HOME = /^(page\.html|measure|explain|form\.comma|input\.\/assumptions)/;

/**
 * The words of the first answer, before the reader has told anything; `*` stands for any text. All other words are loaded
 * after it. Where another policy or another day makes the first answer say more, it waits for them; and the page takes no
 * answer from the reader before all words are there.
 */
const FIRST = [
  'form.*',
  'benefit.*.title',
  'force.(claim|encouraged|information|service)',
  'status.(entitled|unknown)',
  'subject.(children|delivery|father|household|mother)',
  'input./delivery/outcome.*',
  'input./(children|elders|household/special_family|lawful_birth|planning_pregnancy|pregnant).label',
  'input./delivery/(date|pregnancy_months).label',
  'input./father/(childcare_job|employed).label',
  'input./mother/(childcare_job|employed|reentering_work).label',
  'page.none./delivery',
  'page.benefit.missing.short',
  'page.(bounds.days|bounds.yuan|count)',
  'page.ask.(begin|more|next|open|settles|skip)',
  'page.group.(children|elders|father|household|institution|mother)',
  'page.outcomes.title',
  'page.peek.*',
  'page.questions.(all|day|guided|mode|title)',
  'page.results.(asof|title)',
  'page.summary.(benefits|days.*|maybe|money|open|questions|title)',
];
const IN_FIRST = new RegExp(`^(${FIRST.join('|').replace(/[./]/g, '\\$&').replace(/\*/g, '.*')})$`);

export const forBrowser = (words: Catalogue, part: 'first' | 'rest'): Catalogue =>
  Object.fromEntries(
    Object.entries(words).filter(
      ([key]) => !STAYS_HOME.test(key) && (part === 'first') === IN_FIRST.test(key),
    ),
  );
