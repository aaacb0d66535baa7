// Line drawings on a grid of 24, in the colour of the text around them.
import { html, type TemplateResult } from 'lit-html';

const PATHS = {
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  over: 'M12 5v9M12 18v.5',
  later: 'M12 4.5a7.5 7.5 0 1 0 .01 0M12 8v4.5l3 2',
  down: 'M6 9l6 6 6-6',
  entitled: 'M5 12.5l4.5 4.5L19 7',
  information: 'M12 4.5a7.5 7.5 0 1 0 .01 0M12 11v5M12 8v.5',
  unknown: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1-1.5 2.3M12 18v.5',
  not_entitled: 'M7 7l10 10M17 7L7 17',
} as const;

export const icon = (name: keyof typeof PATHS): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]}></path></svg>`;
