// Takes the indentation out of html and svg templates: HTML does not see it, every phone would download it.
import type { Plugin } from 'vite';

interface Node {
  type: string;
  start: number;
  end: number;
  tag?: { name?: string };
  quasi?: { quasis: Node[] };
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Every literal piece of a tagged template below the node. */
function pieces(node: Node): Node[] {
  const own =
    node.type === 'TaggedTemplateExpression' && /^(html|svg)$/.test(node.tag?.name ?? '')
      ? (node.quasi?.quasis ?? [])
      : [];
  const children = Object.values(node).flat().filter(isNode);
  return [...own, ...children.flatMap(pieces)];
}

export function templates(): Plugin {
  return {
    name: 'templates',
    transform(code, id) {
      if (!id.endsWith('.ts') || !code.includes('lit-html')) return undefined;
      const found = pieces(this.parse(code) as unknown as Node).sort((a, b) => b.start - a.start);
      const lean = found.reduce(
        (text, { start, end }) =>
          text.slice(0, start) + text.slice(start, end).replace(/\s*\n\s*/g, ' ') + text.slice(end),
        code,
      );
      return { code: lean, map: null };
    },
  };
}
