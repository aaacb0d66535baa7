/** What the guide shows, taken from the built page: the tests run exactly that. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from '../browser/server.mjs';

export const GUIDE = { 'zh-CN': 'embed-guide.html', en: 'embed-guide.en.html' };

export const pageOf = (lang) => readFileSync(join(dist, GUIDE[lang]), 'utf8');

export const decoded = (html) => html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

/** The text of a block of code, by its id. */
export function shown(id, lang = 'zh-CN') {
  const found = new RegExp(`<pre id="${id}"><code>([^]*?)</code>`).exec(pageOf(lang));
  if (!found) throw new Error(`the guide shows no ${id}`);
  return decoded(found[1]);
}
