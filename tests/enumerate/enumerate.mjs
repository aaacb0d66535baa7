/**
 * Checks every benefit in all situations that its rule can tell apart.
 *
 *   node tests/enumerate/enumerate.mjs [--dense | --short | --device] [--policy FILE] [BENEFIT…]
 *
 * Prints for each benefit the number of situations, of answers compared (each situation comes with nothing else told and
 * with everything else told) and of disagreements, the first of them with their situations, and the inputs and
 * assumptions that the oracle consulted. The command is build/native/birth-benefits, or what BIRTH_BENEFITS names.
 * Exit status 1 on any disagreement.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { BENEFITS, partsOf } from './situations.mjs';

const EXAMPLES_SHOWN = 3;

/**
 * @typedef {import('./check.mjs').Disagreement} Disagreement
 * @typedef {{situations: number, answers: number, asked: string[], disagreements: Disagreement[]}} Checked
 */

/**
 * @param {{reach?: import('./classes.mjs').Reach, policy?: string, benefits?: readonly string[]}} [options] `policy` a
 *   file in place of the policy compiled in
 * @returns {Promise<Map<string, Checked>>} by benefit, in the order of the catalogue
 */
export async function enumerate({ reach = 'whole', policy, benefits = BENEFITS } = {}) {
  /** @type {Map<string, Checked>} */
  const checked = new Map(benefits.map((id) => [id, { situations: 0, answers: 0, asked: [], disagreements: [] }]));
  // Those in several parts are the largest, and come first, so that no worker is left with one at the end.
  const tasks = benefits
    .flatMap((benefit) => partsOf(benefit).map((_, index) => ({ benefit, index })))
    .sort((a, b) => partsOf(b.benefit).length - partsOf(a.benefit).length);
  const work = () => new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./enumerate-worker.mjs', import.meta.url), { workerData: { reach, policy } });
    const proceed = () => {
      const task = tasks.shift();
      if (task) worker.postMessage(task);
      else worker.terminate().then(resolve, reject);
    };
    worker.on('error', reject).on('message', ({ benefit, situations, answers, asked, disagreements }) => {
      const sum = /** @type {Checked} */ (checked.get(benefit));
      sum.situations += situations;
      sum.answers += answers;
      sum.asked = [...new Set([...sum.asked, ...asked])];
      sum.disagreements.push(...disagreements);
      proceed();
    });
    proceed();
  });
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return checked;
}

/** @param {Disagreement} disagreement */
export const shown = ({ situation, differences: [{ path, expected, got }] }) =>
  `  ${JSON.stringify(situation)}\n  at ${path} expected ${JSON.stringify(expected)}\n  got ${JSON.stringify(got)}`;

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { dense: { type: 'boolean' }, short: { type: 'boolean' }, device: { type: 'boolean' }, policy: { type: 'string' } },
  });
  const start = performance.now();
  const checked = await enumerate({
    reach: values.dense ? 'dense' : values.short ? 'short' : values.device ? 'device' : 'whole',
    policy: values.policy,
    benefits: positionals.length > 0 ? positionals : BENEFITS,
  });
  const total = { situations: 0, answers: 0, disagreements: 0 };
  for (const [benefit, { situations, answers, asked, disagreements }] of checked) {
    total.situations += situations;
    total.answers += answers;
    total.disagreements += disagreements.length;
    console.log(`${benefit}: ${situations} situations, ${answers} answers, ${disagreements.length} disagreements`);
    console.log(`  asks for ${asked.join(' ') || 'nothing'}`);
    for (const one of disagreements.slice(0, EXAMPLES_SHOWN)) console.log(shown(one));
  }
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(
    `${checked.size} benefits, ${total.situations} situations, ${total.answers} answers, ` +
      `${total.disagreements} disagreements, ${seconds} s`);
  process.exitCode = total.disagreements === 0 ? 0 : 1;
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main();
