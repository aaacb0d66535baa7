// Serves a folder of static files as a real deployment would: content types, Content-Security-Policy,
// precompressed files, long life for names that carry a hash.
import { createServer } from 'node:http';
import sirv from 'sirv';

const [folder = 'dist', port = '8080'] = process.argv.slice(2);

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const hashed = /-[\w-]{8}\.\w+$/;

const files = sirv(folder, {
  brotli: true,
  etag: true,
  setHeaders(response, path) {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
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
