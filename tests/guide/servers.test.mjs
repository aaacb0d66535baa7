/** nginx and Apache run with exactly the configurations that the guide shows; IIS cannot run here, its file is read. */
import assert from 'node:assert/strict';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { dist } from '../browser/server.mjs';
import { open } from '../browser/visitor.mjs';
import { wordsOf } from '../browser/words.mjs';
import { readJson } from '../schema/documents.mjs';
import { answerFirst, document } from './hosts.mjs';
import { folderFor, start } from './servers.mjs';
import { GUIDE, shown } from './shown.mjs';

const { headers: HEADERS, lasting, types: TYPES } = readJson('web/build/serving.json');
const FILES = readdirSync(dist).filter((name) => !name.endsWith('.br'));
const PACKED = new Set(readdirSync(dist).filter((name) => name.endsWith('.br')));
const WORTH_PACKING = 1000;

/** A request as a browser of that ability makes it; `fetch` would unpack the answer. */
const ask = (url, accepts) =>
  new Promise((resolve, reject) => {
    request(url, { headers: { 'Accept-Encoding': accepts } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });

const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync };

/** What is wrong with the answer for one file, in words. */
async function faultsOf(origin, path, name, accepts) {
  const { status, headers, body } = await ask(`${origin}${path}${name}`, accepts);
  const content = readFileSync(join(dist, name || 'index.html'));
  const file = name || 'index.html';
  const encoding = headers['content-encoding'] ?? 'identity';
  const wants = {
    status: 200,
    'content-type': TYPES[extname(file)],
    ...Object.fromEntries(Object.entries(HEADERS).map(([header, value]) => [header.toLowerCase(), value])),
    'x-frame-options': undefined,
    'content-encoding': encoding,
  };
  if (accepts.includes('br') && PACKED.has(`${file}.br`)) wants['content-encoding'] = 'br';
  else if (accepts.includes('gzip') && extname(file) !== '.png' && content.length > WORTH_PACKING) wants['content-encoding'] = 'gzip';
  const got = { ...headers, status, 'content-encoding': encoding };
  const faults = Object.entries(wants).filter(([header, value]) => got[header] !== value).map(([header, value]) => `${header}: ${got[header]}, not ${value}`);
  const cached = headers['cache-control'] ?? '';
  if (new RegExp(lasting).test(file) ? !cached.includes('max-age=31536000') : cached !== 'no-cache') faults.push(`cache-control: ${cached}`);
  if (encoding !== 'identity' && !/accept-encoding/i.test(headers.vary ?? '')) faults.push(`vary: ${headers.vary}`);
  if (faults.length === 0 && !(UNPACK[encoding]?.(body) ?? body).equals(content)) faults.push('another content');
  return faults.map((fault) => `${path}${name} (${accepts}): ${fault}`);
}

/** A site whose folder `path` holds the built files. */
function siteWith(path, extra = {}) {
  const { root, remove } = folderFor('site');
  cpSync(dist, join(root, path), { recursive: true });
  for (const [name, content] of Object.entries(extra)) writeFileSync(join(root, path, name), content);
  return { root, remove };
}

const PLACES = {
  'nginx, as shown': { kind: 'nginx', path: '/birth-benefits/', text: () => shown('server-nginx') },
  'nginx, with another folder in the first line': { kind: 'nginx', path: '/fuwu/shengyu/', text: () => shown('server-nginx').replace('/birth-benefits/', '/fuwu/shengyu/') },
  'Apache, as .htaccess': { kind: 'apache', path: '/birth-benefits/', extra: () => ({ '.htaccess': shown('server-apache') }) },
  'Apache, in the section of the folder': { kind: 'apache', path: '/', text: () => shown('server-apache') },
};

for (const [place, { kind, path, text, extra }] of Object.entries(PLACES)) {
  describe(place, { timeout: 120_000 }, () => {
    let site;
    let server;
    before(async () => {
      site = siteWith(path, extra?.());
      server = await start(kind, site.root, text?.());
    });
    after(async () => {
      await server?.close();
      site?.remove();
    });

    for (const accepts of ['br, gzip', 'gzip', 'identity'])
      test(`every file has its content, type and headers for browsers that accept ${accepts}`, async () => {
        const faults = [];
        for (const name of ['', ...FILES]) faults.push(...(await faultsOf(server.origin, path, name, accepts)));
        assert.deepEqual(faults, []);
      });

    test('what is not there is not found', async () => {
      assert.equal((await ask(`${server.origin}${path}nothing.js`, 'br')).status, 404);
    });
  });
}

describe('a page of another site, served with the policy shown', { timeout: 180_000 }, () => {
  let browser;
  before(async () => {
    browser = await open('chromium');
  });
  after(() => browser?.close());

  for (const kind of ['nginx', 'apache'])
    test(`on ${kind}, each way of embedding works, and none without that policy's sources`, async () => {
      const site = siteWith('/birth-benefits/', kind === 'apache' ? { '.htaccess': shown('server-apache') } : {});
      const server = await start(kind, site.root, kind === 'nginx' ? shown('server-nginx') : '');
      const own = folderFor('host');
      // Every browser asks for it.
      writeFileSync(join(own.root, 'favicon.ico'), '');
      const visitor = await browser.visitor();
      try {
        const { page } = visitor;
        for (const way of ['frame', 'inline', 'iframe']) {
          await page.goto(`${server.origin}/birth-benefits/${GUIDE['zh-CN']}`);
          await page.locator(`input[name=way][value=${way}]`).check();
          writeFileSync(join(own.root, 'index.html'), document(await page.locator('#snippet').textContent()));
          const line = await page.locator(`#host-${way}-${kind} code`).textContent();
          const host = await start(kind, own.root, line);
          try {
            await page.goto(`${host.origin}/index.html`);
            await answerFirst(page, way, wordsOf('zh-CN'));
          } finally {
            await host.close();
          }
        }
        assert.deepEqual(await visitor.faults(), []);
        const strict = await start(kind, own.root, shown(`host-iframe-${kind}`));
        try {
          const refused = page.waitForEvent('console', (message) => /Content Security Policy/.test(message.text()));
          await page.goto(`${strict.origin}/index.html`);
          await refused;
        } finally {
          await strict.close();
        }
      } finally {
        await visitor.close();
        await server.close();
        site.remove();
        own.remove();
      }
    });

  test('the file for IIS is XML with the same headers and types', async () => {
    const visitor = await browser.visitor();
    try {
      const { faults, headers, types, removed } = await visitor.evaluate((text) => {
        const xml = new DOMParser().parseFromString(text, 'application/xml');
        const all = (selector, name, value) => Object.fromEntries([...xml.querySelectorAll(selector)].map((element) => [element.getAttribute(name), element.getAttribute(value)]));
        return {
          faults: xml.querySelector('parsererror')?.textContent ?? '',
          headers: all('configuration > system\\.webServer > httpProtocol > customHeaders > add', 'name', 'value'),
          types: all('configuration > system\\.webServer > staticContent > mimeMap', 'fileExtension', 'mimeType'),
          removed: [...xml.querySelectorAll('remove')].map((element) => element.getAttribute('name') ?? element.getAttribute('fileExtension')),
        };
      }, shown('server-iis'));
      assert.equal(faults, '');
      assert.deepEqual(headers, HEADERS);
      assert.deepEqual(types, TYPES);
      // Adding what the site has already is an error there.
      for (const name of [...Object.keys(HEADERS), ...Object.keys(TYPES), 'X-Frame-Options']) assert.ok(removed.includes(name), name);
    } finally {
      await visitor.close();
    }
  });
});
