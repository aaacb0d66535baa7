/** The webmaster's page: what it says is so, what it writes works. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { unfoldAll } from '../browser/accessible.mjs';
import { dist } from '../browser/server.mjs';
import { inChromium } from '../browser/setup.mjs';
import { wordsOf } from '../browser/words.mjs';
import { inTree, readJson } from '../schema/documents.mjs';
import { answerFirst, document, hostPage, PATIENCE_MS } from './hosts.mjs';
import { decoded, GUIDE, pageOf } from './shown.mjs';

const validate = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] });
const INTEGRITY = 'integrity.json';
/** Every file of the site but the one that has the hashes of the others. */
const served = readdirSync(dist).filter((name) => !name.endsWith('.br') && name !== INTEGRITY);
const integrityOf = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;
const catalogue = (lang) => readJson(`assets/i18n/guide/${lang}.json`);

for (const lang of Object.keys(GUIDE)) {
  describe(`the guide in ${lang}, as a document`, () => {
    const html = pageOf(lang);

    test('is valid HTML that a strict Content-Security-Policy allows', { timeout: 20_000 }, async () => {
      const { results } = await validate.validateString(html);
      assert.deepEqual(results.flatMap(({ messages }) => messages).map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`), []);
      const markup = html.replace(/<pre[^]*?<\/pre>/g, '');
      assert.doesNotMatch(markup, /\{\{|\}\}|undefined|\[object|__[A-Z]+__/);
      assert.doesNotMatch(markup, /\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)/);
    });

    test('says every word there is for it', () => {
      const plain = decoded(html.replace(/<\/?(code|a)\b[^>]*>/g, ''));
      const unsaid = Object.entries(catalogue(lang)).filter(([, words]) => !words.includes('{') && !plain.includes(words.replace(/`|\[|\]\((#\w+|[\w-]+\.(?:json|html))\)/g, '')));
      assert.deepEqual(unsaid, []);
    });

    test('gives the size and hash of every other file', () => {
      const number = new Intl.NumberFormat(lang);
      const others = served.filter((name) => !Object.values(GUIDE).includes(name));
      assert.ok(others.length > 10);
      for (const name of others) {
        const content = readFileSync(join(dist, name));
        const row = html.split('<tr>').find((each) => each.startsWith(`<th scope="row"><code>${name}</code>`));
        assert.ok(row, name);
        assert.ok(row.includes(`>${number.format(content.length)}<`), `${name}: ${content.length} bytes`);
        assert.ok(row.includes(`${integrityOf(content)}<`), name);
      }
    });
  });
}

test('integrity.json, which the guide links, has the hash of every file, the guide’s pages too', () => {
  const hashes = JSON.parse(readFileSync(join(dist, INTEGRITY), 'utf8'));
  assert.deepEqual(hashes, Object.fromEntries(served.map((name) => [name, integrityOf(readFileSync(join(dist, name)))])));
  for (const lang of Object.keys(GUIDE)) assert.match(pageOf(lang), /<a href="integrity\.json">/);
});

test('both languages of the guide have the same words', () => {
  assert.deepEqual(Object.keys(catalogue('zh-CN')).sort(), Object.keys(catalogue('en')).sort());
});

test('the guide explains exactly the attributes, events and styles that the element documents', () => {
  const element = readFileSync(inTree('web/embed/embed.ts'), 'utf8');
  const documented = {
    attribute: /@attr \{[^}]*\} (\w+)/g,
    event: /@fires (\w+)/g,
    style: /@cssprop --birth-benefits-(\w+)/g,
  };
  for (const [kind, pattern] of Object.entries(documented)) {
    const names = [...element.matchAll(pattern)].map(([, name]) => name).sort();
    const explained = Object.keys(catalogue('en')).filter((key) => key.startsWith(`guide.${kind}.`)).map((key) => key.split('.')[2]);
    assert.deepEqual(explained.sort(), names, kind);
  }
});

/** Fills in the form as a webmaster does. */
async function configure(page, choices) {
  // Every choice draws the preview anew.
  page.setDefaultTimeout(PATIENCE_MS);
  await page.locator(`input[name=way][value=${choices.way}]`).check();
  if (choices.lang) await page.locator('#lang').selectOption(choices.lang);
  if (choices.theme) await page.locator('#theme').selectOption(choices.theme);
  if (choices.accent) {
    await page.locator('input[name=accented]').check();
    await page.locator('input[name=accent]').fill(choices.accent);
  }
  if (choices.height) await page.locator('#height').fill(String(choices.height));
  if (choices.scope) {
    await page.locator('#settings summary').click();
    for (const group of choices.scope) await page.locator(`input[name=scope][value=${group}]`).check();
  }
  if (choices.shares) await page.locator('input[name=share]').check();
  if (choices.pinned) await page.locator('input[name=integrity]').check();
}

/**
 * What the guide writes for those choices, in a tab whose console is not judged: Chromium complains of what a preview was
 * still loading when it was taken away.
 */
async function written(page, url, choices) {
  const guide = await page.context().newPage();
  try {
    await guide.goto(url);
    await configure(guide, choices);
    const [snippet, policy] = await Promise.all(['#snippet', '#policy'].map((id) => guide.locator(id).innerText()));
    return { snippet, policy: `default-src 'none'; ${policy}` };
  } finally {
    await guide.close();
  }
}

const SNIPPETS = {
  'the element as it comes': { way: 'frame' },
  'the element with everything chosen': { way: 'frame', lang: 'ko', theme: 'dark', accent: '#8a1f5c', scope: ['leave'], height: 800, shares: true, pinned: true },
  'the element drawn into the page': { way: 'inline', lang: 'en', scope: ['leave', 'childcare'], theme: 'light' },
  'a plain frame': { way: 'iframe', lang: 'en', theme: 'dark', scope: ['leave'], accent: '#8a1f5c', height: 700 },
};

describe('the guide in Chromium', () => {
  const visit = inChromium();

  for (const [name, choices] of Object.entries(SNIPPETS)) {
    visit(`the snippet for ${name} works on another site, under exactly the policy shown for it`, async ({ page }, url) => {
      const { snippet, policy } = await written(page, url + GUIDE['zh-CN'], choices);
      const host = await hostPage(snippet, policy);
      try {
        await page.goto(host.url);
        const lang = choices.lang ?? 'zh-CN';
        await answerFirst(page, choices.way, wordsOf(lang));
      } finally {
        await host.close();
      }
    }, { timeout: 120_000 });
  }

  for (const way of ['frame', 'inline'])
    visit(
      `where no script runs, the snippet of ${way} is a link to the calculator's page`,
      async ({ page }, url) => {
        await page.goto(url + GUIDE.en);
        // Made for the address of an example.
        const snippet = (await page.locator(`#example-${way} code`).innerText()).replaceAll(/https:\/\/[^"]*\//g, url);
        const host = await hostPage(snippet);
        try {
          await page.goto(host.url);
          const link = page.getByRole('link', { name: wordsOf('en').say('page.title') });
          assert.equal(await link.isVisible(), true);
          await link.click();
          await page.getByRole('table').first().waitFor();
          assert.equal(page.url(), `${url}en.html`);
        } finally {
          await host.close();
        }
      },
      { javaScriptEnabled: false },
    );

  /** The snippet of the element drawn into the page, on a page of another site. */
  const drawnUnder = async (page, url, trusted) => {
    const { snippet, policy } = await written(page, url + GUIDE.en, { way: 'inline', lang: 'en' });
    return hostPage(snippet, `${policy}; require-trusted-types-for 'script'; trusted-types ${trusted}`);
  };

  for (const [trusted, way] of [['lit-html', 'inline'], ["'none'", 'frame']])
    visit(`on a page whose policy has trusted-types ${trusted}, what is to be drawn into it is there: ${way}`, async ({ page }, url) => {
      const host = await drawnUnder(page, url, trusted);
      try {
        await page.goto(host.url);
        await answerFirst(page, way, wordsOf('en'));
      } finally {
        await host.close();
      }
    }, { expected: way === 'frame' ? /TrustedTypePolicy|trusted-types|Content Security Policy/i : undefined });

  const isolating = { 'Cross-Origin-Embedder-Policy': 'require-corp' };
  visit('a page that is isolated shows the calculator once its side sends the two headers named', async ({ page }, url) => {
    const host = await hostPage(`<script type="module" src="${url}embed.js"></script><birth-benefits lang="en"></birth-benefits>`, undefined, { ...isolating, 'Cross-Origin-Opener-Policy': 'same-origin' });
    try {
      await page.goto(host.url);
      await answerFirst(page, 'frame', wordsOf('en'));
    } finally {
      await host.close();
    }
  }, { hosting: { headers: { ...isolating, 'Cross-Origin-Resource-Policy': 'cross-origin' } }, expected: /Cross-Origin-Opener-Policy/ });

  visit('a page opened from a disk shows the calculator, as high as it says', async ({ page }, url) => {
    const folder = mkdtempSync(join(tmpdir(), 'host-'));
    const markup = `<script type="module" src="${url}embed.js"></script><birth-benefits lang="en" height="543"></birth-benefits>`;
    try {
      writeFileSync(join(folder, 'page.html'), document(markup));
      await page.goto(`file://${folder}/page.html`);
      await answerFirst(page, 'frame', wordsOf('en'));
      assert.equal(await page.locator('birth-benefits').evaluate((element) => element.offsetHeight), 543);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  visit('the preview shows what the snippet says', async ({ page }, url) => {
    await page.goto(url + GUIDE.en);
    const answered = async () => {
      await page.locator('#preview birth-benefits').scrollIntoViewIfNeeded();
      await answerFirst(page, 'frame', wordsOf('en'));
    };
    // Chosen anew once the first has loaded: see `written`.
    await answered();
    await configure(page, { way: 'frame', scope: ['leave'] });
    await answered();
    assert.match(await page.locator('#snippet').innerText(), /scope="leave"/);
  });

  visit('the snippet is copied, and what is no address is refused', async ({ page }, url) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(url + GUIDE.en);
    await page.locator('[data-copy=snippet]').click();
    await page.getByText(catalogue('en')['guide.copied'], { exact: true }).first().waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator('#snippet').innerText());
    await page.locator('#base').fill('javascript:alert(1)');
    await page.getByText(catalogue('en')['guide.base.wrong']).waitFor();
    assert.doesNotMatch(await page.locator('#snippet').innerText(), /alert/);
    assert.equal(await page.locator('#propose').isVisible(), false);
    await page.locator('#base').fill('https://www.example.gov.cn/a"b/index.html');
    assert.match(await page.locator('#snippet').innerText(), /src="https:\/\/www\.example\.gov\.cn\/a%22b\/embed\.js"/);
  });

  visit('while the address cannot be used there is nothing to copy, and its place says why; a sound one brings all of it back', async ({ page }, url) => {
    const first = catalogue('en')['guide.base.first'];
    /** What is to be copied and depends on the address: each text, whether its button is off, and what describes that. */
    const texts = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('[data-copy=snippet], [data-copy=policy], [data-copy^=host-]')].map((button) => ({
          text: document.getElementById(button.dataset.copy).textContent,
          off: button.getAttribute('aria-disabled'),
          why: document.getElementById(button.getAttribute('aria-describedby'))?.textContent,
        })),
      );
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(url + GUIDE.en);
    const before = await texts();
    assert.equal(before.length, 2 + 3 * 4);
    await page.evaluate(() => navigator.clipboard.writeText('as it was'));
    for (const address of ['www.jl.gov.cn/birth', 'birth', 'ftp://www.jl.gov.cn/', '']) {
      await page.locator('#base').fill(address);
      for (const each of await texts()) assert.deepEqual(each, { text: first, off: 'true', why: first }, address);
    }
    await page.locator('[data-copy=snippet]').press('Enter');
    await page.getByRole('status').getByText(first, { exact: true }).waitFor({ state: 'attached' });
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'as it was');
    assert.equal(await page.locator('button[data-copied]').count(), 0);
    await page.locator('[data-copy=server-nginx]').click();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator('#server-nginx').innerText(), 'what names no address is copied all the same');
    await page.locator('#base').fill(url);
    assert.deepEqual(await texts(), before);
    assert.ok(before.every(({ off, why }) => off === 'false' && why === undefined));
  });

  visit('an address without its beginning is offered with it', async ({ page }, url) => {
    await page.goto(url + GUIDE.en);
    const offer = page.locator('#propose');
    for (const [typed, meant] of [
      ['www.jl.gov.cn/birth', 'https://www.jl.gov.cn/birth/'],
      ['//www.jl.gov.cn/birth/index.html', 'https://www.jl.gov.cn/birth/'],
      ['10.1.2.3:8080/birth', 'https://10.1.2.3:8080/birth/'],
      ['birth'],
      ['mail@jl.gov.cn'],
      ['https://www.jl.gov.cn/'],
    ]) {
      await page.locator('#base').fill(typed);
      assert.equal(await offer.isVisible(), meant !== undefined, typed);
      if (meant) assert.equal(await offer.innerText(), catalogue('en')['guide.base.propose'].replace('{address}', meant));
    }
    await page.locator('#base').fill('www.jl.gov.cn/birth');
    await offer.click();
    assert.equal(await page.locator('#base').inputValue(), 'https://www.jl.gov.cn/birth/');
    assert.equal(await page.locator('#base').evaluate((field) => field === document.activeElement), true);
    assert.match(await page.locator('#snippet').innerText(), /src="https:\/\/www\.jl\.gov\.cn\/birth\/embed\.js"/);
    assert.equal(await offer.isVisible(), false);
  });

  visit('any file of the folder names the folder, with its slash or without', async ({ page }, url) => {
    await page.goto(url + GUIDE.en);
    for (const [given, folder] of [
      ['calc/embed.js', 'calc/'],
      ['calc/embed-guide.en.html?x#y', 'calc/'],
      ['calc/policy.json', 'calc/'],
      ['calc', 'calc/'],
      ['calc/v1.0', 'calc/v1.0/'],
      ['calc.d/', 'calc.d/'],
      ['', ''],
    ]) {
      await page.locator('#base').fill(`https://www.example.gov.cn/${given}`);
      assert.ok((await page.locator('#snippet').innerText()).includes(`src="https://www.example.gov.cn/${folder}embed.js"`), given);
      assert.equal(await page.locator('#base-wrong').isVisible(), false);
    }
  });

  visit('a height is what the field holds as a number, and what is none is said beside it', async ({ page }, url) => {
    await page.goto(url + GUIDE.en);
    const wrong = page.getByText(catalogue('en')['guide.height.wrong']);
    for (const [typed, height] of [['1e3', '1000'], ['600', '600'], ['-5'], ['0'], ['10000'], ['1.5'], ['1e'], ['720', '720'], ['']]) {
      await page.locator('#height').fill('');
      await page.locator('#height').pressSequentially(typed);
      const sound = height !== undefined || typed === '';
      assert.equal(await wrong.isVisible(), !sound, typed);
      assert.equal(await page.locator('#height').getAttribute('aria-invalid'), String(!sound));
      const [, written] = /height="([^"]*)"/.exec(await page.locator('#snippet').innerText()) ?? [];
      assert.equal(written, height, typed);
    }
  });

  for (const lang of Object.keys(GUIDE)) {
    for (const colorScheme of ['light', 'dark'])
      visit(
        `axe finds nothing, ${colorScheme}, ${lang}`,
        async ({ page }, url) => {
          await page.goto(url + GUIDE[lang]);
          await unfoldAll(page);
          const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('#preview').options({ resultTypes: ['violations'] });
          // What is drawn differs in its colours alone.
          const { violations } = await (colorScheme === 'dark' ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe).analyze();
          assert.deepEqual(violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id}: ${target.join(' ')}`)), []);
        },
        { colorScheme },
      );

    for (const width of [320, 360, 768])
      visit(
        `nothing scrolls sideways at ${width} px, ${lang}`,
        async ({ page }, url) => {
          await page.goto(url + GUIDE[lang]);
          await unfoldAll(page);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        },
        { viewport: { width, height: 740 } },
      );
  }

  visit(
    'everything but the configurator can be read without script',
    async ({ page }, url) => {
      await page.goto(url + GUIDE['zh-CN']);
      assert.equal(await page.locator('#settings').isVisible(), false);
      for (const id of ['example-frame', 'example-iframe', 'host-inline', 'server-nginx', 'server-apache', 'server-iis', 'sample-plain-html'])
        assert.equal(await page.locator(`#${id}`).isVisible(), true, id);
    },
    { hosting: { sandboxed: true }, expected: /sandboxed/ },
  );
});
