// After the site: birth-benefits.html, everything in one file; then the sizes and hashes of all files.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { imports } from './build/imports';
import { inventory } from './build/inventory';
import { single } from './build/single';
import { templates } from './build/templates';
import { words } from './build/words';
import site, { core } from './vite.config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  ...site,
  plugins: [
    single({ dist: here('../dist'), wasm: `${core}/core.wasm`, icon: here('../assets/icons/icon.svg') }),
    imports(),
    words(),
    templates(),
    inventory(here('../dist')),
  ],
  // What the file holds cannot be cut short on its way to itself.
  define: { SINGLE_FILE: 'true', __CORE_INTEGRITY__: '""' },
  build: {
    ...site.build,
    emptyOutDir: false,
    cssCodeSplit: false,
    rollupOptions: { input: here('page.ts'), output: { codeSplitting: false } },
  },
});
