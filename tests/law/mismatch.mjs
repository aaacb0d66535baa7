import { isDeepStrictEqual } from 'node:util';

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const has = (document, member) =>
  (member.startsWith('/') ? member : `/${member}`)
    .split('/')
    .slice(1)
    .reduce((node, name) => node?.[name], document) !== undefined;

/**
 * What is wrong with `got`, if anything: of objects only the members expected count, and `absent` names those there must
 * not be. The rules of tests/core/support.cpp.
 */
export function mismatch(expected, got, place = '') {
  const differs = `${place}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`;
  if (!isObject(expected)) return isDeepStrictEqual(expected, got) ? undefined : differs;
  if (!isObject(got)) return differs;
  for (const [name, value] of Object.entries(expected)) {
    if (name === 'absent' && Array.isArray(value)) {
      const there = value.find((member) => has(got, member));
      if (there !== undefined) return `${place} has ${there}`;
      continue;
    }
    if (!(name in got)) return `${place} has no ${name}; expected ${JSON.stringify(value)}`;
    const found = mismatch(value, got[name], `${place}/${name}`);
    if (found) return found;
  }
  return undefined;
}
