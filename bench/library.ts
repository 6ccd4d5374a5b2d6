import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import type { Call } from '../core/api/client';
import { encodeNarrativeFile } from '../core/format/narrativeFile';
import { type NarrativeId, narrativeMetaSchema } from '../core/narrative/meta';
import {
  createNarrativeDoc,
  decodeNarrativeDoc,
  emptyContent,
  encodeNarrativeDoc,
  partFragment,
} from '../core/narrative/narrativeDoc';
import { paragraphs } from './prose';
import type { Table } from './report';
import { callOf, openHost } from './startApp';
import { median, ms, ratio, timed } from './statistics';

const bytesPerNarrative = 30_000;

/** One narrative of about 30 kB on disk; its number is a word that no other narrative holds. */
function narrativeText(number: number): { id: NarrativeId; text: string } {
  const content = emptyContent();
  content.parts.plan = {
    type: 'doc',
    content: [`narrative${number}`, ...paragraphs(4, number).slice(0, 19)].map((text) => ({
      type: 'paragraph',
      content: [{ type: 'text', text }],
    })),
  };
  const now = new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();
  const meta = narrativeMetaSchema.parse({
    id: `bench-${number}`,
    name: `Narrative ${number}`,
    createdAt: now,
    updatedAt: now,
    stage: 'drafting',
    draft: 1,
    language: 'en-GB',
    confidentiality: '',
    lastPlace: null,
  });
  const yjs = Buffer.from(encodeNarrativeDoc(createNarrativeDoc(content))).toString('base64');
  return { id: meta.id, text: encodeNarrativeFile({ meta, content, yjs, review: {} }, now) };
}

async function writeLibrary(count: number): Promise<{ folder: string; id: NarrativeId; bytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-library-'));
  await mkdir(join(folder, 'narratives'));
  let last = narrativeText(0);
  for (let number = 0; number < count; number += 1) {
    last = narrativeText(number);
    await writeFile(join(folder, 'narratives', `${last.id}.json`), last.text);
  }
  return { folder, id: last.id, bytes: last.text.length };
}

/** Times of single edits, each saved and acknowledged before the next. */
async function saveEdits(call: Call, id: NarrativeId, count: number): Promise<number[]> {
  const { state } = await call('narratives.open', { id });
  const doc = decodeNarrativeDoc(Buffer.from(state, 'base64'));
  const times: number[] = [];
  for (let edit = 0; edit < count; edit += 1) {
    const before = Y.encodeStateVector(doc);
    const paragraph = partFragment(doc, 'plan').get(0) as Y.XmlElement;
    (paragraph.get(0) as Y.XmlText).insert(0, 'x');
    const update = Buffer.from(Y.encodeStateAsUpdateV2(doc, before)).toString('base64');
    times.push((await timed(() => call('narratives.save', { id, update, window: 'bench' }))).ms);
  }
  return times;
}

async function waitForIndex(call: Call, query: string): Promise<void> {
  for (;;) {
    const { indexed, total } = await call('library.search', { query, limit: 10 });
    if (indexed >= total) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function measure(count: number, edits: number) {
  const { folder, id, bytes } = await writeLibrary(count);
  const list = { stage: 'all', sort: 'edited', offset: 0, limit: 30 } as const;
  const first = await timed(async () => {
    const host = await openHost(folder);
    await callOf(host)('library.list', list);
    return host;
  });
  await waitForIndex(callOf(first.value), 'household');
  const indexedMemory = process.memoryUsage().rss;
  const call = callOf(first.value);
  const searches: number[] = [];
  for (const query of ['household', 'machine supper', `narrative${count - 1}`, 'tip']) {
    searches.push((await timed(() => call('library.search', { query, limit: 10 }))).ms);
  }
  const saves = await saveEdits(call, id, edits);
  await first.value.close();
  const again = await timed(async () => {
    const host = await openHost(folder);
    await callOf(host)('library.list', list);
    return host;
  });
  await again.value.close();
  await rm(folder, { recursive: true, force: true });
  return {
    bytes,
    first: first.ms,
    again: again.ms,
    search: Math.max(...searches),
    save: median(saves),
    indexedMemory,
  };
}

/** A small and a large library of equal narratives: opening, searching, saving one edit. */
export async function benchLibrary({ short }: { short: boolean }): Promise<Table> {
  const sizes = short ? [10, 200] : [10, 10_000];
  const results = [];
  for (const size of sizes) results.push({ size, ...(await measure(size, short ? 10 : 50)) });
  const [small, large] = results;
  if (!small || !large) throw new Error('two sizes are measured');
  return {
    title: 'Library',
    note: `Narratives of about ${Math.round(small.bytes / 1000)} kB (goal size ${bytesPerNarrative / 1000} kB). Goals: a save does not depend on the size of the library (ratio at most 1.2); first hits within 50 ms.`,
    head: [
      'narratives',
      'list, first start',
      'list, next start',
      'slowest search',
      'save of one edit',
      'memory with index',
    ],
    rows: [
      ...results.map((result) => [
        String(result.size),
        ms(result.first),
        ms(result.again),
        ms(result.search),
        ms(result.save),
        `${Math.round(result.indexedMemory / 1e6)} MB`,
      ]),
      [
        'ratio',
        ratio(large.first / small.first),
        ratio(large.again / small.again),
        '',
        ratio(large.save / small.save),
        '',
      ],
    ],
  };
}
