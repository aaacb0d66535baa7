// Serves a folder of static files as a real deployment would (serving.json): content types, Content-Security-Policy,
// precompressed files, long life for names that carry a hash.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import sirv from 'sirv';

const [folder = 'dist', port = '8080'] = process.argv.slice(2);

const { headers, lasting, types } = JSON.parse(
  readFileSync(new URL('serving.json', import.meta.url), 'utf8'),
);
const hashed = new RegExp(lasting);

function setHeaders(response, path) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('Cache-Control', hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** `dev`: what lies in the folder now is sent, also where it has been built anew since the start. */
const files = sirv(folder, { brotli: true, dev: true, etag: true, setHeaders });

function refuse(response, status, more = {}) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...more });
  response.end(`${status}\n`);
}

/** May be replaced while this runs, so it is read anew; no compressed copy lies ready, so it is compressed as it is sent. */
const POLICY = 'policy.json';
function sendPolicy(request, response) {
  let content;
  try {
    content = readFileSync(join(folder, POLICY));
  } catch {
    // Taken away, or one being put in its place.
    return refuse(response, 404);
  }
  const small = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
  setHeaders(response, POLICY);
  response.setHeader('Content-Type', types['.json']);
  response.setHeader('Vary', 'Accept-Encoding');
  if (small) response.setHeader('Content-Encoding', 'br');
  const body = small ? brotliCompressSync(content) : content;
  response.setHeader('Content-Length', body.length);
  response.end(body);
}

/** The path asked for, with no `..` left in it; undefined where it is none. */
function pathOf(target) {
  try {
    const { pathname } = new URL(target, 'http://localhost');
    decodeURIComponent(pathname);
    return pathname;
  } catch {
    return undefined;
  }
}

const server = createServer((request, response) => {
  if (!/^(GET|HEAD)$/.test(request.method)) return refuse(response, 405, { Allow: 'GET, HEAD' });
  const path = pathOf(request.url);
  if (path === undefined) return refuse(response, 400);
  if (path === `/${POLICY}`) return sendPolicy(request, response);
  request.url = path;
  // A server may send all where a part is asked for; sirv throws at a part that ends before it begins.
  delete request.headers.range;
  // A file that is taken away between being found and being opened breaks off this answer alone.
  response.on('pipe', (file) => {
    file.on('error', () => response.destroy());
    response.on('close', () => file.destroy());
  });
  files(request, response, () => refuse(response, 404));
});

server.on('error', (error) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is in use; try ./build.sh serve ${Number(port) + 1}`
      : error.message,
  );
  process.exitCode = 1;
});
server.listen(Number(port), '127.0.0.1', () =>
  console.log(`The calculator: http://127.0.0.1:${port}/  (Ctrl+C ends it)`),
);
