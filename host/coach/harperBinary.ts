import { readFile } from 'node:fs/promises';
import { createBinaryModuleFromUrl } from 'harper.js';

/** Name under which builds put Harper's rules and dictionary beside the workers. */
const wasmFile = 'harper.wasm';

/**
 * Harper's rules and dictionary, from the file beside the running worker. They are handed over as a data
 * address: by a file's address Harper cannot find files in folders with spaces in their names.
 */
export async function loadHarperBinary(): Promise<ReturnType<typeof createBinaryModuleFromUrl>> {
  const bytes = await readFile(new URL(/* @vite-ignore */ wasmFile, import.meta.url));
  return createBinaryModuleFromUrl(`data:application/wasm;base64,${bytes.toString('base64')}`, 'slim');
}
