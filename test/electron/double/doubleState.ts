import type { Browser } from 'playwright-core';

export interface MenuItemDouble {
  label?: string;
  id?: string;
  role?: string;
  accelerator?: string;
  registerAccelerator?: boolean;
  submenu?: MenuItemDouble[];
  click?: () => void;
}

export interface ScriptedDialog {
  kind: string;
  result: unknown;
}

type Decide = (isGranted: boolean) => void;

/** What the double was told and what it wrote down, emptied by `resetState`. */
export interface DoubleState {
  isReady: boolean;
  browser: Browser | null;
  privilegedSchemes: Set<string>;
  protocolHandlers: Map<string, (request: Request) => Promise<Response> | Response>;
  askPermission: ((contents: unknown, permission: string, decide: Decide) => void) | null;
  checkPermission: ((contents: unknown, permission: string) => boolean) | null;
  menu: { items: MenuItemDouble[] } | null;
  popups: MenuItemDouble[][];
  /** Dialogs that were asked for, and the answers waiting for the next ones. */
  dialogs: { kind: string; options: unknown }[];
  scripted: ScriptedDialog[];
  openedOutside: string[];
  /** Addresses that a page was kept from. */
  blocked: string[];
  console: string[];
  spelling: { isOn: boolean; languages: string[]; dictionaries: string; words: string[] };
  isSandboxed: boolean;
  exitCode: number | null;
}

function freshState(): DoubleState {
  return {
    isReady: false,
    browser: null,
    privilegedSchemes: new Set(),
    protocolHandlers: new Map(),
    askPermission: null,
    checkPermission: null,
    menu: null,
    popups: [],
    dialogs: [],
    scripted: [],
    openedOutside: [],
    blocked: [],
    console: [],
    spelling: { isOn: true, languages: [], dictionaries: '', words: [] },
    isSandboxed: false,
    exitCode: null,
  };
}

export const state = freshState();

/** Forgets everything, for the next start in the same test file. */
export function resetState(): void {
  Object.assign(state, freshState());
}

/** Refuses what Electron refuses before `ready`. */
export function requireReady(what: string): void {
  if (!state.isReady) throw new Error(`${what} can only be used after app is ready`);
}

/** Refuses what Electron refuses after `ready`. */
export function requireNotReady(what: string): void {
  if (state.isReady) throw new Error(`${what} should be called before app is ready`);
}
