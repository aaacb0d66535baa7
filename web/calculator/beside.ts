// The two files that the core needs beside its scripts. The single file holds them itself.
import wasmUrl from 'core-wasm?url';

export { wasmUrl };
/** Its name never changes: whoever replaces this file alone replaces every figure. Bundlers recognise a file by this form. */
export const policyUrl = new URL(/* @vite-ignore */ './policy.json', import.meta.url).href;
