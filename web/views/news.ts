// Another policy file than the one in use has been found: a sound one, which lies ready, or one that is refused.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';
import { keepPolicy } from '../calculator/policy';
import { faults } from './refusal';

/** Above the calculator, which goes on with the policy it has. */
export function news(app: App): TemplateResult | typeof nothing {
  const { say, policyNews, session } = app;
  if (!policyNews) return nothing;
  if (policyNews.kind === 'refused')
    return html`<div class="banner" role="status">
      <p>${say('page.policy.refused', { count: policyNews.errors.length })}</p>
      ${faults(say, policyNews.errors)}
      <p>${say('page.policy.refused.kept', { edition: session.result.policy.edition })}</p>
    </div>`;
  const { calculator, bytes, edition } = policyNews;
  // Nothing makes whoever changes a figure change the edition too.
  const key = edition === session.result.policy.edition ? 'page.policy.newer.changed' : 'page.policy.newer';
  return html`<div class="banner" role="status">
    <p>${say(key, { edition })}</p>
    <button type="button" @click=${() => keepPolicy(bytes).then(() => app.goOn(calculator))}>
      ${say('page.policy.use')}
    </button>
  </div>`;
}
