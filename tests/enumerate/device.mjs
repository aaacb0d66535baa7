/** What the about page's worker takes of the enumeration. */
import { BENEFITS, partsOf } from './situations.mjs';

export { disagreement, questionsAbout } from './check.mjs';

/** Every part of every benefit's space. */
export const parts = BENEFITS.flatMap((benefit) => partsOf(benefit).map((part) => ({ benefit, part })));
