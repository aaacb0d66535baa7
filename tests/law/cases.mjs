/** The cases of tests/cases, each with what it is about and what it expects, and whether an answer is that. */
import { execFileSync } from 'node:child_process';
import { changed, eachFile } from '../schema/documents.mjs';
import { mismatch } from './mismatch.mjs';

/**
 * @typedef {object} Case
 * @property {string} suite the file's name: for the cases of a measure that of its rule file
 * @property {string} name a sentence
 * @property {string} [benefit] the id asked about; none where the whole answer is
 * @property {string} [subject]
 * @property {string} situation as a line of JSON
 * @property {Record<string, any>} expect
 */

/** Every case, file by file. @returns {Case[]} */
export const allCases = () =>
  eachFile('tests/cases').flatMap(({ file: suite, content }) =>
    content.groups.flatMap(({ benefit, subject, given, cases }) =>
      cases.map((one) => {
        const situation = JSON.stringify(changed(given, one));
        return { suite, name: one.name, benefit, subject, situation, expect: one.expect };
      }),
    ),
  );

/** The benefit of an answer that a case is about, if it is listed. @param {Case} one */
export const benefitOf = ({ benefit, subject }, result) =>
  result.benefits.find((each) => each.id === benefit && (subject === undefined || each.subject === subject));

/** What is wrong with a result for a case, if anything. @param {Case} one */
export function failure(one, result) {
  if (result.errors) return JSON.stringify(result);
  if (one.benefit === undefined) return mismatch(one.expect, result);
  const { listed = true, ...rest } = one.expect;
  const found = benefitOf(one, result);
  if ((found !== undefined) !== listed) return 'listed or not';
  return found && mismatch(rest, found);
}

/** Every case with the command's answer to it. @param {string} command @returns {(Case & {result: any})[]} */
export function answeredCases(command) {
  const cases = allCases();
  const situations = [...new Set(cases.map(({ situation }) => situation))];
  const lines = execFileSync(command, ['batch'], {
    input: situations.map((one) => `${one}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  }).split('\n');
  const answers = new Map(situations.map((one, i) => [one, JSON.parse(lines[i])]));
  return cases.map((one) => ({ ...one, result: answers.get(one.situation) }));
}
