/**
 * What `./build.sh serve` runs: what is replaced meanwhile is sent whole, and anew; nothing that is asked of it ends it, and
 * nothing outside its folder is sent.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { dist, freePort } from '../browser/server.mjs';
import { inTree, policy } from '../schema/documents.mjs';

const SECRET = 'not for everybody';

/** As every browser asks. */
const get = (url) => fetch(url, { headers: { 'accept-encoding': 'gzip, br' } });

/** `fetch` would tidy the path first. Returns the status, the headers and the body, as bytes. */
async function ask(url, path, { method = 'GET', headers = {} } = {}) {
  const { hostname, port } = new URL(url);
  const [response] = await once(request({ hostname, port, path, method, headers, agent: false }).end(), 'response');
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(await response.toArray()) };
}

describe('the server of ./build.sh serve', { timeout: 30_000 }, () => {
  let outside;
  let folder;
  let program;
  let url;
  before(async () => {
    outside = mkdtempSync(join(tmpdir(), 'birth-benefits-serve-'));
    folder = join(outside, 'site');
    cpSync(dist, folder, { recursive: true });
    // A folder whose name begins alike is outside too.
    mkdirSync(join(outside, 'site-secret'));
    for (const name of ['secret.txt', 'site-secret/secret.txt']) writeFileSync(join(outside, name), SECRET);
    program = spawn(process.execPath, [inTree('web/build/serve.mjs'), folder, String(await freePort())], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = await new Promise((resolve) => program.stdout.once('data', resolve));
    [url] = /http:\S+/.exec(String(said));
  });
  after(() => {
    program.kill();
    rmSync(outside, { recursive: true });
  });

  test('sends the policy file compressed, with the headers of every file', async () => {
    const response = await get(`${url}policy.json`);
    assert.equal(response.headers.get('content-encoding'), 'br');
    assert.match(response.headers.get('content-type'), /^application\/json/);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.deepEqual(await response.json(), policy());
  });

  test('sends the one put in its place, larger or smaller', async () => {
    for (const other of [{ ...policy(), edition: 'a much longer name for an edition'.repeat(100) }, { edition: 'short' }]) {
      writeFileSync(join(folder, 'policy.json'), JSON.stringify(other));
      assert.deepEqual(await (await get(`${url}policy.json?again`)).json(), other);
    }
  });

  test('sends other files as they lie ready, and 404 for what is not there', async () => {
    const page = await get(url);
    assert.equal(page.headers.get('content-encoding'), 'br');
    assert.match(await page.text(), /<birth-benefits-app/);
    assert.equal((await get(`${url}none.json`)).status, 404);
  });

  test('answers 404 while the policy is taken away, and sends it once it is back', async () => {
    const [there, away] = ['policy.json', 'policy.away'].map((name) => join(folder, name));
    renameSync(there, away);
    assert.equal((await get(`${url}policy.json`)).status, 404);
    renameSync(away, there);
    assert.equal((await get(`${url}policy.json`)).status, 200);
  });

  test('sends what was built anew since the start, and no longer what is gone', async () => {
    const page = join(folder, 'added.html');
    for (const text of ['<p>short', '<p>much longer'.repeat(1000)]) {
      writeFileSync(page, text);
      assert.equal(await (await get(`${url}added.html`)).text(), text);
    }
    rmSync(page);
    assert.equal((await get(`${url}added.html`)).status, 404);
  });

  test('answers HEAD with the headers alone', async () => {
    for (const path of ['/policy.json', '/index.html']) {
      const headers = { 'accept-encoding': 'br' };
      const whole = await ask(url, path, { headers });
      const head = await ask(url, path, { method: 'HEAD', headers });
      assert.equal(head.status, 200);
      assert.equal(head.body.length, 0);
      for (const name of ['content-type', 'content-length', 'content-encoding', 'content-security-policy'])
        assert.equal(head.headers[name], whole.headers[name], `${path}: ${name}`);
      assert.equal(Number(head.headers['content-length']), whole.body.length);
    }
  });

  test('takes no other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      for (const path of ['/policy.json', '/index.html']) {
        const { status, headers } = await ask(url, path, { method });
        assert.equal(status, 405, method);
        assert.equal(headers.allow, 'GET, HEAD');
      }
  });

  for (const [path, status] of [
    ['//', 400],
    ['//:80/', 400],
    ['/%', 400],
    ['/%zz', 400],
    ['/%ff.html', 400],
    ['/policy.json%00', 404],
    ['/%00', 404],
    ['/../secret.txt', 404],
    ['/%2e%2e/secret.txt', 404],
    ['/..%2fsecret.txt', 404],
    ['/%2e%2e%2fsecret.txt', 404],
    ['/%252e%252e/secret.txt', 404],
    ['/..%5csecret.txt', 404],
    ['/../site-secret/secret.txt', 404],
    ['/..%2fsite-secret%2fsecret.txt', 404],
    ['/x/../../secret.txt', 404],
  ])
    test(`answers ${path} with ${status}, and the next request as ever`, async () => {
      const answer = await ask(url, path);
      assert.equal(answer.status, status);
      assert.ok(!answer.body.includes(SECRET));
      assert.equal((await ask(url, '/')).status, 200);
    });

  test('sends all where a part is asked for, whatever the part', async () => {
    const { body } = await ask(url, '/index.html');
    for (const range of ['bytes=0-9', 'bytes=9-5', 'bytes=-5', 'bytes=99999999-', 'bytes=', 'none']) {
      const answer = await ask(url, '/index.html', { headers: { range } });
      assert.equal(answer.status, 200, range);
      assert.deepEqual(answer.body, body, range);
    }
  });
});
