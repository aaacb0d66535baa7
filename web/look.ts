// How the reader has chosen all pages to look.
import { rememberedLook, type Look } from './session/memory';

/** Large type and high contrast are attributes of the page, which the styles know. */
export function wear({ large = false, contrast = false }: Look): void {
  for (const [name, on] of Object.entries({ large, contrast })) {
    if (on) document.documentElement.setAttribute(`data-${name}`, '');
    else document.documentElement.removeAttribute(`data-${name}`);
  }
}

/** Puts on what was chosen last. */
export function wearRemembered(): Look {
  const look = rememberedLook();
  wear(look);
  return look;
}
