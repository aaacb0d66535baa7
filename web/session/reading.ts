// How people write dates and amounts into a field.
import { ascii, monthOf, numerals } from './writing';

/** 15 January 2027 and Jan 15, 2027 are 2027 1 15. */
const named = (text: string): string =>
  text.replace(
    /^(?:(\d{1,2})\s*)?([a-z]{3,})\.?\s*(\d{1,2})?,?\s+(\d{4})$/i,
    (all, before, name, after, year) => {
      const month = monthOf(String(name));
      return month > 0 ? `${year} ${month} ${before ?? after}` : all;
    },
  );

/** Years of two digits before this one are of this century: children are born in them, and elders in the others. */
const FIRST_OF_LAST_CENTURY = 40;

const wholeYear = (year: string): string =>
  year.length > 2 ? year : `${Number(year) < FIRST_OF_LAST_CENTURY ? 20 : 19}${year}`;

/** Nothing else stands between year, month and day: with 闰 or 初 it would be a day of the lunar calendar, and another one. */
const BLANK = '[\\s.,/_\u00b7\u3001\u3002\u2010-\u2015-]';
const after = (unit: string): string => `(?:\\s?[${unit}]${BLANK}{0,2}|${BLANK}{1,3})`;
const WRITTEN = new RegExp(
  `^(\\d{4}|\\d\\d(?=\\s?[年년]))${after('年년')}(\\d{1,2})${after('月월')}(\\d{1,2})\\s?[日号號일.。]?$`,
);

/**
 * 20240301, 2024.3.1, 2024 年 3 月 1 日, 24年3月1日, 二〇二四年三月一日 and 1 March 2024 are 2024-03-01; anything else goes to the
 * core as it is, for it to judge.
 */
export function readDate(typed: string): string {
  const text = ascii(typed);
  const [, year, month = '', day = ''] =
    /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? WRITTEN.exec(named(numerals(text))) ?? [];
  return year === undefined ? text : `${wholeYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
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
 * As it is said: 1万2千, and 1万2 for the same: in Chinese, a digit that ends it counts tenths of the unit before it. In
 * Korean, 1만2 would be 10002, which nobody earns: it is not taken.
 */
function spoken(text: string): number | undefined {
  const all = /^(?:(\d{1,3})[万萬만])?(?:0?(\d)[千천])?(?:0?(\d)[百백])?(0?\d?\d?)$/.exec(numerals(text));
  if (!all || /[만천백][1-9]$/.test(text)) return undefined;
  const [, myriads = 0, thousands = 0, hundreds = 0, ones = ''] = all;
  const unit = hundreds ? 10 : thousands ? 100 : myriads ? 1000 : 1;
  const last = Number(ones) * (/^[1-9]$/.test(ones) ? unit : 1);
  return Number(myriads) * 10_000 + Number(thousands) * 1000 + Number(hundreds) * 100 + last;
}

/** Days as they are said: 10天 and 两天 are 10 and 2. */
export const readCount = (typed: string): number | string =>
  readNumber(ascii(typed).replace(/\s?(?:[天日일]|days?)$/i, ''));

/** Whether what was typed says by itself what it was read as. */
export const isPlain = (typed: string): boolean =>
  /^\d{8}$|^\d{4}\D+\d+\D+\d+\D?$|^[\d.,\s]+元?$/.test(ascii(typed));

/**
 * 6,000, ¥6000, 6000元, 6千, 六千 and 6k are 6000. A comma or a blank that does not part thousands may stand for a decimal
 * point: that, and whatever else is no number, goes to the core as text, for it to judge.
 */
export function readNumber(typed: string): number | string {
  const text = ascii(typed).replace(UNITS, '').trim();
  const [, figures = text, places = ''] = /^(.*\S)\s*([\u5343\ucc9ck\u4e07\u842c\ub9ccw])$/i.exec(text) ?? [];
  const plain = /^\d{1,3}([,\s]\d{3})+(\.\d*)?$/.test(figures) ? figures.replace(/[,\s]/g, '') : figures;
  if (/^-?\d+(\.\d*)?$/.test(plain)) return Number(moved(plain, PLACES[places.toLowerCase()] ?? 0));
  return text === '' ? text : (spoken(text) ?? text);
}
