import type { Plugin } from 'vite';

/** Fits Excalidraw into a window that may ask nobody else for anything, and delivers its fonts beside the bundle. */
export function excalidraw(): Plugin;
