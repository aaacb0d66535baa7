/** The style sheets as they are published: all of them have gone through the same hands. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { dist } from '../browser/server.mjs';

const sheets = readdirSync(dist).filter((name) => name.endsWith('.css'));
const read = (name) => readFileSync(join(dist, name), 'utf8');
const single = /<style>([^]*?)<\/style>/.exec(read('birth-benefits.html'))[1];
const count = (text, what) => text.split(what).length - 1;

describe('published style sheets', () => {
  for (const [name, text] of [...sheets.map((name) => [name, read(name)]), ['birth-benefits.html', single]]) {
    test(`${name.replace(/-[\w-]{8}\.css$/, '.css')} is minified`, () => {
      assert.equal(count(text, '/*'), 0, 'comments');
      assert.ok(count(text, '\n') < 5, 'lines');
    });

    test(`${name.replace(/-[\w-]{8}\.css$/, '.css')} says nothing that browsers of 2020 pass over without the form they know`, () => {
      assert.equal(text.match(/[;{]print-color-adjust:/g)?.length ?? 0, count(text, '-webkit-print-color-adjust:'));
      assert.equal(/:not\([^()]*,/.test(text), false, ':not() with a list');
    });
  }

  test('the single file has those for paper, as the page has', () => assert.match(single, /@page/));

  test('colours of a chart are printed, which most browsers do not do unasked', () => assert.match(sheets.map(read).join(''), /-webkit-print-color-adjust:\s*exact/));
});
