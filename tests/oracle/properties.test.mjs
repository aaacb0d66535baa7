/** What must hold of the oracle for any situation: its brute force checked by completing situations at random. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ASSUMPTIONS } from './assumptions.mjs';
import { pick, seeded, situation } from './generate.mjs';
import { byTableOrder, toldAt } from './inputs.mjs';
import { evaluate } from './oracle.mjs';
import { errors } from './validate.mjs';

/** @typedef {Record<string, any>} Members */

/** @param {unknown} value @returns {value is Members} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fills what is not told from another situation. @param {any} told @param {any} other @returns {any} */
function filled(told, other) {
  if (told === undefined) return other;
  if (Array.isArray(told)) return told.map((entry, index) => filled(entry, other?.[index]));
  if (!isObject(told)) return told;
  const rest = isObject(other) ? other : {};
  return Object.fromEntries([...new Set([...Object.keys(rest), ...Object.keys(told)])]
    .map((name) => [name, filled(told[name], rest[name])]));
}

/** A situation without what its own outcome or care rules out. @param {any} complete @returns {any} */
function wellPlaced(complete) {
  const { delivery, children = [] } = complete;
  const without = (/** @type {Members} */ object, /** @type {string[]} */ names) =>
    Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
  const placed = { ...complete, children: children.map((/** @type {Members} */ child) =>
    (child.care === 'kindergarten' ? child : without(child, ['kindergarten']))) };
  if (delivery?.outcome === 'birth') placed.delivery = without(delivery, ['pregnancy_months']);
  if (delivery?.outcome === 'miscarriage') {
    placed.delivery = without(delivery, ['babies', 'difficult', 'leave_before_birth_days']);
  }
  return placed;
}

/** Whether nothing is left open. @param {any} result */
const isDecided = ({ benefits }) => benefits.every((/** @type {any} */ { status }) => status !== 'unknown');

/**
 * Random complete answers to a situation, contradictions left out.
 * @param {() => number} random @param {any} told @param {number} count
 */
function* completed(random, told, count) {
  for (let left = count; left > 0; left -= 1) {
    const other = { ...complete(random), as_of: told.as_of, assumptions: told.assumptions, institution: undefined };
    for (const list of ['children', 'elders']) {
      while (other[list].length < (told[list]?.length ?? 0)) other[list].push(...complete(random)[list]);
    }
    const both = wellPlaced(filled(told, other));
    // The one absent input that is no question: it counts as 0.
    if (told.delivery?.leave_before_birth_days === undefined) delete both.delivery?.leave_before_birth_days;
    if (errors(JSON.stringify(both)).length === 0) yield both;
  }
}

/** Everything told; parents who are not told exist. @param {() => number} random */
function complete(random) {
  for (;;) {
    const candidate = situation(random);
    const { mother, father, delivery, children, elders, household } = candidate;
    if (mother && father && [delivery, children, elders, household].every((part) => part !== undefined) &&
      isDecided(evaluate({ ...candidate, as_of: '2030-01-01', institution: undefined }, { alternatives: false }))) {
      return candidate;
    }
  }
}

const key = (/** @type {any} */ { id, subject }) => `${id} ${subject}`;

/** @param {any} complete @returns {Map<string, any>} */
const answersOf = (complete) =>
  new Map(evaluate(complete, { alternatives: false }).benefits.map((one) => [key(one), one]));

/** Their periods are those of the children and elders told, whoever else there may be. */
const KNOWN_DATES_ONLY = ['leave.parental', 'leave.only_child_care'];

describe('brute force', () => {
  test('whatever the answers, what was decided stays so and unknown figures keep their bounds', () => {
    const random = seeded(11);
    let compared = 0;
    for (let round = 0; round < 250; round += 1) {
      const told = { ...situation(random), institution: undefined };
      const { benefits } = evaluate(told, { alternatives: false });
      for (const answered of completed(random, told, 8)) {
        const answers = answersOf(answered);
        for (const ours of benefits.filter(({ subject }) => subject !== '/children')) {
          const theirs = answers.get(key(ours)) ?? { status: 'not_entitled' };
          const scene = `${key(ours)}\n${JSON.stringify(told)}\n${JSON.stringify(answered)}`;
          if (theirs.status === 'unknown') continue; // the other situation told nothing of this outcome
          compared += 1;
          if (ours.status === 'unknown') {
            const [[figure, [least, most]] = ['', [0, 0]]] = Object.entries(ours.bounds ?? {});
            const got = theirs.value?.[figure] ?? 0;
            assert.ok(least <= got && got <= most, `${got} out of bounds of ${scene}`);
          } else {
            assert.equal(theirs.status, ours.status, scene);
            assert.deepEqual(theirs.value, ours.value, scene);
            if (ours.period && !KNOWN_DATES_ONLY.includes(ours.id)) assert.deepEqual(theirs.period, ours.period, scene);
          }
        }
      }
    }
    assert.ok(compared > 10000);
  });

  test('an input that is not missing changes nothing once all else is told', () => {
    const random = seeded(12);
    let changed = 0;
    for (let round = 0; round < 250; round += 1) {
      const told = { ...situation(random), institution: undefined };
      const { benefits } = evaluate(told, { alternatives: false });
      const [one, other] = [...completed(random, told, 12)];
      if (other === undefined) continue;
      for (const [section, name] of [
        ['', 'lawful_birth'], ['', 'pregnant'], ['', 'planning_pregnancy'], ['mother', 'employed'], ['father', 'employed'],
        ['delivery', 'date'], ['delivery', 'babies'], ['delivery', 'difficult'], ['delivery', 'pregnancy_months'],
        ['household', 'housing_eligible'],
      ]) {
        const pointer = section === '' ? `/${name}` : `/${section}/${name}`;
        const answer = toldAt(other, pointer);
        if (toldAt(told, pointer) !== undefined || answer === undefined || (section !== '' && !one[section])) continue;
        const altered = section === '' ? { ...one, [name]: answer } : { ...one, [section]: { ...one[section], [name]: answer } };
        if (errors(JSON.stringify(altered)).length > 0) continue;
        const [before, after] = [answersOf(one), answersOf(altered)];
        for (const ours of benefits.filter(({ subject, missing = [] }) => subject !== '/children' && !missing.includes(pointer))) {
          const [a, b] = [before.get(key(ours)), after.get(key(ours))];
          changed += 1;
          assert.equal(a?.status ?? 'not_entitled', b?.status ?? 'not_entitled', `${pointer} of ${key(ours)}\n${JSON.stringify(told)}`);
          assert.deepEqual(a?.value, b?.value, `${pointer} of ${key(ours)}\n${JSON.stringify(told)}`);
        }
      }
    }
    assert.ok(changed > 2000);
  });

  test('missing inputs are absent ones, in table order, and all asked', () => {
    const random = seeded(13);
    for (let round = 0; round < 300; round += 1) {
      const told = situation(random);
      const { benefits, questions } = evaluate(told, { alternatives: false });
      assert.equal(new Set(questions).size, questions.length);
      for (const pointer of questions) assert.equal(toldAt(told, pointer), undefined);
      for (const { status, missing, reasons } of benefits) {
        if (status === 'unknown') {
          assert.ok(missing.length > 0);
          assert.deepEqual(missing, [...missing].sort(byTableOrder));
          assert.ok(missing.every((/** @type {string} */ pointer) => questions.includes(pointer)));
        }
        if (status === 'not_entitled') assert.ok(reasons.length > 0, JSON.stringify(told));
      }
    }
  });
});

test('an option changes exactly the benefits that name its assumption', () => {
  const random = seeded(14);
  for (let round = 0; round < 100; round += 1) {
    const told = { ...situation(random), as_of: '2026-02-28' };
    if (errors(JSON.stringify(told)).length > 0) continue;
    const { benefits } = evaluate(told);
    const [id, options] = pick(random, Object.entries(ASSUMPTIONS).slice(1));
    const inUse = told.assumptions?.[id] ?? options[0];
    for (const option of options.filter((one) => one !== inUse)) {
      const others = evaluate({ ...told, assumptions: { ...told.assumptions, [id]: option } }, { alternatives: false }).benefits;
      for (const [index, ours] of benefits.entries()) {
        const compared = (/** @type {any} */ { status, value, period, later_periods, payers }) =>
          JSON.stringify([status, value, period, later_periods, payers]);
        const named = (ours.alternatives ?? []).some((/** @type {any} */ one) => one.assumption === id && one.option === option);
        assert.equal(named, compared(ours) !== compared(others[index]), `${id}=${option} of ${key(ours)}`);
      }
    }
  }
});
