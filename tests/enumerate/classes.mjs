/**
 * The answers to every input, reduced to classes that the law can tell apart; `undefined` is "not told". Yes-or-no and
 * choices are whole. Dates stand on every day around each limit of a benefit, and at the ends of the calendar; money at
 * its least and greatest, and where rounding shows.
 */
import { ASSUMPTIONS } from '../oracle/assumptions.mjs';
import { FIRST_DATE, LAST_DATE, addMonths, civil, formatDate, isLeapYear, parseDate } from '../oracle/dates.mjs';
import { answersTo } from '../oracle/inputs.mjs';

/**
 * @typedef {import('../oracle/dates.mjs').Day} Day
 * @typedef {import('../oracle/table.mjs').Row} Row
 * @typedef {{months?: number[], days?: string[]}} Turns where the benefit changes though no right begins or ends:
 *   `months` after a birth, and `days` after which another rule holds
 */

/**
 * How far an enumeration goes. `short` has one day of answer and every assumption at its default, the other options
 * standing in the alternatives; `device`, what a telephone checks while its reader waits, is the same without the
 * alternatives; `whole` has all classes of days and every combination of assumptions; `dense` further days and amounts.
 * @typedef {'device' | 'short' | 'whole' | 'dense'} Reach
 */

/** @param {Reach} reach */
const isShort = (reach) => reach === 'device' || reach === 'short';

/** A day on which nothing in particular begins or ends. */
export const ORDINARY = '2024-06-15';

/** Leap day, ends of months and years, and the days beside which the calendar ends or leaves out a leap year. */
const FURTHER_DAYS = ['2024-02-29', '2025-01-01', '2026-08-31', '2028-12-31', '2031-05-31', '2100-02-28', '2100-03-01', '2199-12-31'];

/** @param {string} date @returns {Day} */
const day = (date) => /** @type {Day} */ (parseDate(date));

/** Days from the eve of a leap day to two days after it, in a year without one in which those born on it reach an age. @param {number} age */
function aroundLeapBirthday(age) {
  let { year } = civil(day(ORDINARY));
  while (isLeapYear(year) || !isLeapYear(year - age)) year += 1;
  return ['02-27', '02-28', '03-01', '03-02'].map((date) => `${year}-${date}`);
}

/** Whether somebody born on a leap day can reach an age in a year without one (not before 2100: 60 years). @param {number} age */
const hasLeapBirthdays = (age) => age % 4 !== 0;

/** @param {Row} row @param {Turns} turns @param {Reach} reach */
function daysOfAnswer({ limits = {} }, { days = [] }, reach) {
  if (isShort(reach)) return [ORDINARY];
  const leap = (limits.years ?? []).filter(hasLeapBirthdays).flatMap(aroundLeapBirthday);
  const turns = days.flatMap((last) => [last, formatDate(day(last) + 1)]);
  return [...new Set([ORDINARY, ...leap, ...turns, ...(reach === 'dense' ? FURTHER_DAYS : [])])];
}

/**
 * @param {Row} row @param {Turns} turns @param {string} asOf @param {boolean} mayLieAhead
 * @returns {string[]}
 */
function datesAround({ limits = {} }, { months = [] }, asOf, mayLieAhead) {
  const today = day(asOf);
  const dates = [today, today - 1, FIRST_DATE, ...(mayLieAhead ? [today + 1, today + 200, LAST_DATE] : [])];
  for (const count of limits.days ?? []) dates.push(today - count + 1, today - count, today - count - 1);
  // Two days either side: 29 February and the options of the age assumptions move a birthday by one day each.
  for (const count of limits.years ?? []) {
    for (let shift = -2; shift <= 2; shift += 1) dates.push(addMonths(today, -12 * count) + shift);
  }
  for (const count of months) {
    for (let shift = -1; shift <= 1; shift += 1) dates.push(addMonths(today, -count) + shift);
  }
  const latest = mayLieAhead ? LAST_DATE : today;
  return [...new Set(dates)].filter((date) => date >= FIRST_DATE && date <= latest).map(formatDate);
}

/** One date on each side of every limit, clear of it. @param {Row} row @param {string} asOf @param {boolean} mayLieAhead */
export function clearDates({ limits = {} }, asOf, mayLieAhead) {
  const today = day(asOf);
  const ends = [
    ...(limits.days ?? []).map((count) => today - count), ...(limits.years ?? []).map((count) => addMonths(today, -12 * count)),
  ].sort((a, b) => b - a);
  const young = ends.length === 0 ? today - 10 : today - Math.min(10, today - ends[0] - 5);
  const ahead = mayLieAhead && today + 60 <= LAST_DATE ? [today + 60] : [];
  return [...ahead, young, ...ends.map((end) => end - 10)].map(formatDate);
}

const MONEY = [0, 3456.78, 8000.05];
const FURTHER_MONEY = [0.01, 4999.95, 10000000];

/** The least and the greatest price that conform, and one fen more, under each float. @param {number | undefined} guide */
function pricesAround(guide) {
  if (guide === undefined) return [0, 33.35, 10000000];
  const fen = Math.round(guide * 100);
  const ceilings = ASSUMPTIONS['tutoring.float'].map((percent) => Math.floor((fen * (100 + Number(percent))) / 100));
  const prices = [0, ...ceilings.flatMap((ceiling) => [ceiling, ceiling + 1])].map((price) => price / 100);
  return [...new Set([...prices, 10000000])].filter((price) => price <= 10000000);
}

const HOLDERS = /** @type {Record<string, any[]>} */ ({
  '/mother': [{}, null],
  '/father': [{}, null],
  // Of a delivery not told there may turn out to be none, unlike of one of which nothing is told.
  '/delivery': [undefined, {}, null],
  '/children': [undefined, [], [{}], [{}, {}]],
  '/elders': [undefined, [], [{}], [{}, {}]],
  '/institution/kindergarten': [{}, undefined],
  '/institution/childcare': [{}, undefined],
  '/institution/tutoring': [{}, undefined],
});

const NUMBERS = /** @type {Record<string, any[]>} */ ({
  '/delivery/leave_before_birth_days': [undefined, 0, 1, 15],
  '/institution/tutoring/guide_price_yuan': [undefined, 0, 33.35, 40, 10000000],
});

/** @param {string} pointer */
const isHolderOfInputs = (pointer) =>
  ['/institution', '/household', '/assumptions'].includes(pointer) || /^\/children\/[0-9]+\/kindergarten$/.test(pointer);

/**
 * @param {Row} row @param {Turns} turns @param {Reach} reach
 * @param {any} situation read for what an answer is relative to
 * @param {string} pointer
 * @returns {any[] | undefined}
 */
export function classesOf(row, turns, reach, situation, pointer) {
  if (pointer === '/as_of') return daysOfAnswer(row, turns, reach);
  if (isHolderOfInputs(pointer)) return undefined;
  if (pointer in HOLDERS) return HOLDERS[pointer];
  if (pointer in NUMBERS) return NUMBERS[pointer];
  if (pointer.startsWith('/assumptions/')) {
    const options = ASSUMPTIONS[/** @type {keyof typeof ASSUMPTIONS} */ (pointer.slice('/assumptions/'.length))];
    return [undefined, ...(isShort(reach) ? [] : options.slice(1))];
  }
  if (pointer === '/institution/tutoring/price_yuan') {
    return [undefined, ...pricesAround(situation.institution.tutoring.guide_price_yuan)];
  }
  const answers = answersTo(pointer);
  if (answers === 'bool') return [undefined, false, true];
  if (answers === 'money') return [undefined, ...MONEY, ...(reach === 'dense' ? FURTHER_MONEY : [])];
  if (answers === 'date') return [undefined, ...datesAround(row, turns, situation.as_of, pointer === '/delivery/date')];
  return [undefined, ...answers];
}
