/** Answers chunks with every build; reports the digest of each chunk and, per build, the first answer that differs. */
import { parentPort, workerData } from 'node:worker_threads';
import { CHUNK, chunk, digest, withAlternatives } from './chunks.mjs';
import { builds, calculatorsOf, nativeBatch, policyText } from './core.mjs';

const { commands, seed, count, twinCount, first, step } = workerData;

/** @type {Map<string, (lines: string[], alternatives: boolean) => string[]>} */
const answering = new Map(
  Object.entries(commands).map(([name, command]) => [name, (lines, alternatives) => nativeBatch(lines, alternatives, command)]),
);
for (const build of builds) {
  const calculator = (await calculatorsOf(build))(policyText);
  // As bytes: a lone surrogate in a string would be lost on the way into the module.
  answering.set(build, (lines, alternatives) => lines.map((line) => calculator.evaluate(Buffer.from(line), alternatives)));
}

/** The twin answers chunks spread evenly. @param {number} index @param {string} build */
const isAsked = (index, build) => build !== 'JavaScript twin' || Math.floor(((index + 1) * twinCount) / count) > Math.floor((index * twinCount) / count);

for (let index = first; index * CHUNK < count; index += step) {
  const lines = chunk(seed, index);
  const alternatives = withAlternatives(index);
  const answers = [...answering]
    .filter(([build]) => isAsked(index, build))
    .map(([build, answer]) => ({ build, lines: answer(lines, alternatives) }));
  const [reference, ...others] = answers;
  const differences = others.flatMap((other) => {
    const at = lines.findIndex((_, n) => other.lines[n] !== reference.lines[n]);
    return at < 0 ? [] : [{
      builds: [reference.build, other.build], input: lines[at], answers: [reference.lines[at], other.lines[at]],
    }];
  });
  parentPort.postMessage({ index, builds: answers.map(({ build }) => build), digest: digest(reference.lines), differences });
}
