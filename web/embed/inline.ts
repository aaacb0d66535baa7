// The calculator in the shadow of <birth-benefits mode="inline">: no frame, and the host's styles stay outside.
import styles from '../styles/embedded.css?inline';
import type { Ready, Unavailable } from '../app/app';
import { turn } from '../calculator/turn';
import { foreign, onResize, wantedIn } from './foreign';

/** In the shadow, lengths must not follow the font size of the host's root, which many sites change. */
function rooted(css: string, shadow: ShadowRoot): string {
  const probe = document.createElement('span');
  probe.style.fontSize = 'medium';
  shadow.append(probe);
  const usual = parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return css.replace(/(\d*\.?\d+)rem\b/g, (_, count: string) => `${Number(count) * usual}px`);
}

function adopt(shadow: ShadowRoot, css: string): void {
  if ('adoptedStyleSheets' in shadow && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
    return;
  }
  // Browsers before 2023; the host's policy must allow the style.
  const style = document.createElement('style');
  style.textContent = css;
  shadow.append(style);
}

/**
 * Fills the element's shadow; rejects where neither form of the core runs.
 * @param wanted settings, as text
 * @returns once the reader can begin, what follows other settings
 */
export async function inline(
  element: HTMLElement,
  wanted: string,
  say: (name: string, detail?: unknown) => void,
): Promise<(wanted: string) => void> {
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  // In turns: the page around it may have something else to do than to wait for all of this at once.
  await turn();
  adopt(shadow, rooted(styles, shadow));
  await turn();
  const { app, applySettings } = foreign(wantedIn(wanted), {
    root: shadow,
    dressed: element,
    deployment: new URL('./', import.meta.url),
    fragment: '',
    receiver: origin,
    share: (result) => say('result', result),
  });
  return new Promise((resolve, reject) => {
    app.addEventListener('ready', (event) => {
      resolve((next) => applySettings(wantedIn(next)));
      onResize(app, () => {
        // Taken out of the page or hidden, it has none.
        const height = Math.ceil(app.getBoundingClientRect().height);
        if (height > 0) say('height', height);
      });
      say('ready', (event as Ready).detail.say('page.title'));
    });
    app.addEventListener('unavailable', (event) => {
      // Where only a later part is missing, what is on screen stays.
      if ((event as Unavailable).detail.reason === 'part') return;
      app.remove();
      reject(new Error('unavailable'));
    });
    shadow.append(app);
  });
}
