// The last step of a build: the embedding guide names every other file with its size and hash, as they lie in the folder;
// integrity.json has the hashes of all, the guide's too.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const [dist = '../dist'] = process.argv.slice(2);
const GUIDE = {
  'zh-CN': { page: 'embed-guide.html', calculator: 'index.html' },
  en: { page: 'embed-guide.en.html', calculator: 'en.html' },
};
/** Bytes of a page of the guide after brotli. */
const BUDGET = 24_000;

const INTEGRITY = 'integrity.json';

const { lasting } = JSON.parse(readFileSync(new URL('serving.json', import.meta.url), 'utf8'));
const json = (path) => JSON.parse(readFileSync(new URL(`../../assets/${path}`, import.meta.url), 'utf8'));

const isGuide = (name) => Object.values(GUIDE).some(({ page }) => page === name);
/** As a browser compares it with what arrives. */
const integrityOf = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/** What is in the folder but the compressed copies. */
const names = readdirSync(dist)
  .filter((name) => !name.endsWith('.br') && name !== INTEGRITY)
  .sort();

/** Without the guide, which cannot hold its own hash. */
const files = names
  .filter((name) => !isGuide(name))
  .map((name) => {
    const content = readFileSync(join(dist, name));
    const small = join(dist, `${name}.br`);
    return {
      name,
      size: content.length,
      compressed: existsSync(small) ? readFileSync(small).length : undefined,
      integrity: integrityOf(content),
    };
  });
const file = (name) => {
  const found = files.find((each) => each.name === name);
  if (!found) throw new Error(`${name} was not built`);
  return found;
};
const travels = ({ compressed, size }) => compressed ?? size;

/** May be replaced by itself, so no copy of it lies ready: the server compresses it as it sends it. */
const POLICY = 'policy.json';

/** Bytes of a page and all that it names, and of the policy the core asks for. */
function loaded(page) {
  const html = readFileSync(join(dist, page), 'utf8');
  const named = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="\.\/([^"]+\.(?:js|css|wasm|json))"/g)];
  const policy = gzipSync(readFileSync(join(dist, POLICY))).length;
  return [page, ...named.map(([, name]) => name)].reduce((sum, name) => sum + travels(file(name)), policy);
}

for (const [lang, { page, calculator }] of Object.entries(GUIDE)) {
  const words = json(`i18n/guide/${lang}.json`);
  const number = new Intl.NumberFormat(lang);
  const say = (key, args) => words[key].replace(/\{(\w+)\}/g, (_, name) => args[name]);
  const bytes = (count) => say('guide.files.bytes', { bytes: number.format(count) });
  const heads = ['size', 'compressed', 'integrity'].map((name) => words[`guide.files.${name}`]);
  const row = ({ name, size, compressed, integrity }) => {
    const cells = [
      number.format(size),
      compressed ? number.format(compressed) : '–',
      `<code>${integrity}</code>`,
    ];
    return `<tr><th scope="row"><code>${name}</code></th>${cells
      .map((cell, at) => `<td data-head="${heads[at]}">${cell}</td>`)
      .join('')}</tr>`;
  };
  const table = (rows) =>
    `<table><thead><tr>${[words['guide.files.name'], ...heads].map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows.map(row).join('')}</tbody></table>`;
  const hashed = ({ name }) => new RegExp(lasting).test(name);
  const facts = {
    INTEGRITY: file('embed.js').integrity,
    LOADER: bytes(travels(file('embed.js'))),
    FIRST: bytes(loaded(calculator)),
    CAPTION: say('guide.files.caption', {
      version: json('changelog.json')[0].version,
      edition: json('policy/jilin-2023-56.json').edition,
      count: files.length,
    }),
    FILES: `${table(files.filter((each) => !hashed(each)))}<details><summary>${words['guide.files.hashed']}</summary>${table(files.filter(hashed))}</details>`,
  };
  const html = readFileSync(join(dist, page), 'utf8').replace(/__([A-Z]+)__/g, (_, name) => facts[name]);
  const small = brotliCompressSync(html);
  if (small.length > BUDGET) throw new Error(`${page}: ${small.length} bytes (brotli), over ${BUDGET}`);
  writeFileSync(join(dist, page), html);
  writeFileSync(join(dist, `${page}.br`), small);
}

const hashes = Object.fromEntries(names.map((name) => [name, integrityOf(readFileSync(join(dist, name)))]));
writeFileSync(join(dist, INTEGRITY), `${JSON.stringify(hashes, null, 1)}\n`);
