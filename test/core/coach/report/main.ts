import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, cwd, stderr, stdout } from 'node:process';
import { createCoach } from '../../../../core/coach/runCoach';
import { readCoachFiles } from '../coachFiles';
import { checkCorpus } from './checkCorpus';
import { readLabelledSet } from './readLabelledSet';
import { renderLaunchTables, renderPrfaqTable } from './renderCorpusTables';
import { renderSetTables } from './renderSetTables';
import { scoreRules } from './scoreRules';

/** What stands above this line in docs/coach.md is written by hand and kept. */
const marker = '<!-- measured: written by npm run coach:report -- --write -->';
const page = join(cwd(), 'docs/coach.md');

function measure(): string {
  const data = readCoachFiles();
  const coach = createCoach(data);
  const { today, documents } = readLabelledSet();
  const checked = documents.map((document) => ({
    document,
    findings: coach.check(document.content, today),
  }));
  const clean = documents.filter(({ plants }) => plants.length === 0).length;
  const pairs = documents.filter(({ plants }) => new Set(plants.map(({ rule }) => rule)).size > 1).length;
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}.`,
    '## The labelled set',
    `${documents.length} releases: ${clean} clean, ${documents.length - clean - pairs} with one failing, ${pairs} with two. They are read as if today were ${today}.`,
    renderSetTables(scoreRules(checked), data),
    '## False alarms on real launch posts',
    renderLaunchTables(checkCorpus(coach, 'launch', today)),
    '## What the rules say about real PR/FAQs',
    renderPrfaqTable(checkCorpus(coach, 'prfaq', today)),
  ].join('\n\n');
}

const tables = measure();
stdout.write(`${tables}\n`);
if (argv.includes('--write')) {
  const [introduction, ...rest] = readFileSync(page, 'utf8').split(marker);
  if (rest.length !== 1) {
    stderr.write(`docs/coach.md was left as it is: it needs this line exactly once.\n${marker}\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(page, `${introduction}${marker}\n\n${tables}\n`);
  }
}
