// The scale of years of the calendar: where a day stands, and which labels there is room for.
import type { Period } from '../generated/contract';
import { dayAt, dayNumber } from '../words/format';

export const WIDTH = 1000;
/** The share of the width for the year that follows the birth, where days matter; other years need less. */
const FOCUS = 0.5;
/**
 * From the narrowest drawing in large type to the widest: its least width, in the size of its letters. A label has the
 * first of these in which there is room for it as its class, and timeline.css shows it from that width on.
 */
const ROOM = [
  { name: 'always', ems: 13 },
  { name: 'narrow', ems: 18 },
  { name: 'phone', ems: 20.5 },
  { name: 'roomier', ems: 28 },
  { name: 'roomy', ems: 38 },
] as const;
/** What stays free between two labels, in the same measure. */
const GAP = 0.3;
type Room = (typeof ROOM)[number]['name'];

/** In days. */
const YEAR = 365;

interface Tick {
  x: number;
  label: string;
  year: boolean;
  /** How many digits of a year go without saying, some time after the birth, where there is little room. */
  spare: number;
  room?: Room;
  /** On which side of its tick a label stands that would leave the drawing otherwise. */
  side?: 'after' | 'before' | undefined;
}

export interface Scale {
  x: (day: string) => number;
  /** Where the width for a day is another than elsewhere; undefined where it is the same everywhere. */
  magnified: { x: number; width: number } | undefined;
  ticks: Tick[];
  /** From which room on years are said in full; undefined: in none. */
  full: Room | undefined;
}

const monthsLater = (iso: string, months: number): string => {
  const month = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
};

/** About as wide as it is drawn: Chinese and Korean signs are as wide as high, others little more than half of it. */
const widthOf = (label: string): number =>
  Array.from(label).reduce((sum, sign) => sum + (sign > '\u2e80' ? 1 : 0.58), 0);

/** From where to where a label stands in a drawing `ems` wide. */
function extent({ x, label, spare, side }: Tick, ems: number, inFull: boolean): [number, number] {
  const width = (widthOf(label.slice(inFull ? 0 : spare)) * WIDTH) / ems;
  if (side === 'after') return [x, x + width];
  return side === 'before' ? [x - width, x] : [x - width / 2, x + width / 2];
}

/** Whether a label touches none of the others that are seen. */
function isFree(tick: Tick, seen: readonly Tick[], ems: number, inFull: boolean): boolean {
  const gap = (GAP * WIDTH) / ems;
  const [left, right] = extent(tick, ems, inFull);
  return seen.every((other) => {
    const [from, to] = extent(other, ems, inFull);
    return other === tick || right + gap <= from || to + gap <= left;
  });
}

/** Whether a label in full stays within the drawing. */
function isInside(tick: Tick, ems: number): boolean {
  const [left, right] = extent(tick, ems, true);
  return left >= 0 && right <= WIDTH;
}

/**
 * Says which labels there is room for: years are set first, and those nearest to `centre`; no narrower drawing has more.
 * @returns from which room on all years are said in full
 */
function setLabels(ticks: readonly Tick[], centre: number): Room | undefined {
  const distance = ({ x }: Tick): number => Math.abs(x - centre);
  const waiting = [...ticks].sort((a, b) => Number(b.year) - Number(a.year) || distance(a) - distance(b));
  const seen: Tick[] = [];
  let full: Room | undefined;
  for (const { name, ems } of ROOM) {
    for (const tick of waiting.filter(({ room }) => !room)) {
      tick.side = undefined;
      const [left, right] = extent(tick, ems, false);
      tick.side = left < 0 ? 'after' : right > WIDTH ? 'before' : undefined;
      if (!isFree(tick, seen, ems, false) || (tick.side && !tick.year)) continue;
      tick.room = name;
      seen.push(tick);
    }
    // Digits must not keep a name away: where those that follow need the room, years are short again.
    full = seen.every((tick) => isFree(tick, seen, ems, true) && isInside(tick, ems))
      ? (full ?? name)
      : undefined;
  }
  return full;
}

/**
 * Wide in the year that begins shortly before `centre`, narrow before and after it; even where there is little else.
 * @param periods all that it has to hold
 */
export function scale(periods: readonly Period[], centre: string, monthName: (iso: string) => string): Scale {
  const days = periods.flatMap(({ from, to }) => [dayNumber(from), dayNumber(to) + 1]);
  const first = Math.min(...days);
  const last = Math.max(...days);
  const within = (day: number): number => Math.min(Math.max(day, first), last);
  const [from, to] = [within(dayNumber(monthsLater(centre, -1))), within(dayNumber(monthsLater(centre, 13)))];
  const rest = last - first - (to - from);
  const focus = rest > to - from ? FOCUS : (to - from) / (last - first);
  const outside = rest > 0 ? ((1 - focus) * WIDTH) / rest : 0;
  const inside = to > from ? (focus * WIDTH) / (to - from) : 0;
  const place = (day: number): number =>
    Math.round(
      outside * (Math.min(day, from) - first) +
        inside * (Math.min(Math.max(day, from), to) - from) +
        outside * (Math.max(day, to) - to),
    );
  const ticks: Tick[] = [];
  for (let start = monthsLater(dayAt(first), 1); dayNumber(start) < last; start = monthsLater(start, 1)) {
    const month = Number(start.slice(5, 7));
    const year = month === 1;
    const day = dayNumber(start);
    if (year || (day > from && day < to && month % 3 === 1))
      ticks.push({
        x: place(day),
        label: year ? start.slice(0, 4) : monthName(start),
        year,
        // Not beside a month: "October 28" is a day.
        spare: year && day >= to + YEAR ? 2 : 0,
      });
  }
  const full = setLabels(ticks, place(dayNumber(centre)));
  const magnified =
    outside > 0 && inside > 0 ? { x: place(from), width: place(to) - place(from) } : undefined;
  return { x: (iso) => place(within(dayNumber(iso))), magnified, ticks, full };
}
