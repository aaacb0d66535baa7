// The embedding guide's configurator: settings in, a snippet out, and that very markup as a preview.
import type { Language } from '../addresses';
import { offerLooks } from '../look';
import '../styles/guide.css';
import {
  hostLine,
  hostPolicy,
  html,
  markup,
  SERVERS,
  WAYS,
  type Markup,
  type Settings,
  type Way,
} from './snippet';

offerLooks();

const found = <T extends Element>(selector: string): T => {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
};

const form = found<HTMLFormElement>('#settings');
const preview = found<HTMLElement>('#preview');
const address = form.elements.namedItem('base') as HTMLInputElement;
const height = form.elements.namedItem('height') as HTMLInputElement;

/** This page lies in the folder of the calculator. */
const here = new URL('.', location.href).href;

function baseOf(text: string): string | undefined {
  try {
    const url = new URL(text.trim());
    if (!/^https?:$/.test(url.protocol)) return undefined;
    url.search = url.hash = '';
    // A file of the folder, or the folder without its slash: `v1.0` is a folder, `embed.js` a file.
    url.pathname = url.pathname.replace(/[^/]*\.[a-z][^/.]*$/i, '').replace(/\/?$/, '/');
    return url.href;
  } catch {
    return undefined;
  }
}

/** What somebody means who leaves `https://` away, as browsers do when they show an address. */
function proposalFor(text: string): string | undefined {
  const [, host] = /^(?:\/\/)?([^\s/:@.]+(?:\.[^\s/:@.]+)+(?::\d+)?(?:[/?#].*)?)$/.exec(text.trim()) ?? [];
  return host && baseOf(`https://${host}`);
}

function settings(base: string): Settings {
  const told = new FormData(form);
  const text = (name: string): string => String(told.get(name) ?? '');
  const way = text('way') as Way;
  const pinned = told.has('integrity') && form.dataset.integrity;
  return {
    way,
    base,
    lang: text('lang') as Language,
    theme: text('theme') as Settings['theme'],
    ...(told.has('accented') ? { accent: text('accent') } : {}),
    scope: told.getAll('scope').map(String),
    // Empty it is no number, and valid.
    ...(height.validity.valid && height.value !== '' ? { height: height.valueAsNumber } : {}),
    shares: told.has('share'),
    ...(pinned ? { integrity: pinned } : {}),
    title: found<HTMLOptionElement>(`#lang option[value="${text('lang')}"]`).dataset.title ?? '',
  };
}

/** A script runs once for the page; another hash of the same file cannot be tried here. */
function drawn(part: Markup | string): (Element | string)[] {
  if (typeof part === 'string') return [part];
  const { tag, attributes, content = [] } = part;
  if (tag === 'script') return [];
  const element = document.createElement(tag);
  for (const [name, value] of attributes) element.setAttribute(name, value);
  element.append(...content.flatMap(drawn));
  return [element];
}

/** Fills what is to be copied. Without a text there is nothing to copy, and its place says what has to be done first. */
function write(id: string, text: string | undefined): void {
  const place = found<HTMLElement>(`#${id}`);
  const button = found<HTMLElement>(`[data-copy="${id}"]`);
  (place.querySelector('code') ?? place).textContent = text ?? form.dataset.first ?? '';
  // Not `disabled`: the button can still be reached, and then says why it does nothing.
  button.setAttribute('aria-disabled', String(text === undefined));
  if (text === undefined) button.setAttribute('aria-describedby', id);
  else button.removeAttribute('aria-describedby');
}

/** The snippet and the policy beside it; the lines further down name the calculator's site too. */
function writeAll(base: string | undefined): void {
  const chosen = base === undefined ? undefined : settings(base);
  const origin = base === undefined ? undefined : new URL(base).origin;
  write('snippet', chosen && html(markup(chosen)));
  write('policy', chosen && origin && hostPolicy(chosen.way, origin));
  for (const way of WAYS) {
    write(`host-${way}`, origin && hostPolicy(way, origin));
    for (const server of SERVERS) write(`host-${way}-${server}`, origin && hostLine(server, way, origin));
  }
}

/** Says beside a field that it cannot be used as it is. */
function judge(field: HTMLInputElement, sound: boolean): void {
  field.setAttribute('aria-invalid', String(!sound));
  found<HTMLElement>(`#${field.name}-wrong`).hidden = sound;
}

const proposal = found<HTMLButtonElement>('#propose');
const wording = proposal.textContent ?? '';

function propose(better: string | undefined): void {
  proposal.hidden = better === undefined;
  proposal.value = better ?? '';
  proposal.textContent = wording.replace('{address}', proposal.value);
}

proposal.addEventListener('click', () => {
  address.value = proposal.value;
  // The button goes away.
  address.focus();
  draw();
});

let shown = '';

function draw(): void {
  const base = baseOf(address.value);
  judge(address, base !== undefined);
  judge(height, height.validity.valid);
  propose(base === undefined ? proposalFor(address.value) : undefined);
  writeAll(base);
  for (const part of form.querySelectorAll<HTMLElement>('[data-element-only]'))
    part.hidden = new FormData(form).get('way') === 'iframe';
  for (const button of document.querySelectorAll('[data-copy]')) button.removeAttribute('data-copied');
}

/** Drawn anew only where a choice is made: not at every key. */
function drawPreview(): void {
  const elements = markup(settings(here));
  if (html(elements) === shown) return;
  shown = html(elements);
  preview.textContent = '';
  preview.append(...elements.flatMap(drawn));
}

/** Pages without a secure connection, as on many an inner network, have no clipboard but the selection. */
async function copy(text: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text.textContent ?? '');
    return true;
  } catch {
    getSelection()?.selectAllChildren(text);
    return document.execCommand('copy');
  }
}

function onCopy(button: HTMLElement): void {
  if (button.getAttribute('aria-disabled') === 'true') {
    found('#said').textContent = form.dataset.first ?? '';
    return;
  }
  const text = found<HTMLElement>(`#${button.dataset.copy}`);
  void copy(text).then((done) => {
    found('#said').textContent = (done ? form.dataset.copied : form.dataset.failed) ?? '';
    button.toggleAttribute('data-copied', done);
  });
}

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  const button = target.closest<HTMLElement>('[data-copy]');
  if (button) onCopy(button);
  const width = target.closest<HTMLInputElement>('input[name="width"]');
  if (width) preview.toggleAttribute('data-narrow', width.value === 'narrow');
});
form.addEventListener('input', draw);
form.addEventListener('change', drawPreview);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  shown = '';
  drawPreview();
});

address.value = here;
for (const part of document.querySelectorAll<HTMLElement>('[data-live], [data-copy]')) part.hidden = false;
for (const part of document.querySelectorAll<HTMLElement>('[data-static]')) part.hidden = true;
draw();
drawPreview();
void import(/* @vite-ignore */ new URL('embed.js', here).href);
