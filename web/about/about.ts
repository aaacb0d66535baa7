// The about page: how it looks, and the check that its reader may run.
import type { Language } from '../addresses';
import { EDITION } from '../generated/edition';
import { offerLooks } from '../look';
import { sayer } from '../words/messages';
import type { Disagreement, Report } from './self-check';
import '../styles/index.css';
import '../styles/about.css';

const page = document.documentElement;
offerLooks();

/** Sentences that come only after a click lie in the page as templates. */
const say = sayer(
  page.lang as Language,
  Object.fromEntries(
    [...document.querySelectorAll<HTMLTemplateElement>('template[data-say]')].map((template) => [
      template.dataset.say ?? '',
      template.content.textContent ?? '',
    ]),
  ),
);

const part = <T extends HTMLElement>(name: string): T =>
  document.querySelector<T>(`[data-check="${name}"]`) as T;
const start = part<HTMLButtonElement>('start');
const cancel = part<HTMLButtonElement>('cancel');
const bar = part<HTMLProgressElement>('progress');
const count = part('count');
/** Spoken by screen readers: at every quarter and at the end, not at every case. Seen at the end alone, when the count is gone. */
const status = part('status');
const found = part('found');

const EXAMPLES_SHOWN = 5;

let worker: Worker | undefined;
let last: Report;
let began = 0;
let quarters = 0;

function paragraph(text: string): HTMLParagraphElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

function show(disagreement: Disagreement): void {
  const words = paragraph(say('about.check.disagreement'));
  const text = document.createElement('pre');
  text.textContent = JSON.stringify(disagreement, undefined, 1);
  text.tabIndex = 0;
  found.append(words, text);
}

function end(key: 'done' | 'cancelled' | 'unable'): void {
  worker?.terminate();
  worker = undefined;
  const { cases, disagreements } = last;
  status.textContent = say(`about.check.${key}`, {
    cases,
    disagreements,
    seconds: Math.max(1, Math.round((performance.now() - began) / 1000)),
  });
  count.textContent = '';
  status.classList.remove('unseen');
  const hadFocus = document.activeElement === cancel;
  cancel.hidden = bar.hidden = true;
  start.hidden = false;
  if (hadFocus) start.focus();
}

function receive(report: Report): void {
  last = report;
  bar.value = report.share;
  count.textContent = say('about.check.running', { cases: report.cases });
  // Whoever replaces the policy file alone makes them differ.
  if (report.found.length > 0 && !found.hasChildNodes() && report.edition !== EDITION)
    found.append(paragraph(say('about.check.edition', { edition: report.edition, made: EDITION })));
  for (const one of report.found) if (found.querySelectorAll('pre').length < EXAMPLES_SHOWN) show(one);
  if (report.share === 1) return end('done');
  if (Math.floor(report.share * 4) > quarters) {
    quarters = Math.floor(report.share * 4);
    status.textContent = say('about.check.quarter', { percent: quarters * 25, cases: report.cases });
  }
}

function check(): void {
  last = { cases: 0, disagreements: 0, share: 0, found: [], edition: EDITION };
  began = performance.now();
  quarters = 0;
  bar.value = 0;
  status.textContent = '';
  status.classList.add('unseen');
  found.textContent = '';
  start.hidden = true;
  cancel.hidden = bar.hidden = false;
  cancel.focus();
  count.textContent = say('about.check.running', { cases: 0 });
  try {
    worker = new Worker(new URL('./self-check.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Report>) => receive(data));
    // A browser that takes the module for a classic script fails here, as does a file that does not arrive.
    worker.addEventListener('error', () => end('unable'));
  } catch {
    end('unable');
  }
}

start.addEventListener('click', check);
cancel.addEventListener('click', () => end('cancelled'));
start.hidden = false;
