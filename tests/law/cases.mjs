/** The cases of tests/cases, each with what it is about and what it expects, and whether an answer is that. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { changed, inTree, readJson } from '../schema/documents.mjs';
import { mismatch } from '../wasm/mismatch.mjs';

/**
 * @typedef {object} Case
 * @property {string} suite the file's name: for the cases of a measure that of its rule file
 * @property {string} name a sentence
 * @property {string} [benefit] the id asked about; none where the whole answer is
 * @property {string} [subject]
 * @property {string} situation as a line of JSON
 * @property {Record<string, any>} expect
 */

/** @returns {Case[]} */
export function allCases() {
  const files = readdirSync(inTree('tests/cases')).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((file) =>
    readJson(`tests/cases/${file}`).groups.flatMap((group) =>
      group.cases.map((one) => ({
        suite: file.replace('.json', ''),
        name: one.name,
        benefit: group.benefit,
        subject: group.subject,
        situation: JSON.stringify(changed(group.given, one)),
        expect: one.expect,
      })),
    ),
  );
}

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
