// The last step of a build: the embedding guide names every other file with its size and hash, as they lie in the folder;
// integrity.json has the hashes of all, the guide's too.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { PAGE_OF, type Language } from '../addresses';
import { catalogue, type Catalogue } from './catalogue';
import { brotli, named, REPLACEABLE } from './compressed';
import { table } from './html';
import { escaped } from '../words/escaped';
import { integrity } from './pages';
import { PAGES, type Page } from './site';
import { policy } from './standard';

interface Built {
  name: string;
  size: number;
  /** The size of its brotli copy. */
  compressed: number | undefined;
  integrity: string;
}

const INTEGRITY = 'integrity.json';

const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T;
const LASTING = new RegExp(json<{ lasting: string }>('./serving.json').lasting);
const isLasting = ({ name }: Built): boolean => LASTING.test(name);

const hashOf = (content: Uint8Array): string => integrity(content, 'sha384');

function built(dist: string, name: string): Built {
  const content = readFileSync(join(dist, name));
  const small = join(dist, `${name}.br`);
  const compressed = existsSync(small) ? readFileSync(small).length : undefined;
  return { name, size: content.length, compressed, integrity: hashOf(content) };
}

function word(words: Catalogue, key: string): string {
  const found = words[key];
  if (found === undefined) throw new Error(`no word for ${key}`);
  return found;
}

/** Words as HTML, with arguments as they are given: an edition is named as the file names it, not as a date is said. */
const sayerOf =
  (words: Catalogue) =>
  (key: string, args: Record<string, string | number> = {}): string =>
    escaped(word(words, key)).replace(/\{(\w+)\}/g, (_, name: string) => String(args[name]));
type Say = ReturnType<typeof sayerOf>;

function listed(say: Say, name: string, number: Intl.NumberFormat, files: readonly Built[]): string {
  const heads = ['name', 'size', 'compressed', 'integrity'].map((name) => say(`guide.files.${name}`));
  const rows = files.map(({ name: file, size, compressed, integrity: hash }) => [
    `<code>${file}</code>`,
    number.format(size),
    compressed === undefined ? '–' : number.format(compressed),
    `<code>${hash}</code>`,
  ]);
  return table(say(`guide.files.${name}`), heads, rows);
}

/** What fills the guide. @param files all but the guide itself, which cannot hold its own hash */
function facts(dist: string, files: readonly Built[], lang: Language): Record<string, string> {
  const say = sayerOf(catalogue(lang, 'guide'));
  const number = new Intl.NumberFormat(lang);
  const bytes = (count: number): string => say('guide.files.bytes', { bytes: number.format(count) });
  const file = (name: string): Built => {
    const found = files.find((each) => each.name === name);
    if (!found) throw new Error(`${name} was not built`);
    return found;
  };
  const travels = (name: string): number => {
    // It has no compressed copy: the server compresses it on the fly.
    if (name === REPLACEABLE) return gzipSync(readFileSync(join(dist, name))).length;
    const { compressed, size } = file(name);
    return compressed ?? size;
  };
  const first = [PAGE_OF[lang], ...named(readFileSync(join(dist, PAGE_OF[lang]), 'utf8'))];
  const lasting = listed(say, 'hashed', number, files.filter(isLasting));
  return {
    INTEGRITY: file('embed.js').integrity,
    LOADER: bytes(travels('embed.js')),
    FIRST: bytes(first.reduce((sum, name) => sum + travels(name), 0)),
    CAPTION: say('guide.files.caption', {
      version: json<[{ version: string }]>('../../assets/changelog.json')[0].version,
      edition: policy.edition,
      count: files.length,
    }),
    FILES: `${listed(
      say,
      'title',
      number,
      files.filter((each) => !isLasting(each)),
    )}<details><summary>${say('guide.files.hashed')}</summary>${lasting}</details>`,
  };
}

const GUIDE = PAGES.find(({ template }) => template === 'embed-guide.html') as Page;

/** @param dist the folder in which the site has been built */
export function inventory(dist: string): Plugin {
  return {
    name: 'inventory',
    apply: 'build',
    writeBundle() {
      const pages = Object.entries(GUIDE.files) as [Language, string][];
      const names = readdirSync(dist)
        .filter((name) => !name.endsWith('.br') && name !== INTEGRITY)
        .sort();
      const files = names
        .filter((name) => !pages.some(([, page]) => page === name))
        .map((name) => built(dist, name));
      for (const [lang, page] of pages) {
        const known = facts(dist, files, lang);
        const html = readFileSync(join(dist, page), 'utf8').replace(
          /__([A-Z]+)__/g,
          (hole, name: string) => known[name] ?? this.error(`${page}: nothing for ${hole}`),
        );
        const small = brotli(Buffer.from(html));
        if (small.length > GUIDE.budget.file)
          this.error(`${page}: ${small.length} bytes (brotli), over ${GUIDE.budget.file}`);
        writeFileSync(join(dist, page), html);
        writeFileSync(join(dist, `${page}.br`), small);
      }
      const hashes = Object.fromEntries(names.map((name) => [name, hashOf(readFileSync(join(dist, name)))]));
      writeFileSync(join(dist, INTEGRITY), `${JSON.stringify(hashes, null, 1)}\n`);
    },
  };
}
