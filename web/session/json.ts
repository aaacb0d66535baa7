// Plain JSON addressed by RFC 6901 pointers.
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const plain = (token: string): string => token.replace(/~1/g, '/').replace(/~0/g, '~');

const tokens = (pointer: string): string[] => pointer.split('/').slice(1).map(plain);

const isObject = (value: Json | undefined): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const member = (node: Json | undefined, token: string): Json | undefined =>
  Array.isArray(node)
    ? node[Number(token)]
    : isObject(node) && Object.prototype.hasOwnProperty.call(node, token)
      ? node[token]
      : undefined;

export const copy = <T extends Json>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Of the pointers of inputs, each of which is read many times at every keystroke. */
const paths = new Map<string, readonly string[]>();

/** The value at the pointer of an input, or of what holds some; undefined where nothing is told. */
export function at(root: Json, pointer: string): Json | undefined {
  const path = paths.get(pointer) ?? tokens(pointer);
  paths.set(pointer, path);
  return path.reduce<Json | undefined>(member, root);
}

/** Puts a value there, making the objects on the way; a parent told as null gives way. */
export function put(root: { [name: string]: Json }, pointer: string, value: Json): void {
  const path = tokens(pointer);
  const last = path.pop() as string;
  let node: Json = root;
  for (const token of path) {
    let next = member(node, token);
    if (!isObject(next) && !Array.isArray(next)) {
      next = {};
      if (Array.isArray(node)) node[Number(token)] = next;
      else if (isObject(node)) node[token] = next;
    }
    node = next;
  }
  if (Array.isArray(node)) node[Number(last)] = value;
  else if (isObject(node)) node[last] = value;
}

/** Takes a value away; entries of lists close up. */
export function drop(root: { [name: string]: Json }, pointer: string): void {
  const path = tokens(pointer);
  const last = path.pop() as string;
  const node = path.reduce<Json | undefined>(member, root);
  if (Array.isArray(node)) node.splice(Number(last), 1);
  else if (isObject(node)) Reflect.deleteProperty(node, last);
}

/** Pointers of every scalar (and every empty object, list and null) told, in document order. */
export function leaves(node: Json, pointer = ''): string[] {
  if (typeof node !== 'object' || node === null) return [pointer];
  const entries = Object.entries(node);
  return entries.length === 0
    ? [pointer]
    : entries.flatMap(([name, value]) => leaves(value, `${pointer}/${name}`));
}
