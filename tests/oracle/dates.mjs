/**
 * Civil dates as day numbers: a date is the count of days since 1970-01-01, an integer. No `Date`, no time zone.
 * @typedef {number} Day
 * @typedef {{year: number, month: number, day: number}} Civil
 * @typedef {{from: Day, to: Day}} Span both ends included
 */

const CUMULATED_DAYS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** @param {number} year */
export const isLeapYear = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** @param {number} year @param {number} month */
const daysInMonth = (year, month) =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Days from 0001-01-01 to 1 January of the year. @param {number} year */
const daysBeforeYear = (year) => {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
};

const UNIX_EPOCH = daysBeforeYear(1970);

/** @param {number} year @param {number} month @param {number} day @returns {Day} */
export const dayNumber = (year, month, day) =>
  daysBeforeYear(year) - UNIX_EPOCH + CUMULATED_DAYS[month - 1] + (month > 2 && isLeapYear(year) ? 1 : 0) + day - 1;

/** @param {Day} number @returns {Civil} */
export function civil(number) {
  let year = 1970 + Math.floor(number / 365.2425);
  while (dayNumber(year, 1, 1) > number) year -= 1;
  while (dayNumber(year + 1, 1, 1) <= number) year += 1;
  let month = 12;
  while (dayNumber(year, month, 1) > number) month -= 1;
  return { year, month, day: number - dayNumber(year, month, 1) + 1 };
}

/** The day number of a well-formed calendar date, otherwise null. @param {string} text @returns {Day | null} */
export function parseDate(text) {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return null;
  const [year, month, day] = text.split('-').map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}

/** @param {Day} number */
export function formatDate(number) {
  const { year, month, day } = civil(number);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** The corresponding day some months later; the month's last day where there is none. @param {Day} start @param {number} months */
export function addMonths(start, months) {
  const { year, month, day } = civil(start);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return dayNumber(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** First and last day of the calendar year that holds a date. @param {Day} number @returns {Span} */
export function calendarYear(number) {
  const { year } = civil(number);
  return { from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31) };
}

export const FIRST_DATE = dayNumber(1900, 1, 1);
export const LAST_DATE = dayNumber(2199, 12, 31);
