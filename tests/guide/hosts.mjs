/** Pages of other sites, and what a reader sees of the calculator on them. */
import { createServer } from 'node:http';

/**
 * One page of a site whose origin is not the calculator's.
 * @param {string} markup what its webmaster pasted
 * @param {string} [policy] its Content-Security-Policy
 * @param {Record<string, string>} [headers] what else it sends
 */
export async function hostPage(markup, policy, headers = {}) {
  const server = createServer((request, response) => {
    if (new URL(request.url, 'http://localhost').pathname !== '/') return response.writeHead(204).end();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...(policy ? { 'Content-Security-Policy': policy } : {}), ...headers });
    response.end(document(markup));
  });
  return listening(server);
}

/** A server on a port that is free, until it is closed with whatever is still open to it. */
export async function listening(server) {
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

export const document = (markup) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>县人民政府</title><body><p>县人民政府</p>\n${markup}\n</body></html>`;

/** A page within a page on a busy machine. */
export const PATIENCE_MS = 30_000;

/** Where the calculator stands: in the page itself, or in a frame of it. */
const place = (page, way) => (way === 'inline' ? page.locator('birth-benefits') : page.frameLocator('iframe').locator('body'));

/** Answers the question on the table as a reader does, and sees the answer counted in that language. */
export async function answerFirst(page, way, words, count = 1) {
  const calculator = place(page, way);
  await calculator.locator('.ask .chip').first().click({ timeout: PATIENCE_MS });
  await calculator.getByText(words.say('page.questions.told').replace('{count}', String(count))).waitFor({ timeout: PATIENCE_MS });
}
