// The site as one table: a page is a row here, a template in web/ and its words in assets/i18n/.
import { PAGE_OF, type Language } from '../addresses';
import type { Result } from '../generated/contract';
import { catalogue, LANGUAGES, type Catalogue } from './catalogue';
import { guideFacts } from './guide';
import { lawFacts } from './law';
import { standardTable } from './standard';

/** What a page may need to know about the rest of the build. */
export interface Site {
  /** The native command. */
  readonly command: string;
  /** The file a source became: `chunk('core')` -> `core-1a2b3c4d.js`. */
  chunk(name: string): string;
  /** The file a sheet of `STYLES` became. */
  style(name: string): string;
  /** The file that holds the module. */
  readonly wasm: string;
  /** Every file built so far, by name. Pages are built last, in the order of `PAGES`, so that a page can name earlier ones. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** What the native command answers to standard.json. */
  standard(): Result;
}

/** Bytes after brotli; more fails the build. */
export interface Budget {
  /** The file itself. */
  file: number;
  /** With all that it names: scripts, styles, what it loads ahead. */
  loaded?: number;
}

export interface Page {
  /** In web/; `{{key}}` is a word, or a fact below. */
  template: string;
  /** The file built in each language; a page that changes its language by script has one. */
  files: Partial<Record<Language, string>>;
  /** A folder of assets/i18n/ with words that only this page says. */
  words?: string;
  budget: Budget;
  /** Opens without a network: always, as part of the calculator, or once it has been visited. */
  offline?: 'always' | 'visited';
  /** What the page loads ahead, beside what its script imports. */
  ahead?(site: Site, lang: Language): string[];
  /** What fills the template beside words, as HTML; every page has `lang`, `manifest`, `preload`, `ahead` and those of shell.ts. */
  facts?(site: Site, lang: Language, words: Catalogue): Record<string, string>;
}

const core = ({ chunk, wasm }: Site): string[] => [chunk('core'), wasm];

const LAW: Record<Language, string> = { 'zh-CN': 'law.html', en: 'law.en.html', ko: 'law.ko.html' };
/** There is no Korean guide: it leads to the English one. */
const GUIDE: Record<Language, { file: string; lang: Language }> = {
  'zh-CN': { file: 'embed-guide.html', lang: 'zh-CN' },
  en: { file: 'embed-guide.en.html', lang: 'en' },
  ko: { file: 'embed-guide.en.html', lang: 'en' },
};
const guideOf = (lang: Language): Record<string, string> => ({
  guide: GUIDE[lang].file,
  'guide.lang': GUIDE[lang].lang,
});
const ABOUT: Record<Language, string> = { 'zh-CN': 'about.html', en: 'about.en.html', ko: 'about.ko.html' };

const inEveryLanguage = (name: string, drawn: (lang: Language, words: string) => string): string =>
  LANGUAGES.map(
    (lang) => `<p lang="${lang}">${drawn(lang, catalogue(lang)[`page.html.frame.${name}`] ?? '')}</p>`,
  ).join('');

export const PAGES: readonly Page[] = [
  {
    template: 'index.html',
    files: PAGE_OF,
    budget: { file: 14_000, loaded: 100_000 },
    offline: 'always',
    ahead: (site, lang) => [site.chunk('define'), site.chunk(`_words_${lang}`), ...core(site)],
    facts: (site, lang, words) => ({
      front: String(lang === 'zh-CN'),
      later: site.style('later'),
      print: site.style('print'),
      standard: standardTable(site.standard(), lang, words),
      edition: site.standard().policy.edition,
      law: LAW[lang],
      about: ABOUT[lang],
      ...guideOf(lang),
    }),
  },
  {
    template: 'law.html',
    files: LAW,
    words: 'law',
    budget: { file: 60_000 },
    offline: 'visited',
    facts: (site, lang, words) => ({
      ...lawFacts(site.command, lang, words, site.standard().policy),
      ...guideOf(lang),
    }),
  },
  {
    template: 'about.html',
    files: ABOUT,
    words: 'about',
    budget: { file: 5_000, loaded: 30_000 },
    offline: 'visited',
    facts: (site, lang) => ({
      edition: site.standard().policy.edition,
      calculator: PAGE_OF[lang],
      law: LAW[lang],
      ...guideOf(lang),
    }),
  },
  {
    template: 'frame.html',
    files: { 'zh-CN': 'embed.html' },
    budget: { file: 2_000, loaded: 95_600 },
    ahead: core,
    // Which language is wanted only its script knows.
    facts: () => ({
      coming: inEveryLanguage('coming', (_, words) => words),
      plain: inEveryLanguage(
        'plain',
        (lang, words) => `<a href="./${PAGE_OF[lang]}" target="_blank" rel="noopener">${words}</a>`,
      ),
    }),
  },
  {
    template: 'embed-guide.html',
    files: { 'zh-CN': GUIDE['zh-CN'].file, en: GUIDE.en.file },
    words: 'guide',
    budget: { file: 24_000, loaded: 40_000 },
    facts: (_, lang, words) => guideFacts(lang, words, PAGE_OF[lang]),
  },
];

/** Style sheets that a page links to by itself, because no screen has to wait for them. */
export const STYLES: Readonly<Record<string, string>> = {
  later: 'styles/later.css',
  print: 'styles/print.css',
};

export interface Script {
  source: string;
  budget?: Budget;
}

/** Scripts that other sites load, so their names stay. */
export const SCRIPTS: Readonly<Record<string, Script>> = {
  embed: { source: 'embed/embed.ts', budget: { file: 1_024, loaded: 1_024 } },
  'embed-inline': { source: 'embed/inline.ts' },
  calculator: { source: 'calculator/published.ts' },
};
