// The standard entitlements: every benefit as the native command gives it where the conditions of standard.json are met.
// One table per language, complete without script.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Language } from '../addresses';
import { figuresOf, type PolicyFile } from '../words/figures';
import type { Benefit, Result, Situation } from '../generated/contract';
import type { Say } from '../words/messages';
import { fingerprint, merged, standardRow } from '../table/standard';
import { strictSayer, type Catalogue } from './catalogue';
import { tableOf } from './html';
import { escaped } from '../words/escaped';

export const policy = JSON.parse(
  readFileSync(new URL('../../assets/policy/jilin-2023-56.json', import.meta.url), 'utf8'),
) as PolicyFile;

export function standardResult(command: string): Result {
  const situations = JSON.parse(
    readFileSync(new URL('../table/standard.json', import.meta.url), 'utf8'),
  ) as Situation[];
  const input = situations.map((situation) => `${JSON.stringify(situation)}\n`).join('');
  const answers = execFileSync(command, ['batch', '--no-alternatives'], { input, encoding: 'utf8' });
  return merged(
    answers
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Result),
  );
}

function row(say: Say, benefits: Benefit[], day: string): string {
  const { id, force } = benefits[0] as Benefit;
  const { gives, payers } = standardRow(say, benefits);
  return [
    `<tr><th scope="row">${escaped(say(`benefit.${id}.title`))}<p>${escaped(say(`benefit.${id}.summary`, figuresOf(policy, id, day)))}</p></th>`,
    `<td>${gives.map((give) => `<b>${escaped(give)}</b>`).join(' ')}`,
    ...payers.map((payer) => `<p>${escaped(payer)}</p>`),
    `<p class="force">${escaped(say(`force.${force}`))}</p></td></tr>`,
  ].join('');
}

export function standardTable(result: Result, lang: Language, words: Catalogue): string {
  const say = strictSayer(lang, words);
  const entitled = result.benefits.filter(({ status }) => status === 'entitled');
  const of = (benefit: Benefit): string =>
    benefit.sources.find((source) => source.startsWith(`${benefit.document}/`)) ?? benefit.id;
  const titles = new Map(entitled.map(({ id }) => [say(`benefit.${id}.title`), id]));
  if (entitled.some(({ id }) => titles.get(say(`benefit.${id}.title`)) !== id))
    throw new Error(`${lang}: agreement.ts finds rows by their titles, and two benefits have the same`);
  const groups = new Map<string, Benefit[]>();
  for (const benefit of entitled) {
    const key = benefit.measure === undefined ? of(benefit) : String(benefit.measure);
    groups.set(key, [...(groups.get(key) ?? []), benefit]);
  }
  const bodies = [...groups].map(([key, benefits]) => {
    const byId = new Map<string, Benefit[]>();
    for (const benefit of benefits) byId.set(benefit.id, [...(byId.get(benefit.id) ?? []), benefit]);
    const place = key.split('/').pop() as string;
    const number = /^\d+$/.test(key) ? `<span>${key}</span> ` : '';
    return `<tbody><tr class="measure"><th colspan="2" scope="rowgroup">${number}${escaped(say(`measure.${place}.title`))}</th></tr>${[
      ...byId.values(),
    ]
      .map((holders) => row(say, holders, result.policy.as_of))
      .join('')}</tbody>`;
  });
  const missing = Array.from({ length: 20 }, (_, n) => String(n + 1)).filter((n) => !groups.has(n));
  if (missing.length > 0)
    throw new Error(`the standard situation gives nothing under the measures ${missing.join(', ')}`);
  const { edition } = result.policy;
  const heads = [say('page.html.standard.what'), say('page.html.standard.gives')];
  return tableOf(heads.map(escaped), bodies.join(''), {
    caption: escaped(say('page.html.standard.caption', { edition })),
    attributes: ` data-edition="${escaped(edition)}" data-policy="${fingerprint(policy)}"`,
  });
}
