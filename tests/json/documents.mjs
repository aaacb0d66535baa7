/**
 * Documents by the categories in which JSON parsers go wrong: what RFC 8259 says must be taken, what it says is no JSON,
 * and what it leaves to the parser. All of them are made here; the verdict is that of the category, not of any parser.
 *
 * @typedef {'accept' | 'refuse' | 'either'} Verdict
 * @typedef {{name: string, bytes: Buffer, verdict: Verdict}} Document
 */

const SPACES = { 'a space': ' ', 'a tab': '\t', 'a line feed': '\n', 'a carriage return': '\r' };
const NO_SPACES = { 'a form feed': '\f', 'a vertical tab': '\v', 'a no-break space': '\u00a0', 'a line separator': '\u2028', 'a byte order mark': '\ufeff', NUL: '\0', 'a backspace': '\b', 'a word joiner': '\u2060' };

const hex = (/** @type {number} */ code) => code.toString(16).padStart(4, '0');
const escape = (/** @type {number} */ unit) => `\\u${hex(unit)}`;

/** @param {Verdict} verdict @param {Record<string, string | Buffer>} documents @returns {Document[]} */
const all = (verdict, documents) =>
  Object.entries(documents).map(([name, content]) => ({ name, bytes: Buffer.from(content), verdict }));

/** A name for each of many. @param {string} what @param {string[]} contents */
const each = (what, contents) => Object.fromEntries(contents.map((content) => [`${what} ${JSON.stringify(content)}`, content]));

const bytes = (/** @type {(number | string)[]} */ ...parts) =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part))));
/** Bytes inside a string. @param {number[]} inside */
const quoted = (...inside) => bytes('["', ...inside, '"]');

const structure = [
  ...all('accept', {
    'an empty object': '{}', 'an empty array': '[]', 'null alone': 'null', 'true alone': 'true', 'false alone': 'false',
    'a number alone': '42', 'a string alone': '"x"', 'an empty string alone': '""',
    'a member with an empty name': '{"":0}', 'arrays in objects in arrays': '[{"a":[{"b":[]}]}]',
    'many items': `[${'0,'.repeat(999)}0]`, 'a name with every escape': '{"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041":1}',
    'a long name': `{"${'n'.repeat(10_000)}":1}`,
  }),
  ...all('refuse', {
    'nothing': '', 'only space': ' \n\t', ...each('one of', ['[', ']', '{', '}', ',', ':', '"', '\\', '-', '+', '.', '\'', '*', '#', '$', '&', '<']),
    ...each('unclosed', ['[1', '[1,', '[[', '[{', '[""', '{"a"', '{"a":', '{"a":1', '{"a":1,', '[{"a":[', '{"a":[}']),
    ...each('closed by another', ['[}', '{]', '[1}', '{"a":1]', '[{]}']),
    ...each('closed once more', ['[]]', '{}}', '1]', '{"a":1}}']),
    ...each('commas', ['[,]', '[1,]', '[,1]', '[1,,2]', ',[1]', '[1],', '{,}', '{"a":1,}', '{,"a":1}', '{"a":1,,"b":2}']),
    ...each('without a comma', ['[1 2]', '[[] []]', '["a" "b"]', '{"a":1 "b":2}', '[1"a"]', '[true false]']),
    ...each('colons', ['{"a" 1}', '{"a"::1}', '{:1}', '{"a":}', '{"a",1}', '["a":1]', '{"a"=1}', '[:]']),
    ...each('a name that is no string', ['{a:1}', '{1:1}', '{null:1}', '{true:1}', '{[]:1}', '{{}:1}', "{'a':1}"]),
    ...each('two documents', ['{}{}', '[][]', '1 2', 'null null', '{} []', '"a" "b"', 'truefalse']),
    ...each('a comment', ['/**/[]', '[]/**/', '[1/*x*/]', '[] // x', '# x\n[]', '[] -- x', '<!-- x -->[]']),
    ...each('a wrong literal', ['True', 'FALSE', 'Null', 'nul', 'nulll', 'tru', 'fals', 'truee', 'undefined', 'nil', 'none', 'yes', '[nullx]', 'n\\u0075ll']),
    ...each('JavaScript', ['[function(){}]', '[new Date()]', '`x`', "['x']", '[/x/]', '({})', '[1n]', '{...{}}', '[x]', '["a"+"b"]', '[void 0]']),
    'two members of one name without a comma': '{"a":1"a":2}',
  }),
];

const BEYOND_DOUBLES = ['1e400', '-1e400', '1.5E+400', '9'.repeat(400), `${'9'.repeat(400)}.5`];
/** What cannot go on with a number that is whole already, nor stand after it. */
const NO_MORE_OF_IT = ['-5', '-', '+', '+5', '..', '.', '.e5', 'e', 'E', 'e+', 'e5e', 'e5.', '--', 'x', '_0', ' 5', ' -5', ' 1e400', '-1e400', '"', ':1', '}'];

const numbers = [
  ...all('accept', each('the number', ['0', '-0', '1', '-1', '10', '123456789', '0.0', '0.1', '-0.1', '1.5', '1.50', '0e0', '0E0', '0e+0', '0e-0', '1e1', '1E1', '1e+1', '1e-1', '1.5e3', '-1.5E-3', '1e01', '1e00', '0.00000000000000000001', '10.0'])),
  ...all('accept', {
    'an integer of 1000 digits': '1'.repeat(1000), 'a fraction of 1000 digits': `0.${'3'.repeat(1000)}`,
    'beyond 64 bits': '18446744073709551616', 'below 64 bits': '-9223372036854775809',
  }),
  // Beyond what a double holds: RFC 8259 (6) leaves limits of range and precision to the parser.
  ...all('either', each('the number', ['1e400', '-1e400', '1e-400', '123e99999', '0e99999', '9'.repeat(400), `${'9'.repeat(400)}.5`, '[0, -0, 1e400, -1e400, 1e-400, 12345, 0.000]', '1.7976931348623159e308', '4.9e-325'])),
  ...all('refuse', each('the number', BEYOND_DOUBLES.flatMap((number) => NO_MORE_OF_IT.map((more) => `${number}${more}`)))),
  ...all('refuse', each('the number', ['+1', '++1', '--1', '- 1', '-', '01', '-01', '00', '012', '-012', '1.', '.1', '-.1', '.', '1..2', '1.2.3', '1,5', '1_000', '1e', '1e+', '1e-', 'e1', '1e1.5', '1ee1', '1e+-1', '0x10', '0b1', '0o7', '1f', '1L', '1n', 'NaN', '-NaN', 'Infinity', '-Infinity', 'Inf', '1e１', '１', '٣', '−1', '1 000', '0.1.', '-e1', '1.e1', '.e1', '0e', '2.e+3', '5 e3', '5e 3', '∞', '½'])),
];

const strings = [
  ...all('accept', {
    ...each('the escape', ['\\"', '\\\\', '\\/', '\\b', '\\f', '\\n', '\\r', '\\t', '\\u0000', '\\u001f', '\\u0020', '\\u007F', '\\u00e9', '\\u4e2d', '\\uD83D\\uDE00', '\\uFFFF', '\\uFFFE', '\\uFDD0', '\\uDBFF\\uDFFF', '\\uD800\\uDC00', '\\u2028', '\\\\u0041', '\\u0022', '\\u005C'].map((one) => `"${one}"`)),
    ...each('the character', ['é', '中', '한', '\u007f', '\u0080', '\u2028', '\u2029', '\ufeff', '\ufffd', '\uffff', '\ufdd0', '😀', '\u{10ffff}', '\u{10000}', '́', '‮', '​', '/', "'"].map((one) => `"${one}"`)),
    'a long string': `"${'x'.repeat(100_000)}"`,
  }),
  ...all('refuse', {
    ...Object.fromEntries(Array.from({ length: 32 }, (_, code) => [`the control character ${hex(code)} as it is`, `["${String.fromCharCode(code)}"]`])),
    ...each('the escape', ['\\', '\\a', '\\v', '\\0', '\\x41', "\\'", '\\ ', '\\U0041', '\\u', '\\u0', '\\u00', '\\u004', '\\u004g', '\\u 041', '\\u-041', '\\u{41}', '\\\n', '\\é', '\\😀', '\\N', '\\u+041', '\\uＡ041', '\\\\\\'].map((one) => `["${one}"]`)),
    ...each('unclosed', ['"', '"a', '"\\"', '["a]', '{"a:1}', '["a\\']),
    ...each('in other quotes', ["'a'", '`a`', '“a”', '«a»', 'a', '"a\'']),
    'a line break in a string': '["a\nb"]',
  }),
  // The grammar has them; as text they are no Unicode (RFC 8259, 8.2).
  ...all('either', each('half a pair', [escape(0xd800), escape(0xdbff), escape(0xdc00), escape(0xdfff), `${escape(0xd800)}x`, `${escape(0xdc00)}${escape(0xd800)}`, `${escape(0xd83d)}${escape(0xd83d)}`, `${escape(0xd83d)}\\n`, `${escape(0xd83d)}${escape(0x41)}`].map((one) => `["${one}"]`))),
];

const encodings = [
  ...all('refuse', {
    'a continuation byte alone': quoted(0x80), 'the last continuation byte alone': quoted(0xbf), 'an overlong slash': quoted(0xc0, 0xaf),
    'an overlong NUL': quoted(0xc0, 0x80), 'an overlong slash of three bytes': quoted(0xe0, 0x80, 0xaf), 'an overlong slash of four': quoted(0xf0, 0x80, 0x80, 0xaf),
    'the greatest overlong pair': quoted(0xc1, 0xbf), 'two of three bytes': quoted(0xe4, 0xb8), 'one of two bytes': quoted(0xc3),
    'three of four bytes': quoted(0xf0, 0x9f, 0x98), 'a sequence broken off by a letter': quoted(0xe4, 0x41), 'a surrogate as bytes': quoted(0xed, 0xa0, 0x80),
    'a pair of surrogates as bytes': quoted(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80), 'beyond Unicode': quoted(0xf4, 0x90, 0x80, 0x80),
    'five bytes': quoted(0xf8, 0x88, 0x80, 0x80, 0x80), 'six bytes': quoted(0xfc, 0x84, 0x80, 0x80, 0x80, 0x80), 'the byte FE': quoted(0xfe), 'the byte FF': quoted(0xff),
    'Latin-1': quoted(0xe9), 'GBK': quoted(0xd6, 0xd0), 'Shift JIS': quoted(0x93, 0xfa), 'EUC-KR': quoted(0xc7, 0xd1),
    'a bad byte outside of strings': bytes('[1', 0xff, ']'), 'a bad byte as a name': bytes('{"', 0xff, '":1}'), 'a bad byte after the document': bytes('[]', 0xc3),
    'UTF-16LE': Buffer.from('[1]', 'utf16le'), 'UTF-16LE with a mark': bytes(0xff, 0xfe, Buffer.from('[1]', 'utf16le').toString('latin1')),
    'UTF-16BE': Buffer.from('[1]', 'utf16le').swap16(), 'UTF-32LE': bytes('[', 0, 0, 0, ']', 0, 0, 0),
  }),
  // RFC 8259 (8.1): none must be written; a parser may ignore one or call it an error.
  ...all('either', { 'a byte order mark before the document': '\ufeff[]' }),
  ...all('refuse', { 'half a byte order mark': bytes(0xef, 0xbb, '[]'), 'a byte order mark alone': '\ufeff', 'two byte order marks': '\ufeff\ufeff[]', 'a mark after the document': '[]\ufeff' }),
];

const whitespace = Object.entries(SPACES).flatMap(([name, space]) =>
  all('accept', { [`${name} wherever it may be`]: '[{"a":[1,2],"b":{}}]'.replace(/[[\]{}:,]/g, (mark) => `${space}${mark}${space}`) }),
).concat(
  Object.entries(NO_SPACES).flatMap(([name, space]) => all('refuse', { [`${name} before`]: name === 'a byte order mark' ? `${space}${space}[]` : `${space}[]`, [`${name} after`]: `[]${space}`, [`${name} between`]: `[1,${space}2]`, [`${name} in an empty array`]: `[${space}]` })),
  all('refuse', { 'a space in a literal': 'tr ue', 'a space in a number': '1 2', 'a backslash and n': '\\n[]', 'an escaped space': '[\\u0020]' }),
);

/** The reader takes 32 levels; RFC 8259 (9) leaves the depth to the parser, unless a document is broken besides. */
const nesting = [
  ...all('accept', { '32 arrays': '['.repeat(32) + ']'.repeat(32), '16 pairs of both': '[{"a":'.repeat(16) + '0' + '}]'.repeat(16) }),
  ...all('either', { '33 arrays': '['.repeat(33) + ']'.repeat(33), '1000 objects': '{"a":'.repeat(1000) + '0' + '}'.repeat(1000), '100000 arrays': '['.repeat(100_000) + ']'.repeat(100_000) }),
  ...all('refuse', { '100000 arrays opened': '['.repeat(100_000), '100000 objects opened': '{"a":'.repeat(100_000), 'one bracket too few': '['.repeat(40) + ']'.repeat(39), 'one too many': '['.repeat(40) + ']'.repeat(41) }),
];

/** RFC 8259 (4): names should be unique; what a parser does with others is its own matter. */
const names = all('either', { 'a name twice': '{"a":1,"a":2}', 'a name twice, once escaped': '{"a":1,"\\u0061":2}', 'an empty name twice': '{"":1,"":1}' });
const size = all('either', { 'more than a mebibyte': `[${' '.repeat(1 << 20)}]` });

/** @type {Record<string, Document[]>} */
export const categories = { structure, numbers, strings, encodings, whitespace, nesting, names, size };
