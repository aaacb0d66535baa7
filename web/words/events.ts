// What a dated benefit is called in a calendar; apart from the other names, as nothing of the first answer says it.
import type { Benefit } from '../generated/contract';
import { dayNumber } from './format';
import type { Say } from './messages';
import { datedName, who } from './naming';

/** How old somebody born on one day is on another, in full years where it is years, else in months. */
function age(say: Say, born: string, day: string): string {
  // A month is added to a date as the calendar has it, and is 28 to 31 days: the nearest number of months is meant.
  const months = Math.round((dayNumber(day) - dayNumber(born)) / (365.2425 / 12));
  return months > 0 && months % 12 === 0
    ? say('page.age.years', { years: months / 12 })
    : say('page.age.months', { months });
}

export const eventTitle = (say: Say, benefit: Benefit): string =>
  say('page.calendar.event', { title: datedName(say, benefit), who: who(say, benefit.subject) });

/** With the age of the child, whose birth its period begins with. */
export function visitTitle(
  say: Say,
  benefit: Benefit,
  visit: string,
  event = eventTitle(say, benefit),
): string {
  return benefit.period
    ? say('page.calendar.visit', { event, age: age(say, benefit.period.from, visit) })
    : event;
}
