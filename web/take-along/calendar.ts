// The dated benefits as an iCalendar file (RFC 5545): whole days. One event for a leave taken as one
// block and for each visit; any other period is marked by its first and its last day.
import { figuresOf, type PolicyFile } from '../words/figures';
import { dayAfter, dayNumber, timestamp } from '../words/format';
import type { Alternative, Benefit, Period, Result } from '../generated/contract';
import { isOther, isWithin, toCome } from '../session/benefits';
import type { Say } from '../words/messages';
import { gist } from '../words/gist';
import { eventTitle, visitTitle } from '../words/events';

const encoder = new TextEncoder();

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Lines of at most 75 octets, broken between characters. */
function folded(line: string): string {
  let octets = 0;
  let out = '';
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += char;
    octets += size;
  }
  return out;
}

/**
 * The id of an event must outlive a corrected birth date and the passing of leave-years, so it holds no date, and
 * periods are counted from the last one, which stays the last.
 */
const uid = (benefit: Benefit, kind: string, fromLast: number): string =>
  `${[benefit.id, benefit.subject, benefit.about ?? '', kind, fromLast].join('.').replace(/[^\w.]+/g, '-')}@birth-benefits.jilin`;

const date = (iso: string): string => iso.replace(/-/g, '');

interface Event {
  id: string;
  from: string;
  to: string;
  title: string;
  text: string;
  /** How many days before, at nine in the morning, its reader is reminded; nobody is where there is nothing to do. */
  remind?: number;
}

const NINE_TO_MIDNIGHT = 'T15H';

const alarm = (days: number, title: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escaped(title)}`,
  `TRIGGER:-P${days - 1}D${NINE_TO_MIDNIGHT}`,
  'END:VALARM',
];

function lines({ id, from, to, title, text, remind }: Event, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${date(from)}`,
    `DTEND;VALUE=DATE:${date(dayAfter(to))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    ...(remind === undefined ? [] : alarm(remind, title)),
    'END:VEVENT',
  ];
}

/** A window in which something has to be arranged; the end of a longer one, such as years of childhood, is no deadline. */
const LONGEST_WINDOW_DAYS = 200;
/** Days before the end: leave that would lapse takes weeks to plan, an errand a free morning. */
const REMIND = { leave: 30, errand: 7 };

/** A leave taken in one piece: the calendar shows every day of it, and of other periods only the ends. */
const isBlock = (benefit: Benefit): boolean => benefit.value?.days !== undefined && !isWithin(benefit);

function reminderOf(benefit: Benefit, { from, to }: Period): number | undefined {
  if (isWithin(benefit)) return REMIND.leave;
  const days = dayNumber(to) - dayNumber(from);
  return days > REMIND.errand && days <= LONGEST_WINDOW_DAYS ? REMIND.errand : undefined;
}

/** A window or a span of years as events on its first and its last day; the days between stay free. */
function ends(
  benefit: Benefit,
  period: Period,
  fromLast: number,
  said: Pick<Event, 'title' | 'text'>,
  say: Say,
): Event[] {
  const remind = reminderOf(benefit, period);
  return (['first', 'last'] as const).map((end) => {
    const day = end === 'first' ? period.from : period.to;
    return {
      ...said,
      id: uid(benefit, end, fromLast),
      from: day,
      to: day,
      title: say(`page.calendar.${end}`, { event: said.title }),
      ...(end === 'last' && remind !== undefined ? { remind } : {}),
    };
  });
}

/**
 * @param visits of which each has a day of its own: the span of years around them would only cover the calendar
 * @param textOf what is said with a visit
 */
function visitEvents(
  benefit: Benefit,
  visits: readonly string[],
  textOf: (visit: string) => string,
  say: Say,
): Event[] {
  return visits.map((visit, index) => ({
    id: uid(benefit, 'visit', visits.length - index),
    from: visit,
    to: visit,
    title: visitTitle(say, benefit, visit),
    text: textOf(visit),
    remind: REMIND.errand,
  }));
}

function eventsOf(
  benefit: Benefit,
  others: readonly Alternative[],
  say: Say,
  policy: PolicyFile,
  day: string,
): Event[] {
  const { value, period, later_periods: later = [] } = benefit;
  const summary = say(`benefit.${benefit.id}.summary`, figuresOf(policy, benefit.id, day));
  // In a calendar nothing stands beside it that would tell of the others.
  const text = (isRead: boolean): string => (isRead ? `${summary} ${say('page.calendar.reading')}` : summary);
  const visits = value?.visits ?? [];
  const isRead = (visit: string): boolean =>
    others.some((other) => other.value?.visits?.includes(visit) === false);
  if (visits.length > 0) return visitEvents(benefit, visits, (visit) => text(isRead(visit)), say);
  const coming = toCome(day, benefit);
  const periods = period ? [period, ...later] : coming ? [coming] : [];
  const title = eventTitle(say, benefit);
  // The title says how many days: a period of a year in which some may be taken is not a year off.
  const said = {
    title: value && isWithin(benefit) ? `${title} ${gist(say, value)}` : title,
    text: text(others.some(isOther)),
  };
  return periods.flatMap((each, index) => {
    const fromLast = periods.length - index;
    return isBlock(benefit) || each.from === each.to
      ? [{ ...said, id: uid(benefit, 'period', fromLast), from: each.from, to: each.to }]
      : ends(benefit, each, fromLast, said, say);
  });
}

/**
 * @param othersOf what other readings of the law make of a benefit: where they give more or less, its dates say so
 * @param basis what all dates rest on, to be said with each of them
 */
export function calendarFile(
  result: Result,
  say: Say,
  policy: PolicyFile,
  othersOf: (benefit: Benefit) => readonly Alternative[],
  basis = '',
): string {
  const stamp = timestamp();
  const events = result.benefits.flatMap((benefit) =>
    eventsOf(benefit, othersOf(benefit), say, policy, result.policy.as_of).flatMap((event) =>
      lines({ ...event, text: `${event.text} ${basis}`.trim() }, stamp),
    ),
  );
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//birth-benefits//jilin-2023-56//${say.lang.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(say('page.title'))}`,
    ...events,
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}
