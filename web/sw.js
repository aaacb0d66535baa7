// The service worker: one version of the page, complete, from the cache alone. The build fills in VERSION and FILES.
/* global self, btoa, caches, crypto, fetch, Request, URL, __FILES__ */
const VERSION = '__VERSION__';
const FILES = __FILES__;
const CACHE = `birth-benefits-${VERSION}`;

/** Address -> what its content must hash to. */
const own = new Map(
  Object.entries(FILES.all).map(([file, hash]) => [new URL(file, self.registration.scope).href, hash]),
);
const front = new URL('./', self.registration.scope).href;

self.addEventListener('install', (event) => {
  // `reload` goes past the browser's own cache: an old page under the same name must not enter the new version. Nor may
  // a file cut short or altered on its way: then nothing is installed, and the next visit tries again.
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) =>
        cache.addAll(
          FILES.needed.map((file) => new Request(file, { cache: 'reload', integrity: FILES.all[file] })),
        ),
      ),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('birth-benefits-') && name !== CACHE)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
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
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && (await isOwn(response.clone(), address))) await cache.put(address, response.clone());
  return response;
}

self.addEventListener('fetch', (event) => {
  const address = event.request.url.replace(/[?#].*$/, '');
  if (event.request.method === 'GET' && (own.has(address) || address === front))
    event.respondWith(answer(event.request, address));
});
