/** The samples run in a browser as they are shown: their address is answered by the built files. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { describe } from 'node:test';
import { build } from 'vite';
import { inChromium } from '../browser/setup.mjs';
import { wordsOf } from '../browser/words.mjs';
import { inTree } from '../schema/documents.mjs';
import { answerFirst, listening, PATIENCE_MS } from './hosts.mjs';
import { shown } from './shown.mjs';

const DEPLOYMENT = 'https://www.example.gov.cn/birth-benefits/';

/** The files of a sample in a project of their own, which has the packages of these tests. */
function project(files) {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  symlinkSync(inTree('tests/node_modules'), join(folder, 'node_modules'));
  for (const [name, id] of Object.entries(files)) {
    writeFileSync(join(folder, name), `${shown(`sample-${id}`)}\n`);
  }
  return folder;
}

function serveFolder(folder) {
  const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };
  const server = createServer((request, response) => {
    const name = request.url === '/' ? '/index.html' : request.url;
    try {
      const body = readFileSync(join(folder, name));
      response.writeHead(200, { 'Content-Type': types[extname(name)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(204).end();
    }
  });
  return listening(server);
}

/** Every file of a sample, and the block of the guide that shows it. */
const SAMPLES = {
  'a plain page': { 'index.html': 'plain-html' },
  React: { 'index.html': 'react-index-html', 'main.jsx': 'react-main-jsx' },
  Vue: {
    'index.html': 'vue-index-html',
    'main.js': 'vue-main-js',
    'App.vue': 'vue-App-vue',
    'vite.config.js': 'vue-vite-config-js',
  },
  'no interface': { 'index.html': 'headless-html' },
};

/** What the reader of the sample does: the family it comes with has told two things. */
async function useElement(page) {
  const output = page.locator('output').filter({ hasText: /还有 \d+ 个问题/ });
  await output.waitFor({ timeout: PATIENCE_MS });
  const before = await output.innerText();
  await answerFirst(page, 'frame', wordsOf('zh-CN'), 3);
  await page.waitForFunction((text) => document.querySelector('output').textContent !== text, before);
}

const readNumber = (page) => page.waitForFunction(() => document.querySelector('output').textContent === '20 天');

describe('samples', () => {
  const visit = inChromium();

  for (const [name, files] of Object.entries(SAMPLES)) {
    visit(`the sample with ${name} runs as shown`, async ({ page }, url) => {
      const folder = project(files);
      const built = Object.keys(files).length > 1;
      if (built) await build({ root: folder, logLevel: 'error', build: { target: 'es2022' } });
      const site = await serveFolder(built ? join(folder, 'dist') : folder);
      try {
        await page.route(`${DEPLOYMENT}**`, async (route) => {
          const path = route.request().url().slice(DEPLOYMENT.length);
          await route.fulfill({ response: await route.fetch({ url: url + path }) });
        });
        await page.goto(site.url);
        await (name === 'no interface' ? readNumber : useElement)(page);
      } finally {
        await site.close();
        rmSync(folder, { recursive: true });
      }
    }, { timeout: 120_000 });
  }
});
