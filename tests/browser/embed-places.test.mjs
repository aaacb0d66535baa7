/** <birth-benefits> where a page's layout asks how wide it would like to be: beside columns, in a cell, floated. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { onHosts } from './embeds.mjs';

const PLACES = {
  'a block': (tag) => `<main>${tag}</main>`,
  'a row beside a column': (tag) => `<main style="display:flex"><aside style="width:200px">the host’s own words</aside>${tag}</main>`,
  'a column that centres': (tag) => `<main style="display:flex;flex-direction:column;align-items:center">${tag}</main>`,
  'a grid that centres': (tag) => `<main style="display:grid;justify-items:center">${tag}</main>`,
  'a cell of a table': (tag) => `<main><table><tr><td>the host’s own words</td><td>${tag}</td></tr></table></main>`,
  'a float': (tag) => `<main>${tag.replace('id', 'style="float:left" id')}</main>`,
  'a place outside the flow': (tag) => `<main style="position:relative">${tag.replace('id', 'style="position:absolute" id')}</main>`,
  'a line': (tag) => `<main>${tag.replace('id', 'style="display:inline-block" id')}</main>`,
};

describe('the element has room to be read', { timeout: 300_000 }, () => {
  const { embed } = onHosts(null);

  for (const mode of ['frame', 'inline'])
    for (const [place, around] of Object.entries(PLACES))
      embed(
        `in ${place}, wide and narrow: ${mode}`,
        async (page, { show, ready }) => {
          await show(around(`<birth-benefits id="a" lang="en" mode="${mode}"></birth-benefits>`));
          await ready();
          // A frame is as high as its content a moment later than it is as wide as it can be.
          const measured = () =>
            page.evaluate(() => {
              const shadow = document.getElementById('a').shadowRoot;
              const { width } = shadow.querySelector('iframe, birth-benefits-app').getBoundingClientRect();
              return { width, beside: document.querySelector('aside')?.getBoundingClientRect().width ?? 200, over: document.documentElement.scrollWidth - innerWidth };
            });
          const wide = await measured();
          assert.ok(wide.width > 500, `${wide.width} px wide`);
          assert.ok(wide.beside > (mode === 'inline' ? 195 : 120), `${wide.beside} px are left to the column beside it`);
          assert.ok(wide.over <= 0, `${wide.over} px wider than the page`);
          await page.setViewportSize({ width: 600, height: 800 });
          const narrow = await measured();
          assert.ok(narrow.width > 250, `${narrow.width} px wide on a narrow page`);
          assert.ok(narrow.over <= 0, `${narrow.over} px wider than a narrow page`);
        },
        { viewport: { width: 1000, height: 800 } },
      );

  for (const mode of ['frame', 'inline'])
    embed(
      `on a phone the summary stands before the questions, as no line at the bottom edge says what it says: ${mode}`,
      async (page, { show, ready, frame }) => {
        await show(`<birth-benefits id="a" lang="en" mode="${mode}"></birth-benefits>`);
        await ready();
        const inside = mode === 'frame' ? await frame() : page;
        const top = async (part) => (await inside.locator(part).boundingBox()).y;
        assert.ok((await top('.summary')) < (await top('.questions')));
        assert.equal(await inside.locator('.peek').count(), 0);
      },
      { viewport: { width: 360, height: 740 } },
    );
});
