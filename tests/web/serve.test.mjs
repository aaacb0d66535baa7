/** What `./build.sh serve` runs: a policy file that is replaced meanwhile is sent whole, and anew. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { dist, freePort } from '../browser/server.mjs';
import { inTree, policy } from '../schema/documents.mjs';

/** As every browser asks. */
const get = (url) => fetch(url, { headers: { 'accept-encoding': 'gzip, br' } });

describe('the server of ./build.sh serve', { timeout: 30_000 }, () => {
  let folder;
  let program;
  let url;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'birth-benefits-serve-'));
    cpSync(dist, folder, { recursive: true });
    program = spawn(process.execPath, [inTree('web/build/serve.mjs'), folder, String(await freePort())], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = await new Promise((resolve) => program.stdout.once('data', resolve));
    [url] = /http:\S+/.exec(String(said));
  });
  after(() => {
    program.kill();
    rmSync(folder, { recursive: true });
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
});
