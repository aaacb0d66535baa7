/** Pictures of every state, for eyes: test-output/<language>/<state>-<width>.png. Nothing is asserted. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inTree } from '../schema/documents.mjs';
import { fragmentOf, full, states } from './families.mjs';
import { serve } from './server.mjs';
import { open, remember } from './visitor.mjs';
import { LANGUAGES, PAGE, wordsOf } from './words.mjs';

const WIDTHS = [360, 768, 1440];

const host = await serve();
const browser = await open('chromium');
let pictures = 0;

/** In the page: a picture of all of it shows what is drawn only when scrolled to, and nothing twice or in passing. */
function unroll() {
  for (const element of document.querySelectorAll('*')) {
    const { position, contentVisibility } = getComputedStyle(element);
    if (/sticky|fixed/.test(position)) element.style.setProperty('position', 'static', 'important');
    if (contentVisibility === 'auto') element.style.setProperty('content-visibility', 'visible');
  }
}

async function picture(name, { lang, width, situation, prepare, look, firstScreen, ...options }) {
  const visitor = await browser.visitor({ viewport: { width, height: width < 700 ? 740 : 900 }, ...options });
  try {
    if (look) await visitor.page.addInitScript(remember(look));
    await visitor.open(host.url + PAGE[lang] + (situation ? fragmentOf(situation) : ''));
    await prepare?.(visitor, wordsOf(lang));
    if (!firstScreen) await visitor.evaluate(unroll);
    const folder = join(inTree('test-output'), lang);
    mkdirSync(folder, { recursive: true });
    await visitor.page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: !firstScreen });
    pictures++;
  } finally {
    await visitor.close();
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
    }
    const visitor = await browser.visitor();
    await visitor.open(host.url + PAGE[lang] + fragmentOf(full));
    await visitor.page.pdf({ path: join(inTree('test-output'), lang, 'print.pdf'), format: 'A4', preferCSSPageSize: true });
    await visitor.close();
  }
} finally {
  await browser.close();
  await host.close();
}
console.log(`${pictures} pictures in ${inTree('test-output')}`);
