/** The calculator's scripts alone in a folder: as they are published, or built for a test out of their sources. */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inTree } from '../schema/documents.mjs';
import { dist } from './server.mjs';

/** A folder of modules, for node as for a browser. @returns {{folder: string, remove: () => void}} */
function folderOf() {
  const folder = mkdtempSync(join(tmpdir(), 'birth-benefits-calculator-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>calculator</title>');
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** @returns {{folder: string, remove: () => void}} with the published calculator.js and all that it loads */
export function publishedCalculator() {
  const built = folderOf();
  for (const name of readdirSync(dist))
    if (['.js', '.wasm', '.json'].includes(extname(name)) && name !== 'sw.js') cpSync(join(dist, name), join(built.folder, name));
  return built;
}

/**
 * As the page's bundler builds them.
 * @param {string[]} names of sources below web/ without `.ts`
 * @returns {Promise<{folder: string, remove: () => void}>} with those side by side as `.js`, the glue, core.wasm, the twin and the policy
 */
export async function buildCalculator(names) {
  const vite = createRequire(inTree('web/package.json')).resolve('vite');
  const { build, loadConfigFromFile } = await import(pathToFileURL(vite).href);
  const { config } = await loadConfigFromFile({ command: 'build', mode: 'production' }, inTree('web/vite.config.ts'), inTree('web'), 'silent');
  const built = folderOf();
  await build({
    ...config,
    configFile: false,
    logLevel: 'silent',
    plugins: [],
    build: {
      ...config.build,
      outDir: built.folder,
      emptyOutDir: false,
      rollupOptions: {
        input: Object.fromEntries(names.map((name) => [basename(name), inTree(`web/${name}.ts`)])),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  cpSync(inTree('assets/policy/jilin-2023-56.json'), join(built.folder, 'policy.json'));
  return built;
}
