/** The documents of tests/input and tests/policy, and how a case's changes are made (those of tests/cases: law/cases.mjs). */
import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{where?: Record<string, unknown>, untold?: string[]}} Change */

const tree = new URL('../../', import.meta.url);

/** @param {string} path below the top of the tree */
export const inTree = (path) => fileURLToPath(new URL(path, tree));
/** @param {string} path below the top of the tree */
export const readJson = (path) => JSON.parse(readFileSync(inTree(path), 'utf8'));
/** Every JSON file of a folder, by name. @param {string} folder below the top of the tree */
export const eachFile = (folder) =>
  readdirSync(inTree(folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ file: basename(name, '.json'), content: readJson(`${folder}/${name}`) }));

/** @param {string} pointer RFC 6901 */
const steps = (pointer) =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Where a step leads: a member, or an entry of an array by index, by id, or `-` for one past the end. */
function key(parent, step) {
  if (!Array.isArray(parent)) return step;
  if (step === '-') return parent.length;
  const byId = parent.findIndex((entry) => entry?.id === step);
  return byId >= 0 ? byId : Number(step);
}

/** The holder of what `pointer` names, made where it is not there, and its key. */
function place(document, pointer) {
  const path = steps(pointer);
  const last = path.pop();
  let holder = document;
  for (const step of path) {
    const at = key(holder, step);
    holder[at] ??= {};
    holder = holder[at];
  }
  return [holder, key(holder, last)];
}

/** What a pointer names, entries of lists by their ids too; nothing where it names nothing. */
export const at = (document, pointer) => steps(pointer).reduce((holder, step) => holder?.[key(holder, step)], document);

/** `given` with a case's `where` set and its `untold` taken away. @param {Change} change */
export function changed(given, { where = {}, untold = [] }) {
  const document = structuredClone(given);
  for (const [pointer, value] of Object.entries(where)) {
    const [holder, at] = place(document, pointer);
    holder[at] = value;
  }
  for (const pointer of untold) {
    const [holder, at] = place(document, pointer);
    if (Array.isArray(holder)) holder.splice(at, 1);
    else delete holder[at];
  }
  return document;
}

/** Every document of tests/input: its bytes and the errors in it, none for a sound one. */
export const inputs = () =>
  eachFile('tests/input').map(({ file, content: { situation, text, base64, repeat, errors } }) => ({
    name: file,
    situation,
    bytes:
      base64 !== undefined
        ? Buffer.from(base64, 'base64')
        : Buffer.from(
            repeat ? repeat.prefix + repeat.unit.repeat(repeat.times) + repeat.suffix : (text ?? JSON.stringify(situation)),
          ),
    errors,
  }));

export const policy = () => readJson('assets/policy/jilin-2023-56.json');
/**
 * Every policy file of tests/policy: the policy changed, or else a text, the errors that keep it from answering, none
 * for a sound one, and all that check-policy says.
 */
export const policies = () =>
  eachFile('tests/policy').map(({ file, content }) => {
    const document = 'text' in content ? undefined : changed(policy(), content);
    const { errors, checked = errors, text = JSON.stringify(document) } = content;
    return { name: file, document, text, errors, checked };
  });
