// How people write dates and amounts into a field, and what the page asks back about a day or an amount that counts but is
// unlikely.
import { inputAt, isWage } from './inputs';
import { at, type Json } from './json';
import type { Session } from './session';
import { dayNumber, isDay } from '../words/format';

type Answers = Pick<Session, 'accepted' | 'result' | 'told'>;

/** As it is typed on any keyboard: full-width digits and signs are those of ASCII. */
export const ascii = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).trim();

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The month whose name begins like that; 0 where none does. */
const monthOf = (name: string): number =>
  1 + MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase()));

/** 15 January 2027 and Jan 15, 2027 are 2027 1 15. */
const named = (text: string): string =>
  text.replace(
    /^(?:(\d{1,2})\s*)?([a-z]{3,})\.?\s*(\d{1,2})?,?\s+(\d{4})$/i,
    (all, before, name, after, year) => {
      const month = monthOf(String(name));
      return month > 0 ? `${year} ${month} ${before ?? after}` : all;
    },
  );

/**
 * 20240301, 2024.3.1, 2024 年 3 月 1 日 and 1 March 2024 are 2024-03-01; anything else goes to the core as it is, for it to
 * judge.
 */
export function readDate(typed: string): string {
  const text = ascii(typed);
  const [, year, month = '', day = ''] =
    /^(\d{4})(\d\d)(\d\d)$/.exec(text) ??
    /^(\d{4})\D{1,4}(\d{1,2})\D{1,4}(\d{1,2})\s?\D?$/.exec(named(text)) ??
    [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Whether what is written may yet become a day: 2024-0 and 1 Mar may, 2024-13 may not. */
export function isBegun(typed: string): boolean {
  const text = ascii(typed);
  const [, name] = /^\d{0,2}\s*([a-z]+)\.?[\s\d,]*$/i.exec(text) ?? [];
  if (name) return monthOf(name) > 0;
  const [begun, month = ''] = /^\d{0,4}$|^\d{4}\D{0,4}(\d{0,2})\D{0,4}\d?$/.exec(text) ?? [];
  return begun !== undefined && Number(month) <= 12;
}

/** The yuan of three languages, before the digits and after them, also by the month. */
const UNITS =
  /^([\u00a5\uffe5]|rmb|cny)|(\u5143|\u5757\u94b1?|\u5706|\uc704\uc548|\uc6d0|yuan|rmb|cny)?(\/\u6708|\/\uc6d4|\/month)?$/gi;

/** 千, 천 and k, 万, 만 and w, as wages are written in a hurry: by how many places they move the decimal point. */
const PLACES: Readonly<Record<string, number>> = { 千: 3, 천: 3, k: 3, 万: 4, 萬: 4, 만: 4, w: 4 };

/** As a text, so that 1.2万 is exactly 12000, which floating point does not promise. */
function moved(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const padded = fraction.padEnd(places, '0');
  return `${whole}${padded.slice(0, places)}.${padded.slice(places)}`;
}

/**
 * 6,000, ¥6000, 6000元 and 6千 and 6k are 6000. A comma or a blank that does not part thousands may stand for a decimal point: that,
 * and whatever else is no number, goes to the core as text, for it to judge.
 */
export function readNumber(typed: string): number | string {
  const text = ascii(typed).replace(UNITS, '').trim();
  const [, figures = text, places = ''] = /^(.*\S)\s*([\u5343\ucc9ck\u4e07\u842c\ub9ccw])$/i.exec(text) ?? [];
  const plain = /^\d{1,3}([,\s]\d{3})+(\.\d*)?$/.test(figures) ? figures.replace(/[,\s]/g, '') : figures;
  return /^-?\d+(\.\d*)?$/.test(plain) ? Number(moved(plain, PLACES[places.toLowerCase()] ?? 0)) : text;
}

const YEAR = 365.25;
/** By the start of a pointer, how many days before and after the day of the answer such a day usually is. */
const LIKELY: readonly (readonly [start: string, least: number, most: number])[] = [
  ['/delivery', -20 * YEAR, 300],
  ['/children', -20 * YEAR, 0],
  ['/elders', -120 * YEAR, -40 * YEAR],
];

/** What a wage of a month usually is, in yuan, both included: outside, a unit or a figure is mistyped more often than not. */
const LIKELY_WAGE = { least: 100, most: 1_000_000 };

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
export function expectation({ accepted, result }: Answers): 'due' | 'overdue' | undefined {
  const { date, outcome } = (accepted.delivery ?? {}) as { [name: string]: Json | undefined };
  if (outcome !== 'birth' || typeof date !== 'string' || result.timeline.length === 0) return undefined;
  const past = dayNumber(result.policy.as_of) - dayNumber(date);
  if (past < 0) return 'due';
  return accepted.pregnant === true && past <= MOST_OVERDUE_DAYS ? 'overdue' : undefined;
}

/** From about this age on a child goes to kindergarten; where it does, only the other children are asked about. */
const GROWN = 3 * YEAR;

/** Whether the babies of the delivery can be told of among the other children, and by now should be. */
export function isGrown({ accepted, result }: Answers, pointer: string): boolean {
  const { date, outcome, babies } = (accepted.delivery ?? {}) as { [name: string]: Json | undefined };
  const others = at(accepted, '/children');
  const all = Number(babies ?? 1) + (Array.isArray(others) ? others.length : 0);
  return (
    pointer === '/delivery/date' &&
    all <= (inputAt('/children')?.most ?? 0) &&
    outcome === 'birth' &&
    typeof date === 'string' &&
    dayNumber(result.policy.as_of) - dayNumber(date) > GROWN
  );
}
