// A worker: holds the calculator that the page uses against the second evaluation of the tests, in every situation that
// a benefit's rule can tell apart.
import { disagreement, parts, questionsAbout, type Disagreement } from 'second-opinion';

export type { Disagreement };

export interface Report {
  /** Cases checked so far. */
  cases: number;
  disagreements: number;
  /** Of the parts to check; 1 when done. */
  share: number;
  /** Disagreements since the last report. */
  found: Disagreement[];
  /** The edition of the policy by which the calculator answers. */
  edition: string;
}

/** Milliseconds between reports. */
const PAUSE = 200;

async function check(): Promise<void> {
  // The published script beside this one: what is checked is what is served.
  const address = new URL('calculator.js', location.href).href;
  const { loadCalculator } = (await import(
    /* @vite-ignore */ address
  )) as typeof import('../calculator/calculator');
  const calculator = await loadCalculator();
  const report: Report = { cases: 0, disagreements: 0, share: 0, found: [], edition: calculator.edition };
  let reported = performance.now();
  const tell = (): void => {
    postMessage(report);
    report.found = [];
    reported = performance.now();
  };
  for (const [index, { benefit, part }] of parts.entries()) {
    for (const { questions } of questionsAbout(benefit, part, 'device'))
      for (const question of questions) {
        const answer = calculator.evaluate(question.situation, { alternatives: false });
        const other = disagreement(question, answer);
        report.cases += 1;
        if (other) {
          report.disagreements += 1;
          report.found.push(other);
        }
        if (performance.now() - reported > PAUSE) tell();
      }
    report.share = (index + 1) / parts.length;
    if (report.share < 1 && performance.now() - reported > PAUSE) tell();
  }
  tell();
}

// An error inside a promise would not reach the page.
check().catch((reason: unknown) =>
  setTimeout(() => {
    throw reason;
  }),
);
