// How the host wants the calculator to look: a few tokens, a theme, and one colour that stays readable.

type Rgb = readonly [red: number, green: number, blue: number];

/** What a host may set: the end of `--birth-benefits-…`, our own token, and the property that must accept the value. */
const TOKENS = [
  ['text', '--ink', 'color'],
  ['background', '--card', 'color'],
  ['border', '--line', 'color'],
  ['font', '--font', 'font-family'],
  ['scale', '--zoom', 'opacity'],
  ['radius', '--radius', 'border-radius'],
  ['gap', '--gap', 'padding-top'],
] as const;

const ACCENTED = ['--pine', '--pine-soft', '--action'] as const;

/** What stands for a value, or fetches one, instead of being it. */
const REFERS = /\b(?:var|env|attr|url|image|image-set|src)\(/i;

/** WCAG 2.2 for text of any size. */
const READABLE = 4.5;

const luminance = (colour: Rgb): number => {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const mixed = (one: Rgb, other: Rgb, share: number): Rgb =>
  one.map((part, at) => Math.round(part * (1 - share) + (other[at] ?? 0) * share)) as unknown as Rgb;

const css = (colour: Rgb): string => `rgb(${colour.join(', ')})`;

/** The colour as the browser computes it; undefined if the text names no colour, or one that is not opaque. */
function rgb(element: HTMLElement, colour: string): Rgb | undefined {
  if (REFERS.test(colour) || !CSS.supports('color', colour)) return undefined;
  const before = element.style.color;
  element.style.color = colour;
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(getComputedStyle(element).color);
  element.style.color = before;
  return parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3])] : undefined;
}

/** Uses the colour for buttons and links, darkened or lightened only as far as it takes to be readable. */
function accentuate(element: HTMLElement, accent: Rgb): void {
  const card = rgb(element, getComputedStyle(element).getPropertyValue('--card').trim()) ?? [255, 255, 255];
  const away: Rgb = luminance(card) > 0.18 ? [0, 0, 0] : [255, 255, 255];
  const soft = mixed(card, accent, 0.12);
  let action = accent;
  for (let share = 0.05; share < 1 && contrast(action, soft) < READABLE; share += 0.05)
    action = mixed(accent, away, share);
  element.style.setProperty('--pine', css(accent));
  element.style.setProperty('--pine-soft', css(soft));
  element.style.setProperty('--action', css(action));
}

/** Sets the host's tokens on the element that declares our own. Values that their property does not accept are ignored. */
export function dress(element: HTMLElement, given: Readonly<Record<string, unknown>>): void {
  const { style } = element;
  for (const [name, token, property] of TOKENS) {
    const value = given[name];
    if (typeof value === 'string' && !REFERS.test(value) && CSS.supports(property, value))
      style.setProperty(token, value);
    else style.removeProperty(token);
  }
  for (const token of ACCENTED) style.removeProperty(token);
  const accent = typeof given.accent === 'string' ? rgb(element, given.accent) : undefined;
  if (accent) accentuate(element, accent);
}

/** A sheet of another origin, for example one that an extension adds, throws when its rules are read. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

/** All dark colours are in media rules with one condition; a theme rewrites it. */
export class Themes {
  private readonly dark: CSSMediaRule[];

  constructor(sheets: Iterable<CSSStyleSheet>) {
    this.dark = [...sheets]
      .flatMap(rulesOf)
      .filter((rule) => rule instanceof CSSMediaRule)
      .filter(({ media }) => media.mediaText.includes('prefers-color-scheme'));
  }

  /** @param theme light, dark, or as the reader's system has it */
  use(theme: unknown): void {
    for (const { media } of this.dark)
      media.mediaText =
        theme === 'light'
          ? 'not all'
          : theme === 'dark'
            ? 'screen'
            : 'screen and (prefers-color-scheme: dark)';
  }
}
