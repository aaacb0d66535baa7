// Vite wraps every import() in code that loads its styles first. Here none has styles, so this leaves the bare import.
import type { Plugin } from 'vite';

export function imports(): Plugin {
  return {
    name: 'imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
  };
}
