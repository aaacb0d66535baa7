// Numbers, money and dates in the forms of a language. The only file that may build a Date or read the clock.
import { EDITION } from './generated/edition';

export interface Formats {
  number(value: number): string;
  money(yuan: number): string;
  /** 2024-03-01 -> 2024年3月1日 */
  date(iso: string): string;
  /** 2024-03-01 -> 3月 */
  month(iso: string): string;
}

const MONEY: Record<string, string> = { 'zh-CN': '{}元', en: '{} yuan', ko: '{}위안' };
// British English, for its dates are read the same way everywhere: 1 March 2024.
const LOCALE: Record<string, string> = { en: 'en-GB' };

export function formats(lang: string): Formats {
  const locale = LOCALE[lang] ?? lang;
  const number = new Intl.NumberFormat(locale);
  const fen = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const date = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
  const month = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short' });
  return {
    number: (value) => number.format(value),
    // Whole yuan without decimals, others with both.
    money: (yuan) => (MONEY[lang] ?? '{}').replace('{}', (yuan % 1 === 0 ? number : fen).format(yuan)),
    date: (iso) => date.format(new Date(iso)),
    month: (iso) => month.format(new Date(iso)),
  };
}

/** Whether the text is a day of the calendar: 2024-02-30 is none, and must be shown as it was typed. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const DAY = 86_400_000;

/** Days since 1970-01-01, for places on a drawing. */
export const dayNumber = (iso: string): number => Date.parse(iso) / DAY;

export const dayAt = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

export const dayAfter = (iso: string): string => dayAt(dayNumber(iso) + 1);

/**
 * The civil date where the reader is. A clock that shows a day before this edition of the policy was made is wrong: then
 * the day of the edition.
 */
export function today(): string {
  const now = new Date();
  const day = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
  return day < EDITION ? EDITION : day;
}

/** Now as iCalendar writes it: 20240301T080000Z. */
export const timestamp = (): string => new Date().toISOString().replace(/[-:]|\.\d+/g, '');
