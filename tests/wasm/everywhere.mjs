/**
 * One answer everywhere: the command built by two compilers, the WebAssembly module and its JavaScript twin give the
 * same bytes for generated situations and bad documents.
 *
 *   node tests/wasm/everywhere.mjs [--count N] [--twin N] [--seed N]
 *
 * `--twin` is how many of them the twin answers, which is the slowest by far; all unless told otherwise. The builds are those of
 * build/native, build/clang and build/wasm, or what BIRTH_BENEFITS, BIRTH_BENEFITS_CLANG and BIRTH_BENEFITS_WASM name.
 * Ends with the number of answers of each build and one digest over all answers, which any other machine should print
 * too. Exit status 1 on any difference.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { CHUNK, digest } from './chunks.mjs';
import { clangCommand, command } from './core.mjs';

const DIFFERENCES_SHOWN = 5;
const LONGEST_SHOWN = 300;

/**
 * @typedef {{builds: string[], input: string, answers: string[]}} Difference the first input of a chunk that two builds
 *   answer differently
 * @typedef {{answers: Record<string, number>, differences: Difference[], digest: string}} Outcome
 */

/**
 * @param {{count: number, twinCount?: number, seed?: number, progress?: (answered: number, differences: number) => void}} options
 * @returns {Promise<Outcome>}
 */
export async function everywhere({ count, twinCount = count, seed = 1, progress = () => {} }) {
  const commands = { 'g++': command, 'clang++': clangCommand };
  const workers = Math.min(availableParallelism(), Math.ceil(count / CHUNK));
  /** @type {string[]} */
  const chunkDigests = [];
  /** @type {Record<string, number>} */
  const answers = {};
  /** @type {Difference[]} */
  const differences = [];
  await Promise.all(Array.from({ length: workers }, (_, first) => new Promise((resolve, reject) => {
    const workerData = { commands, seed, count, twinCount, first, step: workers };
    new Worker(new URL('./everywhere-worker.mjs', import.meta.url), { workerData })
      .on('message', ({ index, builds, digest: ofChunk, differences: found }) => {
        chunkDigests[index] = ofChunk;
        for (const build of builds) answers[build] = (answers[build] ?? 0) + CHUNK;
        differences.push(...found);
        progress(answers['g++'], differences.length);
      })
      .on('error', reject)
      .on('exit', resolve);
  })));
  return { answers, differences, digest: digest(chunkDigests) };
}

/** Where two answers part, with what is around it. @param {Difference} difference */
export function shown({ builds: [one, other], input, answers: [a, b] }) {
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const around = (/** @type {string} */ text) => text.slice(Math.max(0, at - 80), at + 80);
  return `${input.slice(0, LONGEST_SHOWN)}\n  ${one} has …${around(a)}…\n  ${other} has …${around(b)}…`;
}

async function main() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '50000' },
      twin: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const count = Number(values.count);
  const start = performance.now();
  let told = 0;
  // A long run that is broken off has said what it found until then.
  const progress = (/** @type {number} */ answered, /** @type {number} */ different) => {
    if (answered - told < count / 20) return;
    told = answered;
    console.log(`${answered} of ${count} after ${Math.round((performance.now() - start) / 1000)} s, ${different} chunks with a difference`);
  };
  const outcome = await everywhere({
    count, twinCount: Number(values.twin ?? count), seed: Number(values.seed), progress,
  });
  for (const difference of outcome.differences.slice(0, DIFFERENCES_SHOWN)) console.log(shown(difference));
  for (const [build, answered] of Object.entries(outcome.answers)) console.log(`${build}: ${answered} answers`);
  console.log(`digest ${outcome.digest}`);
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${outcome.differences.length} chunks of ${CHUNK} with a difference, ${seconds} s`);
  process.exitCode = outcome.differences.length === 0 ? 0 : 1;
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main();
