// loadCalculator: the core behind two lines of JSON text, as WebAssembly or, where that is missing, forbidden or
// refuses to compile, as its JavaScript twin; and the policy file that lies beside it. Free of clock and locale;
// touches the network only to load these.
import type { CoreModule } from 'core-glue';
import { policyUrl, wasmUrl } from './beside';
import type { PolicyFile } from '../words/figures';
import type { Answer, PolicyError, Situation } from '../generated/contract';
import { turn } from './turn';

export type * from '../generated/contract';

/** A policy file: as an object, as JSON text, or as the bytes of that text. */
export type Policy = object | string | Uint8Array;

export interface LoadOptions {
  /** A policy in place of the file policy.json. */
  policy?: Policy;
  /** Where core.wasm and policy.json lie, if not beside this module. */
  baseUrl?: string | URL;
  /** The bytes of core.wasm, for whoever has them already. */
  wasm?: BufferSource;
}

/** Answers situations against one policy; never throws for bad input, be it the situation or the options. */
export interface Calculator {
  /** What is wrong with the policy. Unless this is empty, `evaluate` answers with it, whatever it is asked. */
  readonly policyErrors: readonly PolicyError[];
  /** The policy's edition, empty where it is unsound. */
  readonly edition: string;
  /** The policy file as it was given, from which sentences take their figures. @throws where it is no JSON */
  file(): PolicyFile;
  evaluate(situation: Situation | string, options?: EvaluateOptions | null): Answer;
  /**
   * The same core under another policy; this one stays as it is. The core holds one policy at a time and reads it again
   * when the other calculator is asked: ask one, then the other, rather than both in turns.
   */
  under(policy: Policy): Calculator;
}

export interface EvaluateOptions {
  /** Whether to say what other readings of the law would give; true unless told otherwise. */
  alternatives?: boolean;
  /**
   * The benefits asked about, separated by blanks: ids (`leave.maternity`), their groups (`leave`), or numbers of
   * measures (`12`), one of which may be a number. Without it, null or empty, all; a word that names none, or a value of
   * another kind, is answered with the error `unknown_option`.
   */
  only?: string | number | null;
}

/** Valid under every policy, and before every policy: what is found wrong with it is wrong with the policy. */
const NOTHING_TOLD: Situation = { as_of: '1900-01-01' };

/**
 * A value that has no JSON (undefined, a function, an object that contains itself) becomes the empty text, which the core
 * refuses as bad input. A lone surrogate has no UTF-8 form and would damage the character beside it on the way into the
 * core, so NUL takes its place, which no JSON may contain either.
 */
function text(value: unknown): string {
  try {
    const json = typeof value === 'string' ? value : ((JSON.stringify(value) as string | undefined) ?? '');
    return json.replace(/[\ud800-\udfff]/gu, '\0');
  } catch {
    return '';
  }
}

/** Compiles from the stream where the server names the type, from the bytes where it does not. */
async function compile(source: string | BufferSource): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw new Error('no WebAssembly');
  if (typeof source !== 'string') return WebAssembly.compile(source);
  // Cut short or altered on its way, it must not answer; the twin does then.
  const response = await fetch(source, { credentials: 'same-origin', integrity: __CORE_INTEGRITY__ });
  if (!response.ok) throw new Error(`core.wasm: ${response.status}`);
  return 'compileStreaming' in WebAssembly &&
    /^application\/wasm\b/.test(response.headers.get('content-type') ?? '')
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

async function asWebAssembly(source: string | BufferSource): Promise<CoreModule> {
  const [{ default: create }, module] = await Promise.all([import('core-glue'), compile(source)]);
  return new Promise((resolve, reject) => {
    // What it is refused for is told here; the glue never hears of it.
    const instantiate = (imports: WebAssembly.Imports): Promise<WebAssembly.Instance> =>
      new Promise((done) => WebAssembly.instantiate(module, imports).then(done, reject));
    create({ instantiate }).then(resolve, reject);
  });
}

async function loadCore(source: string | BufferSource): Promise<CoreModule> {
  try {
    return await asWebAssembly(source);
  } catch {
    // Whatever is lacking, the twin gives the same answers; where it does not load either, its failure is the one told.
    const { default: create } = await import('core-twin');
    return create();
  }
}

/** The policy file did not arrive. */
export class PolicyMissing extends Error {}

/**
 * Bytes, not text: what is no UTF-8 is for the core to refuse. Asks the server again whatever a cache holds, so that a
 * replaced file is never answered from the old one.
 */
async function fetchPolicy(url: string): Promise<Uint8Array> {
  const response = await fetch(url, { cache: 'no-cache', credentials: 'same-origin' }).catch(() => undefined);
  const bytes = response?.ok && (await response.arrayBuffer().catch(() => undefined));
  if (!bytes) throw new PolicyMissing(url);
  return new Uint8Array(bytes);
}

const utf8 = new TextDecoder();

/** The policy that a core holds: there is room for one. */
const held = new WeakMap<CoreModule, Policy>();

function calculator(core: CoreModule, policy: Policy): Calculator {
  // A copy: bytes may change before they are needed again.
  const given = policy instanceof Uint8Array ? new Uint8Array(policy) : text(policy);
  const open = (): void => {
    if (held.get(core) === given) return;
    core.open(given);
    held.set(core, given);
  };
  open();
  const evaluate: Calculator['evaluate'] = (situation, options) => {
    const { alternatives = true, only } = options ?? {};
    open();
    return JSON.parse(utf8.decode(core.evaluate(text(situation), alternatives, text(only ?? '')))) as Answer;
  };
  let file: PolicyFile | undefined;
  let said: Answer | undefined;
  const answer = (): Answer => (said ??= evaluate(NOTHING_TOLD, { alternatives: false }));
  return {
    get policyErrors() {
      const found = answer();
      // Nothing is wrong with the question, so what is found is wrong with the policy.
      return 'errors' in found ? (found.errors as PolicyError[]) : [];
    },
    get edition() {
      const found = answer();
      return 'errors' in found ? '' : found.policy.edition;
    },
    file: () => (file ??= JSON.parse(typeof given === 'string' ? given : utf8.decode(given)) as PolicyFile),
    evaluate,
    under: (other) => calculator(core, other),
  };
}

/**
 * A browser compiles a function when it is first called, which takes a slow phone as long as a hundred answers. Called
 * part by part, in turns, nobody who touches the page meanwhile waits for all of them.
 */
async function warmedUp(core: CoreModule, policy: Policy): Promise<Calculator> {
  core.open('{}');
  await turn();
  const opened = calculator(core, policy);
  for (const only of ['1', 'leave', '14']) {
    await turn();
    opened.evaluate({ as_of: '2100-01-01' }, { alternatives: false, only });
  }
  await turn();
  return opened;
}

/**
 * An unsound policy is no reason to reject: see `policyErrors`.
 * @throws only where neither form of the core can be loaded, or, as `PolicyMissing`, no policy file
 */
export async function loadCalculator({ policy, baseUrl, wasm }: LoadOptions = {}): Promise<Calculator> {
  const at = (url: string): string =>
    baseUrl === undefined ? url : new URL(url.slice(url.lastIndexOf('/') + 1), baseUrl).href;
  const [core, file] = await Promise.all([
    loadCore(wasm ?? at(wasmUrl)),
    policy === undefined ? fetchPolicy(at(policyUrl)) : policy,
  ]);
  await turn();
  return warmedUp(core, file);
}
