import path from 'node:path';
import { startHost } from '../../host/host';
import { runShell } from './shell';

/** The folder above dist/; inside an installed app that is app.asar. */
const root = path.resolve(import.meta.dirname, '../..');

void runShell({
  startHost,
  args: process.argv.slice(1),
  environment: process.env,
  platform: process.platform,
  paths: {
    renderer: path.join(root, 'dist/renderer'),
    preload: path.join(root, 'dist/electron/preload.cjs'),
    // The PDF compiler is native and reads plain files only, so templates lie beside the archive.
    templates: unpacked('templates'),
    workers: unpacked('dist/node'),
    packetPage: path.join(root, 'dist/packet'),
  },
});

function unpacked(folder: string): string {
  return path.join(root.replace(/app\.asar$/, 'app.asar.unpacked'), folder);
}
