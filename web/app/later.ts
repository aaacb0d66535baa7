// What follows the first answer, as a chunk of its own.
export { agree } from '../table/agreement';
export { focusQuestion, keepingFocus, keepingPlace } from './focus';
export { announcement } from '../views/announcement';
export { detail } from '../views/benefit';
export { contents } from '../views/contents';
export { done } from '../views/done';
export { institutionPeek, institutions, institutionTable, institutionTiles } from '../views/institutions';
export { notes } from '../views/notes';
export { policyNews } from '../calculator/policy';
export { news } from '../views/news';
export { outcomePieces } from '../views/outcomes';
export { payers } from '../views/payers';
export { sheet } from '../views/sheet';
export { keeping, takeaway } from '../views/takeaway';
export { timeline } from '../views/timeline';
export { typed } from '../views/typed';
