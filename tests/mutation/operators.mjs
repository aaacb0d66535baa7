/**
 * Which expressions of a source have mutants, and how each is written so that all of them fit one build (mutants.h):
 * comparisons, logic, arithmetic, truths, whole numbers, enumerators, keys, what a rule lists.
 */
import { callee, extent, operands } from './syntax.mjs';

const COMPARISONS = { '<': '<', '<=': 'l', '>': '>', '>=': 'g', '==': '=', '!=': '!' };
const BOUNDARY = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const OPPOSITE = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '==': '!=', '!=': '==' };
const ASSIGNMENTS = { '+=': '-=', '-=': '+=', '*=': '+=', '/=': '*=', '|=': '&=' };
const PARTNER = { '+': '-', '-': '+', '*': '+', '/': '*', '%': '*' };

const isBool = ({ type }) => /^(const )?bool$/.test(type?.desugaredQualType ?? type?.qualType ?? '');
const isCall = ({ kind }) => ['CallExpr', 'CXXMemberCallExpr', 'CXXOperatorCallExpr'].includes(kind);

/** The two sides of what the text shows as `a op b`, and op. */
function sides(node, text) {
  const both = operands(node);
  if (both.length !== 2) return undefined;
  const [a, b] = both.map((one) => extent(one)).sort((one, other) => one?.begin - other?.begin);
  if (!a || !b || a.end > b.begin) return undefined;
  const operator = text.slice(a.end, b.begin).trim();
  return { a, b, operator };
}

/** Where the text has `.name = ` before a place. */
const designated = (text, begin) => /\.(\w+) =\s*$/.exec(text.slice(Math.max(0, begin - 40), begin))?.[1];

/**
 * The mutants of an expression and how it is written; nothing where it has none.
 * @returns {{changes: string[], write: (show: (place: {begin: number, end: number}) => string, id: number) => string} | undefined}
 */
export function mutation(node, { text, enumerators, under }) {
  const place = extent(node);
  const own = text.slice(place.begin, place.end);
  switch (node.kind) {
    case 'IntegerLiteral':
      return { changes: ['+ 1', '- 1'], write: (show, id) => `mutation::constant(${id}, ${own})` };
    case 'CXXBoolLiteralExpr':
      return { changes: [own === 'true' ? 'false' : 'true'], write: (show, id) => `mutation::truth(${id}, ${own})` };
    case 'StringLiteral':
      return { changes: ['""'], write: (show, id) => `mutation::word(${id}, ${own})` };
    case 'UnaryOperator': {
      const inner = extent(node.inner[0]);
      if (node.opcode === '!')
        return { changes: ['without !'], write: (show, id) => `mutation::truth(${id}, !${show(inner)})` };
      if (node.opcode === '++' || node.opcode === '--')
        return {
          changes: [node.opcode === '++' ? '--' : '++'],
          write: (show, id) => `mutation::step<'${node.opcode[0]}'>(${id}, ${show(inner)})`,
        };
      return undefined;
    }
    case 'DeclRefExpr': {
      const { kind, id: enumerator } = node.referencedDecl ?? {};
      if (kind === 'EnumConstantDecl') {
        const next = enumerators.get(enumerator);
        if (!next) return undefined;
        const other = own.replace(/\w+$/, next);
        return { changes: [other], write: (show, id) => `mutation::other(${id}, ${own}, ${other})` };
      }
      if (under.list === 'conditions')
        return { changes: ['always holds'], write: (show, id) => `mutation::condition(${id}, ${own})` };
      if (kind === 'FunctionDecl' && /^(period|payers|about|listed)$/.test(designated(text, place.begin) ?? ''))
        return { changes: ['nullptr'], write: (show, id) => `mutation::function(${id}, ${own})` };
      break;
    }
    case 'CallExpr': {
      const name = callee(node);
      if (/^std::(max|min)\(/.test(own)) {
        const [a, b] = node.inner.slice(1).map(extent);
        return {
          changes: [name === 'max' ? 'std::min' : 'std::max'],
          write: (show, id) => `mutation::extreme<'${name === 'max' ? 'x' : 'n'}'>(${id}, ${show(a)}, ${show(b)})`,
        };
      }
      break;
    }
    case 'BinaryOperator':
    case 'CompoundAssignOperator':
    case 'CXXOperatorCallExpr':
    case 'CXXRewrittenBinaryOperator': {
      const found = sides(node, text);
      if (!found) break;
      const { a, b, operator } = found;
      if (operator === '&&' || operator === '||')
        return {
          changes: [operator === '&&' ? '||' : '&&', 'the first alone', 'the second alone'],
          write: (show, id) =>
            `mutation::${operator === '&&' ? 'both' : 'either'}(${id}, static_cast<bool>(${show(a)}), [&] { return static_cast<bool>(${show(b)}); })`,
        };
      if (operator in COMPARISONS)
        return {
          changes: [BOUNDARY[operator], OPPOSITE[operator]].filter(Boolean),
          write: (show, id) => `mutation::compare<'${COMPARISONS[operator]}'>(${id}, ${show(a)}, ${show(b)})`,
        };
      if (operator in ASSIGNMENTS)
        return {
          changes: [ASSIGNMENTS[operator]],
          write: (show, id) => `mutation::assign<'${operator[0]}'>(${id}, ${show(a)}, ${show(b)})`,
        };
      if (operator in PARTNER)
        return {
          changes: [PARTNER[operator]],
          write: (show, id) => `mutation::arithmetic<'${operator}'>(${id}, ${show(a)}, ${show(b)})`,
        };
      return undefined;
    }
    default:
  }
  if (isBool(node) && (isCall(node) || under.isRead) && !under.negation)
    return { changes: ['!'], write: (show, id) => `mutation::truth(${id}, static_cast<bool>(${show({ ...place, inside: true })}))` };
  return undefined;
}
