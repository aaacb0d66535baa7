// Answers put into the fragment of an address, wages left out on request; share.ts reads them.
import { copy, drop, leaves } from '../session/json';
import { isWage } from '../session/inputs';
import type { Told } from '../session/told';
import { MARK, VERSION } from './share';

function withoutWages(told: Told): Told {
  const shared = copy(told);
  for (const pointer of leaves(shared)) if (isWage(pointer)) drop(shared, pointer);
  return shared;
}

export function fragment(told: Told, withWages: boolean): string {
  const bytes = new TextEncoder().encode(JSON.stringify(withWages ? told : withoutWages(told)));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `${MARK}${VERSION}=${base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`;
}
