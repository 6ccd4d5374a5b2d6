import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactId, removalId } from '../../../core/review/ownId';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import { openWindow } from '../editor';
import { newHost, type TestHost } from '../newHost';
import { whileUnwritable } from '../whileUnwritable';

async function withNarrative() {
  const test = await newHost();
  const { id } = await test.call('narratives.create', { name: 'Quiet Harbour' });
  return { ...test, id };
}

type Narrative = Awaited<ReturnType<typeof withNarrative>>;

const remark = (id: string, text = 'Which boats?'): ReviewRecord => ({
  kind: 'comment',
  id,
  at: '2027-03-01T10:00:00.000Z',
  by: 'Ines',
  origin: { kind: 'here', file: '' },
  anchor: { part: 'release', section: '', item: '', from: null, to: null, quote: 'x', before: '', after: '' },
  text,
});

/** Ids of the records in the file on disk. */
async function storedIds({ folder, id }: Pick<Narrative, 'folder' | 'id'>): Promise<string[]> {
  const file = JSON.parse(await readFile(join(folder, 'narratives', `${id}.json`), 'utf8'));
  return Object.keys(file.body.review);
}

async function reviewOf(call: TestHost['call'], id: Narrative['id']) {
  return (await call('narratives.open', { id })).review;
}

describe('what was said about a narrative', () => {
  keepsRecords();
  refusesRecords();
  staysWithItsNarrative();
  removesContacts();
});

function keepsRecords(): void {
  it('is in the file when it is said to be saved, and known to every window', async () => {
    const test = await withNarrative();
    const { savedAt } = await test.call('review.add', { id: test.id, records: [remark('r1')] });
    expect(Date.parse(savedAt)).not.toBeNaN();
    expect(await storedIds(test)).toEqual(['r1']);
    expect(test.eventsNamed('review.added')).toEqual([{ id: test.id, records: [remark('r1')] }]);
    expect(await reviewOf(test.call, test.id)).toEqual({ r1: remark('r1') });
  });

  it('is not doubled when it is said twice, and no edit of the text', async () => {
    const { call, id } = await withNarrative();
    const before = (await call('narratives.open', { id })).meta.updatedAt;
    for (let time = 0; time < 2; time += 1) await call('review.add', { id, records: [remark('r1')] });
    const { review, meta } = await call('narratives.open', { id });
    expect(Object.keys(review)).toEqual(['r1']);
    expect(meta.updatedAt).toBe(before);
  });
}

function refusesRecords(): void {
  it('survives a save that fails, and is written once when it is tried again', async () => {
    const test = await withNarrative();
    await whileUnwritable(test.folder, async () => {
      const failure = test.call('review.add', { id: test.id, records: [remark('r1')] });
      await expect(failure).rejects.toMatchObject({ code: 'read-only' });
    });
    await test.call('review.add', { id: test.id, records: [remark('r1')] });
    expect(await storedIds(test)).toEqual(['r1']);
  });

  it('is refused as a whole when one record is none, or the narrative is gone', async () => {
    const { call, id } = await withNarrative();
    const broken = { ...remark('r2'), text: '' };
    await expect(call('review.add', { id, records: [remark('r1'), broken] })).rejects.toMatchObject({
      code: 'bad-request',
    });
    expect(await reviewOf(call, id)).toEqual({});
    const long = Array.from({ length: 101 }, (_, index) => remark(`long${index}`, 'x'.repeat(20_000)));
    await expect(call('review.add', { id, records: long })).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('2 million can be added at once. Nothing was added.'),
    });
    expect(await reviewOf(call, id)).toEqual({});
    await call('narratives.trash', { id });
    await expect(call('review.add', { id, records: [remark('r1')] })).rejects.toMatchObject({
      code: 'narrative-gone',
    });
  });
}

function staysWithItsNarrative(): void {
  it('stays with the narrative: a duplicate begins without it, a backup has it', async () => {
    const { call, id } = await withNarrative();
    await call('review.add', { id, records: [remark('r1')] });
    const copy = await call('narratives.duplicate', { id });
    expect(await reviewOf(call, copy.id)).toEqual({});
    const window = await openWindow(call, id, 'one');
    window.type('release', 'Boats come home by themselves.');
    await window.save();
    const backups = await call('narratives.backups', { id });
    for (const { name } of backups) {
      const restored = await call('narratives.restoreBackup', { id, name });
      expect(Object.keys(await reviewOf(call, restored.id))).toEqual(['r1']);
    }
    expect(backups.length).toBeGreaterThan(0);
  });

  it('and words written at the same time never lose each other', async () => {
    const test = await withNarrative();
    const window = await openWindow(test.call, test.id, 'one');
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }), async (turns) => {
        const first = count;
        await Promise.all(
          turns.map((isRemark) => {
            count += 1;
            const records = [remark(`r${count}`)];
            if (isRemark) return test.call('review.add', { id: test.id, records });
            window.type('plan', `Line ${count}.`);
            return window.save();
          }),
        );
        const reopened = await openWindow(test.call, test.id, 'two');
        const ids = await storedIds(test);
        turns.forEach((isRemark, turn) => {
          const number = first + turn + 1;
          if (isRemark) expect(ids).toContain(`r${number}`);
          else expect(reopened.text('plan')).toContain(`Line ${number}.`);
        });
      }),
      { numRuns: 15 },
    );
  });
}

const contact: ReviewRecord = {
  kind: 'customerContact',
  id: contactId('ada'),
  at: '2027-03-01T10:00:00.000Z',
  by: '',
  origin: { kind: 'here', file: '' },
  customer: 'ada',
  name: 'Ada Quill',
  contact: 'quill@example.com',
};
const removal: ReviewRecord = {
  kind: 'removal',
  id: removalId(contact.id),
  at: '2027-03-02T10:00:00.000Z',
  by: 'Ines',
  origin: { kind: 'here', file: '' },
  record: contact.id,
};

function removesContacts(): void {
  it('loses a removed contact for good: its bytes are gone from the file, and no backup brings it back', async () => {
    const test = await withNarrative();
    const { call, id } = test;
    const path = join(test.folder, 'narratives', `${id}.json`);
    await call('review.add', { id, records: [contact] });
    expect(await readFile(path, 'utf8')).toContain('quill@example.com');
    await call('review.add', { id, records: [removal] });
    for (const words of ['Ada Quill', 'quill@example.com'])
      expect(await readFile(path, 'utf8')).not.toContain(words);
    await call('review.add', { id, records: [contact] });
    expect(await readFile(path, 'utf8')).not.toContain('quill@example.com');
    expect(await storedIds(test)).toEqual([removal.id]);
    for (const { name } of await call('narratives.backups', { id })) {
      const restored = await call('narratives.restoreBackup', { id, name });
      expect(Object.keys(await reviewOf(call, restored.id))).toEqual([removal.id]);
    }
  });
}
