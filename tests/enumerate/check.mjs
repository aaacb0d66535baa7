/** Holds what a calculator answers against what the oracle expects. No part of it knows files, processes or pages. */
import { differences } from '../oracle/differences.mjs';
import { withRest } from './background.mjs';
import { isContradictory, situations } from './situations.mjs';

/**
 * @typedef {{benefit: string, situation: any, expected: any[]}} Question
 * @typedef {{benefit: string, situation: any, differences: import('../oracle/differences.mjs').Difference[]}} Disagreement
 */

/**
 * Every situation of a part of a benefit's space, with what is expected there: bare, and with the rest told in one way
 * or the other by turns (in both where the enumeration is dense, in neither on a device).
 * @param {string} benefit @param {import('./spaces.mjs').Part} part @param {import('./classes.mjs').Reach} reach
 * @returns {Generator<{questions: Question[], asked: string[]}>} one situation after the other
 */
export function* questionsAbout(benefit, part, reach) {
  let met = 0;
  for (const { situation, expected, asked } of situations(benefit, part, reach)) {
    const [everything, nothing] = reach === 'device' ? [] : withRest(situation, asked);
    const others = reach === 'dense' ? [everything, nothing] : [met % 2 === 0 ? everything : nothing];
    const possible = [situation, ...others.filter((other) => other !== undefined && !isContradictory(other))];
    yield { questions: possible.map((form) => ({ benefit, situation: form, expected })), asked };
    met += 1;
  }
}

/** @param {Question} question @param {any} answer result or errors document @returns {Disagreement | null} */
export function disagreement({ benefit, situation, expected }, answer) {
  const got = answer.benefits === undefined
    ? answer
    : { benefits: answer.benefits.filter((/** @type {any} */ { id }) => id === benefit) };
  const found = [...differences({ benefits: expected }, got)];
  return found.length === 0 ? null : { benefit, situation, differences: found };
}
