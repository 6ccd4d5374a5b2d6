import path from 'node:path';
import { app, Menu, session, shell } from 'electron';
import { toDatelineError } from '../../core/api/errors';
import { type Capabilities, settingsSchema } from '../../core/api/shapes';
import type { HostStart } from '../../host/host';
import { usualLibrary } from '../../host/library/usualLibrary';
import type { Host, HostOptions, HostPorts } from '../../host/ports';
import { applySettings, followTheme, titleBarInset } from './appearance';
import { registerAppScheme, serveBundle } from './bundleProtocol';
import { addContextMenu } from './contextMenu';
import { createDesktopPorts } from './desktopPorts';
import { guardContents } from './guardContents';
import { openHostDoor, tellWindows } from './hostDoor';
import { type KeptWindow, keepWindow } from './keepWindow';
import { createMenuTemplate } from './menuTemplate';
import { collectOpenFiles, type OpenFiles } from './openFiles';
import { denyPermissions } from './permissions';
import { closeHostBeforeQuitting, showFailure } from './quitting';
import { parseStartArguments } from './startArguments';

export interface ShellOptions {
  startHost: (options: HostOptions) => Promise<HostStart>;
  /** Arguments of this start, without the program's own. */
  args: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  paths: { renderer: string; preload: string; templates: string; workers: string; packetPage: string };
}

/**
 * The desktop shell. What Electron wants before it is ready is done at once; the rest follows, and nothing here
 * waits for `ready` at the top of a module, where Electron would wait for the module in turn.
 */
export function runShell(options: ShellOptions): Promise<void> {
  const start = parseStartArguments(options.args, process.cwd());
  const library = start.library ?? (options.environment.DATELINE_LIBRARY || null);
  const files = collectOpenFiles(start.files);
  registerAppScheme();
  app.enableSandbox();
  const ports = createDesktopPorts();
  const warn = (message: string) => ports.log('warn', message);
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, warn);
    addContextMenu(contents);
  });
  return app
    .whenReady()
    .then(() => startShell({ ...options, ports, files, library: library && path.resolve(library) }))
    .catch((thrown: unknown) => {
      showFailure('Dateline could not start', toDatelineError(thrown));
      app.exit(1);
    });
}

interface Start extends ShellOptions {
  ports: HostPorts;
  files: OpenFiles;
  library: string | null;
}

async function startShell(start: Start): Promise<void> {
  const { platform, paths, ports, files } = start;
  let window: KeptWindow | null = null;
  const begun = await start.startHost({
    folder: start.library ?? usualLibrary(app.getPath('home')),
    templates: paths.templates,
    workers: paths.workers,
    packetPage: paths.packetPage,
    capabilities: describeShell(platform),
    ports,
    onHandOver: async (handed) => {
      for (const file of handed.files) files.add(file);
      await window?.show();
      return {};
    },
  });
  if (!begun.owner) return handOver(begun, files);
  const { host } = begun;
  closeHostBeforeQuitting(host);
  denyPermissions(session.defaultSession);
  serveBundle(paths.renderer, host.readAsset);
  await followSettings(host, platform, files);
  setMenus(platform);
  window = keepWindow({ preload: paths.preload, platform, warn: (message) => ports.log('warn', message) });
  await window.show();
}

/** Another process has the library: it gets the files, and its window or page is shown instead of ours. */
async function handOver(start: HostStart & { owner: false }, files: OpenFiles): Promise<void> {
  const { url } = await start.handOver({ files: files.takeWaiting(), options: {} });
  if (url?.startsWith('http://127.0.0.1:')) await shell.openExternal(url);
  app.exit(0);
}

async function followSettings(host: Host, platform: NodeJS.Platform, files: OpenFiles): Promise<void> {
  const apply = (value: unknown) =>
    applySettings(settingsSchema.parse(value), session.defaultSession, platform);
  const door = openHostDoor(host, apply);
  // A page hears of opened files only once it listens, and it calls as soon as it does.
  void door.firstCall.then(() => files.openWith((file) => host.openFile(file)));
  followTheme(platform);
  const settings = await host.dispatch('settings.read', {});
  if (settings.ok) apply(settings.value);
}

function setMenus(platform: NodeJS.Platform): void {
  const run = (command: string) => tellWindows({ event: 'menu.command', data: { command } });
  const template = createMenuTemplate({ platform, isDevelopment: !app.isPackaged, run });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function describeShell(platform: NodeJS.Platform): Omit<Capabilities, 'folder' | 'team'> {
  return {
    version: app.getVersion(),
    // With a hidden title bar, only macOS still shows menus.
    nativeMenus: platform === 'darwin',
    saveDialog: true,
    folderDialog: true,
    titleBarInset: titleBarInset(platform),
    platform: platform === 'darwin' ? 'mac' : platform === 'win32' ? 'windows' : 'linux',
  };
}
