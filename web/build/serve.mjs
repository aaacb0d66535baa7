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

const files = sirv(folder, { brotli: true, etag: true, setHeaders });

/** May be replaced while this runs, so it is read anew; no compressed copy lies ready, so it is compressed as it is sent. */
const POLICY = 'policy.json';
function sendPolicy(request, response) {
  const content = readFileSync(join(folder, POLICY));
  const small = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
  setHeaders(response, POLICY);
  response.setHeader('Content-Type', types['.json']);
  response.setHeader('Vary', 'Accept-Encoding');
  if (small) response.setHeader('Content-Encoding', 'br');
  response.end(small ? brotliCompressSync(content) : content);
}

const server = createServer((request, response) => {
  if (new URL(request.url, 'http://localhost').pathname === `/${POLICY}`)
    return sendPolicy(request, response);
  files(request, response, () => {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('404\n');
  });
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
