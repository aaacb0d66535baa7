// The built pages: one complete HTML file per language from one template, the manifest, the icons, the service worker.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import type { Plugin } from 'vite';
import { catalogue, LANGUAGES, type Catalogue, type Language } from './catalogue';
import { standardResult, standardTable } from './standard';

const ICONS = new URL('../../assets/icons/', import.meta.url);
const FILE: Record<Language, string> = { 'zh-CN': 'index.html', en: 'en.html', ko: 'ko.html' };

const digest = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 8);
const hashed = (name: string, content: string | Uint8Array): string =>
  name.replace(/(\.[^.]+)$/, `-${digest(content)}$1`);

function filled(template: string, words: Catalogue, facts: Record<string, string>): string {
  const lean = template
    .replace(/\s*\n\s*/g, '\n')
    .replace(/ \/>/g, '>')
    .replace('<!doctype', '<!DOCTYPE');
  return lean.replace(/\{\{([^}]+)\}\}/g, (_, key: string) => {
    const text = facts[key] ?? words[key];
    if (text === undefined) throw new Error(`index.html: no word for ${key}`);
    return key in facts ? text : text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  });
}

export function pages(command: string): Plugin {
  return {
    name: 'pages',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = new Map<string, string | Uint8Array>();
      const emit = (fileName: string, source: string | Uint8Array): void => {
        files.set(fileName, source);
        this.emitFile({ type: 'asset', fileName, source });
      };
      const icons = Object.fromEntries(
        readdirSync(ICONS).map((name) => {
          const content = readFileSync(new URL(name, ICONS));
          const fileName = hashed(name, content);
          emit(fileName, content);
          return [name, fileName];
        }),
      );
      const built = Object.values(bundle);
      const chunk = (name: string): string => {
        const found = built.find((file) => file.type === 'chunk' && file.name === name);
        if (!found) throw new Error(`no chunk ${name}`);
        return found.fileName;
      };
      const wasm = built.find(({ fileName }) => fileName.endsWith('.wasm'))?.fileName ?? '';
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('index.html was not built');
      const template = String(page.source);
      delete bundle['index.html'];

      const standard = standardResult(command);
      for (const lang of LANGUAGES) {
        const words = catalogue(lang);
        const manifest = JSON.stringify({
          lang,
          name: words['page.title'],
          short_name: words['page.html.short'],
          description: words['page.html.description'],
          start_url: FILE[lang],
          display: 'standalone',
          background_color: '#f5f7f6',
          theme_color: '#14503f',
          icons: [
            { src: icons['icon.svg'], sizes: 'any', type: 'image/svg+xml' },
            { src: icons['icon-192.png'], sizes: '192x192', type: 'image/png' },
            { src: icons['icon-512.png'], sizes: '512x512', type: 'image/png' },
            { src: icons['maskable-512.png'], sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          ],
        });
        const manifestName = hashed(`${lang}.webmanifest`, manifest);
        emit(manifestName, manifest);
        const preload = [
          `<link rel="modulepreload" href="./${chunk(`_words_${lang}`)}">`,
          `<link rel="modulepreload" href="./${chunk('core')}">`,
          `<link rel="preload" as="fetch" crossorigin href="./${wasm}">`,
        ].join('');
        emit(
          FILE[lang],
          filled(template, words, {
            lang,
            front: String(lang === 'zh-CN'),
            preload,
            manifest: manifestName,
            icon: icons['icon.svg'] ?? '',
            touch: icons['icon-192.png'] ?? '',
            standard: standardTable(standard, lang, words),
            edition: standard.policy.edition,
            ...Object.fromEntries(LANGUAGES.map((l) => [`current.${l}`, String(l === lang)])),
          }),
        );
      }

      for (const file of built)
        if (file !== page) files.set(file.fileName, file.type === 'asset' ? file.source : file.code);
      const names = [...files.keys()].sort();
      const twin = chunk('core-twin');
      const all = JSON.stringify({ all: names, needed: names.filter((name) => name !== twin) });
      const version = digest(names.map((name) => `${name} ${digest(files.get(name) ?? '')}`).join('\n'));
      const worker = readFileSync(new URL('../sw.js', import.meta.url), 'utf8');
      emit('sw.js', worker.replace("'__VERSION__'", `'${version}'`).replace('= __FILES__', `= ${all}`));
    },
  };
}
