/** Modules of web/ that need no page, built as the page's bundler builds them, with a network made of files. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildCalculator } from '../browser/calculator.mjs';

/** @param {string[]} names of sources below web/ without `.ts` @returns their exports in one, and what removes the files */
export async function modulesOf(names) {
  const { folder, remove } = await buildCalculator(names);
  globalThis.fetch = async (url) => new Response(await readFile(fileURLToPath(url)), { headers: { 'content-type': 'application/wasm' } });
  const loaded = await Promise.all(names.map((name) => import(pathToFileURL(join(folder, `${basename(name)}.js`)).href)));
  return { page: Object.assign({}, ...loaded), remove };
}
