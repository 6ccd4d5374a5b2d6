import { join } from 'node:path';
import { bundleForNode } from '../../build/setup/bundleForNode.mjs';

/** Bundles a TypeScript file into a folder so that plain Node can run it; answers the bundle's path. */
export async function bundleChild(entry: string, folder: string): Promise<string> {
  await bundleForNode({ entries: { child: entry }, folder, format: 'es', extension: 'mjs' });
  return join(folder, 'child.mjs');
}
