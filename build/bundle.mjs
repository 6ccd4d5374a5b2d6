import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { bundleForNode, bundleHost } from './setup/bundleForNode.mjs';
import { bundlePacket } from './setup/bundlePacket.mjs';
import { buildStamp } from './setup/ensureBuild.mjs';
import { root } from './setup/paths.mjs';

/** Fonts for PDF come as TTF out of packages; woff2 would be ignored without a word. */
function copyFonts() {
  const fonts = JSON.parse(readFileSync(join(root, 'templates/pdf/fonts.json'), 'utf8'));
  mkdirSync(join(root, 'dist/fonts'), { recursive: true });
  for (const { package: name, file } of fonts) {
    copyFileSync(join(root, 'node_modules', name, file), join(root, 'dist/fonts', file.split('/').at(-1)));
  }
}

process.chdir(root);
rmSync(join(root, 'dist'), { recursive: true, force: true });
await bundleHost(join(root, 'dist/node'), { cli: 'cli/main.ts' });
await bundleForNode({
  entries: { main: 'electron/main/main.ts' },
  folder: 'dist/electron',
  format: 'es',
  extension: 'js',
});
await bundleForNode({
  entries: { preload: 'electron/preload/preload.ts' },
  folder: 'dist/electron',
  format: 'cjs',
  extension: 'cjs',
});
await build({ configFile: join(root, 'renderer/vite.config.ts'), logLevel: 'warn' });
await bundlePacket(join(root, 'dist/packet'));
copyFonts();
writeFileSync(join(root, buildStamp), `${statSync(join(root, 'package-lock.json')).size}\n`);
