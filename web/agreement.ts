// Whether the standard table, computed when the page was built, still holds under the policy in use: where it does not,
// the row says what holds now, and a line above the table says so.
import type { App } from './app';
import type { Answer, Benefit, Result, Situation } from './generated/contract';
import type { Say } from './messages';
import { merged, standardRow } from './standard';
import standard from './standard.json';
import { turn } from './turn';

const texts = (parent: Element, selector: string): string[] =>
  [...parent.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');

function added(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** What the policy in use gives where the table's conditions are met, by the benefit's title. */
function holding(say: Say, { benefits }: Result): Map<string, Benefit[]> {
  const byTitle = new Map<string, Benefit[]>();
  for (const benefit of benefits) {
    if (benefit.status !== 'entitled') continue;
    const title = say(`benefit.${benefit.id}.title`);
    byTitle.set(title, [...(byTitle.get(title) ?? []), benefit]);
  }
  return byTitle;
}

/** Compares one row, and marks it where it no longer holds. @returns whether it holds */
function compare(say: Say, row: Element, holders: readonly Benefit[]): boolean {
  const cell = row.querySelector('td');
  if (!cell) return true;
  const { gives, payers } = standardRow(say, holders);
  const was = [...texts(cell, 'b'), ...texts(cell, 'p:not(.force)')];
  const now = [...gives, ...payers];
  if (was.length === now.length && now.every((text, i) => text === was[i])) return true;
  const what = now.length > 0 ? now.join(say('page.policy.row.and')) : say('page.policy.row.nothing');
  cell.append(added('p', 'now', say('page.policy.row', { what })));
  return false;
}

/** On our own page: the table was computed when it was built, and the policy in use may be another. */
export async function agree(app: App): Promise<void> {
  const { place, whole, say } = app;
  if (!place.ownsPage || !whole) return;
  const answers: Answer[] = [];
  for (const situation of standard as Situation[]) {
    answers.push(whole.evaluate(situation, { alternatives: false }));
    await turn();
  }
  const section = document.querySelector('[data-words="standard"]');
  const table = section?.querySelector('table');
  if (!section || !table || !answers.every((answer) => 'benefits' in answer)) return;
  const answer = merged(answers);
  // Another policy or another language has come meanwhile, and has been compared for itself.
  if (app.whole !== whole || app.say !== say) return;
  section.querySelectorAll('.now').forEach((note) => note.remove());
  const { edition } = answer.policy;
  const shown = document.querySelector<HTMLElement>('footer .edition');
  const made = table.dataset.edition ?? '';
  if (shown) shown.textContent = edition;

  const byTitle = holding(say, answer);
  let apart = 0;
  for (const row of table.querySelectorAll('tbody tr:not(.measure)')) {
    const title = row.querySelector('th')?.firstChild?.textContent ?? '';
    if (!compare(say, row, byTitle.get(title) ?? [])) apart++;
    byTitle.delete(title);
  }
  apart += byTitle.size;
  if (apart === 0 && edition === made) return;
  const key = apart === 0 ? 'page.policy.table.same' : 'page.policy.table.differs';
  table.before(added('p', 'state now', say(key, { edition, made, count: apart })));
  for (const title of byTitle.keys())
    table.before(added('p', 'state now', say('page.policy.table.more', { title })));
}
