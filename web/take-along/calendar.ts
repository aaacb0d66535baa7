// The dated benefits as an iCalendar file (RFC 5545): whole days, one event per period and per visit.
import { figuresOf, type PolicyFile } from '../words/figures';
import { dayAfter, timestamp } from '../words/format';
import type { Benefit, Result } from '../generated/contract';
import type { Say } from '../words/messages';
import { gist } from '../words/gist';
import { who } from '../words/naming';
import { isWithin } from '../views/timeline';

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
}

function lines({ id, from, to, title, text }: Event, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${date(from)}`,
    `DTEND;VALUE=DATE:${date(dayAfter(to))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function eventsOf(benefit: Benefit, say: Say, policy: PolicyFile, day: string): Event[] {
  const { value, period, later_periods: later = [] } = benefit;
  const title = say('page.calendar.event', {
    title: `benefit.${benefit.id}.title`,
    who: who(say, benefit.subject),
  });
  const text = say(`benefit.${benefit.id}.summary`, figuresOf(policy, benefit.id, day));
  const visits = value?.visits ?? [];
  // Where every visit has a day of its own, the span of years around them would only cover the calendar.
  if (visits.length > 0)
    return visits.map((visit, index) => ({
      id: uid(benefit, 'visit', visits.length - index),
      from: visit,
      to: visit,
      title,
      text,
    }));
  const periods = period ? [period, ...later] : [];
  // Days that may be taken at any time of a year are no year off.
  const ofPeriod = value && isWithin(benefit) ? `${title} ${gist(say, value)}` : title;
  return periods.map(({ from, to }, index) => ({
    id: uid(benefit, 'period', periods.length - index),
    from,
    to,
    title: ofPeriod,
    text,
  }));
}

export function calendarFile(result: Result, say: Say, policy: PolicyFile): string {
  const stamp = timestamp();
  const events = result.benefits.flatMap((benefit) =>
    eventsOf(benefit, say, policy, result.policy.as_of).flatMap((event) => lines(event, stamp)),
  );
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//birth-benefits//jilin-2023-56//ZH',
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
