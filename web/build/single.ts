// birth-benefits.html: the page of the site, the policy, the core and three languages in one file, for `file://` and no
// network. It is made of the site's own pages, so that nothing in it is written twice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { PAGE_OF } from '../addresses';
import { pack, usualOf } from '../calculator/unpack';
import { brotli } from './compressed';
import { integrity } from './pages';

const NAME = 'birth-benefits.html';
const BUDGET = { raw: 700_000, brotli: 160_000 };

const BESIDE = '\0beside';
const TWIN = '\0no-twin';

const dataUrl = (type: string, content: Uint8Array | string): string =>
  `data:${type};base64,${Buffer.from(content).toString('base64')}`;

/** A script inside HTML must not contain what would end its element. */
const inScript = (code: string): string => code.replace(/<(?=!--|\/?script)/gi, '\\x3c');

const between = (html: string, tag: string): string =>
  new RegExp(`<${tag}[^>]*>([\\s\\S]*)</${tag}>`).exec(html)?.[1] ?? '';

/** Removes links to other files of the site; the languages switch within the file. */
const alone = (html: string): string =>
  html
    .replace(/<(\w+)[^>]*\sdata-site\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<link [^>]*>|<script [^>]*><\/script>/g, '')
    .replace(/(<nav\b)/, '$1 hidden')
    .replace(/href="\.\/\w+\.html"(?=[^>]*data-lang)/g, 'href="#main"');

function page(pages: Record<string, string>, script: string, style: string, icon: string): string {
  const { 'zh-CN': own = '', ...others } = pages;
  const templates = Object.entries(others).map(
    ([lang, html]) =>
      `<template data-page="${lang}"><title>${between(html, 'title')}</title>${between(alone(html), 'body')}</template>`,
  );
  const policy = [
    "default-src 'none'",
    `script-src '${integrity(script)}' 'wasm-unsafe-eval'`,
    `style-src '${integrity(style)}'`,
    // For the core and the policy, which the file itself contains; no request leaves it.
    'connect-src blob:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return alone(own)
    .replace(
      /(<meta charset[^>]*>)/,
      (meta) => `${meta}<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    )
    .replace('</head>', () => `<link rel="icon" href="${icon}"><style>${style}</style></head>`)
    .replace('</body>', () => `${templates.join('')}<script type="module">${script}</script></body>`);
}

interface Files {
  /** The folder in which the site has been built. */
  dist: string;
  /** The module. */
  wasm: string;
  /** The icon, as SVG. */
  icon: string;
}

/** Replaces web/calculator/beside.ts: here the core and the policy are part of the script. */
function beside({ dist, wasm }: Files): string {
  const bytes = readFileSync(wasm);
  const usual = usualOf(bytes);
  const policy = readFileSync(join(dist, 'policy.json'), 'utf8');
  return [
    `import { unpack } from ${JSON.stringify(fileURLToPath(new URL('../calculator/unpack.ts', import.meta.url)))}`,
    `const file = (content, type) => URL.createObjectURL(new Blob([content], { type }))`,
    `const wasm = unpack('${pack(bytes, usual)}', '${usual}')`,
    `export const wasmUrl = file(wasm, 'application/wasm')`,
    `export const policyUrl = file(${JSON.stringify(policy)}, 'application/json')`,
  ].join('\n');
}

/** The styles of the page's script, then those that the page links to. */
function stylesOf({ dist }: Files, own: string, page: string): string {
  const named = [...page.matchAll(/media="print" href="\.\/([^"]+)"/g)];
  if (named.length === 0) throw new Error('the page names no styles for later');
  const sheets = named.map(([, name]) => readFileSync(join(dist, name as string), 'utf8'));
  // Vite leaves a comment of its own behind.
  return [own.replace(/\/\*[^]*?\*\//g, ''), ...sheets].map((sheet) => sheet.trim()).join('');
}

type Bundle = Parameters<Extract<Plugin['generateBundle'], (...args: never[]) => unknown>>[1];

/** The whole file, made of this build's script and styles and of the site's pages. */
function composed(files: Files, bundle: Bundle): string {
  const built = Object.values(bundle);
  const script = built.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
  const style = built
    .map((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? String(file.source) : ''))
    .join('');
  const pages = Object.fromEntries(
    Object.entries(PAGE_OF).map(([lang, name]) => [lang, readFileSync(join(files.dist, name), 'utf8')]),
  );
  const styles = stylesOf(files, style, pages['zh-CN'] ?? '');
  const html = page(
    pages,
    inScript(script.trim()),
    styles,
    dataUrl('image/svg+xml', readFileSync(files.icon)),
  );
  const outside = /(?:href|src)="(?!#|data:|")[^"]*"/.exec(html);
  if (outside) throw new Error(`${NAME} names a file beside it: ${outside[0]}`);
  return html;
}

export function single(files: Files): Plugin {
  return {
    name: 'single',
    apply: 'build',
    enforce: 'pre',
    // The twin alone is as large as all the rest; without WebAssembly the file says so and shows its table.
    resolveId: (id) => (/\/beside$/.test(id) ? BESIDE : /core-twin(\.js)?$/.test(id) ? TWIN : undefined),
    load: (id) =>
      id === BESIDE
        ? beside(files)
        : id === TWIN
          ? `export default () => Promise.reject(new Error('no twin'))`
          : undefined,
    generateBundle: {
      // Vite adds the styles last.
      order: 'post',
      handler(_, bundle) {
        const html = composed(files, bundle);
        for (const fileName of Object.keys(bundle)) Reflect.deleteProperty(bundle, fileName);
        const small = brotli(Buffer.from(html));
        const raw = Buffer.byteLength(html);
        this.info(`${NAME}: ${raw} bytes, ${small.length} bytes (brotli)`);
        if (raw > BUDGET.raw || small.length > BUDGET.brotli)
          this.error(`${NAME} is over budget: ${JSON.stringify(BUDGET)}`);
        this.emitFile({ type: 'asset', fileName: NAME, source: html });
        this.emitFile({ type: 'asset', fileName: `${NAME}.br`, source: small });
      },
    },
  };
}
