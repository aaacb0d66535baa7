// Numbers, money and dates in the forms of a language. The only file that may build a Date or read the clock.
import { EDITION } from '../generated/edition';

export interface Formats {
  number(value: number): string;
  money(yuan: number): string;
  /** 2024-03-01 -> 2024年3月1日 */
  date(iso: string): string;
  /** 2024-03-01 -> 3月, where there is little room. */
  month(iso: string): string;
}

/** 12345.5 -> 12,345.5 */
function grouped(digits: string): string {
  const [whole = '', ...fraction] = digits.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}

/**
 * The forms of a catalogue, `form.…`, as the native command's `explain` has them too. Intl knows them, but takes a slow
 * phone 0.4 s to set up, for which every first answer would have to wait.
 */
export function formats(words: Readonly<Record<string, string>>): Formats {
  const form = (key: string, parts: Readonly<Record<string, string | number>>): string =>
    (words[key] ?? '').replace(/\{(\w+)\}/g, (hole, part: string) => String(parts[part] ?? hole));
  const months = (key: string): string[] => (words[key] ?? '').split(' ');
  const monthOf = (iso: string): number => Number(iso.slice(5, 7)) - 1;
  return {
    number: (value) => grouped(String(value)),
    // Whole yuan without decimals, others with both.
    money: (yuan) => form('form.money', { amount: grouped(yuan % 1 === 0 ? String(yuan) : yuan.toFixed(2)) }),
    date: (iso) =>
      form('form.date', {
        year: iso.slice(0, 4),
        month: months('form.months')[monthOf(iso)] ?? '',
        day: Number(iso.slice(8)),
      }),
    month: (iso) => months('form.months.short')[monthOf(iso)] ?? '',
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
