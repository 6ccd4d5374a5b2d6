import { ensureBuild } from './setup/ensureBuild.mjs';
import { ensureDependencies } from './setup/ensureDependencies.mjs';
import { runNode } from './setup/run.mjs';
import { say } from './setup/say.mjs';

/** What must hold before a commit, cheapest first. `--fast` leaves the tests out. */
const steps = [
  { name: 'types and layers', script: 'node_modules/typescript/bin/tsc', args: ['-b'] },
  {
    name: 'lint, format and layers',
    script: 'node_modules/@biomejs/biome/bin/biome',
    args: ['check', '--error-on-warnings'],
  },
  { name: 'unused code', script: 'node_modules/knip/bin/knip.js', args: [] },
  { name: 'the map in docs/ARCHITECTURE.md', script: 'build/checkArchitecture.mjs', args: [] },
];

const fast = process.argv.includes('--fast');
await ensureDependencies();
for (const { name, script, args } of steps) {
  const started = Date.now();
  const code = await runNode(script, args);
  say(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (code !== 0) process.exit(1);
}
if (!fast) {
  await ensureBuild();
  process.exit((await runNode('build/test.mjs')) ?? 1);
}
