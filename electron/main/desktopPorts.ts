import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { app, dialog, shell } from 'electron';
import type { HostPorts } from '../../host/ports';

/** What the desktop gives the host: its clock, its dialogs, its browser, its log. */
export function createDesktopPorts(): HostPorts {
  return {
    now: () => new Date(),
    newId: () => randomBytes(8).toString('hex'),
    saveDialog: askWhereToSave,
    folderDialog: askForFolder,
    openExternal: (url) => shell.openExternal(url),
    log: (level, message) => {
      process.stderr.write(`${level}: ${message}\n`);
    },
  };
}

/** A folder that is there, or that the dialog made; null when the person closed it. */
async function askForFolder(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Offers the documents folder first; null when the person closed the dialog. */
async function askWhereToSave({ fileName }: { fileName: string }): Promise<string | null> {
  const extension = path.extname(fileName).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: path.join(app.getPath('documents'), path.basename(fileName)),
    // A file on a source card may have no ending.
    filters: extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}
