import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './setup/ensureBuild.mjs';
import { ensureDependencies } from './setup/ensureDependencies.mjs';
import { root } from './setup/paths.mjs';
import { runNode } from './setup/run.mjs';
import { say } from './setup/say.mjs';

/** Vitest projects, fastest first; a failing one ends the run. `browser` ones need a Chromium. */
const stages = [
  { project: 'unit', browser: false },
  { project: 'smoke', browser: false },
  { project: 'integration', browser: false },
  { project: 'electron', browser: true },
  { project: 'journeys', browser: true },
];

const resultsFolder = join(root, 'out/test-results');

/** @param {string} project @returns {{ passed: number, failed: number, skipped: number }} */
function readCounts(project) {
  const report = JSON.parse(readFileSync(join(resultsFolder, `${project}.json`), 'utf8'));
  const brokenFiles = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {string} project @param {NodeJS.ProcessEnv} env */
async function runStage(project, env) {
  const report = join(resultsFolder, `${project}.json`);
  rmSync(report, { force: true });
  const args = ['run', '--project', project, '--passWithNoTests', '--reporter=default'];
  const code = await runNode(
    'node_modules/vitest/vitest.mjs',
    [...args, '--reporter=json', `--outputFile.json=${report}`],
    { env },
  );
  return { code, counts: readCounts(project) };
}

/** @param {string[]} skipped names of stages without a browser */
function announceSkipped(skipped) {
  say('');
  say('*'.repeat(78));
  say('NO CHROMIUM COULD BE FOUND OR INSTALLED. These tests did not run:');
  for (const project of skipped) say(`  - ${project}: every test in it`);
  say('Install Chromium or Chrome, or name one in DATELINE_CHROMIUM, and run npm test again.');
  say('*'.repeat(78));
}

await ensureDependencies();
const { ensureChromium, ensureFonts, ensurePrograms } = await import('./setup/ensureTool.mjs');
const programs = ['pdftotext', 'pdfinfo', 'qpdf', 'pandoc', 'redis-server', 'pg_ctlcluster'];
ensurePrograms(programs, ['poppler-utils', 'qpdf', 'pandoc', 'redis-server', 'postgresql']);
ensureFonts({ ':lang=ja': 'fonts-noto-cjk', 'Noto Color Emoji': 'fonts-noto-color-emoji' });
const chromium = await ensureChromium();
await ensureBuild();
mkdirSync(resultsFolder, { recursive: true });

const env = { ...process.env, ...(chromium ? { DATELINE_CHROMIUM: chromium } : {}) };
const total = { passed: 0, failed: 0, skipped: 0 };
const withoutBrowser = [];
let broken = false;

for (const { project, browser } of stages) {
  if (browser && !chromium) {
    withoutBrowser.push(project);
    continue;
  }
  say(`\n== ${project}`);
  const { code, counts } = await runStage(project, env);
  for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key];
  if (code !== 0) {
    broken = true;
    total.failed = Math.max(total.failed, 1);
    say(`The stage “${project}” failed; later stages were not run.`);
    break;
  }
}

if (withoutBrowser.length > 0) {
  announceSkipped(withoutBrowser);
  if (process.env.CI) {
    broken = true;
    total.failed += withoutBrowser.length;
  }
}

const summary = `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`;
writeFileSync(join(resultsFolder, 'summary.txt'), `${summary}\n`);
process.stdout.write(`${summary}\n`);
process.exit(broken ? 1 : 0);
