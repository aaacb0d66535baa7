// Answers put into an address, wages left out on request; share.ts reads them.
import type { App } from '../app/app';
import { copy, drop, leaves } from '../session/json';
import { isWage } from '../session/inputs';
import type { Told } from '../session/session';
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

/** The address of our page that carries the answers. */
export const link = (app: App): string =>
  app.place.address(app.say.lang) +
  fragment(app.sharesWages ? app.session.accepted : withoutWages(app.session.accepted));
