import { join } from 'node:path';
import { build } from 'vite';
import { root } from './paths.mjs';

/**
 * Bundles the page of a review packet: one script and one style, which the host puts into each packet as they are.
 *
 * @param {string} folder
 */
export async function bundlePacket(folder) {
  await build({
    configFile: false,
    root: join(root, 'packet'),
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      cssCodeSplit: false,
      // A packet fetches nothing, so its font is in its style.
      assetsInlineLimit: 200_000,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: join(root, 'packet/main.ts'),
        output: { format: 'iife', entryFileNames: 'packet.js', assetFileNames: 'packet[extname]' },
      },
    },
  });
}
