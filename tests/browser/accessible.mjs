/** What a reader of the page may meet in one state, beyond what stands there at first. */
import { fragmentOf, states } from './families.mjs';
import { drawn, layOutAll } from './visitor.mjs';

/** Shows a page that has been opened in another state: it reads a new fragment without being loaded anew. */
async function show(visitor, situation) {
  await visitor.evaluate((hash) => (location.hash = hash), fragmentOf(situation));
  await visitor.until((told) => JSON.stringify(document.querySelector('birth-benefits-app').situation) === told, JSON.stringify(situation));
  await visitor.evaluate(drawn);
}

/** Opens a page once and goes through the states, with all of each laid out. @param look what is asked of each */
export async function inEveryState(visitor, url, look) {
  await visitor.open(url);
  await visitor.evaluate(layOutAll);
  for (const [state, situation] of Object.entries(states)) {
    if (situation) await show(visitor, situation);
    await look(state);
  }
}

export async function unfoldAll(page) {
  await page.evaluate(layOutAll);
  await page.evaluate(async () => {
    // Opening one may bring others.
    for (let closed; (closed = [...document.querySelectorAll('details:not([open]) > summary')]).length > 0; ) {
      for (const summary of closed) summary.parentElement.open = true;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    // What they hold may be drawn only then; other pages draw nothing.
    await document.querySelector('birth-benefits-app')?.updateComplete;
  });
}
