/** The case files alone, run by a command: which of them it answers as they expect. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { failure } from '../law/cases.mjs';

/** Of processor time, not of the clock: a busy machine changes no verdict. */
const MOST_SECONDS = 20;
const MOST_KIB = 2 * 1024 * 1024;

/** The answers to situations, a line each; nothing where the command crashed, hung or took all memory. */
async function answers(command, words, environment, situations) {
  const limited = ['-c', `ulimit -v ${MOST_KIB} && ulimit -t ${MOST_SECONDS} && exec "$0" "$@"`, command, 'batch', ...words];
  const run = spawn('sh', limited, { env: { ...process.env, ...environment }, stdio: ['pipe', 'pipe', 'ignore'] });
  const chunks = [];
  run.stdout.on('data', (chunk) => chunks.push(chunk));
  run.stdin.on('error', () => {}); // it may have ended already
  run.stdin.end(situations.map((one) => `${one}\n`).join(''));
  const [status] = await once(run, 'close');
  return status === 0 ? Buffer.concat(chunks) : undefined;
}

/** What a line says, unless a mutant has spoilt even that. */
function read(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const asksForReadings = ({ expect }) =>
  ['alternatives', 'assumptions'].some((member) => member in expect || expect.absent?.includes(member));

/** Runs cases, those first that are likely to fail; knows the answers that are right. */
export class Examiner {
  /** @param {string} command the program to run @param {import('../law/cases.mjs').Case[]} cases */
  constructor(command, cases) {
    this.command = command;
    // Other readings take most of the time, and few cases look at them.
    this.parts = [cases.filter((one) => !asksForReadings(one)), cases.filter(asksForReadings)];
    this.right = [];
  }

  /** All cases as they are, without any change; answers the first failure. */
  async learn() {
    return this.failing(this.parts, [], {}, (part, output) => (this.right[part] = output));
  }

  /**
   * The first case that fails under a change of the command's words or environment, if any.
   * @param {(one: object) => boolean} likely whose cases to run first
   * @param {boolean} [all] whether to run all of them where none of those fails
   */
  async notices(likely, words, environment, all = true) {
    const first = this.parts.map((part) => part.filter(likely));
    const failed = await this.failing(first, words, environment);
    return failed ?? (all ? this.failing(this.parts, words, environment) : undefined);
  }

  async failing(parts, words, environment, keep) {
    for (const [part, cases] of parts.entries()) {
      if (cases.length === 0) continue;
      const situations = [...new Set(cases.map(({ situation }) => situation))];
      const all = part === 0 ? ['--no-alternatives', ...words] : words;
      const output = await answers(this.command, all, environment, situations);
      if (output && this.right[part]?.equals(output)) continue;
      const lines = output?.toString().split('\n').slice(0, -1);
      if (lines?.length !== situations.length) return 'no answer';
      const bySituation = new Map(situations.map((one, i) => [one, lines[i]]));
      for (const one of cases) {
        const result = read(bySituation.get(one.situation));
        const wrong = result ? failure(one, result) : 'no JSON';
        if (wrong) return `${one.suite}: ${one.name}: ${wrong}`;
      }
      keep?.(part, output);
    }
    return undefined;
  }
}

/** As many at a time as there are processors. */
export async function each(items, most, work) {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: most }, worker));
}
