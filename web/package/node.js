// birth-benefits under Node: the same calculator, its two files read from disk. The packaging fills in WASM.
import { readFile } from 'node:fs/promises';
import { loadCalculator as load } from './dist/calculator.js';

export * from './dist/calculator.js';

const WASM = '__WASM__';

/** @type {typeof load} */
export async function loadCalculator({ policy, wasm, baseUrl = new URL('./dist/', import.meta.url) } = {}) {
  const [module, file] = await Promise.all([
    wasm ?? readFile(new URL(WASM, baseUrl)),
    policy ?? readFile(new URL('policy.json', baseUrl)),
  ]);
  return load({ wasm: module, policy: file });
}
