import { join } from 'node:path';
import { ensureBuild } from './setup/ensureBuild.mjs';
import { ensureDependencies } from './setup/ensureDependencies.mjs';
import { root } from './setup/paths.mjs';
import { runNode } from './setup/run.mjs';

await ensureDependencies();
await ensureBuild();
const { bundleForNode } = await import('./setup/bundleForNode.mjs');
const entries = {
  team: 'bench/team.ts',
  teamServer: 'bench/teamServer.ts',
  teamClients: 'bench/teamClients.ts',
};
const folder = join(root, 'out/bench-team');
await bundleForNode({ entries, folder, format: 'es', extension: 'js' });
const programs = [join(folder, 'teamServer.js'), join(folder, 'teamClients.js'), join(root, 'dist/node')];
const args = [...programs, ...process.argv.slice(2)];
process.exit((await runNode(join(folder, 'team.js'), args)) ?? 1);
