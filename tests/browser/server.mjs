/** Serves the built page as a strict host does, or as a bad one does, and writes down what it is asked for. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createListener } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { inTree, readJson } from '../schema/documents.mjs';

export const dist = process.env.BIRTH_BENEFITS_DIST ?? inTree('dist');

const { headers: HEADERS, lasting, types: TYPES } = readJson('web/build/serving.json');

const RECORDER = `
  window.recorded = [];
  const note = (kind) => (...words) => window.recorded.push(kind + ': ' + words.map(String).join(' '));
  for (const kind of ['error', 'warn']) console[kind] = note(kind);
  addEventListener('error', ({ message }) => note('uncaught')(message));
  addEventListener('unhandledrejection', ({ reason }) => note('unhandled')(reason));
`;

function policy(wasmAllowed) {
  const own = HEADERS['Content-Security-Policy'];
  return `${wasmAllowed ? own : own.replace(" 'wasm-unsafe-eval'", '')}; report-uri /violations`;
}

/**
 * @param {object} [options]
 * @param {boolean} [options.wasmAllowed] whether the Content-Security-Policy allows to compile WebAssembly
 * @param {string} [options.wasmType] the content type of .wasm files
 * @param {string} [options.at] the folder of the site under which the page lies, e.g. /services/birth/
 * @param {string} [options.root] the folder served
 * @param {() => string | undefined} [options.policy] what policy.json holds in place of the built one, now
 * @param {(path: string) => boolean} [options.missing] files that are not found
 * @param {Record<string, string>} [options.moved] files for which the browser is sent elsewhere, and where
 * @param {boolean} [options.recorded] whether pages that a reader opens carry a script that writes down what their console
 *   says; the service worker gets them as they are, as it refuses what was altered
 * @param {boolean} [options.sandboxed] whether pages may run no script, which is how a browser without JavaScript reads them
 * @param {Record<string, string>} [options.headers] sent with every file, beside the usual ones
 * @param {number} [options.port]
 */
export async function serve({ wasmAllowed = true, wasmType, at = '/', root = dist, policy: policyNow, missing, moved = {}, recorded = false, sandboxed = false, headers = {}, port = 0 } = {}) {
  const requests = [];
  const violations = [];
  const csp = policy(wasmAllowed) + (sandboxed ? '; sandbox allow-same-origin' : '');

  function answer(request, response) {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (path === '/violations') {
      let report = '';
      request.on('data', (chunk) => (report += chunk)).on('end', () => violations.push(report));
      return response.writeHead(204).end();
    }
    if (path === '/recorder.js') return response.writeHead(200, { 'Content-Type': TYPES['.js'] }).end(RECORDER);
    requests.push(path);
    const name = normalize(path.startsWith(at) ? path.slice(at.length) || 'index.html' : '../');
    if (Object.hasOwn(moved, path.slice(at.length))) return response.writeHead(301, { ...HEADERS, Location: at + moved[path.slice(at.length)] }).end();
    const type = TYPES[extname(name)];
    if (name.startsWith('..') || !type || missing?.(name)) return response.writeHead(404).end();
    const replaced = name === 'policy.json' ? policyNow?.() : undefined;
    const altered = recorded && extname(name) === '.html' && /text\/html/.test(request.headers.accept ?? '');
    const compressed = replaced === undefined && !altered && /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    for (const suffix of compressed ? ['.br', ''] : ['']) {
      try {
        const body = replaced ?? readFileSync(join(root, name + suffix));
        response.writeHead(200, {
          ...HEADERS,
          ...headers,
          'Content-Security-Policy': csp,
          'Content-Type': (extname(name) === '.wasm' && wasmType) || type,
          'Cache-Control': new RegExp(lasting).test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
          Vary: 'Accept-Encoding',
          ...(suffix ? { 'Content-Encoding': 'br' } : {}),
        });
        return response.end(altered ? String(body).replace('<head>', '<head><script src="/recorder.js"></script>') : body);
      } catch (error) {
        if (error.code !== 'ENOENT') throw error;
      }
    }
    return response.writeHead(404).end();
  }

  const server = createServer(answer);
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  // `localhost` is a secure context for service worker and clipboard; WebKit asks for the name.
  const origin = `http://localhost:${server.address().port}`;
  return {
    url: origin + at,
    port: server.address().port,
    requests,
    violations,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** A port for a program that opens it itself. */
export async function freePort() {
  const server = createListener().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
