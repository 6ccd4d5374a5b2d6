/** Bundles the host's workers, and programs beside them, into a folder. */
export function bundleHost(folder: string, programs?: Record<string, string>): Promise<void>;

/** Bundles entries for Node or Electron into a folder, libraries included. */
export function bundleForNode(target: {
  entries: Record<string, string>;
  folder: string;
  format: 'es' | 'cjs';
  extension: 'js' | 'cjs' | 'mjs';
}): Promise<void>;
