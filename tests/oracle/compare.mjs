/**
 * Compares the calculator with the oracle on generated input.
 *
 *   node tests/oracle/compare.mjs --command PATH/TO/birth-benefits [--seed N] [--count N] [--no-alternatives] [--errors]
 *
 * Situations go through `birth-benefits batch`; with `--errors`, documents that are mostly bad. For each kind of
 * disagreement one example is printed, that with the shortest input. Exit status 1 on any disagreement.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { differences } from './differences.mjs';
import { seeded, situation } from './generate.mjs';
import { document } from './mutate.mjs';
import { evaluate } from './oracle.mjs';
import { errors } from './validate.mjs';

const EXAMPLES_SHOWN = 20;
const LONGEST_SHOWN = 4000;

const { values: options } = parseArgs({
  options: {
    command: { type: 'string' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000' },
    errors: { type: 'boolean', default: false },
    'no-alternatives': { type: 'boolean', default: false },
  },
});
if (options.command === undefined) {
  console.error('usage: compare.mjs --command PATH [--seed N] [--count N] [--no-alternatives] [--errors]');
  process.exit(2);
}

/**
 * @typedef {{text: string, expected: any}} Case
 * @typedef {{count: number, text: string, expected: unknown, got: unknown, path: string}} Disagreement
 */

const alternatives = !options['no-alternatives'];
const random = seeded(Number(options.seed));

/** @returns {Case} */
function nextCase() {
  const text = options.errors ? document(random).text : JSON.stringify(situation(random));
  const found = errors(text);
  return { text, expected: found.length > 0 ? { errors: found } : evaluate(JSON.parse(text), { alternatives }) };
}

/** @type {Map<string, Disagreement>} */
const disagreements = new Map();

/** @param {Case} pair @param {string} line the answer */
function agrees({ text, expected }, line) {
  const found = [...differences(expected, answerOf(line))];
  for (const { kind, path, expected: ours, got } of found) {
    const known = disagreements.get(kind);
    const count = (known?.count ?? 0) + 1;
    disagreements.set(kind, known && known.text.length <= text.length
      ? { ...known, count }
      : { count, text, expected: ours, got, path });
  }
  return found.length === 0;
}

/** @param {string} line */
function answerOf(line) {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

/** @param {unknown} value */
const shown = (value) => (JSON.stringify(value) ?? '(absent)').slice(0, LONGEST_SHOWN);

const count = Number(options.count);
const child = spawn(options.command, ['batch', ...(alternatives ? [] : ['--no-alternatives'])], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const exited = once(child, 'close');
child.stdin.on('error', () => {}); // a command that ends early is told by its missing lines

/** Cases written and not yet answered: the command may hold back answers until its own buffer is full. @type {Case[]} */
const unanswered = [];

async function ask() {
  for (let asked = 0; asked < count && child.stdin.writable; asked += 1) {
    const pair = nextCase();
    unanswered.push(pair);
    if (!child.stdin.write(`${pair.text}\n`)) {
      await Promise.race([once(child.stdin, 'drain').catch(() => {}), exited]);
    }
  }
  child.stdin.end();
}

const asking = ask();
let passed = 0;
for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
  const pair = unanswered.shift();
  if (pair === undefined) console.log(`an answer to nothing: ${line.slice(0, LONGEST_SHOWN)}`);
  else if (agrees(pair, line)) passed += 1;
}
await Promise.all([asking, exited]);
if (unanswered.length > 0) console.log(`no answer to ${unanswered[0].text.slice(0, LONGEST_SHOWN)}`);

const byCount = [...disagreements].sort(([, a], [, b]) => b.count - a.count);
for (const [kind, { count: times, text, expected, got, path }] of byCount.slice(0, EXAMPLES_SHOWN)) {
  console.log(`${kind}: ${times} times, for example at ${path}`);
  console.log(`  input:    ${text.slice(0, LONGEST_SHOWN)}`);
  console.log(`  expected: ${shown(expected)}`);
  console.log(`  got:      ${shown(got)}`);
}
if (byCount.length > EXAMPLES_SHOWN) console.log(`and ${byCount.length - EXAMPLES_SHOWN} further kinds`);
console.log(`${passed} passed, ${count - passed} failed`);
process.exitCode = passed === count ? 0 : 1;
