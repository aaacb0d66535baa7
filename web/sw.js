// The service worker: one version of the page, complete, from the cache alone. The build fills in VERSION and FILES.
// The policy file may be replaced by itself: the page asks past the cache, judges what it gets, and hands it over here.
/* global self, btoa, caches, crypto, fetch, Request, Response, URL, WebAssembly, __FILES__ */
const VERSION = '__VERSION__';
const FILES = __FILES__;
const front = new URL('./', self.registration.scope).href;
/** A site may hold the calculator in several folders. */
const OURS = `birth-benefits ${front} `;
const CACHE = OURS + VERSION;

/** Address -> what its content must hash to: what is installed, and what is kept once its reader has opened it. */
const own = new Map(
  Object.entries({ ...FILES.all, ...FILES.visited }).map(([file, hash]) => [new URL(file, front).href, hash]),
);
const policy = new URL('policy.json', front).href;
/** The policy of the version before, for when this version came with one that is not sound. */
const formerPolicy = `${policy}?former`;

const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

/**
 * `reload` goes past the browser's own cache: an old page under the same name must not enter the new version. Nor may a
 * file cut short or altered on its way: then nothing is installed, and the next visit tries again. The policy alone may
 * be another than the build's; the page judges it.
 */
function fresh(file) {
  const integrity = new URL(file, front).href === policy ? '' : FILES.all[file];
  return new Request(file, { cache: 'reload', integrity });
}

/** Throws where the core does not run: no WebAssembly, a part of it missing, or forbidden by a policy. */
async function tryCore(cache) {
  const core = await cache.match(FILES.core);
  await WebAssembly.compile(await core.arrayBuffer());
}

async function install() {
  const former = await caches.match(policy);
  const cache = await caches.open(CACHE);
  await cache.addAll(
    Object.keys(FILES.all)
      .filter((file) => file !== FILES.twin)
      .map(fresh),
  );
  // The twin is as large as all the rest, so only a browser that needs it keeps it for offline.
  await tryCore(cache).catch(() => cache.add(fresh(FILES.twin)));
  if (former) await cache.put(formerPolicy, former);
}

/** A policy the page found sound, in every version there is: a waiting one must not bring back an older policy. */
async function keepPolicy(bytes, done) {
  try {
    for (const name of await ownCaches()) {
      const response = new Response(bytes, { headers: { 'Content-Type': 'application/json' } });
      await (await caches.open(name)).put(policy, response);
    }
  } finally {
    // Where storage is full the page goes on with it all the same, and asks again at the next visit.
    done.postMessage('done');
  }
}

self.addEventListener('install', (event) => event.waitUntil(install()));

self.addEventListener('activate', (event) => {
  event.waitUntil(
    ownCaches()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
  if (event.data?.policy) event.waitUntil(keepPolicy(event.data.policy, event.ports[0]));
});

/** Whether these are the bytes of this version. */
async function isOwn(response, address) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
  return own.get(address) === `sha256-${btoa(String.fromCharCode(...hash))}`;
}

async function answer(request, address) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(address === front ? new URL('index.html', front).href : address, {
    ignoreVary: true,
  });
  // A browser opens no page by a redirected answer, which is what a host gives that leads from index.html to its folder.
  if (kept) return kept.redirected ? new Response(kept.body, kept) : kept;
  const response = await fetch(request);
  if (response.ok && (await isOwn(response.clone(), address))) await cache.put(address, response.clone());
  return response;
}

/** Without a network it answers with nothing, so that the console reports no error. */
const served = (request) => fetch(request).catch(() => new Response(null, { status: 204 }));

self.addEventListener('fetch', (event) => {
  const address = event.request.url.replace(/[?#].*$/, '');
  // A webmaster who opens policy.json, and the page that looks for a newer one, get the server's, not a kept one.
  if (address === policy && event.request.mode === 'navigate') return;
  if (address === policy && event.request.cache === 'reload') return event.respondWith(served(event.request));
  if (event.request.method === 'GET' && (own.has(address) || address === front))
    event.respondWith(answer(event.request, address));
});
