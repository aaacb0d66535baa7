import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { catalogue } from './build/catalogue';
import { compressed } from './build/compressed';
import { imports } from './build/imports';
import { integrity, pages } from './build/pages';
import { PAGES, SCRIPTS, STYLES } from './build/site';
import { templates } from './build/templates';
import { words } from './build/words';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the core was built: core.js, core.wasm and core-twin.js. */
export const core = process.env.BIRTH_BENEFITS_WASM ?? here('../build/wasm');
/** The native command, which computes the standard table. */
const command = process.env.BIRTH_BENEFITS ?? here('../build/native/birth-benefits');

export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  plugins: [imports(), words(), templates(), pages(command), compressed()],
  define: {
    SINGLE_FILE: 'false',
    __TITLE__: JSON.stringify(catalogue('zh-CN')['page.title']),
    __CORE_INTEGRITY__: JSON.stringify(integrity(readFileSync(`${core}/core.wasm`))),
  },
  resolve: {
    alias: [
      { find: /^core-glue$/, replacement: `${core}/core.js` },
      { find: /^core-twin$/, replacement: `${core}/core-twin.js` },
      { find: /^core-wasm(\?url)$/, replacement: `${core}/core.wasm$1` },
      { find: /^second-opinion$/, replacement: here('../tests/enumerate/device.mjs') },
    ],
  },
  worker: {
    format: 'es',
    rollupOptions: {
      output: { entryFileNames: '[name]-[hash].js' },
      // The second evaluation counts in BigInt, which every browser with module workers has.
      checks: { toleratedTransform: false },
    },
  },
  build: {
    outDir: here('../dist'),
    emptyOutDir: true,
    // The syntax of browsers since the spring of 2020, which cssTarget names. An older one cannot read the scripts: the
    // table stays, and a message says so. tests/browser/old-browsers.test.mjs takes away what is newer than they are.
    target: 'es2020',
    cssTarget: ['chrome80', 'safari13.1', 'firefox75', 'edge80'],
    // The policy of the page forbids data: addresses for anything but pictures.
    assetsInlineLimit: 0,
    // Slower than the default and smaller, which is what a phone notices.
    minify: 'terser',
    terserOptions: { module: true, ecma: 2020, compress: { passes: 3, keep_fargs: false } },
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: {
        ...Object.fromEntries(PAGES.map(({ template }) => [template.replace(/\.html$/, ''), here(template)])),
        ...Object.fromEntries(Object.entries(SCRIPTS).map(([name, { source }]) => [name, here(source)])),
        ...Object.fromEntries(Object.entries(STYLES).map(([name, source]) => [name, here(source)])),
      },
      // A script's exports are what it is for.
      preserveEntrySignatures: 'exports-only',
      output: {
        entryFileNames: ({ name }) => (name in SCRIPTS ? '[name].js' : '[name]-[hash].js'),
        // What the shell of the page and the calculator both need, as one file.
        codeSplitting: {
          groups: [
            { name: 'common', test: /\/web\/(look|session\/memory|words\/(format|languages|messages))\.ts$/ },
          ],
        },
        // Words arrive as `_words_ko`, a name for modules that are no files.
        chunkFileNames: ({ name }) => `${name.replace('_words_', '')}-[hash].js`,
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
});
