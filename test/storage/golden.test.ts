import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeNarrativeFile, type NarrativeFile } from '../../core/format/narrativeFile';
import { decodeNarrativeDoc, readNarrativeDoc } from '../../core/narrative/narrativeDoc';
import { countFaq, narrativeHeading } from '../../core/narrative/partState';
import { plainText, sectionText } from '../../core/narrative/plainText';
import { markNames, nodeNames, type RichNode } from '../../core/narrative/richText';
import { idOf } from './sampleNarrative';
import { openTestLibrary, tempFolder } from './testLibrary';

/*
 * A file as the first release wrote it. It may never be edited, and every later build must open it: people have
 * such files. A new format version adds a golden file beside it.
 */
const golden = new URL('../golden/format-1.dateline.json', import.meta.url);
const goldenHash = 'b4262882633cf61274f55fdb57eb6af9c2fff799857bc2242529bdf7e51e8af6';

test('the golden file of format 1 was not edited', async () => {
  expect(
    createHash('sha256')
      .update(await readFile(golden))
      .digest('hex'),
  ).toBe(goldenHash);
});

test('the golden file of format 1 opens with all it says', async () => {
  const folder = await tempFolder();
  await mkdir(join(folder, 'narratives'));
  await writeFile(join(folder, 'narratives', 'golden-format-1.json'), await readFile(golden));
  const store = await openTestLibrary(folder);
  expect(store.notices()).toEqual([]);
  const { file, savedAt } = await store.read(idOf('golden-format-1'));
  expect(savedAt).toBe('2027-02-01T10:31:02.345Z');
  expect(file.meta).toMatchObject({
    name: 'Fairmend',
    stage: 'inReview',
    draft: 7,
    lastPlace: { part: 'release' },
  });
  expect(file.review).toEqual({ comments: [{ id: 'c1', text: 'Where is £30 from?' }] });
  expectContent(file);
  expect(store.summaries()).toMatchObject([
    {
      heading: 'Fairmend mends bicycles where they stand',
      dateline: 'Leeds, 14 September 2027',
      openQuestions: 2,
    },
  ]);
});

function expectContent({ content, meta }: NarrativeFile): void {
  const { release, customerFaq, internalFaq } = content.parts;
  expect(narrativeHeading(content, meta.name)).toBe('Fairmend mends bicycles where they stand');
  expect(sectionText(release, 'problem')).toContain(
    'Line one\nline two: both <b>literal</b> #read("/etc/passwd")',
  );
  expect(sectionText(release, 'customerQuote')).toContain('修理 🚲 “Zürich, naïve, Ελλάδα”');
  expect(sectionText(release, 'weather')).toBe('A section a team added.');
  expect(countFaq(customerFaq)).toEqual({ open: 1, answered: 1, blocked: 0 });
  expect(countFaq(internalFaq)).toEqual({ open: 0, answered: 0, blocked: 1 });
  expect(plainText(content.parts.feasibility)).toBe('Two vans to begin with.');
  expect(content.states).toEqual({ brief: 'reviewed', release: 'inReview', customerFaq: 'ready' });
  expect(content.gate?.reason).toBe('The insurer needs an answer first.');
}

test('the golden file of format 1 holds every node and mark, in both of its forms alike', async () => {
  const file = decodeNarrativeFile(await readFile(golden, 'utf8'));
  const seen = new Set(Object.values(file.content.parts).flatMap(namesIn));
  expect([...nodeNames, ...markNames].filter((name) => !seen.has(name))).toEqual([]);
  const shared = readNarrativeDoc(decodeNarrativeDoc(Buffer.from(file.yjs, 'base64')));
  expect(shared).toEqual(file.content);
});

function namesIn(node: RichNode): string[] {
  const marks = (node.marks ?? []).map((mark) => mark.type);
  return [node.type, ...marks, ...(node.content ?? []).flatMap(namesIn)];
}
