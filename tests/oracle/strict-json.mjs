/**
 * RFC 8259 to the letter, keeping what JSON.parse loses: repeated names, the order of members, the text of numbers, the
 * depth. Iterative, for a megabyte of brackets is input too.
 *
 * @typedef {{type: 'object', members: {name: string, node: Node}[]}} ObjectNode
 * @typedef {{type: 'array', items: Node[]}} ArrayNode
 * @typedef {ObjectNode | ArrayNode | {type: 'string' | 'number', text: string} | {type: 'boolean', value: boolean} | {type: 'null'}} Node
 */

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const SPACE = /[ \t\n\r]*/y;
/** Neither quote, backslash nor control character; a surrogate only as half of a pair. */
const PLAIN = /(?:[^"\\\u0000-\u001f\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])*/y;
const ESCAPE = /\\(?:(["\\/bfnrt])|u([0-9a-fA-F]{4}))/y;
/** @type {Record<string, string>} */
const ESCAPED = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
/** @type {Record<string, () => Node>} */
const LITERALS = {
  true: () => ({ type: 'boolean', value: true }),
  false: () => ({ type: 'boolean', value: false }),
  null: () => ({ type: 'null' }),
};

class Reader {
  at = 0;

  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  /** @param {RegExp} pattern sticky */
  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  /** Skips white space, then takes a character if it is the next one. @param {string} character */
  take(character) {
    this.match(SPACE);
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  /** @param {string} character */
  expect(character) {
    if (!this.take(character)) this.fail();
  }

  /** @returns {never} */
  fail() {
    throw new SyntaxError(`not JSON at ${this.at}`);
  }

  /** The text of a string, its opening quote already taken. */
  string() {
    let text = '';
    for (;;) {
      text += /** @type {RegExpExecArray} */ (this.match(PLAIN))[0];
      if (this.text[this.at] === '"') break;
      text += this.escape();
    }
    this.at += 1;
    return text;
  }

  escape() {
    const [, short, hex] = this.match(ESCAPE) ?? this.fail();
    if (short !== undefined) return ESCAPED[short];
    const unit = parseInt(hex, 16);
    if (unit < 0xd800 || unit > 0xdfff) return String.fromCharCode(unit);
    const low = unit < 0xdc00 ? this.match(ESCAPE)?.[2] : undefined;
    const lowUnit = low === undefined ? 0 : parseInt(low, 16);
    if (lowUnit < 0xdc00 || lowUnit > 0xdfff) this.fail();
    return String.fromCharCode(unit, lowUnit);
  }

  /** A value that holds no others. @returns {Node} */
  scalar() {
    if (this.take('"')) return { type: 'string', text: this.string() };
    const number = this.match(NUMBER);
    if (number) return { type: 'number', text: number[0] };
    for (const [word, node] of Object.entries(LITERALS)) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return node();
      }
    }
    return this.fail();
  }

  /** The name of the next member and its colon. */
  name() {
    this.expect('"');
    const name = this.string();
    this.expect(':');
    return name;
  }
}

/**
 * The document and how many arrays and objects are nested at most. Throws a SyntaxError where the text is no JSON.
 * @param {string} text @returns {{root: Node, depth: number}}
 */
export function parseStrictly(text) {
  const reader = new Reader(text);
  /** @type {(ObjectNode | ArrayNode)[]} */
  const open = [];
  /** @type {Node | null} */
  let root = null;
  let depth = 0;

  const add = (/** @type {Node} */ node, /** @type {string} */ name) => {
    const parent = open[open.length - 1];
    if (parent === undefined) root = node;
    else if (parent.type === 'array') parent.items.push(node);
    else parent.members.push({ name, node });
  };

  let name = '';
  /** Whether a value is due, after an opening bracket, a comma or a colon. */
  let due = true;
  while (due || open.length > 0) {
    if (due) {
      const opened = reader.take('{') ? '}' : reader.take('[') ? ']' : null;
      if (opened === null) {
        add(reader.scalar(), name);
        due = false;
      } else {
        /** @type {ObjectNode | ArrayNode} */
        const node = opened === '}' ? { type: 'object', members: [] } : { type: 'array', items: [] };
        add(node, name);
        open.push(node);
        depth = Math.max(depth, open.length);
        due = !reader.take(opened);
        if (!due) open.pop();
        else if (opened === '}') name = reader.name();
      }
    } else {
      const parent = open[open.length - 1];
      if (reader.take(',')) {
        if (parent.type === 'object') name = reader.name();
        due = true;
      } else {
        reader.expect(parent.type === 'object' ? '}' : ']');
        open.pop();
      }
    }
  }
  reader.match(SPACE);
  if (reader.at !== text.length || root === null) return reader.fail();
  return { root, depth };
}
