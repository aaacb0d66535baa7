/**
 * Mutants of the policy file, each given to the command in a run of the case files alone.
 *   node tests/mutation/policy.mjs [--quick]    --quick: a mutant known to survive is tried by few cases, those most likely to notice
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTree, policy } from '../schema/documents.mjs';
import { allCases } from '../law/cases.mjs';
import { each, Examiner } from './answers.mjs';
import { policyMutants } from './policy-mutants.mjs';
import { explainedOf, judge } from './verdict.mjs';

const command = process.env.BIRTH_BENEFITS ?? inTree('build/native/birth-benefits');
const cases = allCases();
const examiner = new Examiner(command, cases);
const wrong = await examiner.learn();
if (wrong) throw new Error(`without any mutant: ${wrong}`);

/** A mutant of a benefit or an assumption is tried first by the cases that name it; one of what all share, by a few of all. */
const ONE_IN = 8;
const spoken = new Map(cases.map((one) => [one, `${one.benefit} ${one.situation} ${JSON.stringify(one.expect)}`]));
const few = new Set(cases.filter((_, i) => i % ONE_IN === 0));
const likelyOf = (about) => (one) => (about ? spoken.get(one).includes(about) : few.has(one));

const quick = process.argv.includes('--quick');
const explained = explainedOf('policy');
const folder = mkdtempSync(join(tmpdir(), 'birth-benefits-'));
const mutants = policyMutants(policy());
const survivors = [];
let count = 0;
try {
  await each(mutants, availableParallelism(), async ({ name, about, document }) => {
    const file = join(folder, `${(count += 1)}.json`);
    writeFileSync(file, JSON.stringify(document));
    const all = !quick || !explained.has(name);
    if (!(await examiner.notices(likelyOf(about), ['--policy', file], {}, all))) survivors.push(name);
    rmSync(file);
  });
} finally {
  rmSync(folder, { recursive: true });
}
judge('policy', mutants.map(({ name }) => name), survivors);
