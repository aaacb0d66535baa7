// Who pays: for every benefit with payers, its days and its yuan as shares of one bar. Nothing is added up here.
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { App } from './app';
import type { Payer } from './generated/contract';
import { who } from './naming';

const WIDTH = 1000;

function shares(lines: readonly Payer[], of: 'days' | 'yuan', longest: number): TemplateResult {
  let x = 0;
  return html`<svg class="share" viewBox="0 0 ${WIDTH} 12" preserveAspectRatio="none" aria-hidden="true">
    ${lines.map((line) => {
      const width = (WIDTH * (line[of] ?? 0)) / longest;
      const left = x;
      x += width;
      return svg`<rect class=${line.payer} x=${left} y="0" height="12" width=${Math.max(width - 3, 0)}></rect>`;
    })}
  </svg>`;
}

export function payers(app: App): TemplateResult | typeof nothing {
  const { say, session } = app;
  const paid = session.result.benefits.filter((benefit) => benefit.payers);
  if (paid.length === 0) return nothing;
  const longest = (of: 'days' | 'yuan'): number =>
    Math.max(
      1,
      ...paid.map((benefit) => (benefit.payers ?? []).reduce((sum, line) => sum + (line[of] ?? 0), 0)),
    );
  const [days, yuan] = [longest('days'), longest('yuan')];
  return html`<section class="payers" aria-labelledby="payers-title">
    <h2 id="payers-title">${say('page.payers.title')}</h2>
    ${paid.map((benefit) => {
      const lines = benefit.payers ?? [];
      const has = (of: 'days' | 'yuan'): boolean => lines.some((line) => line[of]);
      return html`<div class="paid">
        <h3>${say(`benefit.${benefit.id}.title`)} <small>${who(say, benefit.subject)}</small></h3>
        ${has('days') ? shares(lines, 'days', days) : nothing}
        ${has('yuan') ? shares(lines, 'yuan', yuan) : nothing}
        <ul>
          ${lines.map(
            (line) =>
              html`<li class=${line.payer}>
                <span>${say(`payer.${line.payer}`)}</span>
                ${line.days === undefined ? nothing : html`<b>${say('page.days', { days: line.days })}</b>`}
                <b>${line.yuan === undefined ? say('page.payers.open') : say.money(line.yuan)}</b>
              </li>`,
          )}
        </ul>
      </div>`;
    })}
  </section>`;
}
