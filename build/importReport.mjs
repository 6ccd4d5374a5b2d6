import { ensureDependencies } from './setup/ensureDependencies.mjs';
import { runNode } from './setup/run.mjs';

await ensureDependencies();
const { bundleForNode } = await import('./setup/bundleForNode.mjs');
const folder = 'out/import/report';
await bundleForNode({
  entries: { importReport: 'test/core/import/report/main.ts' },
  folder,
  format: 'es',
  extension: 'js',
});
process.exit((await runNode(`${folder}/importReport.js`, process.argv.slice(2))) ?? 1);
