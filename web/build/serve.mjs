// Serves a folder of static files as a real deployment would (serving.json): content types, Content-Security-Policy,
// precompressed files, long life for names that carry a hash.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import sirv from 'sirv';

const [folder = 'dist', port = '8080'] = process.argv.slice(2);

const { headers, lasting } = JSON.parse(readFileSync(new URL('serving.json', import.meta.url), 'utf8'));
const hashed = new RegExp(lasting);

const files = sirv(folder, {
  brotli: true,
  etag: true,
  setHeaders(response, path) {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader(
      'Cache-Control',
      hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
  },
});

const server = createServer((request, response) =>
  files(request, response, () => {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('404\n');
  }),
);

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
