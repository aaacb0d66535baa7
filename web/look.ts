// How the reader has chosen all pages to look.
import { rememberedLook, rememberLook, type Look } from './session/memory';

const NAMES = ['large', 'contrast'] as const;

/** Large type and high contrast are attributes of the page, which the styles know; its buttons tell what is chosen. */
export function wear(look: Look): void {
  for (const name of NAMES) {
    const on = look[name] === true;
    if (on) document.documentElement.setAttribute(`data-${name}`, '');
    else document.documentElement.removeAttribute(`data-${name}`);
    document.querySelector(`button[data-look="${name}"]`)?.setAttribute('aria-pressed', String(on));
  }
}

/** Puts on what was chosen last, and lets the buttons of the page choose for this page and all others. */
export function offerLooks(): Look {
  const look = rememberedLook();
  wear(look);
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLButtonElement>('button[data-look]');
    if (!button) return;
    const name = button.dataset.look as (typeof NAMES)[number];
    look[name] = !look[name];
    rememberLook(look);
    wear(look);
  });
  // Until now the styles have hidden the buttons.
  document.documentElement.setAttribute('data-looks', '');
  return look;
}
