/** What clang makes of a source of the core: the nodes of its own code, each with its place in the file. */
import { execFileSync } from 'node:child_process';
import { inTree } from '../schema/documents.mjs';

const compiler = process.env.CLANG ?? 'clang++-14';

/**
 * The declarations of namespace benefits that a source sees, by the file that holds them.
 * @param {string} source below the top of the tree
 * @returns {{file: string, node: object}[]}
 */
export function declarations(source) {
  const words = ['-std=c++20', '-fno-exceptions', '-DNDEBUG', '-I.', '-fsyntax-only'];
  const dump = ['-Xclang', '-ast-dump=json', '-Xclang', '-ast-dump-filter=benefits'];
  const text = execFileSync(compiler, [...words, ...dump, source], {
    cwd: inTree('.'),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return text
    .split(/\n(?=\{\n)/)
    .map((one) => JSON.parse(one))
    .filter(({ kind, name }) => kind === 'NamespaceDecl' && name === 'benefits')
    .map((node) => ({ file: node.loc.file.replace(/^\.\//, ''), node }));
}

/** Where a node begins and ends in its file; nothing for what no text stands for, or only a macro's. */
export function extent({ range }) {
  const [begin, end] = [range?.begin?.offset, range?.end?.offset];
  return begin === undefined || end === undefined ? undefined : { begin, end: end + range.end.tokLen };
}

/** Casts and temporaries that the text does not show. */
const UNSEEN = new Set([
  'ImplicitCastExpr',
  'ExprWithCleanups',
  'MaterializeTemporaryExpr',
  'CXXBindTemporaryExpr',
  'ConstantExpr',
]);

export const isUnseen = ({ kind }) => UNSEEN.has(kind);

/** The expression that the text shows. */
export function bare(node) {
  let at = node;
  while (UNSEEN.has(at?.kind) && at.inner?.length === 1) at = at.inner[0];
  return at;
}

/** The name of the function that a call calls, as far as it names one. */
export function callee(call) {
  const head = bare(call.inner?.[0]);
  return head?.referencedDecl?.name ?? head?.name;
}

const isThreeWay = (node) => callee(node) === 'operator<=>';

/** What an operator, written as such, stands between; C++ may write a != b and a < b anew, the latter as (a <=> b) < 0. */
export function operands(node) {
  let at = node;
  while (at.kind === 'CXXRewrittenBinaryOperator' || (at !== node && at.kind === 'UnaryOperator')) at = bare(at.inner[0]);
  const parts = ({ kind, inner = [] }) => (kind === 'CXXOperatorCallExpr' ? inner.slice(1) : inner);
  const threeWay = parts(at).map(bare).find((one) => one.kind === 'CXXOperatorCallExpr' && isThreeWay(one));
  return parts(at !== node && threeWay ? threeWay : at);
}
