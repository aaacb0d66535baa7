// What follows the first answer, as a chunk of its own: details, calendar, payers, and what to take along.
export { agree } from './agreement';
export { detail } from './benefit';
export { notes } from './notes';
export { policyNews } from './policy';
export { news } from './refusal';
export { payers } from './payers';
export { sheet } from './sheet';
export { takeaway } from './takeaway';
export { timeline } from './timeline';
