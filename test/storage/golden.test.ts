import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeNarrativeFile, type NarrativeFile } from '../../core/format/narrativeFile';
import { decodeNarrativeDoc, readNarrativeDoc } from '../../core/narrative/narrativeDoc';
import { countFaq, narrativeHeading } from '../../core/narrative/partState';
import { plainText, sectionText } from '../../core/narrative/plainText';
import { markNames, type NodeName, nodeNames, type RichNode } from '../../core/narrative/richText';
import { knownRecords } from '../../core/review/knownRecords';
import { readSuggestions } from '../../core/review/readSuggestions';
import { readThreads } from '../../core/review/readThreads';
import { idOf } from './sampleNarrative';
import { openTestLibrary, tempFolder } from './testLibrary';

/*
 * Files as each format's release wrote them. They may never be edited, and every later build must open them:
 * people have such files. A new format version adds a golden file beside them.
 */
const goldenHashes = {
  1: 'b4262882633cf61274f55fdb57eb6af9c2fff799857bc2242529bdf7e51e8af6',
  2: '7dfcbe557ec2110628e0bb91ee03eb7e1b77dc8a897d72252c01532715f476d9',
  3: '7f2f85b4b21d4a17890ad3b3459b1b3b80dded2aa8dc500dd1c81ea528f6893f',
  4: '30b5b743ccc6c9738d07605954706930cfff631a5108c0c87dca911f87c8aa4c',
};
const versions = [1, 2, 3, 4] as const;
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
  expect(file.review).toMatchObject({ comments: [{ id: 'c1', text: 'Where is £30 from?' }] });
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

test.each([1, 2, 3] as const)(
  'a file of format %i is kept as it was before it is rewritten',
  async (version) => {
    const { folder, store } = await libraryWith(version);
    const id = idOf(nameOf(version));
    const stored = await store.read(id);
    await store.write(stored.file);
    const rewritten = decodeNarrativeFile(
      await readFile(join(folder, 'narratives', `${nameOf(version)}.json`), 'utf8'),
    );
    expect(rewritten.migratedFrom).toBeNull();
    expect(rewritten.content).toEqual(stored.file.content);
    expect(await textsBelow(folder)).toContain((await golden(version)).toString());
  },
);

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

test('the golden file of format 3 carries screens, a storyboard, promises and what keeps them', async () => {
  const { parts, screens, storyboards, promises, links } = decodeNarrativeFile(
    (await golden(3)).toString(),
  ).content;
  expect(screens['screen-sign']).toMatchObject({
    title: 'Sign <b>scanned</b> 修理',
    picture: { width: 390, height: 844 },
    versions: [{ savedBy: 'Ines' }, { scene: '', svg: '' }],
    hotspots: [{ label: 'Mend it', to: 'screen-ready' }, { to: '' }],
  });
  expect(screens['screen-ready']).toMatchObject({ picture: null, follows: 'screen-sign' });
  expect(storyboards['use-a']?.frames.map(({ beat, step }) => [beat, step])).toEqual([
    ['discovery', ''],
    ['doing', 'step-a'],
    ['solved', 'step-b'],
  ]);
  expect(Object.keys(promises)).toEqual(['promise-gone', 'promise-same-day']);
  expect(Object.values(links).map(({ kind, end, verdict }) => [kind, end, verdict])).toEqual([
    ['evidence', 'ev-target', 'linked'],
    ['faq', 'faq-gone', 'linked'],
    ['howTo', 'howto-scan', 'refused'],
    ['screen', 'screen-sign', 'linked'],
    ['step', 'step-b', 'linked'],
  ]);
  const attributes = (name: NodeName) => Object.values(parts).flatMap((part) => attributesIn(part, name));
  expect(attributes('screen')).toEqual([{ id: 'screen-sign' }, { id: 'screen-gone' }, { id: 'screen-sign' }]);
  expect(attributes('heading')).toContainEqual({ level: 3, id: 'howto-scan', from: 'use-a' });
  expect(attributes('codeBlock').map(({ role }) => role)).toEqual([null, 'request', 'response']);
  expect(attributes('unwritten')).toMatchObject([{ question: 'faq-c' }, { question: '' }]);
  expect(attributes('useCase')).toEqual([{ id: 'use-a', user: 'endUser' }]);
  expect(attributes('storyFact').slice(-2)).toEqual([{ key: 'sees' }, { key: 'failure' }]);
});

function attributesIn(node: RichNode, name: NodeName): Record<string, unknown>[] {
  const own = node.type === name ? [node.attrs ?? {}] : [];
  return [...own, ...(node.content ?? []).flatMap((child) => attributesIn(child, name))];
}

test('the newest golden file holds every node and mark, in both of its forms alike', async () => {
  const file = decodeNarrativeFile((await golden(3)).toString());
  const seen = new Set(Object.values(file.content.parts).flatMap(namesIn));
  expect([...nodeNames, ...markNames].filter((name) => !seen.has(name))).toEqual([]);
  const shared = readNarrativeDoc(decodeNarrativeDoc(Buffer.from(file.yjs, 'base64')));
  expect(shared).toEqual(file.content);
});

function namesIn(node: RichNode): string[] {
  const marks = (node.marks ?? []).map((mark) => mark.type);
  return [node.type, ...marks, ...(node.content ?? []).flatMap(namesIn)];
}

test('the golden file of format 4 carries a review, with what a later build may have put there', async () => {
  const { content, review } = decodeNarrativeFile((await golden(4)).toString());
  expect(content.decisions).toEqual({
    'change-one': { verdict: 'rejected', by: 'Ines Halloran', at: '2027-02-01T10:00:00.000Z' },
  });
  const records = knownRecords(review);
  expect(readThreads(records)).toMatchObject([
    { id: 'remark-one', isResolved: true, messages: [{ by: 'Ines Halloran' }, { text: 'The first.' }] },
  ]);
  const suggestions = readSuggestions(records, content.decisions);
  expect(suggestions.map(({ record, state }) => [record.id, state])).toEqual([
    ['change-one', 'rejected'],
    ['change-two', 'open'],
  ]);
  expect(review['from-later']).toEqual({ id: 'from-later', kind: 'hologram', beams: 3 });
});
