// Builds the site of site.ts: every page complete in its languages, manifests, icons, and the service worker.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { Language } from '../addresses';
import type { Result } from '../generated/contract';
import { catalogue, LANGUAGES, type Catalogue } from './catalogue';
import { BACKGROUND, THEME } from './colours';
import { escaped } from '../words/escaped';
import { shell } from './shell';
import { PAGES, type Page, type Site } from './site';
import { policy, standardResult } from './standard';

type Content = string | Uint8Array;
type Bundle = Parameters<Extract<Plugin['generateBundle'], (...args: never[]) => unknown>>[1];

const ICONS = new URL('../../assets/icons/', import.meta.url);

const digest = (content: Content): string => createHash('sha256').update(content).digest('hex').slice(0, 8);
/** The notation of Subresource Integrity. */
export const integrity = (content: Content, algorithm: 'sha256' | 'sha384' = 'sha256'): string =>
  `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;
const hashed = (name: string, content: Content): string =>
  name.replace(/(\.[^.]+)$/, `-${digest(content)}$1`);

function filled({ template }: Page, source: string, words: Catalogue, facts: Record<string, string>): string {
  const lean = source
    .replace(/\s*\n\s*/g, '\n')
    .replace(/ \/>/g, '>')
    .replace('<!doctype', '<!DOCTYPE');
  return lean.replace(/\{\{([^}]+)\}\}/g, (_, key: string) => {
    const text = facts[key] ?? words[key];
    if (text === undefined) throw new Error(`${template}: no word for ${key}`);
    return key in facts ? text : escaped(text);
  });
}

const chunkOf = (bundle: Bundle, name: string) => {
  const found = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === name);
  if (found?.type !== 'chunk') throw new Error(`no chunk ${name}`);
  return found;
};

function styleOf(bundle: Bundle, name: string): string {
  const found = Object.values(bundle).find(
    (file) => file.type === 'asset' && file.names.includes(`${name}.css`),
  );
  if (!found) throw new Error(`no styles ${name}`);
  return found.fileName;
}

/** The chunks that a chunk imports, directly or through others. */
function imports(bundle: Bundle, fileName: string, seen = new Set<string>()): Set<string> {
  const file = bundle[fileName];
  for (const name of file?.type === 'chunk' ? file.imports : [])
    if (!seen.has(name)) imports(bundle, name, seen.add(name));
  return seen;
}

function manifestOf(words: Catalogue, lang: Language, start: string, icons: Record<string, string>): string {
  return JSON.stringify({
    lang,
    name: words['page.title'],
    short_name: words['page.html.short'],
    description: words['page.html.description'],
    start_url: start,
    display: 'standalone',
    background_color: BACKGROUND,
    theme_color: THEME,
    icons: [
      { src: icons['icon.svg'], sizes: 'any', type: 'image/svg+xml' },
      { src: icons['icon-192.png'], sizes: '192x192', type: 'image/png' },
      { src: icons['icon-512.png'], sizes: '512x512', type: 'image/png' },
      { src: icons['maskable-512.png'], sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  });
}

/** The files of a visit without a network: the pages that open then, every file they name, and every file those name. */
function offline(files: ReadonlyMap<string, Content>, when: Page['offline']): string[] {
  const found = new Set(
    PAGES.filter((page) => page.offline === when).flatMap(({ files: built }) => Object.values(built)),
  );
  for (const name of found) {
    const content = files.get(name);
    if (typeof content !== 'string') continue;
    for (const other of files.keys())
      if (!other.endsWith('.html') && content.includes(other)) found.add(other);
  }
  return [...found].sort();
}

/** Takes the built templates out of the bundle, as they are no files of the site, and returns them by name. */
function takeTemplates(bundle: Bundle): Map<string, string> {
  const templates = new Map<string, string>();
  for (const { template } of PAGES) {
    const built = bundle[template];
    if (built?.type !== 'asset') throw new Error(`${template} was not built`);
    templates.set(template, String(built.source));
    Reflect.deleteProperty(bundle, template);
  }
  return templates;
}

type Emit = (fileName: string, source: Content) => void;

/** @returns the file that each icon became, by the icon's name */
function emitIcons(emit: Emit): Record<string, string> {
  return Object.fromEntries(
    readdirSync(ICONS).map((name) => {
      const content = readFileSync(new URL(name, ICONS));
      const fileName = hashed(name, content);
      emit(fileName, content);
      return [name, fileName];
    }),
  );
}

/** @returns the manifest's file in each language */
function emitManifests(emit: Emit, icons: Record<string, string>): Record<string, string> {
  const front = PAGES[0] as Page;
  return Object.fromEntries(
    LANGUAGES.map((lang) => {
      const manifest = manifestOf(catalogue(lang), lang, front.files[lang] ?? './', icons);
      const name = hashed(`${lang}.webmanifest`, manifest);
      emit(name, manifest);
      return [lang, name];
    }),
  );
}

function siteOf(command: string, bundle: Bundle, files: ReadonlyMap<string, Content>): Site {
  let standard: Result | undefined;
  return {
    command,
    files,
    chunk: (name) => chunkOf(bundle, name).fileName,
    style: (name) => styleOf(bundle, name),
    wasm: [...files.keys()].find((name) => name.endsWith('.wasm')) ?? '',
    standard: () => (standard ??= standardResult(command)),
  };
}

const links = (names: Iterable<string>): string =>
  Array.from(names, (name) =>
    name.endsWith('.js')
      ? `<link rel="modulepreload" fetchpriority="low" href="./${name}">`
      : `<link rel="preload" as="fetch" fetchpriority="low" crossorigin href="./${name}">`,
  ).join('');

/** What a page's own script imports, and what it is going to load beside that. */
function loads(bundle: Bundle, site: Site, page: Page, lang: Language): { preload: string; ahead: string } {
  const name = page.template.replace(/\.html$/, '');
  const script = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === name);
  const own = script ? imports(bundle, script.fileName) : new Set<string>();
  const ahead = new Set<string>();
  for (const each of page.ahead?.(site, lang) ?? []) imports(bundle, each, ahead.add(each));
  return { preload: links(own), ahead: links([...ahead].filter((each) => !own.has(each))) };
}

/** The service worker, which knows every file of an offline visit by its hash. */
function workerOf(site: Site): string {
  const { files } = site;
  const hashes = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, integrity(files.get(name) ?? '')]));
  const installed = offline(files, 'always');
  const all = hashes(installed);
  const visited = hashes(offline(files, 'visited').filter((name) => !installed.includes(name)));
  const version = digest(JSON.stringify({ all, visited }));
  return readFileSync(new URL('../sw.js', import.meta.url), 'utf8')
    .replace("'__VERSION__'", `'${version}'`)
    .replace(
      '= __FILES__',
      `= ${JSON.stringify({ all, visited, core: site.wasm, twin: site.chunk('core-twin') })}`,
    );
}

export function pages(command: string): Plugin {
  return {
    name: 'pages',
    apply: 'build',
    enforce: 'post',
    // After all other plugins: the hashes below must be those of the final files.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const files = new Map<string, Content>();
        const emit: Emit = (fileName, source) => {
          files.set(fileName, source);
          this.emitFile({ type: 'asset', fileName, source });
        };
        const templates = takeTemplates(bundle);
        for (const file of Object.values(bundle))
          files.set(file.fileName, file.type === 'asset' ? file.source : file.code);
        emit('policy.json', JSON.stringify(policy));
        const icons = emitIcons(emit);
        const manifests = emitManifests(emit, icons);
        const site = siteOf(command, bundle, files);
        for (const page of PAGES)
          for (const [lang, file] of Object.entries(page.files) as [Language, string][]) {
            const words = catalogue(lang, page.words);
            const facts = {
              lang,
              ...shell(page, lang, words, icons),
              manifest: manifests[lang] ?? '',
              ...loads(bundle, site, page, lang),
              ...page.facts?.(site, lang, words),
            };
            emit(file, filled(page, templates.get(page.template) ?? '', words, facts));
          }
        emit('sw.js', workerOf(site));
      },
    },
  };
}
