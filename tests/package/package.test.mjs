/** The npm package as others get it: packed, installed without a network, run under Node, type-checked by a consumer. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { full } from '../browser/families.mjs';
import { inTree, policy, readJson } from '../schema/documents.mjs';
import { nativeBatch } from '../wasm/core.mjs';

const NAME = 'birth-benefits';

const CONSUMER = `
import { loadCalculator, PolicyMissing, type Answer, type Calculator, type Situation } from '${NAME}';
import type { BirthBenefits, BirthBenefitsEventMap } from '${NAME}/embed.js';

const family: Situation = { as_of: '2024-06-01', lawful_birth: true, father: { employed: true } };
const calculator: Calculator = await loadCalculator({ policy: '{}' });
const answer: Answer = calculator.evaluate(family, { only: 'leave', alternatives: false });
calculator.evaluate(family, { only: 12 });
calculator.evaluate(family, null);
export const days: number | undefined = 'errors' in answer ? undefined : answer.benefits[0]?.value?.days;
export const missing: Error = new PolicyMissing();
export const gaps: boolean = calculator.policyErrors.some(({ code }) => code === 'gap_in_dates');

const element: BirthBenefits | null = document.querySelector('birth-benefits');
if (element) element.situation = family;
export type Told = BirthBenefitsEventMap['result']['detail']['policy']['edition'];

// @ts-expect-error a day is text
export const wrong: Situation = { as_of: 20240601 };
// @ts-expect-error no such member
calculator.evaluate({ as_of: '2024-06-01', mothers: {} });
// @ts-expect-error words in one text
calculator.evaluate(family, { only: ['leave'] });
// @ts-expect-error edition is not for callers to change
calculator.edition = '';
`;

describe('the npm package', { timeout: 120_000 }, () => {
  let folder;
  let installed;
  /** In the consumer's folder, without a network. */
  const run = (program, ...words) => execFileSync(program, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const inNode = (code) => JSON.parse(run(process.execPath, '--input-type=module', '-e', code));

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'birth-benefits-consumer-'));
    execFileSync(process.execPath, [inTree('web/build/package.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
    const packed = run('npm', 'pack', '--silent', inTree('build/package')).trim();
    writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
    run('npm', 'install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', `./${packed}`);
    installed = join(folder, 'node_modules', NAME);
  });
  after(() => rmSync(folder, { recursive: true }));

  test('answers under Node as the native command does', () => {
    const answer = inNode(`
      import { loadCalculator } from '${NAME}';
      const calculator = await loadCalculator();
      console.log(JSON.stringify(calculator.evaluate(${JSON.stringify(full)})));
    `);
    assert.deepEqual(answer, JSON.parse(nativeBatch([JSON.stringify(full)], true)[0]));
  });

  test('takes another policy under Node, and says what is wrong with it', () => {
    const [edition, faults] = inNode(`
      import { readFile } from 'node:fs/promises';
      import { loadCalculator } from '${NAME}';
      const own = await readFile(new URL(import.meta.resolve('${NAME}/policy.json')), 'utf8');
      const other = await loadCalculator({ policy: { ...JSON.parse(own), edition: 'another' } });
      const unsound = await loadCalculator({ policy: own.replace('"benefits"', '"benefit"') });
      console.log(JSON.stringify([other.edition, unsound.policyErrors.map(({ code }) => code)]));
    `);
    assert.equal(edition, 'another');
    assert.ok(faults.includes('unknown_member'), faults.join());
  });

  test('rejects with PolicyMissing under Node where there is no policy file', () => {
    const [missing, code] = inNode(`
      import { loadCalculator, PolicyMissing } from '${NAME}';
      const baseUrl = new URL('none/', import.meta.resolve('${NAME}'));
      const error = await loadCalculator({ baseUrl }).catch((reason) => reason);
      console.log(JSON.stringify([error instanceof PolicyMissing && error.message.endsWith('none/policy.json'), error.cause?.code]));
    `);
    assert.deepEqual([missing, code], [true, 'ENOENT']);
  });

  test('answers by the twin under Node where the module is missing', () => {
    const [edition, errors] = inNode(`
      import { readFile } from 'node:fs/promises';
      import { loadCalculator } from '${NAME}';
      const policy = await readFile(new URL(import.meta.resolve('${NAME}/policy.json')));
      const calculator = await loadCalculator({ policy, baseUrl: new URL('none/', import.meta.resolve('${NAME}')) });
      console.log(JSON.stringify([calculator.edition, calculator.policyErrors]));
    `);
    assert.deepEqual([edition, errors], [policy().edition, []]);
  });

  test('has the policy and the schemas of the tree', () => {
    assert.deepEqual(JSON.parse(readFileSync(join(installed, 'dist/policy.json'), 'utf8')), policy());
    for (const name of readdirSync(inTree('assets/schema')))
      assert.equal(readFileSync(join(installed, 'schema', name), 'utf8'), readFileSync(inTree(`assets/schema/${name}`), 'utf8'));
  });

  test('has every file that its manifest names, and none that is compressed', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    const named = (entry) => (typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(named));
    const files = [...named(manifest.exports), manifest.types, manifest.customElements, ...manifest.sideEffects, 'LICENSE', 'README.md'];
    for (const file of files.filter((each) => !each.includes('*'))) assert.ok(existsSync(join(installed, file)), file);
    assert.equal(manifest.version, readJson('assets/changelog.json')[0].version);
    assert.deepEqual(readdirSync(installed, { recursive: true }).filter((name) => name.endsWith('.br')), []);
  });

  test('describes the element as the guide does', () => {
    const { modules } = JSON.parse(readFileSync(join(installed, 'custom-elements.json'), 'utf8'));
    const [element] = modules.flatMap(({ declarations }) => declarations.filter(({ customElement }) => customElement));
    const words = Object.keys(readJson('assets/i18n/guide/en.json'));
    const inGuide = (kind) => words.flatMap((key) => (key.startsWith(`guide.${kind}.`) ? [key.slice(`guide.${kind}.`.length)] : [])).sort();
    const names = (entries) => entries.map(({ name }) => name).sort();
    assert.equal(element.tagName, NAME);
    assert.deepEqual(names(element.attributes), inGuide('attribute'));
    assert.deepEqual(names(element.events), inGuide('event'));
    assert.deepEqual(names(element.cssProperties), inGuide('style').map((name) => `--birth-benefits-${name}`));
    for (const { name, description } of [...element.attributes, ...element.events, ...element.cssProperties]) assert.ok(description, name);
  });

  for (const resolution of ['bundler', 'nodenext'])
    test(`is typed for a consumer that resolves as ${resolution}`, () => {
      writeFileSync(join(folder, 'consumer.ts'), CONSUMER);
      const module = resolution === 'bundler' ? 'esnext' : resolution;
      const words = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--module', module, '--moduleResolution', resolution];
      run(process.execPath, inTree('web/node_modules/typescript/bin/tsc'), ...words, 'consumer.ts');
    });
});
