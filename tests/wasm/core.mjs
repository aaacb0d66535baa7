/** The three builds of the core, each as one function: bytes of a situation in, bytes of the answer out. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inTree } from '../schema/documents.mjs';

const built = (name) => join(process.env.BIRTH_BENEFITS_WASM ?? inTree('build/wasm'), name);
export const command = process.env.BIRTH_BENEFITS ?? inTree('build/native/birth-benefits');
/** The same command, built by the other compiler. */
export const clangCommand = process.env.BIRTH_BENEFITS_CLANG ?? inTree('build/clang/birth-benefits');

/** The glue is an ES module in a `.js` file: node believes so only under another name. */
async function glue(name) {
  const folder = mkdtempSync(join(tmpdir(), 'birth-benefits-'));
  const copy = join(folder, `${name}.mjs`);
  try {
    copyFileSync(built(`${name}.js`), copy);
    return (await import(pathToFileURL(copy).href)).default;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

const load = {
  WebAssembly: async () => {
    const module = await WebAssembly.compile(readFileSync(built('core.wasm')));
    return (await glue('core'))({ instantiate: (imports) => WebAssembly.instantiate(module, imports) });
  },
  'JavaScript twin': async () => (await glue('core-twin'))(),
};
export const builds = Object.keys(load);

/** An instance of a build, as its glue gives it. */
export const coreOf = (build) => load[build]();

/**
 * Opens policies in one instance of a build, which holds one at a time; each answers text or bytes.
 * @typedef {{evaluate(situation: string | Uint8Array, alternatives: boolean, only?: string): string}} Calculator
 * @param {string} build @returns {Promise<(policy: string | Uint8Array) => Calculator>}
 */
export async function calculatorsOf(build) {
  const core = await coreOf(build);
  let held;
  return (policy) => ({
    evaluate(situation, alternatives, only = '') {
      if (held !== policy) core.open((held = policy));
      return utf8.decode(core.evaluate(situation, alternatives, only));
    },
  });
}

/** Standard output of the native command, whose exit status may say that some input was bad. */
export function native(words, input, program = command) {
  const { status, stdout, stderr, error } = spawnSync(program, words, { input, maxBuffer: 1 << 30, timeout: 120_000 });
  if (status !== 0 && status !== 1) throw error ?? new Error(stderr.toString());
  return stdout.toString();
}

/** The policy that the native command has compiled in. */
export const policyText = readFileSync(inTree('assets/policy/jilin-2023-56.json'), 'utf8');

const words = (alternatives) => (alternatives ? [] : ['--no-alternatives']);

/** The native answers to situations, a line each. */
export const nativeBatch = (situations, alternatives, program = command, only = '') =>
  native(['batch', '--only', only, ...words(alternatives)], situations.map((one) => `${one}\n`).join(''), program).split('\n').slice(0, -1);

/** The native answer to one document, whatever bytes it has. */
export const nativeOne = (bytes, alternatives, program = command) =>
  native(['evaluate', ...words(alternatives)], bytes, program).trimEnd();
