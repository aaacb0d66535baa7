// The policy file of this deployment may be replaced by itself. With the service worker between, the replacement is
// noticed here, judged by the core, and used once the reader agrees; an unsound one never takes a sound one's place.
import { policyUrl } from './beside';
import type { Calculator, PolicyError } from './calculator';

/** What the server holds in place of the policy in use. */
export type PolicyNews =
  | { kind: 'newer'; edition: string; calculator: Calculator; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'refused'; errors: readonly PolicyError[] };

/**
 * Our service worker, where it stands between the page and the server: a host's page may have one of its own, and a
 * sandbox may not even ask.
 */
function keeper(): ServiceWorker | undefined {
  if (SINGLE_FILE || !('serviceWorker' in navigator)) return undefined;
  try {
    const worker = navigator.serviceWorker.controller;
    return worker?.scriptURL === new URL('sw.js', policyUrl).href ? worker : undefined;
  } catch {
    return undefined;
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

async function bytesOf(response: Response | undefined): Promise<Bytes | undefined> {
  return response?.status === 200 ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

const nothing = (): undefined => undefined;
const kept = (): Promise<Bytes | undefined> => fetch(policyUrl).then(bytesOf).catch(nothing);
/** `reload` goes past every cache, ours too; the service worker answers 204 where there is no network. */
const served = (): Promise<Bytes | undefined> =>
  fetch(policyUrl, { cache: 'reload' }).then(bytesOf).catch(nothing);
const former = (): Promise<Bytes | undefined> =>
  caches.match(`${policyUrl}?former`).then(bytesOf).catch(nothing);

/** How long to wait for a service worker, which the browser may end at any time. */
const PATIENCE_MS = 2000;

/** From now on this is what the service worker answers; where it does not say so, the page goes on all the same. */
export async function keepPolicy(bytes: Uint8Array): Promise<void> {
  const worker = keeper();
  if (!worker) return;
  const { port1, port2 } = new MessageChannel();
  await new Promise((done) => {
    port1.onmessage = done;
    setTimeout(done, PATIENCE_MS);
    worker.postMessage({ policy: bytes }, [port2]);
  });
}

/** No policy can be computed with. */
export class PolicyUnsound extends Error {
  constructor(readonly errors: readonly PolicyError[]) {
    super('policy.json');
  }
}

/**
 * In place of an unsound policy: the server's, which may have been mended since, or that of the version before.
 * @throws PolicyUnsound where neither will do
 */
export async function soundOne(unsound: Calculator): Promise<Calculator> {
  for (const find of keeper() ? [served, former] : []) {
    const bytes = await find();
    const other = bytes && unsound.under(bytes);
    if (other?.policyErrors.length !== 0) continue;
    await keepPolicy(bytes as Bytes);
    return other;
  }
  throw new PolicyUnsound(unsound.policyErrors);
}

/** Without our service worker every visit asks the server itself, and there is nothing to notice. */
export async function policyNews(calculator: Calculator): Promise<PolicyNews | undefined> {
  if (!keeper()) return undefined;
  const [old, bytes] = await Promise.all([kept(), served()]);
  if (!old || !bytes || (old.length === bytes.length && old.every((byte, i) => byte === bytes[i])))
    return undefined;
  const other = calculator.under(bytes);
  if (other.policyErrors.length > 0) return { kind: 'refused', errors: other.policyErrors };
  return { kind: 'newer', edition: other.edition, calculator: other, bytes };
}
