import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../../core/api/client';
import type { NarrativeSummary } from '../../../core/api/shapes';
import { narrativeIdSchema } from '../../../core/narrative/meta';
import { emptyContent } from '../../../core/narrative/narrativeDoc';
import { summarise } from '../../../core/narrative/summary';
import { startHost } from '../../../host/host';
import { listLibrary } from '../../../host/library/listLibrary';
import { newMeta } from '../../../host/narratives/draftNarrative';
import { plainShell } from '../../support/plainShell';
import { openWindow } from '../editor';
import { newHost } from '../newHost';

const all = { stage: 'all', sort: 'edited', offset: 0, limit: 50 } as const;

const summary = (id: string, given: Partial<NarrativeSummary> = {}, minute = 0): NarrativeSummary => {
  const now = new Date(Date.UTC(2027, 0, 1, 9, minute));
  const meta = newMeta(narrativeIdSchema.parse(id), now, { name: id });
  return { ...summarise({ content: emptyContent(), meta, review: {} }), heading: id, ...given };
};

const idsOf = (summaries: readonly NarrativeSummary[]) => summaries.map(({ meta }) => meta.id);

describe('the list of a library', () => {
  const early = summary('bbb', { dateline: 'Leeds, 14 September 2027', heading: 'Ärzte 10' }, 1);
  const late = summary('aaa', { dateline: 'soon', heading: 'Zebra' }, 2);
  const last = summary('ccc', { dateline: 'York, March 3, 2027', heading: 'ärzte 9' }, 3);
  const summaries = [early, late, last];

  it.each([
    ['edited', ['ccc', 'aaa', 'bbb']],
    ['created', ['ccc', 'aaa', 'bbb']],
    ['heading', ['ccc', 'bbb', 'aaa']],
    ['launch', ['ccc', 'bbb', 'aaa']],
  ] as const)('is sorted by %s', (sort, ids) => {
    expect(idsOf(listLibrary(summaries, { ...all, sort }).items)).toEqual(ids);
  });

  it('comes in pages and counts what it leaves out', () => {
    const page = listLibrary(summaries, { ...all, offset: 1, limit: 1 });
    expect(idsOf(page.items)).toEqual(['aaa']);
    expect(page).toMatchObject({ total: 3, latest: { meta: { id: 'ccc' } } });
  });

  it('is empty in an empty library', () => {
    expect(listLibrary([], all)).toEqual({
      items: [],
      total: 0,
      counts: { all: 0, drafting: 0, inReview: 0, decided: 0 },
      latest: null,
    });
  });
});

describe('a library', () => {
  const stagesOf = async (call: Call) => (await call('library.list', { ...all, stage: 'decided' })).counts;

  it('filters by stage and keeps the trash apart', async () => {
    const { call } = await newHost();
    const first = await call('narratives.create', { name: 'First' });
    const second = await call('narratives.create', { name: 'Second' });
    await call('narratives.updateMeta', { ...first, patch: { stage: 'decided' } });
    expect(await stagesOf(call)).toEqual({ all: 2, drafting: 1, inReview: 0, decided: 1 });
    await call('narratives.trash', second);
    expect(await call('library.list', all)).toMatchObject({ total: 1, trashCount: 1 });
    const [trashed] = await call('library.trash', {});
    const days = Date.parse(trashed?.erasedOn ?? '') - Date.parse(trashed?.trashedAt ?? '');
    expect(days / 86_400_000).toBeCloseTo(30, 0);
    expect(trashed?.heading).toBe('Second');
  });

  it('keeps both when a file is changed outside while a window has it open', async () => {
    const { call, folder, host, events } = await newHost();
    const { id } = await call('narratives.create', { name: 'Ours' });
    const other = await call('narratives.create', { name: 'Theirs' });
    const window = await openWindow(call, id, 'one');
    window.type('plan', 'Our words.');
    await window.save();

    const told = new Promise((resolve) =>
      host.onEvent((message) => {
        if (message.event === 'library.notice') resolve(message.data);
      }),
    );
    const theirs = await openWindow(call, other.id, 'two');
    theirs.type('plan', 'Their words.');
    await theirs.save();
    const text = await readFile(join(folder, 'narratives', `${other.id}.json`), 'utf8');
    await writeFile(join(folder, 'incoming'), text);
    await rename(join(folder, 'incoming'), join(folder, 'narratives', `${id}.json`));

    expect(await told).toMatchObject({ kind: 'changed-outside', narrativeId: id });
    window.type('plan', 'More of ours.');
    await window.save();
    expect((await openWindow(call, id, 'three')).text('plan')).toBe('Our words.\nMore of ours.');
    expect(await call('library.list', all)).toMatchObject({ total: 3 });
    expect(events.some(({ event }) => event === 'library.changed')).toBe(true);
  });

  it('can be open in one process only, and hands what is asked of a second one to the first', async () => {
    const first = await newHost();
    const second = await startHost({
      folder: first.folder,
      templates: '',
      packetPage: '',
      workers: '',
      capabilities: plainShell,
      ports: {
        now: () => new Date(),
        newId: () => 'never-used',
        openExternal: async () => undefined,
        log: () => undefined,
      },
    });
    expect(second.owner).toBe(false);
    if (!second.owner) expect(await second.handOver({ files: [], options: {} })).toEqual({});
    await expect(newHost({ folder: first.folder })).rejects.toMatchObject({ code: 'library-busy' });
  });
});
