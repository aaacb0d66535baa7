// Key and arguments -> sentence. The same grammar as the native command's `explain`:
// {name} is the argument by its type, {name|one|other} chooses a word by number.
import type { Language } from '../addresses';
import { formats, isDay, type Formats } from './format';

export type Words = Readonly<Record<string, string>>;
export type Args = Readonly<Record<string, string | number | boolean>>;

export interface Say extends Formats {
  readonly lang: Language;
  (key: string, args?: Args): string;
  /** Whether it was asked for a word that it has not, and so said a key instead. */
  readonly lacks: boolean;
  has(key: string): boolean;
}

const HOLE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

export function sayer(lang: Language, words: Words): Say {
  const forms = formats(words);
  const argument = (name: string, value: string | number | boolean): string => {
    if (typeof value === 'number') return /yuan$/.test(name) ? forms.money(value) : forms.number(value);
    if (typeof value === 'boolean') return words[value ? 'input.yes' : 'input.no'] ?? String(value);
    // What somebody typed is neither a day nor a key, whatever it looks like.
    if (name === 'got') return value;
    return isDay(value) ? forms.date(value) : (words[value] ?? value);
  };
  const lacking = (key: string): string => {
    complete.lacks = true;
    return key;
  };
  const say = (key: string, args: Args = {}): string =>
    (words[key] ?? lacking(key)).replace(HOLE, (hole, name: string, one?: string, other?: string) => {
      const value = args[name];
      if (value === undefined) return hole;
      return one === undefined ? argument(name, value) : value === 1 ? one : (other ?? '');
    });
  const complete = Object.assign(say, forms, { lang, lacks: false, has: (key: string) => key in words });
  return complete;
}
