// Questions about an institution that somebody runs, beside those about a family: asked for, never on the way.
import { html, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';
import { INPUTS } from '../session/inputs';
import { at } from '../session/json';
import { control } from './controls';

export function institutions(app: App): TemplateResult {
  const { say, session } = app;
  const asked = app.institutions.filter((pointer) => at(session.told, pointer) !== undefined);
  return html`<p class="help">${say('page.institution.help')}</p>
    <div class="chips">
      ${app.institutions.map((pointer) => {
        const on = asked.includes(pointer);
        return html`<button
          type="button"
          class="chip"
          aria-pressed=${on}
          @click=${() => (on ? app.untell(pointer) : app.tell(pointer, {}))}
        >
          ${say(`page.institution.${pointer}`)}
        </button>`;
      })}
    </div>
    ${asked.map((pointer) =>
      INPUTS.filter(
        (input) => input.pointer.startsWith(`${pointer}/`) && input.pointer !== session.asking,
      ).map((input) => control(app, input.pointer)),
    )}`;
}
