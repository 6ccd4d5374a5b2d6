import type { HostOptions } from '../../host/ports';

/** A shell that can do nothing beyond what a web page can. */
export const plainShell: HostOptions['capabilities'] = {
  version: '0.0.0-test',
  nativeMenus: false,
  saveDialog: false,
  folderDialog: false,
  titleBarInset: { left: 0, right: 0 },
  platform: 'linux',
};
