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

/** Nothing inside may end the element it stands in. */
const inScript = (code: string): string => code.replace(/<(?=!--|\/?script)/gi, '\\x3c');

const between = (html: string, tag: string): string =>
  new RegExp(`<${tag}[^>]*>([\\s\\S]*)</${tag}>`).exec(html)?.[1] ?? '';

/** What leads to other files of the site is not offered; the languages are within. */
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
    // The core and the policy, which the file holds itself: nothing is ever asked for.
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

/**
 * @param files.dist the folder in which the site has been built
 * @param files.wasm the module
 * @param files.icon the icon, as SVG
 */
export function single(files: { dist: string; wasm: string; icon: string }): Plugin {
  return {
    name: 'single',
    apply: 'build',
    enforce: 'pre',
    // The twin alone is as large as all the rest; without WebAssembly the file says so and shows its table.
    resolveId: (id) => (/\/beside$/.test(id) ? BESIDE : /core-twin(\.js)?$/.test(id) ? TWIN : undefined),
    load(id) {
      if (id === TWIN) return `export default () => Promise.reject(new Error('no twin'))`;
      if (id !== BESIDE) return undefined;
      const wasm = readFileSync(files.wasm);
      const usual = usualOf(wasm);
      const policy = readFileSync(join(files.dist, 'policy.json'), 'utf8');
      return [
        `import { unpack } from ${JSON.stringify(fileURLToPath(new URL('../calculator/unpack.ts', import.meta.url)))}`,
        `const file = (content, type) => URL.createObjectURL(new Blob([content], { type }))`,
        `const wasm = unpack('${pack(wasm, usual)}', '${usual}')`,
        `export const wasmUrl = file(wasm, 'application/wasm')`,
        `export const policyUrl = file(${JSON.stringify(policy)}, 'application/json')`,
      ].join('\n');
    },
    generateBundle: {
      // The style is there only at the end.
      order: 'post',
      handler(_, bundle) {
        const built = Object.values(bundle);
        const script = built.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
        const style = built
          .map((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? String(file.source) : ''))
          .join('');
        const pages = Object.fromEntries(
          Object.entries(PAGE_OF).map(([lang, name]) => [lang, readFileSync(join(files.dist, name), 'utf8')]),
        );
        const paper = /media="print" href="\.\/([^"]+)"/.exec(pages['zh-CN'] ?? '')?.[1];
        if (paper === undefined) return this.error('the page names no styles for paper');
        const styles = style.trim() + readFileSync(join(files.dist, paper), 'utf8');
        for (const { fileName } of built) Reflect.deleteProperty(bundle, fileName);
        const icon = dataUrl('image/svg+xml', readFileSync(files.icon));
        const html = page(pages, inScript(script.trim()), styles, icon);
        const beside = /(?:href|src)="(?!#|data:|")[^"]*"/.exec(html);
        if (beside) this.error(`${NAME} names a file beside it: ${beside[0]}`);
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
