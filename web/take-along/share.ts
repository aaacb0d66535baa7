// Answers that came in the fragment of an address: `#a1=` and the situation as base64url of its JSON. Fragments never
// reach a server. The other direction is link.ts.

/** How a fragment begins that carries answers, whatever the version of its form. */
export const MARK = '#a';
export const VERSION = '1';
const FORM = new RegExp(`^${MARK}(\\d+)=(.*)$`);
/** No honest link is longer; a longer one is not even decoded. */
const LONGEST = 16_384;

export type Received = { situation: string } | { refused: 'version' | 'unreadable' } | undefined;

/** The situation text a fragment carries, still to be judged by the core; undefined where it carries none. */
export function received(hash: string): Received {
  const [, version, data] = FORM.exec(hash) ?? [];
  if (version === undefined || data === undefined) return undefined;
  if (version !== VERSION) return { refused: 'version' };
  if (data.length > LONGEST || !/^[\w-]*$/.test(data)) return { refused: 'unreadable' };
  try {
    const bytes = Uint8Array.from(atob(data.replace(/-/g, '+').replace(/_/g, '/')), (char) =>
      char.charCodeAt(0),
    );
    return { situation: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { refused: 'unreadable' };
  }
}
