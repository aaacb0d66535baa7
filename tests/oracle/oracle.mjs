/**
 * A second evaluation of the policy, to compare the calculator with: written from the law and from what the schemas say of
 * answers, and never from the rules in core/.
 * Clear rather than fast: rows are rules over complete situations (table.mjs, leave.mjs), and whatever is absent is
 * completed by brute force (completions.mjs).
 *
 * Left out of the result: `steps`, `sources`, `ask` and `policy.edition`. A list whose words only the policy file has is
 * "*".
 */
import { ASSUMPTIONS } from './assumptions.mjs';
import { Facts, agreed, completions, deciding, optionInUse } from './completions.mjs';
import { formatDate } from './dates.mjs';
import { byTableOrder } from './inputs.mjs';
import { yuanOf } from './money.mjs';
import { TABLE } from './table.mjs';

/**
 * @typedef {import('./dates.mjs').Span} Span
 * @typedef {import('./leave.mjs').Line} Line
 * @typedef {import('./table.mjs').Row} Row
 * @typedef {import('./table.mjs').Kind} Kind
 *
 * @typedef {Record<string, any>} Benefit
 * @typedef {{benefit: number, from: string, to: string}} Entry
 * @typedef {{policy: any, benefits: Benefit[], questions: string[], summary: any, timeline: Entry[]}} Result
 *
 * @typedef {object} Verdict one row for one subject
 * @property {Record<string, any>} members of the benefit, from `about` to `reasons`
 * @property {Iterable<string>} unsettled absent inputs on which something left out of an entitled benefit depends
 * @property {bigint | null} pay what the payers' lines add up to in fen; null where an amount is not certain
 * @property {Set<string>} consulted the assumptions that were looked at
 */

const POLICY = 'jilin-2023-56';
const IN_FORCE = { issued: '2023-12-29', published: '2024-01-04' };

/** What an alternative tells of a benefit, in this order. */
const COMPARED = ['value', 'period', 'later_periods', 'payers'];

/**
 * @param {any} situation valid
 * @param {{alternatives?: boolean}} [options]
 * @returns {Result}
 */
export function evaluate(situation, { alternatives = true } = {}) {
  const option = /** @type {keyof typeof IN_FORCE} */ (optionInUse(situation, 'policy.in_force'));
  const inForce = situation.as_of >= IN_FORCE[option];
  const policy = { id: POLICY, as_of: situation.as_of, in_force: inForce };
  const judged = inForce ? TABLE.flatMap((row) => judgements(situation, row, alternatives)) : [];
  const benefits = judged.map(({ benefit }) => benefit);
  const verdicts = judged.map(({ verdict }) => verdict);
  return {
    policy,
    benefits,
    questions: questions(benefits, verdicts),
    summary: summary(situation, benefits, verdicts),
    timeline: timeline(benefits),
  };
}

/**
 * What one row gives every subject that it has in a situation.
 * @param {any} situation @param {Row} row @param {{alternatives?: boolean}} [options] @returns {Benefit[]}
 */
export const benefitsOf = (situation, row, { alternatives = true } = {}) =>
  judgements(situation, row, alternatives).map(({ benefit }) => benefit);

/**
 * @param {any} situation @param {Row} row @param {boolean} alternatives
 * @returns {{benefit: Benefit, verdict: Verdict}[]}
 */
function judgements(situation, row, alternatives) {
  return subjectsOf(situation, row).map((subject) => {
    const verdict = judge(situation, row, subject);
    return {
      verdict,
      benefit: {
        id: row.id,
        document: POLICY,
        ...(row.measure === undefined ? {} : { measure: row.measure }),
        subject,
        force: row.force,
        ...verdict.members,
        ...(alternatives ? otherReadings(situation, row, subject, verdict) : {}),
      },
    };
  });
}

/** @type {Record<Kind, (situation: any) => string[]>} */
const SUBJECTS = {
  household: () => [''],
  mother: ({ mother }) => (mother === null ? [] : ['/mother']),
  father: ({ father }) => (father === null ? [] : ['/father']),
  kindergarten: ({ institution }) => (institution?.kindergarten ? ['/institution/kindergarten'] : []),
  childcare: ({ institution }) => (institution?.childcare ? ['/institution/childcare'] : []),
  tutoring: ({ institution }) => (institution?.tutoring ? ['/institution/tutoring'] : []),
  children: ({ children }) =>
    children === undefined ? ['/children'] : children.map((/** @type {any} */ _, /** @type {number} */ n) => `/children/${n}`),
  delivery: ({ delivery }) => (delivery === null || delivery?.outcome === 'miscarriage' ? [] : ['/delivery']),
};

/** @param {any} situation @param {Row} row @returns {string[]} */
const subjectsOf = (situation, row) =>
  row.subjects
    .flatMap((kind) => SUBJECTS[kind](situation))
    .filter((subject) => row.listed?.(situation, subject) ?? true);

/**
 * @param {any} situation @param {Row} row @param {string} subject
 * @param {Record<string, string>} [reading] options in place of those in use
 * @returns {Verdict}
 */
function judge(situation, row, subject, reading = {}) {
  const consulted = new Set();
  const anyChild = subject === '/children';
  const facts = new Facts(situation, {
    subject: anyChild ? '/children/0' : subject,
    limits: row.limits ?? {},
    reading,
    consulted,
    known: new Map(),
  });
  /** The value where entitled, otherwise null. */
  const leaves = completions(facts, (run) => {
    // Of children not told, there may be none.
    if (anyChild && !run.choose('any child', [false, true])) return null;
    return row.conditions.every(([, holds]) => holds(run)) ? row.value(run) : null;
  });
  const about = row.aboutDelivery && situation.delivery !== null ? { about: '/delivery' } : {};
  if (!agreed(leaves)) {
    const missing = anyChild ? ['/children'] : [...deciding(facts, leaves)].sort(byTableOrder);
    const members = { ...about, status: 'unknown', missing, ...bounds(row, leaves) };
    return { members, unsettled: [], pay: 0n, consulted };
  }
  const value = leaves[0].outcome;
  if (value === null) {
    const members = { ...about, status: 'not_entitled', reasons: reasons(facts, row) };
    return { members, unsettled: [], pay: 0n, consulted };
  }
  const period = settle(facts, (run) => row.period?.(run, value) ?? null);
  const payers = settlePayers(facts, row, value);
  const later = row.laterPeriods?.(facts, value) ?? [];
  const members = {
    ...about,
    ...(row.about ? { about: row.about(facts) } : {}),
    status: 'entitled',
    value,
    ...(period.outcome ? { period: printed(period.outcome) } : {}),
    ...(later.length > 0 ? { later_periods: later.map(printed) } : {}),
    ...(payers.lines.length > 0 ? { payers: payers.lines } : {}),
  };
  return { members, unsettled: [...period.unsettled, ...payers.unsettled], pay: payers.pay, consulted };
}

/** @param {Row} row @param {import('./completions.mjs').Leaf[]} leaves */
function bounds(row, leaves) {
  const { bounded } = row;
  if (bounded === undefined) return {};
  const figures = leaves.map(({ outcome }) => outcome?.[bounded] ?? 0);
  return { bounds: { [bounded]: [Math.min(...figures), Math.max(...figures)] } };
}

/** The conditions that fail under every completion. @param {Facts} facts @param {Row} row */
function reasons(facts, row) {
  const failed = row.conditions.filter(([, holds]) =>
    completions(facts, (run) => holds(run)).every(({ outcome }) => !outcome));
  const keys = failed.map(([reason]) => reason);
  return failed.filter(([, , presupposed]) => !presupposed || !keys.includes(presupposed)).map(([reason]) => reason);
}

/**
 * Something that is no part of the value: its outcome where all completions agree, else the inputs it depends on.
 * @param {Facts} facts @param {(facts: Facts) => any} rule
 */
function settle(facts, rule) {
  const leaves = completions(facts, rule);
  return agreed(leaves)
    ? { outcome: leaves[0].outcome, unsettled: [] }
    : { outcome: null, unsettled: [...deciding(facts, leaves)] };
}

/**
 * The payers' lines. Only absent wages leave a line without its amount; where the days per payer are open no line stands.
 * @param {Facts} facts @param {Row} row @param {any} value
 */
function settlePayers(facts, row, value) {
  if (row.payers === undefined) return { lines: [], unsettled: [], pay: 0n };
  const { payers } = row;
  const openWages = new Set();
  const split = settle(facts, (run) => {
    const lines = payers(run, value);
    lines.forEach(({ open }) => open.forEach((pointer) => openWages.add(pointer)));
    return lines.map(({ payer, days, fen }) => ({ payer, days, fen: fen === null ? null : String(fen) }));
  });
  const unsettled = [...openWages, ...split.unsettled];
  if (split.outcome === null) return { lines: [], unsettled, pay: null };
  /** @type {{payer: string, days?: number, fen: string | null}[]} */
  const lines = split.outcome;
  return {
    lines: lines
      .filter(({ days, fen }) => days !== 0 || (fen !== null && fen !== '0'))
      .map(({ payer, days, fen }) => ({
        payer, ...(days === undefined ? {} : { days }), ...(fen === null ? {} : { yuan: yuanOf(BigInt(fen)) }),
      })),
    unsettled,
    pay: lines.reduce(
      (/** @type {bigint | null} */ total, { fen }) => (total === null || fen === null ? null : total + BigInt(fen)), 0n),
  };
}

/** @param {Span} span */
const printed = ({ from, to }) => ({ from: formatDate(from), to: formatDate(to) });

/**
 * `assumptions` and `alternatives`. An assumption that was never looked at cannot change anything, so only those
 * consulted are tried.
 * @param {any} situation @param {Row} row @param {string} subject @param {Verdict} verdict
 */
function otherReadings(situation, row, subject, { members, consulted }) {
  const assumptions = [];
  const alternatives = [];
  for (const [id, options] of Object.entries(ASSUMPTIONS)) {
    if (!consulted.has(id)) continue;
    const inUse = optionInUse(situation, id);
    const changes = options.filter((option) => option !== inUse).flatMap((option) => {
      const difference = differences(members, judge(situation, row, subject, { [id]: option }).members);
      return difference === null ? [] : [{ assumption: id, option, ...difference }];
    });
    if (changes.length > 0) assumptions.push({ id, option: inUse });
    alternatives.push(...changes);
  }
  return {
    ...(assumptions.length > 0 ? { assumptions } : {}),
    ...(alternatives.length > 0 ? { alternatives } : {}),
  };
}

/** @param {Record<string, any>} ours @param {Record<string, any>} other */
function differences(ours, other) {
  const status = other.status === ours.status ? {} : { status: other.status };
  const changed = COMPARED.filter((member) =>
    other[member] !== undefined && JSON.stringify(other[member]) !== JSON.stringify(ours[member]));
  const gone = COMPARED.filter((member) => other[member] === undefined && ours[member] !== undefined);
  if (other.status !== 'entitled') return other.status === ours.status ? null : status;
  if (changed.length + gone.length === 0) return null;
  return {
    ...status,
    ...Object.fromEntries(changed.map((member) => [member, other[member]])),
    ...(gone.length > 0 ? { without: gone } : {}),
  };
}

/** @param {Benefit[]} benefits @param {Verdict[]} verdicts */
function questions(benefits, verdicts) {
  /** @type {Map<string, {claims: number, all: number}>} */
  const settles = new Map();
  for (const { force, missing = [] } of benefits) {
    for (const pointer of missing) {
      const { claims, all } = settles.get(pointer) ?? { claims: 0, all: 0 };
      settles.set(pointer, { claims: claims + (force === 'claim' ? 1 : 0), all: all + 1 });
    }
  }
  const first = [...settles].sort(([a, inA], [b, inB]) =>
    inB.claims - inA.claims || inB.all - inA.all || byTableOrder(a, b)).map(([pointer]) => pointer);
  const second = new Set(verdicts.flatMap(({ unsettled }) => [...unsettled]));
  return [...first, ...[...second].filter((pointer) => !settles.has(pointer)).sort(byTableOrder)];
}

/** @param {any} situation @param {Benefit[]} benefits @param {Verdict[]} verdicts */
function summary(situation, benefits, verdicts) {
  /** @type {Record<string, number>} */
  const leaveDays = {};
  /** @type {Record<string, number>} */
  const leavePay = {};
  for (const parent of ['mother', 'father']) {
    if (situation[parent] === null) continue;
    const leaves = [...benefits.keys()].filter((index) =>
      benefits[index].id.startsWith('leave.') && benefits[index].subject === `/${parent}` &&
      benefits[index].status === 'entitled');
    leaveDays[parent] = leaves.reduce((days, index) => days + benefits[index].value.days, 0);
    const pay = leaves.map((index) => verdicts[index].pay);
    if (!pay.includes(null)) {
      leavePay[parent] = yuanOf(/** @type {bigint[]} */ (pay).reduce((total, fen) => total + fen, 0n));
    }
  }
  const aids = benefits.filter(({ id, status }) => id === 'kindergarten.aid' && status === 'entitled');
  const count = (/** @type {string} */ status) => benefits.filter((benefit) => benefit.status === status).length;
  return {
    leave_days: leaveDays,
    leave_pay_yuan: leavePay,
    aid_yuan_per_year: aids.reduce((yuan, { value }) => yuan + value.yuan, 0),
    counts: { entitled: count('entitled'), not_entitled: count('not_entitled'), unknown: count('unknown') },
  };
}

/** @param {Benefit[]} benefits */
function timeline(benefits) {
  const order = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : a > b ? 1 : 0);
  return benefits
    .flatMap(({ period, later_periods: later = [] }, benefit) =>
      [...(period ? [period] : []), ...later].map((span) => ({ benefit, ...span })))
    .sort((a, b) => order(a.from, b.from) || order(a.to, b.to) || a.benefit - b.benefit);
}
