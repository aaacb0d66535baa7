// Writes a brotli copy of every file, for servers that send such copies, and fails the build where a budget is exceeded.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';
import { PAGES, SCRIPTS, type Budget } from './site';

const TEXT = /\.(html|js|css|wasm|svg|webmanifest)$/;
/** A site may replace this file alone; a server would go on sending an old compressed copy, so there is none. */
export const REPLACEABLE = 'policy.json';
const BUDGETS = new Map<string, Budget | undefined>([
  ...PAGES.flatMap(({ files, budget }) => Object.values(files).map((file) => [file, budget] as const)),
  ...Object.entries(SCRIPTS).map(([name, { budget }]) => [`${name}.js`, budget] as const),
]);

/**
 * The files that a page names or the core asks for: the browser fetches all of them before the first personal answer.
 * Styles for print are not among them, as nothing waits for those.
 */
export function named(html: string): string[] {
  const names = [
    ...html.matchAll(
      /<(?:script|link)(?![^>]+media="print")[^>]+(?:src|href)="\.\/([^"]+\.(?:js|css|wasm))"/g,
    ),
  ].map(([, name]) => name as string);
  return names.some((name) => name.endsWith('.wasm')) ? [...names, REPLACEABLE] : names;
}

/** At the highest level of compression. */
export const brotli = (content: Uint8Array): Buffer =>
  brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });

export function compressed(): Plugin {
  const sizes = new Map<string, number>();
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync(dir).filter((each) => TEXT.test(each) || each === REPLACEABLE)) {
        const small = brotli(readFileSync(join(dir, name)));
        sizes.set(name, small.length);
        if (name !== REPLACEABLE) writeFileSync(join(dir, `${name}.br`), small);
      }
      for (const [name, budget] of BUDGETS) {
        const file = sizes.get(name);
        if (file === undefined) this.error(`${name} was not built`);
        const loads = name.endsWith('.html') ? named(readFileSync(join(dir, name), 'utf8')) : [];
        const loaded = loads.reduce((sum, each) => sum + (sizes.get(each) ?? 0), file);
        this.info(`${name}: ${file} bytes, with what it names ${loaded} bytes (brotli)`);
        if (file > (budget?.file ?? Infinity) || loaded > (budget?.loaded ?? Infinity))
          this.error(`${name} is over budget: ${JSON.stringify(budget)}`);
      }
    },
  };
}
