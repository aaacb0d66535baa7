// What is being written into a field: whether it may yet become a day, and what the page asks back about a day or an amount
// that counts but is unlikely.
import { inputAt, isWage } from './inputs';
import { at, type Json } from './json';
import type { Session } from './session';
import { dayNumber, isDay } from '../words/format';

type Answers = Pick<Session, 'accepted' | 'result' | 'told'>;

/** As it is typed on any keyboard: full-width digits and signs are those of ASCII. */
export const ascii = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).trim();

/** 二〇二四年十一月三日 in the digits of ASCII: 2024年11月3日. */
export const numerals = (text: string): string =>
  text
    .replace(/[零〇]/g, '0')
    .replace(/两/g, '2')
    .replace(/[一二三四五六七八九]/g, (char) => String(1 + '一二三四五六七八九'.indexOf(char)))
    .replace(/(\d?)十(\d?)/g, (_, tens: string, ones: string) => (tens || '1') + (ones || '0'));

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The month whose name begins like that; 0 where none does. */
export const monthOf = (name: string): number =>
  1 + MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase()));

/** Whether what is written may yet become a day: 2024-0 and 1 Mar may, 2024-13 may not. */
export function isBegun(typed: string): boolean {
  const text = numerals(ascii(typed));
  const [, name] = /^\d{0,2}\s*([a-z]+)\.?[\s\d,]*$/i.exec(text) ?? [];
  if (name) return monthOf(name) > 0;
  const [begun, month = ''] =
    /^\d{0,4}$|^(?:\d{4}|\d\d\s?[年년])\D{0,4}(\d{0,2})\D{0,4}\d?$/.exec(text) ?? [];
  return begun !== undefined && Number(month) <= 12;
}

const YEAR = 365.25;
/** By the start of a pointer, how many days before and after the day of the answer such a day usually is. */
const LIKELY: readonly (readonly [start: string, least: number, most: number])[] = [
  ['/delivery', -20 * YEAR, 300],
  ['/children', -20 * YEAR, 0],
  ['/elders', -120 * YEAR, -40 * YEAR],
];

/** What a wage of a month usually is, in yuan, both included: outside, a unit or a figure is mistyped more often than not. */
const LIKELY_WAGE = { least: 100, most: 100_000 };

/** With a year or a unit mistyped a day is still a day, a wage a wage: it counts, but is asked about. */
export function isDoubtful({ told, result }: Answers, pointer: string): boolean {
  const value = at(told, pointer);
  if (typeof value === 'number')
    return isWage(pointer) && (value < LIKELY_WAGE.least || value > LIKELY_WAGE.most);
  const likely = LIKELY.find(([start]) => pointer.startsWith(start));
  if (!likely || typeof value !== 'string' || !isDay(value)) return false;
  const ahead = dayNumber(value) - dayNumber(result.policy.as_of);
  // A birth may be expected, a miscarriage is past.
  const most =
    pointer === '/delivery/date' && at(told, '/delivery/outcome') === 'miscarriage' ? 0 : likely[2];
  return ahead < likely[1] || ahead > most;
}

/** Later than this after its date a birth has surely happened: whoever is pregnant then is so again. */
const MOST_OVERDUE_DAYS = 42;

/** Whether dates are shown that rest on a birth still expected, or on one that is past while she is told to be pregnant. */
export function expectation({ accepted, result }: Answers): 'due' | 'overdue' | 'again' | undefined {
  const { date, outcome } = (accepted.delivery ?? {}) as { [name: string]: Json | undefined };
  if (outcome !== 'birth' || typeof date !== 'string' || result.timeline.length === 0) return undefined;
  const past = dayNumber(result.policy.as_of) - dayNumber(date);
  if (past < 0) return 'due';
  if (accepted.pregnant !== true) return undefined;
  return past <= MOST_OVERDUE_DAYS ? 'overdue' : 'again';
}

/** From about this age on a child goes to kindergarten; where it does, only the other children are asked about. */
const GROWN = 3 * YEAR;

/** Whether the babies of the delivery can be told of among the other children, and by now should be. */
export function isGrown(answers: Answers, pointer: string): boolean {
  const { accepted, result } = answers;
  const { date, outcome, babies } = (accepted.delivery ?? {}) as { [name: string]: Json | undefined };
  const others = at(accepted, '/children');
  const all = Number(babies ?? 1) + (Array.isArray(others) ? others.length : 0);
  return (
    pointer === '/delivery/date' &&
    all <= (inputAt('/children')?.most ?? 0) &&
    outcome === 'birth' &&
    typeof date === 'string' &&
    (dayNumber(result.policy.as_of) - dayNumber(date) > GROWN || expectation(answers) === 'again')
  );
}
