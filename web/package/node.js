// birth-benefits under Node: the same calculator, its two files read from disk. The packaging fills in WASM.
import { readFile } from 'node:fs/promises';
import { loadCalculator as load, PolicyMissing } from './dist/calculator.js';

export * from './dist/calculator.js';

const WASM = '__WASM__';

async function readPolicy(url) {
  try {
    return await readFile(url);
  } catch (cause) {
    throw new PolicyMissing(url.href, { cause });
  }
}

/** @type {typeof load} */
export async function loadCalculator({ policy, wasm, baseUrl = new URL('./dist/', import.meta.url) } = {}) {
  const [module, file] = await Promise.all([
    // Without it the twin answers, as in a browser.
    wasm ?? readFile(new URL(WASM, baseUrl)).catch(() => undefined),
    policy === undefined ? readPolicy(new URL('policy.json', baseUrl)) : policy,
  ]);
  return load({ wasm: module, policy: file });
}
