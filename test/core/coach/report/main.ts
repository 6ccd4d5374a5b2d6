import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, cwd, stderr, stdout } from 'node:process';
import { createCoach } from '../../../../core/coach/runCoach';
import { readCoachFiles } from '../coachFiles';
import { checkCorpus } from './checkCorpus';
import { type LabelledSet, readLabelledSet } from './readLabelledSet';
import { renderLaunchTables, renderPrfaqTable } from './renderCorpusTables';
import { renderHeldOut, renderSetTables } from './renderSetTables';
import { checkSet, scoreRules } from './scoreRules';

/** What stands above this line in docs/coach.md is written by hand and kept. */
const marker = '<!-- measured: written by npm run coach:report -- --write -->';
const page = join(cwd(), 'docs/coach.md');

function measure(): string {
  const data = readCoachFiles();
  const coach = createCoach(data);
  const labelled = readLabelledSet('labelled');
  const heldOut = readLabelledSet('heldOut');
  const secondHeldOut = readLabelledSet('heldOut2');
  const thirdHeldOut = readLabelledSet('heldOut3');
  const { today } = labelled;
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}.`,
    '## The labelled set',
    describeSet(labelled),
    renderSetTables(scoreRules(checkSet(coach, labelled)), data),
    '## The first held-out set, now practice',
    describeSet(heldOut),
    renderHeldOut(scoreRules(checkSet(coach, heldOut))),
    '## The second unseen set, now practice',
    describeSet(secondHeldOut),
    renderHeldOut(scoreRules(checkSet(coach, secondHeldOut))),
    '## The third unseen set',
    describeSet(thirdHeldOut),
    renderHeldOut(scoreRules(checkSet(coach, thirdHeldOut))),
    '## False alarms on real launch posts',
    renderLaunchTables(checkCorpus(coach, 'launch', today)),
    '## What the rules say about real PR/FAQs',
    renderPrfaqTable(checkCorpus(coach, 'prfaq', today)),
  ].join('\n\n');
}

function describeSet({ today, documents }: LabelledSet): string {
  const rules = documents.map(({ plants }) => new Set(plants.map(({ rule }) => rule)).size);
  const count = (wanted: number) => rules.filter((planted) => planted === wanted).length;
  return `${documents.length} releases: ${count(0)} clean, ${count(1)} with one failing, ${count(2)} with two. They are read as if today were ${today}.`;
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
