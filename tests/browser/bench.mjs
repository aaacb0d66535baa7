/**
 * What the page takes, for `./build.sh bench-web`: bytes of the first load, keystroke to updated results with a CPU four
 * times slower, evaluations through the module, what an embed does to its host, Lighthouse. Nothing is asserted.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { publishedCalculator } from './calculator.mjs';
import { fragmentOf, full, states } from './families.mjs';
import { hostOf, strict, strictInline } from './hosts.mjs';
import { dist, serve } from './server.mjs';
import { LANGUAGES, PAGE, wordsOf } from './words.mjs';

const SLOWDOWN = 4;
const KEYSTROKES = 200;
const LIGHTHOUSE_RUNS = 7;
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu'];

const quantile = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
const ms = (value) => `${value.toFixed(2)} ms`;
const row = (what, ...values) => console.log(`  ${what.padEnd(58)}${values.join('   ')}`);
const spread = (times) => [`median ${ms(quantile(times, 0.5))}`, `p95 ${ms(quantile(times, 0.95))}`, `max ${ms(quantile(times, 1))}`];

/** What arrives until the first personal answer, and what follows. */
async function bytes() {
  console.log('\nFirst load, brotli');
  const host = await serve();
  const browser = await chromium.launch({ executablePath, args });
  for (const lang of LANGUAGES) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    host.requests.length = 0;
    await page.goto(host.url + PAGE[lang]);
    await page.waitForFunction(() => document.querySelector('birth-benefits-app input[type=checkbox]'));
    const size = (path) => {
      const name = path.slice(1) || 'index.html';
      // The one file that is compressed as it is sent, by `./build.sh serve` like this.
      if (name === 'policy.json') return brotliCompressSync(readFileSync(join(dist, name))).length;
      return readFileSync(join(dist, readdirSync(dist).includes(`${name}.br`) ? `${name}.br` : name)).length;
    };
    // What comes later, and what that imports.
    const later = /-rest-|\/(later|policy|print|refusal)-|icon|manifest|sw\.js/;
    const first = host.requests.filter((path) => !later.test(path));
    const rest = host.requests.filter((path) => later.test(path));
    const sum = (paths) => `${(paths.reduce((total, path) => total + size(path), 0) / 1000).toFixed(1)} kB`;
    row(`${lang}: HTML alone (goal ≤ 14 kB)`, sum(first.slice(0, 1)));
    row(`${lang}: first personal answer (goal ≤ 100 kB)`, sum(first), `${first.length} files`);
    row(`${lang}: what follows`, sum(rest), `${rest.length} files`);
    await context.close();
  }
  await browser.close();
  await host.close();
}

/** From the event to what the reader sees of it, in a window as high as a phone or as wide as a desk; and to the last of it. */
async function keystrokes() {
  console.log(`\nKeystroke to updated results, CPU ${SLOWDOWN} times slower, ${KEYSTROKES} keystrokes (goal: p95 ≤ 16 ms)`);
  for (const [window, viewport] of Object.entries({ phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } })) await keystrokesIn(window, viewport);
}

async function keystrokesIn(window, viewport) {
  const host = await serve();
  const browser = await chromium.launch({ executablePath, args });
  const words = wordsOf('zh-CN');
  for (const [what, situation, pointer, texts] of [
    ['wage of the mother, whole family', full, '/mother/monthly_wage_yuan', ['5', '55', '550', '5500', '55001', '5500']],
    ['birth date, whole family', full, '/delivery/date', ['2024-03-0', '2024-03-01', '2024-03-', '2024-03-02']],
    ['wage of the mother, little told', { ...states.partly, mother: { employed: true, monthly_wage_yuan: 5000 } }, '/mother/monthly_wage_yuan', ['5', '50', '500', '5000']],
  ]) {
    const page = await browser.newPage({ viewport });
    await page.goto(host.url + fragmentOf(situation));
    await page.waitForFunction(() => document.querySelector('birth-benefits-app input[type=checkbox]'));
    await page.evaluate(() => (document.querySelector('details.told').open = true));
    await page.getByRole('textbox', { name: words.label(pointer), exact: true }).first().waitFor();
    await page.evaluate(() => navigator.serviceWorker?.ready);
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const times = await page.evaluate(
      async ({ pointer, texts, count }) => {
        // Where whoever types in it has it, and with time for the page to see that it has moved.
        document.querySelector(`[data-pointer="${pointer}"]`).scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise((resolve) => setTimeout(resolve, 300));
        const handled = [];
        const shown = [];
        const complete = [];
        for (let i = 0; i < count; i++) {
          const input = document.querySelector(`[data-pointer="${pointer}"] input[type=text]`);
          input.focus({ preventScroll: true });
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          const start = performance.now();
          input.value = texts[i % texts.length];
          input.dispatchEvent(new InputEvent('input', { bubbles: true }));
          handled.push(performance.now() - start);
          // Style, layout and paint of what changed, forced now: waiting for the frame would count the wait for its turn.
          document.body.getBoundingClientRect();
          shown.push(performance.now() - start);
          await document.querySelector('birth-benefits-app').updateComplete;
          complete.push(performance.now() - start);
          // A fast typist; now and then a pause, after which the answers are kept and the result announced.
          await new Promise((resolve) => setTimeout(resolve, i % 20 === 19 ? 900 : 100));
        }
        return { handled, shown, complete };
      },
      { pointer, texts, count: KEYSTROKES },
    );
    row(`${window}, ${what}: answered and drawn`, ...spread(times.handled));
    row(`${window}, ${what}: with style and layout`, ...spread(times.shown));
    row(`${window}, ${what}: with what is out of sight`, ...spread(times.complete));
    await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await page.close();
  }
  await browser.close();
  await host.close();
}

async function evaluations() {
  console.log('\nEvaluation through the module in the browser, not slowed (goals: ≤ 2 ms with alternatives, ≤ 0.3 ms without)');
  const built = publishedCalculator();
  const browser = await chromium.launch({ executablePath, args });
  for (const [build, wasmAllowed] of [['WebAssembly', true], ['JavaScript twin', false]]) {
    const host = await serve({ root: built.folder, wasmAllowed });
    const page = await browser.newPage();
    await page.goto(host.url);
    for (const [state, situation] of Object.entries({ 'whole family': full, 'little told': states.partly, 'nothing told': { as_of: '2024-06-01' } })) {
      for (const alternatives of [true, false]) {
        const times = await page.evaluate(
          async ({ situation, alternatives }) => {
            const { loadCalculator } = await import('./calculator.js');
            const calculator = await loadCalculator();
            const text = JSON.stringify(situation);
            const run = () => {
              const start = performance.now();
              for (let i = 0; i < 10; i++) calculator.evaluate(text, { alternatives });
              return (performance.now() - start) / 10;
            };
            for (let i = 0; i < 20; i++) run();
            return Array.from({ length: 50 }, run);
          },
          { situation, alternatives },
        );
        row(`${build}, ${state}, ${alternatives ? 'with' : 'without'} alternatives`, ...spread(times));
      }
    }
    await page.close();
    await host.close();
  }
  await browser.close();
  built.remove();
}

/** What an embed does to the page around it, beside the room that is kept free for it. */
async function embedded() {
  for (const rate of [1, SLOWDOWN]) await embeddedAt(rate);
}

async function embeddedAt(rate) {
  console.log(`\nPage around the calculator, CPU ${rate === 1 ? 'not slowed' : `${rate} times slower`} (goals: layout shift 0, long tasks 0, changes of focus 0)`);
  const deployment = await serve();
  const origin = deployment.url.slice(0, -1);
  const browser = await chromium.launch({ executablePath, args });
  const element = (mode) => `<birth-benefits id="a" lang="en" mode="${mode}"></birth-benefits>`;
  for (const [what, policy, body] of [
    ['without it, to compare', strict(origin), ''],
    ['in a frame', strict(origin), element('frame')],
    ['inline', strictInline(origin), element('inline')],
  ]) {
    // As the guide asks for: its room is kept free even before the script has come.
    const host = await hostOf(origin, { policy: `${policy}; style-src 'self'`, head: '<link rel="stylesheet" href="/room.css">' });
    host.file('room.css', 'birth-benefits:not(:defined) { display: block; height: 100vh }');
    const page = await browser.newPage();
    await page.addInitScript(() => {
      window.tasks = [];
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ name, duration }) => ({ name, duration })))).observe({ type: 'longtask', buffered: true });
    });
    await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate });
    await page.goto(host.page('page.html', `<h1>Host</h1>${body}<p>after</p>`));
    if (body) await page.waitForFunction(() => noted.some(({ name }) => name === 'height'));
    await page.waitForTimeout(3000);
    const seen = await page.evaluate(() => ({ shift, focused: focused.length, tasks }));
    const longest = Math.max(0, ...seen.tasks.map(({ duration }) => duration));
    row(what, `layout shift ${seen.shift}`, `long tasks ${seen.tasks.length}, longest ${ms(longest)}`, `changes of focus ${seen.focused}`);
    await page.close();
    await host.close();
  }
  await browser.close();
  await deployment.close();
}

async function lighthouseScores() {
  console.log(`\nLighthouse, mobile, simulated throttling, the median of ${LIGHTHOUSE_RUNS} runs (goals: 100 each; FCP ≤ 1.0 s, LCP ≤ 1.2 s, TBT ≤ 50 ms, CLS 0)`);
  process.env.CHROME_PATH = executablePath;
  const [{ default: lighthouse }, { computeMedianRun }, { launch }] = await Promise.all([
    import('lighthouse'),
    import('lighthouse/core/lib/median-run.js'),
    import('chrome-launcher'),
  ]);
  const host = await serve();
  const audit = async (lang) => {
    const chrome = await launch({ chromePath: executablePath, chromeFlags: ['--headless=new', ...args] });
    try {
      return (await lighthouse(host.url + PAGE[lang], { port: chrome.port, logLevel: 'silent', onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'] })).lhr;
    } finally {
      await chrome.kill();
    }
  };
  // Every language in turn, so that a slow spell of the machine is shared by all.
  const runs = new Map(LANGUAGES.map((lang) => [lang, []]));
  for (let run = 0; run < LIGHTHOUSE_RUNS; run++) for (const lang of LANGUAGES) runs.get(lang).push(await audit(lang));
  await host.close();
  for (const [lang, all] of runs) {
    const lhr = computeMedianRun(all);
    row(lang, ...Object.values(lhr.categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`));
    row('  performance of each run', all.map(({ categories }) => Math.round(categories.performance.score * 100)).join(' '));
    const metric = (id) => lhr.audits[id].displayValue;
    row('', `FCP ${metric('first-contentful-paint')}`, `LCP ${metric('largest-contentful-paint')}`, `TBT ${metric('total-blocking-time')}`, `CLS ${metric('cumulative-layout-shift')}`, `SI ${metric('speed-index')}`);
    for (const { auditRefs, title } of Object.values(lhr.categories))
      for (const { id, weight } of auditRefs) {
        const { score, title: fault, displayValue = '', details } = lhr.audits[id];
        if (weight === 0 || score === null || score === 1) continue;
        row('', `${title}: ${fault} ${displayValue}`);
        for (const { node, source } of (details?.items ?? []).slice(0, 3)) if (node ?? source) row('', `    ${(node ?? source).snippet ?? JSON.stringify(source)}`);
      }
  }
}

const parts = { bytes, keystrokes, evaluations, embedded, lighthouse: lighthouseScores };
const chosen = process.argv.slice(2);
for (const [name, part] of Object.entries(parts)) if (chosen.length === 0 || chosen.includes(name)) await part();
