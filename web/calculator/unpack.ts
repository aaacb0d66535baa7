// Bytes as text that compresses nearly as well as the bytes do, which base64 does not: the usual bytes are one ASCII
// character each, all others lie above them. Only the single file needs it; build/single.ts writes it.

/** The characters that need no escape, in a script or in a string. */
export const PLAIN = Array.from({ length: 95 }, (_, i) => String.fromCharCode(i + 32))
  .filter((char) => !`\\'"<&\``.includes(char))
  .join('');

const ABOVE = 256;

/** @param usual the bytes that the characters of PLAIN stand for, as characters above */
export function pack(bytes: Uint8Array, usual: string): string {
  const chars = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(ABOVE + byte));
  [...usual].forEach((char, i) => (chars[char.charCodeAt(0) - ABOVE] = PLAIN.charAt(i)));
  return Array.from(bytes, (byte) => chars[byte]).join('');
}

/** The `usual` for these bytes: the most frequent ones, sorted, so that bytes of near values become near characters. */
export function usualOf(bytes: Uint8Array): string {
  const counts = new Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return [...counts.keys()]
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
    .slice(0, PLAIN.length)
    .sort((a, b) => a - b)
    .map((byte) => String.fromCharCode(ABOVE + byte))
    .join('');
}

export const unpack = (text: string, usual: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (char) => {
    const at = PLAIN.indexOf(char);
    return (at < 0 ? char : usual.charAt(at)).charCodeAt(0) - ABOVE;
  });
