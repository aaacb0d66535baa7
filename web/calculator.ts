// loadCalculator: the core behind two lines of JSON text, as WebAssembly or, where that is missing, forbidden or
// refuses to compile, as its JavaScript twin. Free of clock and locale; touches the network only to load itself.
import type { CoreModule } from 'core-glue';
import wasmUrl from 'core-wasm?url';
import type { Answer, Situation } from './generated/contract';

export type { Answer, Situation };
export type * from './generated/contract';

export interface LoadOptions {
  /** A policy file in place of the one compiled in; an unsound one is answered by `evaluate` with its errors. */
  policy?: object | string;
  /** Where core.wasm lies, if not beside this module. */
  baseUrl?: string | URL;
}

/** Answers situations against one policy; never throws for bad input. */
export interface Calculator {
  evaluate(situation: Situation | string, options?: EvaluateOptions): Answer;
}

export interface EvaluateOptions {
  /** Whether to say what other readings of the law would give; true unless told otherwise. */
  alternatives?: boolean;
  /**
   * The benefits asked about, separated by blanks: ids (`leave.maternity`), what ids begin with (`leave`), or numbers of
   * measures (`12`). Without it all; a word that names none is answered with the error `unknown_option`.
   */
  only?: string;
}

/**
 * A lone surrogate would corrupt its neighbour on the way into the core; JSON.stringify escapes it, raw text cannot.
 * What has no JSON (undefined, a function, a circle) becomes the empty text, which the core answers as bad input.
 */
function text(json: object | string): string {
  if (typeof json === 'string') return json;
  try {
    return (JSON.stringify(json) as string | undefined) ?? '';
  } catch {
    return '';
  }
}

/** Compiles from the stream where the server names the type, from the bytes where it does not. */
async function compile(url: string): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw new Error('no WebAssembly');
  // Cut short or altered on its way, it must not answer; the twin does then.
  const response = await fetch(url, { credentials: 'same-origin', integrity: __CORE_INTEGRITY__ });
  if (!response.ok) throw new Error(`core.wasm: ${response.status}`);
  return 'compileStreaming' in WebAssembly &&
    /^application\/wasm\b/.test(response.headers.get('content-type') ?? '')
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

async function asWebAssembly(url: string): Promise<CoreModule> {
  const [{ default: create }, module] = await Promise.all([import('core-glue'), compile(url)]);
  return new Promise((resolve, reject) => {
    create({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(module, imports).then((instance) => done(instance, module), reject);
        return {};
      },
    }).then(resolve, reject);
  });
}

async function loadCore(url: string): Promise<CoreModule> {
  try {
    return await asWebAssembly(url);
  } catch {
    const { default: create } = await import('core-twin');
    return create();
  }
}

/** @throws only where neither form of the core can be loaded */
export async function loadCalculator({ policy = '', baseUrl }: LoadOptions = {}): Promise<Calculator> {
  const name = wasmUrl.slice(wasmUrl.lastIndexOf('/') + 1);
  const core = await loadCore(baseUrl === undefined ? wasmUrl : new URL(name, baseUrl).href);
  const opened = core.open(text(policy));
  return {
    evaluate: (situation, { alternatives = true, only = '' } = {}) =>
      JSON.parse(core.evaluate(opened, text(situation), alternatives, only)) as Answer,
  };
}
