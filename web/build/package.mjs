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
const kept = new Set(
  ['calculator/published.d.ts', 'embed/embed.d.ts'].map((name) => new URL(name, types).href),
);
for (const file of kept) {
  const text = readFileSync(new URL(file), 'utf8').replace(/(from '\.{1,2}\/[^']+?)(?:\.js)?'/g, "$1.js'");
  writeFileSync(new URL(file), text);
  for (const [, name] of text.matchAll(/from '(\.{1,2}\/[^']+)\.js'/g))
    kept.add(new URL(`${name}.d.ts`, file).href);
}
// What only the page's own parts need to know of each other.
for (const name of readdirSync(types, { recursive: true }).filter((each) => each.endsWith('.d.ts')))
  if (!kept.has(new URL(name, types).href)) rmSync(new URL(name, types));

// What editors and catalogues of components know of the element, from its own comments.
const elements = 'custom-elements.json';
const element = { source: 'embed/embed.ts', built: 'dist/embed.js' };
execFileSync(bin('cem'), ['analyze', '--quiet', '--globs', element.source, '--outdir', '../build/package'], {
  cwd: web,
  stdio: 'inherit',
});
const described = JSON.parse(
  readFileSync(new URL(elements, target), 'utf8').replaceAll(element.source, element.built),
);
// An event whose name is a variable is taken for one called like the variable; it has no description.
for (const { declarations } of described.modules)
  for (const declaration of declarations)
    declaration.events = declaration.events?.filter(({ description }) => description);
writeFileSync(new URL(elements, target), `${JSON.stringify(described, null, 2)}\n`);

const pure = closure('calculator.js');
const [{ version }] = JSON.parse(read('assets/changelog.json'));
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
      types: './types/calculator/published.d.ts',
      node: './node.js',
      default: './dist/calculator.js',
    },
    './embed.js': {
      types: './types/embed/embed.d.ts',
      default: './dist/embed.js',
    },
    './core.wasm': `./dist/${wasm}`,
    './policy.json': './dist/policy.json',
    './schema/*': './schema/*',
    './dist/*': './dist/*',
    './custom-elements.json': './custom-elements.json',
    './package.json': './package.json',
  },
  customElements: './custom-elements.json',
  types: './types/calculator/published.d.ts',
  sideEffects: names
    .filter((name) => name.endsWith('.js') && !pure.has(name))
    .map((name) => `./dist/${name}`),
};
writeFileSync(new URL('package.json', target), `${JSON.stringify(manifest, null, 2)}\n`);
