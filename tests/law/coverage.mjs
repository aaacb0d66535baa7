/** Which sentences of the results' catalogue come up in the answer to a case: to what the case asks about. */
import { benefitOf } from './cases.mjs';

const strings = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** `/children/0/care` as the catalogue has it. */
const general = (pointer) => pointer.replace(/^\/(children|elders)\/\d+/, '/$1/N');

function* ofSource(source) {
  const [id, place] = source.split('/');
  yield `source.${id}`;
  if (!place) return;
  if (id !== 'jilin-2023-56') yield 'source.article';
  else {
    const [part, number] = place.split('.');
    yield part === '2' ? 'source.measure' : 'source.organisation';
    yield `measure.${part === '2' ? number : place}.title`;
  }
}

function* ofSubject(pointer) {
  const [, list = 'household', index] = pointer.split('/');
  if (index === undefined) yield `subject.${list}`;
  else if (list === 'institution') yield* ['subject.institution', `subject.${index}`];
  else yield list === 'elders' ? 'subject.elder' : 'subject.child';
}

function* ofValue({ services, rights, goods, per, day_unit, price_class }) {
  const prefixes = { service: services, right: rights, good: goods, per, day_unit, price_class };
  for (const [prefix, words] of Object.entries(prefixes))
    for (const word of strings(words)) yield `${prefix}.${word}`;
}

/** Every sentence that a benefit of an answer says. */
function* ofBenefit(benefit, confidence) {
  yield* [`benefit.${benefit.id}.title`, `benefit.${benefit.id}.summary`, `status.${benefit.status}`];
  const isNamedApart = ['claim', 'service'].includes(benefit.force) && benefit.subject.startsWith('/institution/');
  const force = `force.${benefit.force}${isNamedApart ? '.institution' : ''}`;
  yield* [force, `${force}.help`];
  yield* ofSubject(benefit.subject);
  if (benefit.about) yield* ofSubject(benefit.about);
  if (benefit.value) yield* ofValue(benefit.value);
  for (const { payer } of benefit.payers ?? []) yield `payer.${payer}`;
  for (const reason of benefit.reasons ?? []) yield `rule.${reason}`;
  for (const { rule, source } of benefit.steps) {
    yield `rule.${rule}`;
    yield* ofSource(source);
  }
  for (const source of benefit.sources) yield* ofSource(source);
  for (const office of benefit.ask) yield `office.${office}`;
  for (const { id, option } of benefit.assumptions ?? []) {
    yield* [`assumption.${id}.title`, `assumption.${id}.option.${option}`];
    yield `confidence.${confidence.get(id)}`;
  }
  for (const pointer of benefit.missing ?? []) yield* ofInput(pointer);
}

function* ofInput(pointer) {
  const place = general(pointer);
  yield* [`input.${place}.label`, `input.${place}.help`];
}

/** Every input that a situation tells: its question, and the answer where that is a word. */
function* ofTold(value, pointer = '') {
  if (pointer !== '') yield* ofInput(pointer);
  if (value === null) yield 'input.none';
  if (typeof value === 'boolean') yield value ? 'input.yes' : 'input.no';
  if (typeof value === 'string') yield `input.${general(pointer)}.option.${value}`;
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value) && value.length === 0) yield 'input.none';
  for (const [name, member] of Object.entries(value))
    if (`${pointer}/${name}` === '/assumptions') yield* ofInput('/assumptions');
    else yield* ofTold(member, `${pointer}/${name}`);
}

/** Which day the document applies from is no benefit's own question: whole answers say whether it does. */
function* ofBeginning({ situation, expect, benefit }) {
  if (benefit !== undefined || !('policy' in expect)) return;
  const { assumptions = {} } = JSON.parse(situation);
  const option = assumptions['policy.in_force'] ?? 'issued';
  yield* ['assumption.policy.in_force.title', `assumption.policy.in_force.option.${option}`];
}

/**
 * The sentences that the answer to one case says about what the case is about.
 * @param {import('./cases.mjs').Case & {result: any}} one
 * @param {Map<string, string>} confidence of each assumption
 * @returns {Set<string>}
 */
export function sentencesOf(one, confidence) {
  const { result } = one;
  const found = benefitOf(one, result);
  const benefits = one.benefit === undefined ? result.benefits : found ? [found] : [];
  const keys = [...ofTold(JSON.parse(one.situation)), ...ofBeginning(one)];
  for (const benefit of benefits) keys.push(...ofBenefit(benefit, confidence));
  if (one.benefit === undefined) {
    for (const pointer of result.questions) keys.push(...ofInput(pointer));
    if (result.questions.length > 0) keys.push('input.not_told');
  }
  return new Set(keys);
}

/** The sentences of errors: the code, with another where a near name is given, or one for the type expected. */
export const sentencesOfErrors = (errors) =>
  errors.flatMap(({ code, args }) =>
    args?.expected ? [`error.${code}.${args.expected.replaceAll(' ', '_')}`] : [`error.${code}`, ...(args?.did_you_mean ? [`error.${code}.near`] : [])]);

/** The rendering as text has words of its own, which stand around what results say; every date and amount takes a form. */
const AROUND = /^(form|explain|note)\./;

/** The sentences of a catalogue that nothing said exercises. */
export const unexercised = (catalogue, said) =>
  Object.keys(catalogue).filter((key) => !AROUND.test(key) && !said.has(key));

/** Whether a text holds a sentence of the catalogue, whatever stands in its holes. */
export function isIn(text, sentence) {
  const parts = sentence.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('.*')).test(text);
}
