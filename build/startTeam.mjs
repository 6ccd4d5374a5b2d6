import { ensureBuild } from './setup/ensureBuild.mjs';
import { ensureDependencies } from './setup/ensureDependencies.mjs';
import { runNode } from './setup/run.mjs';

await ensureDependencies();
await ensureBuild();
const options = process.argv.slice(2);
process.exit((await runNode('build/dateline.mjs', ['serve', '--team', ...options])) ?? 0);
