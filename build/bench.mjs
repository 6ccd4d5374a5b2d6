import { ensureBuild } from './setup/ensureBuild.mjs';
import { ensureDependencies } from './setup/ensureDependencies.mjs';
import { runNode } from './setup/run.mjs';

await ensureDependencies();
await ensureBuild();
const { ensureChromium } = await import('./setup/ensureTool.mjs');
const { bundleForNode } = await import('./setup/bundleForNode.mjs');
const chromium = await ensureChromium();
await bundleForNode({
  entries: { bench: 'bench/main.ts', pdfChild: 'bench/pdfChild.ts', exportsChild: 'bench/exportsChild.ts' },
  folder: 'out/bench',
  format: 'es',
  extension: 'js',
});
const env = { ...process.env, ...(chromium ? { DATELINE_CHROMIUM: chromium } : {}) };
process.exit((await runNode('out/bench/bench.js', process.argv.slice(2), { env })) ?? 1);
