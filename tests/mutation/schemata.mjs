/** Sources with every mutant in them: each expression that has mutants asks which one is at work. */
import { readFileSync } from 'node:fs';
import { inTree } from '../schema/documents.mjs';
import { mutation } from './operators.mjs';
import { declarations, extent, isUnseen, operands } from './syntax.mjs';

/** What is computed before a program runs, or only names things. */
const SKIPPED = /^(EnumDecl|StaticAssertDecl|TemplateArgument|FieldDecl|CXXDefault.*|UsingDecl|UsingDirectiveDecl)$/;
const COMPUTED_AT_RUN_TIME = /^const (benefits::)?(Condition|int|std::size_t|std::int64_t)$/;

/** The name of each enumerator's successor, the first after the last. */
function successors(node, found = new Map()) {
  if (node.kind === 'EnumDecl') {
    const all = (node.inner ?? []).filter(({ kind }) => kind === 'EnumConstantDecl');
    all.forEach(({ id }, i) => all.length > 1 && found.set(id, all[(i + 1) % all.length].name));
  }
  for (const child of node.inner ?? []) successors(child, found);
  return found;
}

/** Every place of a file that changes: mutants, and `constexpr` where what it computes has some. */
class Places {
  constructor(text, enumerators) {
    this.text = text;
    this.enumerators = enumerators;
    this.found = new Map();
  }

  visit(node, under) {
    if (!node.kind || SKIPPED.test(node.kind) || node.isImplicit) return;
    const inside = { ...under, negation: false, isRead: false };
    if (node.kind === 'VarDecl' && node.constexpr) {
      if (!COMPUTED_AT_RUN_TIME.test(node.type.qualType)) return this.lambdas(node, { ...inside, of: under.of ?? node.name });
      this.unfreeze(node, 'const');
    }
    if (node.kind === 'FunctionDecl' && node.constexpr) this.unfreeze(node, 'inline');
    if (/^(FunctionDecl|CXXMethodDecl|CXXConstructorDecl|VarDecl)$/.test(node.kind)) inside.of = under.of ?? node.name;
    this.add(node, under);
    for (const [child, more] of this.children(node, under)) this.visit(child, { ...inside, ...more });
  }

  // A constant stays one; the functions in it run later.
  lambdas(node, under) {
    if (node.kind === 'LambdaExpr') return this.visit(node, under);
    for (const child of node.inner ?? []) this.lambdas(child, under);
  }

  unfreeze(node, instead) {
    const { begin } = extent(node);
    const at = this.text.indexOf('constexpr', begin);
    this.found.set(`${at}-`, { begin: at, end: at + 'constexpr'.length, changes: [], write: () => instead });
  }

  /** The parts that the text shows, each with what stands around it. */
  children(node, under) {
    const inner = node.inner ?? [];
    switch (node.kind) {
      case 'FunctionTemplateDecl':
        return inner.filter(({ kind }) => /^(FunctionDecl|CXXMethodDecl)$/.test(kind)).slice(0, 1).map((one) => [one, {}]);
      case 'LambdaExpr':
        return inner.filter(({ kind }) => kind === 'CompoundStmt').map((one) => [one, {}]);
      case 'CXXForRangeStmt': {
        const range = inner.find(({ kind }) => kind === 'DeclStmt').inner[0];
        return [...(range.inner ?? []), inner.at(-1)].map((one) => [one, {}]);
      }
      case 'IfStmt':
        return (node.hasVar ? [inner[0], ...inner.slice(2)] : inner).map((one) => [one, {}]);
      case 'CaseStmt':
        return inner.slice(1).map((one) => [one, {}]);
      case 'UnaryOperator':
        return inner.map((one) => [one, { negation: node.opcode === '!' }]);
      case 'CXXRewrittenBinaryOperator':
        return operands(node).map((one) => [one, {}]);
      default: {
        if (!isUnseen(node)) return inner.map((one) => [one, {}]);
        const isRead = under.isRead || node.castKind === 'LValueToRValue';
        return inner.map((one) => [one, { negation: under.negation, isRead }]);
      }
    }
  }

  add(node, under) {
    const place = extent(node);
    if (!place || !under.of || place.end <= place.begin) return;
    const key = `${place.begin}-${place.end}`;
    if (this.found.has(key)) return;
    const before = this.text.slice(Math.max(0, place.begin - 200), place.begin);
    const list = /\.(\w+) = \{[^{}]*$/.exec(before)?.[1];
    const mutants = mutation(node, {
      text: this.text,
      enumerators: this.enumerators,
      under: { ...under, list: under.of.match(/^[mp]\d/) ? list : undefined },
    });
    if (mutants) this.found.set(key, { ...place, ...mutants, of: under.of });
  }
}

/** The text with every place written anew, inner ones within outer ones. */
function write(text, places, range) {
  const inside = places.filter(
    (one) =>
      one.begin >= range.begin && one.end <= range.end && !(range.inside && one.begin === range.begin && one.end === range.end),
  );
  let [written, at] = ['', range.begin];
  for (const one of inside) {
    if (one.begin < at) continue; // within the one before
    const show = (part) => write(text, places, part);
    written += text.slice(at, one.begin) + one.write(show, one.id);
    at = one.end;
  }
  return written + text.slice(at, range.end);
}

// The text is read byte by byte.
const readable = (bytes) => Buffer.from(bytes, 'latin1').toString().replace(/\s+/g, ' ').trim();
const line = (text, begin) => text.slice(text.lastIndexOf('\n', begin) + 1, text.indexOf('\n', begin));

/** What is changed, the line too where that alone says little. */
function named(text, { begin, end, of }, change) {
  const shown = readable(text.slice(begin, end));
  const short = 12;
  return `${of}: ${shown} → ${change}${shown.length < short ? ` in ${readable(line(text, begin))}` : ''}`;
}

/**
 * Sources with all their mutants, and the list of these. A mutant's name says what is changed and where; it holds no line
 * number, so that it outlives changes elsewhere.
 * @param {string[]} sources below the top of the tree
 * @param {(file: string) => boolean} wanted which files, headers among them, get mutants
 * @returns {{files: Map<string, Buffer>, mutants: {id: number, file: string, name: string}[]}}
 */
export function schemata(sources, wanted) {
  const files = new Map();
  const mutants = [];
  const times = new Map();
  for (const source of sources) {
    const all = declarations(source);
    const enumerators = new Map();
    for (const { node } of all) successors(node, enumerators);
    for (const { file, node } of all) {
      if (!wanted(file) || files.has(file)) continue;
      // Clang counts bytes.
      const text = readFileSync(inTree(file), 'latin1');
      const places = new Places(text, enumerators);
      for (const each of all.filter((one) => one.file === file))
        for (const child of each.node.inner ?? []) places.visit(child, {});
      const ordered = [...places.found.values()].sort((a, b) => a.begin - b.begin || b.end - a.end);
      for (const one of ordered) {
        one.id = mutants.length;
        for (const change of one.changes) {
          const base = `${file} ${named(text, one, change)}`;
          const count = (times.get(base) ?? 0) + 1;
          times.set(base, count);
          mutants.push({ id: mutants.length, file, name: count > 1 ? `${base} (${count})` : base });
        }
      }
      const written = write(text, ordered, { begin: 0, end: text.length });
      files.set(file, Buffer.from(`#include "tests/mutation/mutants.h"\n${written}`, 'latin1'));
    }
  }
  return { files, mutants };
}
