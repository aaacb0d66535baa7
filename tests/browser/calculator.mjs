/** Sources of web/ as the page's bundler builds them, alone in a folder. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inTree } from '../schema/documents.mjs';

/**
 * @param {string[]} names of sources without `.ts`
 * @returns {Promise<{folder: string, remove: () => void}>} with those as `.js`, the glue, core.wasm and the twin
 */
export async function buildCalculator(names = ['calculator']) {
  const vite = createRequire(inTree('web/package.json')).resolve('vite');
  const { build, loadConfigFromFile } = await import(pathToFileURL(vite).href);
  const { config } = await loadConfigFromFile({ command: 'build', mode: 'production' }, inTree('web/vite.config.ts'), inTree('web'), 'silent');
  const folder = mkdtempSync(join(tmpdir(), 'birth-benefits-calculator-'));
  await build({
    ...config,
    configFile: false,
    logLevel: 'silent',
    plugins: [],
    build: {
      ...config.build,
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: {
        input: Object.fromEntries(names.map((name) => [name, inTree(`web/${name}.ts`)])),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>calculator</title>');
  return { folder, files: readdirSync(folder), remove: () => rmSync(folder, { recursive: true }) };
}
