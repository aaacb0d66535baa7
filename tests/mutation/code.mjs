/**
 * Mutants of the rules: all of them in one build of the command, each at work in a run of the case files alone.
 *   node tests/mutation/code.mjs
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { allCases } from '../law/cases.mjs';
import { inTree } from '../schema/documents.mjs';
import { each, Examiner } from './answers.mjs';
import { schemata } from './schemata.mjs';
import { judge } from './verdict.mjs';

const build = inTree('build/mutation');
const tree = join(build, 'tree');

/** Writes a file only where it is another, so that what did not change is not compiled again. */
function put(path, content) {
  let there;
  try {
    there = readFileSync(path);
  } catch {
    there = undefined;
  }
  if (!there?.equals(content)) writeFileSync(path, content);
}

/** The command with every mutant in it, from a tree that differs in the files that have some. */
function compile(files) {
  mkdirSync(join(tree, 'core/measures'), { recursive: true });
  for (const name of ['CMakeLists.txt', 'assets', 'tests']) {
    rmSync(join(tree, name), { force: true });
    symlinkSync(inTree(name), join(tree, name));
  }
  cpSync(inTree('core'), join(tree, 'core'), {
    recursive: true,
    preserveTimestamps: true,
    filter: (from) => !files.has(from.slice(inTree('.').length)),
  });
  for (const [file, content] of files) put(join(tree, file), content);
  const cmake = (...words) => execFileSync('cmake', words, { stdio: ['ignore', 'ignore', 'inherit'] });
  // Which mutant is at work is known at run time, so no rule is a constant expression here. With the library's assertions
  // a mutant that reads what is not there ends, whatever lies there.
  const flags = ['-DCMAKE_CXX_FLAGS=-w -Wno-narrowing -Dconstinit= -D_GLIBCXX_ASSERTIONS', '-DCMAKE_CXX_FLAGS_RELEASE=-O1 -DNDEBUG'];
  cmake('-S', tree, '-B', join(build, 'out'), '-G', 'Ninja', ...flags);
  cmake('--build', join(build, 'out'), '--target', 'birth-benefits');
  return join(build, 'out/birth-benefits');
}

const rules = readdirSync(inTree('core/measures')).filter((name) => name.endsWith('.cpp'));
const { files, mutants } = schemata(
  rules.sort().map((name) => `core/measures/${name}`),
  (file) => file.startsWith('core/measures/'),
);
const cases = allCases();
const examiner = new Examiner(compile(files), cases);
const wrong = await examiner.learn();
if (wrong) throw new Error(`without any mutant: ${wrong}`);

/** A mutant of a rule is tried first by the rule's own cases; one of what rules share, by a few of all. */
const suites = new Set(cases.map(({ suite }) => suite));
const ONE_IN = 8;
function likelyOf(file) {
  const name = /\/(\w+)\.(cpp|h)$/.exec(file)[1];
  const some = new Set(suites.has(name) ? cases.filter(({ suite }) => suite === name) : cases.filter((_, i) => i % ONE_IN === 0));
  return (one) => some.has(one);
}

const survivors = [];
await each(mutants, availableParallelism(), async ({ id, file, name }) => {
  if (!(await examiner.notices(likelyOf(file), [], { MUTANT: String(id) }))) survivors.push(name);
});
judge('rules', mutants.map(({ name }) => name), survivors);
