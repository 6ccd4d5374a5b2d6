import { ensureBuild } from './setup/ensureBuild.mjs';
import { ensureDependencies } from './setup/ensureDependencies.mjs';
import { runNode } from './setup/run.mjs';
import { say } from './setup/say.mjs';

await ensureDependencies();
await ensureBuild();
say('Packing the desktop app into release/ (needs Electron’s runtime, fetched once) …');
const args = ['--config', 'build/electron-builder.json', '--publish', 'never', ...process.argv.slice(2)];
const code = await runNode('node_modules/electron-builder/cli.js', args);
if (code !== 0)
  say('The app was not packed; electron-builder says why above. `npm start -- --browser` works without it.');
process.exit(code ?? 1);
