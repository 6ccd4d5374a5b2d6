import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createCancellableEvent } from './cancellableEvent';
import { requireNotReady, state } from './doubleState';

interface ClosableWindow {
  closeAndWait(): Promise<void>;
  isDestroyed(): boolean;
}

/** Tells the double's controls that somebody asked for `ready`. */
export const waitingEvent = 'double:waiting';

/** The life of an app: ready once, paths of its own, quitting that can be refused at every step. */
class AppDouble extends EventEmitter {
  isPackaged = false;
  readonly windows = new Set<ClosableWindow>();
  #paths = new Map<string, string>();
  #isQuitting = false;

  isReady(): boolean {
    return state.isReady;
  }

  async whenReady(): Promise<void> {
    this.emit(waitingEvent);
    if (!state.isReady) await new Promise<void>((resolve) => this.once('ready', () => resolve()));
  }

  getPath(name: string): string {
    const known = this.#paths.get(name) ?? mkdtempSync(path.join(os.tmpdir(), `dateline-${name}-`));
    this.#paths.set(name, known);
    return known;
  }

  /** Takes the folders away that `getPath` made. */
  removeFolders(): void {
    for (const folder of this.#paths.values()) rmSync(folder, { recursive: true, force: true });
    this.#paths.clear();
  }

  getVersion(): string {
    return '0.0.0-double';
  }

  enableSandbox(): void {
    requireNotReady('app.enableSandbox()');
    state.isSandboxed = true;
  }

  quit(): void {
    void this.quitAndWait();
  }

  exit(code = 0): void {
    state.exitCode = code;
    this.emit('quit', {}, code);
  }

  /** Resolves when the app has quit, or somebody refused it. */
  async quitAndWait(): Promise<void> {
    if (this.#isQuitting || state.exitCode !== null) return;
    this.#isQuitting = true;
    await this.#quitStepByStep();
    this.#isQuitting = false;
  }

  async #quitStepByStep(): Promise<void> {
    if (this.#isRefused('before-quit')) return;
    for (const window of [...this.windows]) {
      await window.closeAndWait();
      if (!window.isDestroyed()) return;
    }
    if (!this.#isRefused('will-quit')) this.exit(0);
  }

  #isRefused(name: string): boolean {
    const event = createCancellableEvent({});
    this.emit(name, event);
    return event.defaultPrevented;
  }
}

export const app = new AppDouble();
