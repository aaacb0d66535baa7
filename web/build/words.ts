// `import('words:ko')` and `import('words:ko-rest')`: the merged catalogue of a language, as modules of their own.
import type { Plugin } from 'vite';
import { catalogue, forBrowser, LANGUAGES } from './catalogue';

const PREFIX = 'words:';

export function words(): Plugin {
  return {
    name: 'words',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      for (const lang of LANGUAGES)
        for (const part of ['first', 'rest'] as const)
          if (id === `\0${PREFIX}${lang}${part === 'rest' ? '-rest' : ''}`)
            return `export default ${JSON.stringify(forBrowser(catalogue(lang), part))}`;
      return undefined;
    },
  };
}
