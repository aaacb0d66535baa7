/** Checks parts of the spaces of benefits against the native command, one part for each message. */
import { parentPort, workerData } from 'node:worker_threads';
import { native } from '../wasm/core.mjs';
import { disagreement, questionsAbout } from './check.mjs';
import { givesAlternatives, partsOf } from './situations.mjs';

/** Answers are long: this many at a time are in memory. */
const AT_A_TIME = 600;

const { reach, policy } = workerData;
const words = ['batch', ...(policy === undefined ? [] : ['--policy', policy]), ...(givesAlternatives(reach) ? [] : ['--no-alternatives'])];

/** @param {import('./check.mjs').Question[]} questions */
function disagreements(questions) {
  const lines = native(words, questions.map(({ situation }) => `${JSON.stringify(situation)}\n`).join('')).split('\n');
  return questions.map((question, n) => disagreement(question, JSON.parse(lines[n]))).filter((found) => found !== null);
}

parentPort.on('message', ({ benefit, index }) => {
  const found = [];
  const asked = new Set();
  let [situations, answers] = [0, 0];
  let waiting = [];
  const check = () => {
    found.push(...disagreements(waiting));
    answers += waiting.length;
    waiting = [];
  };
  for (const met of questionsAbout(benefit, partsOf(benefit)[index], reach)) {
    situations += 1;
    met.asked.forEach((pointer) => asked.add(pointer));
    waiting.push(...met.questions);
    if (waiting.length >= AT_A_TIME) check();
  }
  check();
  parentPort.postMessage({ benefit, index, situations, answers, asked: [...asked], disagreements: found });
});
