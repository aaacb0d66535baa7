/** What a reader of the page may meet in one state, beyond what stands there at first. */
import { drawn, layOutAll } from './visitor.mjs';

/** Shows the page in a state. */
export async function show({ page }, situation, fragment) {
  // The page reads a new fragment without being loaded anew.
  await page.evaluate((hash) => (location.hash = hash), fragment);
  await page.waitForFunction((told) => JSON.stringify(document.querySelector('birth-benefits-app').situation) === told, JSON.stringify(situation));
  await page.evaluate(drawn);
}

export async function unfoldAll(page) {
  await page.evaluate(layOutAll);
  await page.evaluate(async () => {
    // Opening one may bring others.
    for (let closed; (closed = [...document.querySelectorAll('details:not([open]) > summary')]).length > 0; ) {
      for (const summary of closed) summary.parentElement.open = true;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
  });
}
