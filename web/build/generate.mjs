// Writes what is derived from the JSON Schemas of situation and result, so that nothing in them is typed twice:
// generated/contract.ts (the types of both documents) and generated/inputs.ts (the table of inputs the page asks for); and
// generated/edition.ts, the day of the policy's edition.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';

const schemas = new URL('../../assets/schema/', import.meta.url);
const target = new URL('../generated/', import.meta.url);
const read = async (name) => JSON.parse(await readFile(new URL(name, schemas), 'utf8'));
const style = { bannerComment: '', additionalProperties: false, format: false, ignoreMinAndMaxItems: true };

/** The schema as TypeScript can say it: no conditions (allOf of if/then), pairs as pairs, scalar definitions in place. */
function forTypes(node, defs) {
  if (Array.isArray(node)) return node.map((item) => forTypes(item, defs));
  if (!node || typeof node !== 'object') return node;
  if (node.prefixItems) return { description: node.description, type: 'array', tsType: '[number, number]' };
  const target = node.$ref && defs[node.$ref.split('/').pop()];
  if (target) {
    if (target.properties || target.items || target.enum) return { $ref: node.$ref };
    const { $ref, ...own } = node;
    const { title, ...scalar } = target;
    return { ...scalar, ...own };
  }
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => (key === 'allOf' ? [] : [[key, forTypes(value, defs)]])),
  );
}

/** One row per input that can be told, in the order of the schema. */
function inputs(root) {
  const rows = [];
  const visit = (node, pointer, unlessNone, required) => {
    const schema = node.$ref ? root.$defs[node.$ref.split('/').pop()] : node;
    const row = {
      pointer,
      ...(unlessNone === undefined ? {} : { none: unlessNone }),
      ...(required ? { required } : {}),
    };
    const types = [schema.type].flat();
    if (schema.format === 'date') rows.push({ ...row, kind: 'date' });
    else if (types.includes('number')) rows.push({ ...row, kind: 'money' });
    else if (types.includes('integer'))
      rows.push({ ...row, kind: 'count', least: schema.minimum, most: schema.maximum });
    else if (types.includes('boolean')) rows.push({ ...row, kind: 'truth' });
    else if (schema.enum) rows.push({ ...row, kind: 'choice', options: schema.enum });
    else if (types.includes('array')) {
      rows.push({ ...row, kind: 'list', least: 0, most: schema.maxItems });
      visit(schema.items, `${pointer}/N`);
    } else
      Object.entries(schema.properties).forEach(([name, member], index) => {
        if (`${pointer}/${name}` === '/assumptions') return;
        visit(
          member,
          `${pointer}/${name}`,
          index === 0 && types.includes('null') ? pointer : undefined,
          schema.required?.includes(name),
        );
      });
  };
  visit(root, '');
  return rows;
}

const situation = await read('situation.schema.json');
const result = await read('result.schema.json');
const { edition } = await read('../policy/jilin-2023-56.json');
await mkdir(target, { recursive: true });
await writeFile(
  new URL('contract.ts', target),
  [
    await compile(forTypes(situation, situation.$defs), 'Situation', style),
    await compile(forTypes(result, result.$defs), 'Answer', style),
  ].join('\n'),
);
await writeFile(
  new URL('inputs.ts', target),
  `import type { Input } from '../session/inputs';\n\nexport const INPUTS: readonly Input[] = ${JSON.stringify(inputs(situation))};\n`,
);
await writeFile(new URL('edition.ts', target), `export const EDITION = ${JSON.stringify(edition)};\n`);
