// The words of a language: the policy's and the page's, one flat catalogue.
import { readFileSync } from 'node:fs';
import { sayer, type Say } from '../messages';

export const LANGUAGES = ['zh-CN', 'en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];
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

/** @param of a folder with further words, which one page alone says */
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

/** For what is built: a word that is missing fails the build, where a page at work would show its key. */
export function strictSayer(lang: Language, words: Catalogue): Say {
  const say = sayer(lang, words);
  const strict = (...[key, args]: Parameters<Say>): string => {
    if (!say.has(key)) throw new Error(`${lang}: no word for ${key}`);
    return say(key, args);
  };
  return Object.assign(strict, say);
}

/** What only the HTML of the page or the native command says, or nothing in a browser can come to say, need not travel. */
const STAYS_HOME = /^(page\.html|measure|confidence|explain|form\.comma|input\.\/assumptions)/;

/**
 * What no first answer says: the words of details, calendar, payers and what to take along, of errors, and of the
 * questions that come only after another answer; and the help to any question but the first.
 */
const LATER =
  /^(benefit\..*\.summary|error|input\.\/(children\/N|elders\/N|institution)\/.*|input\.\/(as_of|.*_yuan|mother\/maternity_insured|delivery\/(babies|difficult|leave_before_birth_days)|household\/housing_eligible)\.label|input\.(?!\/delivery\/outcome\.).*\.help|rule|service|right|good|per|day_unit|price_class|payer|office|source|assumption|note|subject\.(child|elder|institution)|force\..*\.help|page\.(announcement|none\.\/(mother|father)|unit|date_of|ask\.done|benefit|calendar|institution|keep|paid|payers|reset|sharing|sheet|take|timeline|without|notes|notice|not_in_force|policy|question|remove))(\.|$)/;

/** The first answer names failed conditions, which share their keys with the steps. */
const { $defs } = JSON.parse(
  readFileSync(new URL('../../assets/schema/result.schema.json', import.meta.url), 'utf8'),
) as {
  $defs: { benefit: { properties: { reasons: { items: { enum: string[] } } } } };
};
const FIRST = new Set([
  'page.benefit.missing.short',
  ...$defs.benefit.properties.reasons.items.enum.map((reason) => `rule.${reason}`),
]);

export const forBrowser = (words: Catalogue, part: 'first' | 'rest'): Catalogue =>
  Object.fromEntries(
    Object.entries(words).filter(
      ([key]) => !STAYS_HOME.test(key) && (part === 'rest') === (LATER.test(key) && !FIRST.has(key)),
    ),
  );
