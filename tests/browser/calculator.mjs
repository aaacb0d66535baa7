/** web/calculator.ts as the page's bundler builds it, alone in a folder. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inTree } from '../schema/documents.mjs';

/** @returns {Promise<{folder: string, remove: () => void}>} with calculator.js, the glue, core.wasm and the twin */
export async function buildCalculator() {
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
        input: inTree('web/calculator.ts'),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'calculator.js' },
      },
    },
  });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>calculator</title>');
  return { folder, files: readdirSync(folder), remove: () => rmSync(folder, { recursive: true }) };
}
