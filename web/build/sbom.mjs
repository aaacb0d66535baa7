// The bill of materials of a release, CycloneDX on standard output: npm's own for what the page is made of, with the C++
// parts that are compiled into the module. EMSCRIPTEN and NLOHMANN_JSON are their versions, as the build used them.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const { EMSCRIPTEN, NLOHMANN_JSON, SOURCE_DATE_EPOCH } = process.env;
const [{ version }] = JSON.parse(
  readFileSync(new URL('../../assets/changelog.json', import.meta.url), 'utf8'),
);

const bill = JSON.parse(
  execFileSync('npm', ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
  }),
);

const component = (name, used, license, repository) => {
  if (!used) throw new Error(`no version of ${name}`);
  const purl = `pkg:github/${repository}@${used}`;
  const externalReferences = [{ type: 'vcs', url: `https://github.com/${repository}` }];
  return {
    'bom-ref': purl,
    type: 'library',
    name,
    version: used,
    scope: 'required',
    purl,
    externalReferences,
    licenses: [{ license: { id: license } }],
  };
};
const compiled = [
  component('nlohmann/json', NLOHMANN_JSON, 'MIT', 'nlohmann/json'),
  // With what its system libraries bring into the module: libc++, musl, compiler-rt, emmalloc, Embind.
  component('Emscripten', EMSCRIPTEN, 'MIT', 'emscripten-core/emscripten'),
];

const own = `birth-benefits@${version}`;
const former = bill.metadata.component['bom-ref'];
bill.metadata.component = {
  'bom-ref': own,
  type: 'application',
  name: 'birth-benefits',
  version,
  purl: `pkg:npm/${own}`,
  licenses: [{ license: { id: 'MulanPSL-2.0' } }],
};
bill.metadata.timestamp = new Date(Number(SOURCE_DATE_EPOCH) * 1000).toISOString();
bill.components.push(...compiled);
for (const entry of bill.dependencies)
  if (entry.ref === former) {
    entry.ref = own;
    entry.dependsOn.push(...compiled.map((each) => each['bom-ref']));
  }
bill.dependencies.push(...compiled.map((each) => ({ ref: each['bom-ref'], dependsOn: [] })));

// Named after what it says, so that the same release has the same.
delete bill.serialNumber;
const hash = createHash('sha256').update(JSON.stringify(bill)).digest('hex');
const [, a, b, c, d, e] = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})/.exec(hash);
bill.serialNumber = `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`;
console.log(JSON.stringify(bill, null, 2));
