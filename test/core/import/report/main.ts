import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, cwd, stderr, stdout } from 'node:process';
import { measurePlaces } from './measurePlaces';
import { paragraphHash, readCorpusLabels } from './readCorpusLabels';
import { readShapes } from './readShapes';
import { renderMisses, renderPlaces } from './renderPlaces';

/** What stands above this line in docs/import.md is written by hand and kept. */
const marker = '<!-- measured: written by npm run import:report -- --write -->';
const page = join(cwd(), 'docs/import.md');

const practice = readShapes('practice').map(measurePlaces);
const unseen = readShapes('unseen').map(measurePlaces);
const unseenAgain = readShapes('unseen2').map(measurePlaces);
const corpus = readCorpusLabels()?.map(measurePlaces);

const tables = [
  `Measured on ${new Date().toISOString().slice(0, 10)}.`,
  '## Our own shapes',
  renderPlaces(practice),
  '## Shapes written before the recognition was finished, now practice',
  renderPlaces(unseen),
  '## Shapes written after it, now practice',
  renderPlaces(unseenAgain),
  '## Real documents',
  corpus ? renderPlaces(corpus) : 'The real documents were not there.',
].join('\n\n');

stdout.write(`${tables}\n`);
if (argv.includes('--misses')) {
  const firstWords = (text: string) => text.slice(0, 60).replaceAll('\n', ' / ');
  const misses = [
    renderMisses([...practice, ...unseen, ...unseenAgain], firstWords),
    renderMisses(corpus ?? [], paragraphHash),
  ];
  stdout.write(`\n${misses.join('\n')}\n`);
}
if (argv.includes('--write')) {
  const [introduction, ...rest] = readFileSync(page, 'utf8').split(marker);
  if (rest.length === 1) writeFileSync(page, `${introduction}${marker}\n\n${tables}\n`);
  else {
    stderr.write(`docs/import.md was left as it is: it needs this line exactly once.\n${marker}\n`);
    process.exitCode = 1;
  }
}
