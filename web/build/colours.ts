// The colours that a browser is told of outside any style sheet; they are those of styles/tokens.css.
import { readFileSync } from 'node:fs';

const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');

function token(name: string): string {
  const colour = new RegExp(`${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1];
  if (colour === undefined) throw new Error(`tokens.css has no colour ${name}`);
  return colour;
}

export const THEME = token('--pine');
export const BACKGROUND = token('--paper');
