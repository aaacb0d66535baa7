/** A family of which everything is told, and ways to look into the result of a situation. */
import { evaluate } from './oracle.mjs';

/** @param {any} situation @param {string} id @param {string} [subject] @returns {any} */
export function benefit(situation, id, subject) {
  return evaluate(situation).benefits.find((one) => one.id === id && (subject === undefined || one.subject === subject));
}

/** @param {any} benefit */
export const span = ({ period }) => (period ? `${period.from}..${period.to}` : undefined);

/** @param {any} situation @param {string} id */
export const subjects = (situation, id) =>
  evaluate(situation).benefits.filter((one) => one.id === id).map(({ subject }) => subject);

/** @param {any} benefit @param {string} assumption @param {string} option */
export const alternative = ({ alternatives = [] }, assumption, option) =>
  alternatives.find((/** @type {any} */ one) => one.assumption === assumption && one.option === option);

export const mother = {
  employed: true, maternity_insured: true, employer_average_monthly_wage_yuan: 6000, monthly_wage_yuan: 5500,
  reentering_work: false, childcare_job: false,
};
export const father = { employed: true, monthly_wage_yuan: 8000, childcare_job: false };
export const birth = { outcome: 'birth', date: '2024-03-01', babies: 1, difficult: false };
export const family = {
  as_of: '2024-06-01', lawful_birth: true, planning_pregnancy: false, pregnant: false, mother, father, delivery: birth,
  children: [], elders: [], household: { housing_eligible: false, special_family: false },
};
