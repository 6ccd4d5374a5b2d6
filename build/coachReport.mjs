import { ensureDependencies } from './setup/ensureDependencies.mjs';
import { runNode } from './setup/run.mjs';

await ensureDependencies();
const { bundleForNode } = await import('./setup/bundleForNode.mjs');
// As deep as test/core/coach, so that what is read relative to a source file is found from the bundle too.
const folder = 'out/coach/report';
await bundleForNode({
  entries: { coachReport: 'test/core/coach/report/main.ts' },
  folder,
  format: 'es',
  extension: 'js',
});
process.exit((await runNode(`${folder}/coachReport.js`, process.argv.slice(2))) ?? 1);
