// Vite wraps every import() so that styles which hang on it come first. None do here: what is left is the import.
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
