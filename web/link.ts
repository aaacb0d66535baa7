// Answers put into an address, wages left out on request; share.ts reads them.
import type { App } from './app';
import { copy, drop, leaves } from './json';
import { isWage } from './inputs';
import type { Told } from './session';
import { VERSION } from './share';

function withoutWages(told: Told): Told {
  const shared = copy(told);
  for (const pointer of leaves(shared)) if (isWage(pointer)) drop(shared, pointer);
  return shared;
}

function fragment(told: Told): string {
  const bytes = new TextEncoder().encode(JSON.stringify(told));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `#a${VERSION}=${base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`;
}

/** The address that carries the answers: this page's own, without what it carries now. */
export const link = (app: App): string =>
  location.href.replace(/#.*$/, '') +
  fragment(app.sharesWages ? app.session.accepted : withoutWages(app.session.accepted));
