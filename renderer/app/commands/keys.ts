import {
  type CommandDefinition,
  type CommandId,
  commandIds,
  commands,
} from '../../../core/commands/commands';

/** What decides how keys are written and which of them the app may take. */
export interface KeyPlatform {
  mac: boolean;
  /** True in the desktop shell, where the app may take keys a browser keeps for itself. */
  desktop: boolean;
}

const keyNames: Record<string, string> = {
  '.': '.',
  '/': '/',
  PageUp: 'Page up',
  PageDown: 'Page down',
};
const macNames: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };

/** The command whose key was pressed, if any. */
export function commandOfKey(event: KeyboardEvent, platform: KeyPlatform): CommandId | undefined {
  return commandIds.find((id) => {
    const keys = keysOf(id, platform);
    return keys !== undefined && matches(event, keys, platform.mac);
  });
}

/** The key of a command on this platform; undefined where it has none. */
export function keysOf(id: CommandId, platform: KeyPlatform): string | undefined {
  const command: CommandDefinition = commands[id];
  if (platform.desktop) return command.keys;
  return command.desktopOnlyKey ? undefined : (command.browserKeys ?? command.keys);
}

/** Keys as people read them: "Ctrl Shift F", or "⇧⌘F" on a Mac. */
export function keysForPeople(keys: string, mac: boolean): string {
  const parts = keys.split('+');
  if (!mac) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : (keyNames[part] ?? part))).join(' ');
  const order = ['Alt', 'Shift', 'Mod'];
  const sorted = [...order.filter((part) => parts.includes(part)), parts.at(-1) ?? ''];
  return sorted.map((part) => macNames[part] ?? keyNames[part] ?? part).join('');
}

function matches(event: KeyboardEvent, keys: string, mac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wantsMod = parts.includes('Mod');
  const mod = mac ? event.metaKey : event.ctrlKey;
  const otherMod = mac ? event.ctrlKey : event.metaKey;
  // On some keyboards "/" and "." need Shift; what counts is the sign that comes out.
  const shiftFits = parts.includes('Shift') ? event.shiftKey : !event.shiftKey || key === '/';
  if (mod !== wantsMod || otherMod || event.altKey !== parts.includes('Alt') || !shiftFits) return false;
  return event.key.toLowerCase() === key.toLowerCase() || (key === '.' && event.code === 'Period');
}
