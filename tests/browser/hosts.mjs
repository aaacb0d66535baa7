/** Other people's pages, on an origin of their own, that show the calculator. */
import { createServer } from 'node:http';

/** What a host's page notes of its embeds, before any of them is there. Served as a file: strict hosts allow no inline script. */
const NOTES = `
  window.noted = [];
  for (const name of ['ready', 'height', 'result', 'unavailable'])
    addEventListener(name, ({ target, detail }) => noted.push({ from: target.id, name, detail }), true);
  window.shift = 0;
  try {
    new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; }).observe({ type: 'layout-shift', buffered: true });
  } catch {}
  window.focused = [];
  for (const name of ['focusin', 'blur']) addEventListener(name, () => focused.push(document.activeElement.localName), true);
`;

/** The strictest policy that the frame of a deployment can do with. */
export const strict = (deployment) => `default-src 'none'; script-src 'self' ${deployment}; frame-src ${deployment}; report-uri /violations`;

/** The strictest for mode="inline". */
export const strictInline = (deployment) =>
  `default-src 'none'; script-src 'self' ${deployment} 'wasm-unsafe-eval'; connect-src ${deployment}; report-uri /violations`;

/**
 * @param {{ policy?: string, head?: string, name?: string }} [options] what the host sends, what its pages have in their heads
 *   besides embed.js, and its name: 127.0.0.1 is another site than the deployment, localhost another origin of the same
 */
export async function hostOf(deployment, { policy, head = '', name: site = '127.0.0.1' } = {}) {
  const violations = [];
  const pages = new Map([['/notes.js', NOTES]]);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://host');
    if (pathname === '/violations') {
      let report = '';
      request.on('data', (chunk) => (report += chunk)).on('end', () => violations.push(report));
      return response.writeHead(204).end();
    }
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    const page = pages.get(pathname);
    if (page === undefined) return response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': `text/${pathname.endsWith('.js') ? 'javascript' : pathname.endsWith('.css') ? 'css' : 'html'}; charset=utf-8`,
      ...(policy ? { 'Content-Security-Policy': policy } : {}),
    });
    response.end(page);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://${site}:${server.address().port}`;
  return {
    origin,
    violations,
    /** Puts a page there. @returns its address */
    page(name, body, { html = 'lang="en"', more = head } = {}) {
      pages.set(
        `/${name}`,
        `<!doctype html><html ${html}><head><meta charset="utf-8"><title>Host</title>` +
          `<meta name="viewport" content="width=device-width"><script src="/notes.js"></script>${more}` +
          `<script type="module" src="${deployment}/embed.js"></script></head><body>${body}</body></html>`,
      );
      return `${origin}/${name}`;
    },
    file: (name, text) => pages.set(`/${name}`, text),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
