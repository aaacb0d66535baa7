/**
 * Pictures for eyes, in test-output/<language>/: of every state and of the other pages in Chromium, <state>-<width>.png, of the
 * two paper sheets, and of one family in Firefox and WebKit. Nothing is asserted.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inTree } from '../schema/documents.mjs';
import { fragmentOf, full, states } from './families.mjs';
import { dist, serve } from './server.mjs';
import { open, remember } from './visitor.mjs';
import { LANGUAGES, PAGE, wordsOf } from './words.mjs';

const WIDTHS = [360, 768, 1440];
const OTHER_PAGES = {
  'zh-CN': ['about.html', 'law.html', 'embed-guide.html'],
  en: ['about.en.html', 'law.en.html', 'embed-guide.en.html'],
  ko: ['about.ko.html', 'law.ko.html'],
};

const host = await serve();
const browser = await open('chromium');
let pictures = 0;

/** Where a picture goes. */
function file(lang, name) {
  const folder = join(inTree('test-output'), lang);
  mkdirSync(folder, { recursive: true });
  pictures++;
  return join(folder, name);
}

/** In the page: a picture of all of it shows what is drawn only when scrolled to, and nothing twice or in passing. */
function unroll() {
  for (const element of document.querySelectorAll('*')) {
    const { position, contentVisibility } = getComputedStyle(element);
    if (/sticky|fixed/.test(position)) element.style.setProperty('position', 'static', 'important');
    if (contentVisibility === 'auto') element.style.setProperty('content-visibility', 'visible');
  }
}

/** @param address of the calculator where it is not the page in that language */
async function picture(name, { lang, width, address = host.url + PAGE[lang], situation, prepare, look, firstScreen, by = browser, ...options }) {
  const visitor = await by.visitor({ viewport: { width, height: width < 700 ? 740 : 900 }, ...options });
  try {
    if (look) await visitor.page.addInitScript(remember(look));
    await visitor.open(address + (situation ? fragmentOf(situation) : ''));
    await prepare?.(visitor, wordsOf(lang));
    if (!firstScreen) await visitor.evaluate(unroll);
    await visitor.page.screenshot({ path: file(lang, `${name}-${width}.png`), fullPage: !firstScreen });
  } finally {
    await visitor.close();
  }
}

/** Of a page without the calculator. */
async function otherPage(name, { lang, width }) {
  const visitor = await browser.visitor({ viewport: { width, height: 900 } });
  await visitor.page.goto(host.url + name, { waitUntil: 'networkidle' });
  await visitor.page.screenshot({ path: file(lang, `${name.split('.')[0]}-${width}.png`), fullPage: true });
  await visitor.close();
}

/** What is printed of a situation, or where nothing is told. */
async function paper(name, { lang, situation }) {
  const visitor = await browser.visitor();
  await visitor.open(host.url + PAGE[lang] + (situation ? fragmentOf(situation) : ''));
  await visitor.page.pdf({ path: file(lang, `${name}.pdf`), format: 'A4', preferCSSPageSize: true });
  await visitor.close();
}

/** WebDriver pictures what is in the window alone: as narrow and as high as it gets. */
async function inWebKit() {
  const webkit = await open('webkit');
  try {
    const visitor = await webkit.visitor();
    await visitor.driver.manage().window().setRect({ width: 500, height: 1200 });
    for (const lang of LANGUAGES) {
      await visitor.open(host.url + PAGE[lang] + fragmentOf(full));
      for (const [part, selector] of [['top', 'body'], ['results', '#results'], ['timeline', '.timeline'], ['payers', '.payers']]) {
        await visitor.evaluate(`() => document.querySelector('${selector}').scrollIntoView({ behavior: 'instant' })`);
        await visitor.evaluate('() => new Promise((resolve) => setTimeout(resolve, 500))');
        writeFileSync(file(lang, `webkit-${part}.png`), await visitor.driver.takeScreenshot(), 'base64');
      }
    }
    await visitor.close();
  } finally {
    await webkit.close();
  }
}

async function inFirefox() {
  const firefox = await open('firefox');
  try {
    for (const lang of LANGUAGES) for (const width of WIDTHS) await picture('firefox', { lang, width, situation: full, by: firefox });
  } finally {
    await firefox.close();
  }
}

const mistyped = async (visitor, words) => {
  const fold = visitor.page.locator('summary', { hasText: words.like('page.questions.told') });
  if ((await fold.count()) > 0 && !(await fold.locator('..').evaluate((details) => details.open))) await fold.click();
  await visitor.type(words.label('/delivery/date'), '2024-02-30');
  await visitor.type(words.label('/mother/monthly_wage_yuan'), 'abc');
  await visitor.page.locator('body').click({ position: { x: 2, y: 2 } });
};
const opened = async (visitor) => {
  const cards = visitor.page.locator('#results summary');
  for (const n of [1, 3]) await cards.nth(n).click();
  await visitor.page.waitForTimeout(800);
};

try {
  for (const lang of LANGUAGES) {
    for (const width of WIDTHS) {
      for (const [state, situation] of Object.entries(states)) await picture(state.replaceAll(' ', '-'), { lang, width, situation });
      await picture('errors', { lang, width, situation: full, prepare: mistyped });
      await picture('opened', { lang, width, situation: full, prepare: opened });
      await picture('all-questions', { lang, width, situation: full, prepare: (visitor, words) => visitor.click('button', words.say('page.questions.all')) });
      await picture('dark', { lang, width, situation: full, colorScheme: 'dark' });
      await picture('large', { lang, width, situation: full, look: { large: true } });
      await picture('contrast', { lang, width, situation: full, look: { contrast: true } });
      await picture('first-screen', { lang, width, firstScreen: true });
      await picture('first-screen-large', { lang, width, firstScreen: true, look: { large: true } });
      for (const name of OTHER_PAGES[lang]) await otherPage(name, { lang, width });
    }
    await paper('print', { lang, situation: full });
    await paper('print-empty', { lang });
  }
  // It speaks the language of its reader's choice; the first is everybody's.
  for (const width of WIDTHS) await picture('single-file', { lang: 'zh-CN', width, address: pathToFileURL(join(dist, 'birth-benefits.html')).href, situation: full });
  await inFirefox();
  await inWebKit();
} finally {
  await browser.close();
  await host.close();
}
console.log(`${pictures} pictures in ${inTree('test-output')}`);
