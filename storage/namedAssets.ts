import type { NarrativeFile } from '../core/format/narrativeFile';

const namesInText = /[0-9a-f]{64}\.(?:png|jpg|gif|webp|svg|bin)/g;
const sharedDocuments = /"yjs":\s*"([A-Za-z0-9+/=]+)"/g;

/** Every picture and attached file that a narrative names. */
export function namedAssets({ content, yjs }: Pick<NarrativeFile, 'content' | 'yjs'>): Set<string> {
  const names = new Set<string>();
  addNamedAssets(JSON.stringify({ content, yjs }), names);
  return names;
}

/**
 * Adds what a file's text names. The readable part of a file repeats what the shared document says, but the
 * document is the truth.
 */
export function addNamedAssets(text: string, names: Set<string>): void {
  for (const [name] of text.matchAll(namesInText)) names.add(name);
  for (const [, base64 = ''] of text.matchAll(sharedDocuments)) {
    const document = Buffer.from(base64, 'base64').toString('latin1');
    for (const [name] of document.matchAll(namesInText)) names.add(name);
  }
}
