// Puts together build/package, the folder of the npm package, out of dist/: run after the build of the page.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const tree = new URL('../../', import.meta.url);
const target = new URL('build/package/', tree);
const dist = new URL('dist/', target);
const read = (path) => readFileSync(new URL(path, tree), 'utf8');

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const copy = (from, to) => cpSync(new URL(from, tree), new URL(to, target), { recursive: true });
cpSync(new URL('dist/', tree), dist, { recursive: true, filter: (name) => !name.endsWith('.br') });
copy('assets/schema/', 'schema/');
copy('LICENSE', 'LICENSE');
copy('web/package/README.md', 'README.md');

const names = readdirSync(dist);
const wasm = names.find((name) => name.endsWith('.wasm'));
writeFileSync(new URL('node.js', target), read('web/package/node.js').replace('__WASM__', wasm));

/** A script and all that it names, at once or later. */
function closure(name, found = new Set([name])) {
  const code = readFileSync(new URL(name, dist), 'utf8');
  for (const other of names.filter((each) => each.endsWith('.js') && !found.has(each) && code.includes(each)))
    closure(other, found.add(other));
  return found;
}

// The types come from the sources, which name their modules without `.js`.
const web = fileURLToPath(new URL('web/', tree));
const bin = (name) => fileURLToPath(new URL(`web/node_modules/.bin/${name}`, tree));
execFileSync(bin('tsc'), ['-p', 'tsconfig.types.json'], { cwd: web, stdio: 'inherit' });
const types = new URL('types/', target);
for (const name of readdirSync(types, { recursive: true }).filter((each) => each.endsWith('.d.ts'))) {
  const file = new URL(name, types);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(from '\.{1,2}\/[^']+?)(?:\.js)?'/g, "$1.js'"));
}

const pure = closure('calculator.js');
const [{ version }] = JSON.parse(read('assets/changelog.json'));
const embed = names.includes('embed.js') ? { './embed.js': './dist/embed.js' } : {};
const manifest = {
  name: 'birth-benefits',
  version,
  description:
    'Childbirth support of Jilin Province (2023, No. 56), worked out for a family or an institution',
  license: 'MulanPSL-2.0',
  type: 'module',
  engines: { node: '>=20' },
  keywords: ['jilin', 'childbirth', 'parental leave', 'benefits', 'law', 'webassembly', 'custom element'],
  exports: {
    '.': {
      types: './types/published.d.ts',
      node: './node.js',
      default: './dist/calculator.js',
    },
    ...embed,
    './core.wasm': `./dist/${wasm}`,
    './policy.json': './dist/policy.json',
    './schema/*': './schema/*',
    './dist/*': './dist/*',
    './package.json': './package.json',
  },
  types: './types/published.d.ts',
  sideEffects: names
    .filter((name) => name.endsWith('.js') && !pure.has(name))
    .map((name) => `./dist/${name}`),
};
writeFileSync(new URL('package.json', target), `${JSON.stringify(manifest, null, 2)}\n`);
