/** Compares the mutants that no case noticed with those known and explained (survivors.json). */
import { readJson } from '../schema/documents.mjs';

const LEAST_NOTICED = 0.95;
const percent = (share) => `${(100 * share).toFixed(1)} %`;

const known = readJson('tests/mutation/survivors.json');
const namesIn = (groups) => new Set(groups.flatMap(({ mutants }) => mutants));

/** The names of the mutants that are known to survive. @param {'rules' | 'policy'} kind */
export const explainedOf = (kind) => namesIn(known[kind]);

/**
 * Prints what came of it; the process fails where a mutant survives that is not explained, where one explained is noticed or
 * gone, or where too few are noticed of those that change an answer at all.
 * @param {'rules' | 'policy'} kind
 * @param {string[]} mutants all of them, by name
 * @param {string[]} survivors those that no case noticed
 */
export function judge(kind, mutants, survivors) {
  const explained = explainedOf(kind);
  const equivalent = namesIn(known[kind].filter((group) => group.equivalent));
  const there = new Set(mutants);
  const alive = new Set(survivors);
  const complaints = [
    ...survivors.filter((name) => !explained.has(name)).map((name) => `no case notices: ${name}`),
    ...[...explained].filter((name) => !there.has(name)).map((name) => `explained, but no mutant: ${name}`),
    ...[...explained].filter((name) => there.has(name) && !alive.has(name)).map((name) => `explained, but noticed: ${name}`),
  ];
  for (const complaint of complaints.sort()) console.log(complaint);
  const noticed = mutants.length - survivors.length;
  const changing = mutants.filter((name) => !equivalent.has(name)).length;
  console.log(
    `${kind}: ${noticed} of ${mutants.length} mutants noticed (${percent(noticed / mutants.length)}); ` +
      `of the ${changing} that change an answer ${percent(noticed / changing)}`,
  );
  if (complaints.length > 0 || noticed / changing < LEAST_NOTICED) process.exitCode = 1;
}
