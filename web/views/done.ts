// In place of a question: that all are answered, or the ways to those passed over, or whose answer has a fault.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';
import { isGrown } from '../session/writing';
import { question } from '../words/naming';
import { grownUp } from './typed';

export function done(app: App): TemplateResult | typeof nothing {
  const { say, session } = app;
  // Before there is anything to be had, nothing told can be enough.
  if (!session.result.policy.in_force) return nothing;
  const waiting = session.openQuestions;
  return html`<h3 id="ask-title" tabindex="-1">
      ${waiting.length === 0 ? say('page.ask.done') : say('page.summary.questions', { count: waiting.length })}
    </h3>
    ${isGrown(session, '/delivery/date') ? grownUp(app, 'grown') : nothing}
    ${
      waiting.length === 0
        ? html`<p>${say('page.ask.done.help')}</p>`
        : html`<ul class="left">
            ${waiting.map(
              (pointer) =>
                html`<li>
                  <button type="button" class="link" @click=${() => app.ask(pointer)}>
                    ${question(say, pointer)}
                  </button>
                </li>`,
            )}
          </ul>`
    }`;
}
