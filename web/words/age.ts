// Ages, apart from the other names, as nothing of the first answer says one.
import { dayNumber } from './format';
import type { Say } from './messages';

/** How old somebody born on one day is on another, in full years where it is years, else in months. */
export function age(say: Say, born: string, day: string): string {
  // A month is added to a date as the calendar has it, and is 28 to 31 days: the nearest number of months is meant.
  const months = Math.round((dayNumber(day) - dayNumber(born)) / (365.2425 / 12));
  return months > 0 && months % 12 === 0
    ? say('page.age.years', { years: months / 12 })
    : say('page.age.months', { months });
}
