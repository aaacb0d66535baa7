// In place of a question: that all are answered, or a way to one whose answer has a fault or has been deleted.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';
import { question } from '../words/naming';

export function done(app: App): TemplateResult | typeof nothing {
  const { say, session } = app;
  // Before there is anything to be had, nothing told can be enough.
  if (!session.result.policy.in_force) return nothing;
  const [waiting] = session.openQuestions;
  return html`<section class="ask" aria-labelledby="ask-title">
    <h3 id="ask-title" tabindex="-1">
      ${waiting === undefined ? say('page.ask.done') : say('page.summary.questions', { count: session.openQuestions.length })}
    </h3>
    <p>
      ${
        waiting === undefined
          ? say('page.ask.done.help')
          : html`<button type="button" class="link" @click=${() => app.ask(waiting)}>
              ${question(say, waiting)}
            </button>`
      }
    </p>
  </section>`;
}
