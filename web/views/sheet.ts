// The print sheet: answers and verdicts as plain tables that fit two A4 pages. Drawn only while printing.
import { html, nothing, type TemplateResult } from 'lit-html';
import type { App } from '../app/app';
import type { Benefit } from '../generated/contract';
import { inputAt, general } from '../session/inputs';
import { at, leaves, type Json } from '../session/json';
import { gist } from '../words/gist';
import { bounds, question, reading, span, who } from '../words/naming';
import { paid } from './payers';

function text({ say }: App, pointer: string, value: Json): string {
  if (value === null || Array.isArray(value)) return say('input.none');
  if (typeof value === 'boolean') return say(value ? 'input.yes' : 'input.no');
  if (typeof value === 'number')
    return inputAt(pointer)?.kind === 'money' ? say.money(value) : say.number(value);
  const option = `input.${general(pointer)}.option.${String(value)}`;
  return say.has(option)
    ? say(option)
    : inputAt(pointer)?.kind === 'date'
      ? say.date(String(value))
      : String(value);
}

/** One answer, "there is none" and a chosen reading of the law included; the day stands above all of them. */
function answer(app: App, pointer: string): TemplateResult | typeof nothing {
  const { say, session } = app;
  const value = at(session.accepted, pointer) as Json;
  const [, section, id = ''] = pointer.split('/');
  const isEmpty = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (section === 'as_of' || isEmpty) return nothing;
  const isReading = section === 'assumptions';
  return html`<div>
    <dt>${isReading ? say(`assumption.${id}.title`) : question(say, pointer)}</dt>
    <dd>${isReading ? reading(app, id, String(value)) : text(app, pointer, value)}</dd>
  </div>`;
}

function outcome({ say }: App, benefit: Benefit): TemplateResult | string {
  const { value } = benefit;
  if (!value) return bounds(say, benefit) || say('status.unknown');
  return html`${gist(say, value)}
  ${
    value.excess_yuan === undefined
      ? nothing
      : html`<div>${say('page.benefit.excess', { yuan: value.excess_yuan })}</div>`
  }`;
}

export function sheet(app: App): TemplateResult {
  const { say, session } = app;
  const { benefits, policy } = session.result;
  const shown = benefits.filter(({ status }) => status !== 'not_entitled');
  return html`<section class="sheet" aria-label=${say('page.sheet')}>
    <p>${say('page.results.asof', { as_of: policy.as_of, edition: policy.edition })}</p>
    <dl class="told">${leaves(session.accepted).map((pointer) => answer(app, pointer))}</dl>
    <table>
      <thead>
        <tr>
          <th scope="col">${say('page.timeline.what')}</th>
          <th scope="col">${say('page.timeline.who')}</th>
          <th scope="col">${say('page.benefit.what')}</th>
          <th scope="col">${say('page.benefit.when')}</th>
          <th scope="col">${say('page.benefit.payers')}</th>
          <th scope="col">${say('page.benefit.ask')}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          (benefit) =>
            html`<tr>
              <th scope="row">${say(`benefit.${benefit.id}.title`)}</th>
              <td>${who(say, benefit.subject)}</td>
              <td>${outcome(app, benefit)}</td>
              <td>${benefit.period ? span(say, benefit.period) : nothing}</td>
              <td>
                ${(benefit.payers ?? []).map(
                  (line) => html`<div>${[say(`payer.${line.payer}`), ...paid(app, line)].join(' ')}</div>`,
                )}
              </td>
              <td>${benefit.ask.map((office) => say(`office.${office}`)).join(say('page.list.and'))}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p>${say('note.not_legal_advice')}</p>
  </section>`;
}
