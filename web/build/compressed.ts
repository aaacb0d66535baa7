// Everything once more compressed, for servers that send what lies ready; and the budgets, which fail the build.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(html|js|css|wasm|svg|webmanifest)$/;
/** Bytes after brotli. */
const BUDGET = { html: 14_000, firstAnswer: 100_000 };

/** What the browser fetches, by the page itself, before the first personal answer. */
const fetched = (html: string): string[] =>
  [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="\.\/([^"]+\.(?:js|css|wasm))"/g)].map(
    ([, name]) => name as string,
  );

export function compressed(): Plugin {
  const sizes = new Map<string, number>();
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync(dir).filter((each) => TEXT.test(each))) {
        const content = readFileSync(join(dir, name));
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        };
        const small = brotliCompressSync(content, { params });
        sizes.set(name, small.length);
        writeFileSync(join(dir, `${name}.br`), small);
      }
      for (const name of [...sizes.keys()].filter((each) => each.endsWith('.html'))) {
        const html = sizes.get(name) ?? 0;
        const first = fetched(readFileSync(join(dir, name), 'utf8')).reduce(
          (sum, file) => sum + (sizes.get(file) ?? 0),
          html,
        );
        this.info(`${name}: ${html} bytes, first answer ${first} bytes (brotli)`);
        if (html > BUDGET.html || first > BUDGET.firstAnswer)
          this.error(`${name} is over budget: ${JSON.stringify(BUDGET)}`);
      }
    },
  };
}
