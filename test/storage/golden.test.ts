import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
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
 * Files as each format's release wrote them. They may never be edited, and every later build must open them:
 * people have such files. A new format version adds a golden file beside them.
 */
const goldenHashes = {
  1: 'b4262882633cf61274f55fdb57eb6af9c2fff799857bc2242529bdf7e51e8af6',
  2: '7dfcbe557ec2110628e0bb91ee03eb7e1b77dc8a897d72252c01532715f476d9',
};
const versions = [1, 2] as const;
type Version = (typeof versions)[number];

const golden = (version: Version) =>
  readFile(new URL(`../golden/format-${version}.dateline.json`, import.meta.url));
const nameOf = (version: Version) => `golden-format-${version}`;

/** A library that somebody put this golden file into. */
async function libraryWith(version: Version) {
  const folder = await tempFolder();
  await mkdir(join(folder, 'narratives'));
  await writeFile(join(folder, 'narratives', `${nameOf(version)}.json`), await golden(version));
  return { folder, store: await openTestLibrary(folder) };
}

test.each(versions)('the golden file of format %i was not edited', async (version) => {
  const hash = createHash('sha256').update(await golden(version));
  expect(hash.digest('hex')).toBe(goldenHashes[version]);
});

test.each(versions)('the golden file of format %i opens with all it says', async (version) => {
  const { store } = await libraryWith(version);
  expect(store.notices()).toEqual([]);
  const { file, savedAt } = await store.read(idOf(nameOf(version)));
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

test('a file of format 1 is kept as it was before it is rewritten', async () => {
  const { folder, store } = await libraryWith(1);
  const id = idOf(nameOf(1));
  const stored = await store.read(id);
  await store.write(stored.file);
  const rewritten = decodeNarrativeFile(
    await readFile(join(folder, 'narratives', `${nameOf(1)}.json`), 'utf8'),
  );
  expect(rewritten.migratedFrom).toBeNull();
  expect(rewritten.content).toEqual(stored.file.content);
  expect(await textsBelow(folder)).toContain((await golden(1)).toString());
});

async function textsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.includes('golden'));
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')));
}

test('the golden file of format 2 carries source cards, facts and the drawer', async () => {
  const { evidence, facts, drawer } = decodeNarrativeFile((await golden(2)).toString()).content;
  expect(Object.keys(evidence)).toEqual(['ev-heard', 'ev-orphan', 'ev-target']);
  expect(evidence['ev-heard']).toMatchObject({
    state: 'heard',
    who: 'Ines Halloran',
    note: 'Line one\nline two: <b>literal</b> --> 修理',
  });
  expect(facts.price?.value).toBe('£30');
  expect(drawer['how-1']?.from).toEqual({ part: 'release', section: 'solution' });
});

test('the newest golden file holds every node and mark, in both of its forms alike', async () => {
  const file = decodeNarrativeFile((await golden(2)).toString());
  const seen = new Set(Object.values(file.content.parts).flatMap(namesIn));
  expect([...nodeNames, ...markNames].filter((name) => !seen.has(name))).toEqual([]);
  const shared = readNarrativeDoc(decodeNarrativeDoc(Buffer.from(file.yjs, 'base64')));
  expect(shared).toEqual(file.content);
});

function namesIn(node: RichNode): string[] {
  const marks = (node.marks ?? []).map((mark) => mark.type);
  return [node.type, ...marks, ...(node.content ?? []).flatMap(namesIn)];
}
