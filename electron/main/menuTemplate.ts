import type { MenuItemConstructorOptions } from 'electron';
import { type CommandGroup, type CommandId, commandIds, commands } from '../../core/commands/commands';

export interface MenuOptions {
  platform: NodeJS.Platform;
  /** Adds what only developers need. */
  isDevelopment: boolean;
  run: (command: CommandId) => void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

const editRoles: MenuItemConstructorOptions[] = [
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'pasteAndMatchStyle' },
  { role: 'selectAll' },
];

const viewRoles: MenuItemConstructorOptions[] = [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  { role: 'togglefullscreen' },
];

/** The native menus: the app's own commands, and what every app on the system has. */
export function createMenuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = options.platform === 'darwin';
  const developer: MenuItemConstructorOptions[] = options.isDevelopment
    ? [separator, { role: 'toggleDevTools' }]
    : [];
  const leave: MenuItemConstructorOptions = { role: isMac ? 'close' : 'quit' };
  const system: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : [];
  return [
    ...system,
    group('File', options, [separator, leave]),
    group('Edit', options, [separator, ...editRoles]),
    group('View', options, [separator, ...viewRoles, ...developer]),
    group('Go', options, []),
    ...(isMac ? ([{ role: 'windowMenu' }] as const) : []),
    group('Help', options, []),
  ];
}

function group(
  name: CommandGroup,
  { run }: MenuOptions,
  more: MenuItemConstructorOptions[],
): MenuItemConstructorOptions {
  const own = commandIds
    .filter((id) => commands[id].group === name && !('teamOnly' in commands[id]))
    .map((id) => item(id, run));
  return { label: name, submenu: [...own, ...more] };
}

/** The page binds the keys itself; registering them here as well would run a command twice. */
function item(id: CommandId, run: (command: CommandId) => void): MenuItemConstructorOptions {
  const command = commands[id];
  const keys = 'keys' in command ? { accelerator: command.keys.replace('Mod', 'CmdOrCtrl') } : {};
  return { id, label: command.title, ...keys, registerAccelerator: false, click: () => run(id) };
}
