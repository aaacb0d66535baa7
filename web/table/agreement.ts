// Whether the standard table, computed when the page was built, still says what the policy in use says. The two policies
// are compared, not two answers: those of one family say nothing of a limit that it lies within either way.
import type { Place } from '../app/place';
import type { Calculator } from '../calculator/calculator';
import { figuresOf, type Assumption, type Entry, type Figures, type PolicyFile } from '../words/figures';
import type { Benefit, Result, Situation } from '../generated/contract';
import type { Say } from '../words/messages';
import { fingerprint, merged, standardRow } from './standard';
import standard from './standard.json';
import { turn } from '../calculator/turn';

/** The page, by the policy and in the words that are used on it now. */
interface Shown {
  readonly place: Pick<Place, 'ownsPage'>;
  readonly whole: Calculator;
  readonly say: Say;
}

/** A policy, and what it gives where the table's conditions are met. */
interface Side {
  file: PolicyFile;
  result: Result;
}

const sorted = <T>(members: Readonly<Record<string, T>> = {}): [string, T][] =>
  Object.keys(members)
    .sort()
    .map((name) => [name, members[name] as T]);

/** Where a figure comes from, and how the file is laid out, is no matter to what the table says. */
const dated = (figures?: Figures): unknown =>
  sorted(figures).map(([name, { values }]) => [name, values.map(({ from, to, value }) => [from, to, value])]);

const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

const essence = ({ force, figures, lists }: Entry): unknown => [force, dated(figures), sorted(lists)];

const choices = (reading: Assumption): unknown => [
  reading.default,
  reading.options.map(({ id, value }) => [id, value]),
];

/** The readings that answer, or can be chosen, otherwise than when the table was made. */
const changedReadings = (made: PolicyFile, used: PolicyFile): string[] =>
  used.assumptions
    .filter((reading) => {
      const other = made.assumptions.find(({ id }) => id === reading.id);
      return !other || differ(choices(reading), choices(other));
    })
    .map(({ id }) => id);

async function side(calculator: Calculator): Promise<Side | undefined> {
  const answers: Result[] = [];
  for (const situation of standard as Situation[]) {
    // With alternatives: only then an answer names the readings on which it rests.
    const answer = calculator.evaluate(situation);
    if ('errors' in answer) return undefined;
    answers.push(answer);
    await turn();
  }
  return { file: calculator.file(), result: merged(answers) };
}

const benefitsOf = ({ result }: Side, id: string): Benefit[] =>
  result.benefits.filter((benefit) => benefit.id === id);

const entryOf = ({ file }: Side, id: string): Entry | undefined =>
  file.benefits.find((entry) => entry.id === id);

/** A reading is a benefit's where its answer rests on it, or where it is named after it. */
const restsOn = (benefits: readonly Benefit[], id: string, reading: string): boolean =>
  reading.startsWith(`${id}.`) ||
  benefits.some(({ assumptions = [] }) => assumptions.some((used) => used.id === reading));

/** What a row says besides its title, as either policy has it. */
function saying(say: Say, at: Side, id: string): { sentence: string; force: string; gives: string[] } {
  const given = benefitsOf(at, id).filter(({ status }) => status === 'entitled');
  const { gives, payers } = standardRow(say, given);
  return {
    sentence: say(`benefit.${id}.summary`, figuresOf(at.file, id, at.result.policy.as_of)),
    force: say(`force.${entryOf(at, id)?.force ?? ''}`),
    gives: [...gives, ...payers],
  };
}

/** Those who are given it: where they are others than before, a condition has changed, and not what it gives. */
const holders = (at: Side, id: string): unknown =>
  benefitsOf(at, id).map(({ subject, status }) => [subject, status]);

/** What has changed for a row; undefined where nothing has. */
function note(say: Say, made: Side, used: Side, id: string, readings: readonly string[]): string | undefined {
  const [was, is] = [saying(say, made, id), saying(say, used, id)];
  const both = [...benefitsOf(made, id), ...benefitsOf(used, id)];
  const [before, now] = [entryOf(made, id), entryOf(used, id)];
  const isGiven = !differ(holders(made, id), holders(used, id)) && is.gives.length > 0;
  const what = [
    ...(was.sentence === is.sentence ? [] : [is.sentence.replace(/[。.]$/, '')]),
    ...(isGiven && differ(was.gives, is.gives) ? is.gives : []),
    ...(was.force === is.force ? [] : [is.force]),
  ];
  if (what.length > 0) return say('page.policy.row', { what: what.join(say('page.policy.row.and')) });
  const changed = !before || !now || differ(essence(before), essence(now));
  return changed || readings.some((reading) => restsOn(both, id, reading))
    ? say('page.policy.row.conditions')
    : undefined;
}

function added(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Marks the rows that no longer hold. @returns how many */
function mark(say: Say, table: Element, made: Side, used: Side, readings: readonly string[]): number {
  // By their titles: ids in the table would be some 350 bytes more for every visitor.
  const ids = new Map(made.file.benefits.map(({ id }) => [say(`benefit.${id}.title`), id]));
  let apart = 0;
  for (const row of table.querySelectorAll('tbody tr:not(.measure)')) {
    const id = ids.get(row.querySelector('th')?.firstChild?.textContent ?? '');
    const text = id === undefined ? undefined : note(say, made, used, id, readings);
    if (text === undefined) continue;
    row.querySelector('td')?.append(added('p', 'now', text));
    apart++;
  }
  return apart;
}

/** What stands above the table. */
function heading(say: Say, made: Side, used: Side, apart: number, isShared: boolean): string[] {
  const args = { edition: used.file.edition, made: made.file.edition, count: apart };
  const isNamedAlike = args.edition === args.made;
  return [
    ...(apart > 0 ? [say(`page.policy.table.${isNamedAlike ? 'changed' : 'differs'}`, args)] : []),
    ...(isShared ? [say('page.policy.table.shared', args)] : []),
    ...(apart === 0 && !isShared && !isNamedAlike ? [say('page.policy.table.same', args)] : []),
  ];
}

/** Asked once: the core puts one policy in the place of the other, which takes longer than an answer. */
let made: Promise<Side | undefined> | undefined;

const asMade = (calculator: Calculator): Promise<Side | undefined> =>
  (made ??= import('../../assets/policy/jilin-2023-56.json').then(
    ({ default: policy }) => side(calculator.under(policy)),
    (lost: unknown) => {
      made = undefined;
      throw lost;
    },
  ));

/** On our own page: the table was computed when it was built, and the policy in use may be another. */
export async function agree(shown: Shown): Promise<void> {
  const { place, whole, say } = shown;
  // The single file holds both.
  if (SINGLE_FILE || !place.ownsPage) return;
  const table = (): HTMLElement | null => document.querySelector('[data-words="standard"] table');
  const isOther = table()?.dataset.policy !== fingerprint(whole.file());
  // One after the other: the core has room for one policy.
  const before = isOther ? await asMade(whole) : undefined;
  const now = before && (await side(whole));
  const at = table();
  // Another policy or another language has come meanwhile, and has been compared for itself.
  if (!at || shown.whole !== whole || shown.say !== say) return;
  const edition = document.querySelector<HTMLElement>('footer .edition');
  if (edition) edition.textContent = whole.edition;
  document.querySelectorAll('[data-words="standard"] .now').forEach((element) => element.remove());
  if (!before || !now) return;
  const readings = changedReadings(before.file, now.file);
  const apart = mark(say, at, before, now, readings);
  const isShared =
    differ(dated(before.file.common.figures), dated(now.file.common.figures)) ||
    readings.some((reading) =>
      now.file.benefits.every(
        ({ id }) => !restsOn([...benefitsOf(before, id), ...benefitsOf(now, id)], id, reading),
      ),
    );
  for (const text of heading(say, before, now, apart, isShared)) at.before(added('p', 'state now', text));
}
