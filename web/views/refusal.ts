// What is wrong with a policy file: said in place of the calculator, which cannot start without a sound one.
import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { Lack } from '../app/app';
import { PolicyMissing, type PolicyError } from '../calculator/calculator';
import { loadWords } from '../words/languages';
import { sentenceOf } from '../words/faults';
import type { Say } from '../words/messages';
import type { Place } from '../app/place';
import { PolicyUnsound } from '../calculator/policy';

/** The webmaster mends them one after another, or all at once with `check-policy`. */
const SHOWN = 10;

const fault = (say: Say, error: PolicyError): TemplateResult =>
  html`<li>
    ${error.pointer === '' ? say('page.policy.document') : html`<code>${error.pointer}</code>`}:
    ${say(sentenceOf(error), error.args)}
  </li>`;

/** What is wrong with it, fault by fault. */
export const faults = (say: Say, errors: readonly PolicyError[]): TemplateResult =>
  html`<ul>
    ${errors.slice(0, SHOWN).map((error) => fault(say, error))}
    ${
      errors.length > SHOWN
        ? html`<li>${say('page.policy.more', { count: errors.length - SHOWN })}</li>`
        : nothing
    }
  </ul>`;

const refusal = (say: Say, { ownsPage }: Place, errors: readonly PolicyError[] | undefined): TemplateResult =>
  html`<div class="state" role="alert" lang=${say.lang}>
    <p>${errors ? say('page.policy.refused', { count: errors.length }) : say('page.policy.missing')}</p>
    ${errors ? faults(say, errors) : nothing}
    <p>${say('page.policy.refused.until')}</p>
    ${ownsPage ? html`<p>${say('page.policy.refused.table')}</p>` : nothing}
  </div>`;

/**
 * Where it is the policy that keeps the calculator from starting, says so inside the element, above what stands there.
 * @returns what is lacking
 */
export async function refuse(
  app: HTMLElement & { place: Place },
  lang: string,
  error: unknown,
): Promise<Lack> {
  if (!(error instanceof PolicyMissing || error instanceof PolicyUnsound)) return 'core';
  const say = await loadWords(lang, ['first', 'rest']);
  app.querySelector('.refusal')?.remove();
  const box = document.createElement('div');
  box.className = 'refusal';
  app.prepend(box);
  render(refusal(say, app.place, error instanceof PolicyUnsound ? error.errors : undefined), box);
  return 'policy';
}
