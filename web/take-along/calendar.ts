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

export function calendarFile(result: Result, say: Say, policy: PolicyFile): string {
  const stamp = timestamp();
  const event = (id: string, from: string, to: string, title: string, text: string): string[] => [
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
  const events = result.benefits.flatMap((benefit) => {
    const title = say('page.calendar.event', {
      title: `benefit.${benefit.id}.title`,
      who: who(say, benefit.subject),
    });
    // Days that may be taken at any time of a year are no year off.
    const { value } = benefit;
    const ofPeriod = value && isWithin(benefit) ? `${title} ${gist(say, value)}` : title;
    const text = say(`benefit.${benefit.id}.summary`, figuresOf(policy, benefit.id, result.policy.as_of));
    const periods = benefit.period ? [benefit.period, ...(benefit.later_periods ?? [])] : [];
    const visits = benefit.value?.visits ?? [];
    return [
      // Where every visit has a day of its own, the span of years around them would only cover the calendar.
      ...(visits.length > 0 ? [] : periods).flatMap(({ from, to }, index) =>
        event(uid(benefit, 'period', periods.length - index), from, to, ofPeriod, text),
      ),
      ...visits.flatMap((day, index) =>
        event(uid(benefit, 'visit', visits.length - index), day, day, title, text),
      ),
    ];
  });
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
