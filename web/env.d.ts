// The Emscripten builds of the core, found by the bundler in the directory CORE names.
declare module 'core-glue' {
  export interface CoreModule {
    /** From now on `evaluate` answers by this policy, and by no other. */
    open(policy: string | Uint8Array): void;
    /** @returns UTF-8 in the core's own memory, good until its next answer */
    evaluate(situation: string, alternatives: boolean, only: string): Int8Array<ArrayBuffer>;
  }
  const create: (options: {
    instantiate: (imports: WebAssembly.Imports) => Promise<WebAssembly.Instance>;
  }) => Promise<CoreModule>;
  export default create;
}
declare module 'core-twin' {
  const create: () => Promise<import('core-glue').CoreModule>;
  export default create;
}
/** What core.wasm must hash to when it arrives. */
declare const __CORE_INTEGRITY__: string;
declare module 'core-wasm?url' {
  const url: string;
  export default url;
}
/** Whether everything is built into one file, which has no other beside it. */
declare const SINGLE_FILE: boolean;
declare module 'words:*' {
  const words: Readonly<Record<string, string>>;
  export default words;
}
/** The second evaluation, tests/enumerate/device.mjs: independent of the core, and no part of the calculator. */
declare module 'second-opinion' {
  export interface Question {
    benefit: string;
    situation: import('./generated/contract').Situation;
    expected: object[];
  }
  export interface Disagreement {
    benefit: string;
    situation: object;
    differences: object[];
  }
  export const parts: readonly { benefit: string; part: object }[];
  export function questionsAbout(
    benefit: string,
    part: object,
    reach: 'device',
  ): Iterable<{ questions: Question[] }>;
  export function disagreement(question: Question, answer: object): Disagreement | null;
}
