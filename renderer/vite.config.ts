import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { excalidraw } from '../build/excalidraw.mjs';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the window for both shells. The output runs under `script-src 'self'`: nothing inline, nothing remote. */
export default defineConfig({
  root: fromHere('.'),
  base: './',
  plugins: [react(), excalidraw()],
  build: {
    outDir: fromHere('../dist/renderer'),
    emptyOutDir: true,
    // `/assets/` belongs to the pictures of the library.
    assetsDir: 'bundle',
    // Data addresses are not among the allowed font sources.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    // Excalidraw, which is loaded when somebody draws.
    chunkSizeWarningLimit: 1200,
  },
});
