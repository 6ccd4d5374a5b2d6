import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { defaultExportOptions } from '../../../core/api/shapes';
import { type CoachNotes, coachMap, dismissalsMap, readCoachNotes } from '../../../core/coach/coachNotes';
import { dismiss } from '../../../core/coach/dismissals';
import type { NarrativeId } from '../../../core/narrative/meta';
import { decodeNarrativeDoc, partFragment, readNarrativeDoc } from '../../../core/narrative/narrativeDoc';
import { plainText } from '../../../core/narrative/plainText';
import { openWindow } from '../editor';
import { newHost, type TestHost } from '../newHost';
import { whileUnwritable } from '../whileUnwritable';

async function withNarrative() {
  const test = await newHost();
  const { id } = await test.call('narratives.create', { name: 'Quiet Harbour' });
  return { ...test, id };
}

/** Sets a question aside, chooses a house style and switches a check off, as a window does. */
async function settleCoachNotes(call: TestHost['call'], id: NarrativeId): Promise<CoachNotes> {
  const window = await openWindow(call, id, 'coach');
  const by = { reason: 'True here', who: 'Ines', when: '2027-03-01T10:00:00.000Z' };
  dismissalsMap(window.doc).set('hype/release/summary/best', dismiss({ id: 'hype', quote: 'best' }, by));
  coachMap(window.doc).set('style', 'one-page');
  coachMap(window.doc).set('overrides', { off: ['weasel'] });
  await window.save();
  return readCoachNotes(window.doc);
}

async function coachNotes(call: TestHost['call'], id: NarrativeId): Promise<CoachNotes> {
  return readCoachNotes((await openWindow(call, id, 'reader')).doc);
}

async function storedText({ folder }: TestHost, id: NarrativeId): Promise<string> {
  const file = JSON.parse(await readFile(join(folder, 'narratives', `${id}.json`), 'utf8'));
  const { parts } = readNarrativeDoc(decodeNarrativeDoc(Buffer.from(file.body.yjs, 'base64')));
  return plainText(parts.release);
}

describe('an open narrative', () => {
  it('says saved only when the words are in the file', async () => {
    const { id, ...test } = await withNarrative();
    const window = await openWindow(test.call, id, 'one');
    window.type('release', 'Boats come home by themselves.');
    const savedAt = await window.save();
    expect(Date.parse(savedAt)).not.toBeNaN();
    expect(await storedText(test, id)).toContain('Boats come home by themselves.');
  });

  it('brings two windows to the same words, losing none', async () => {
    const { id, ...test } = await withNarrative();
    const windows = [await openWindow(test.call, id, 'one'), await openWindow(test.call, id, 'two')];
    test.host.onEvent((message) => {
      if (message.event !== 'narrative.updated') return;
      for (const window of windows) {
        if (window.name !== message.data.window) window.receive(message.data.update);
      }
    });
    const said: string[] = [];
    for (let round = 0; round < 10; round += 1) {
      const saves = windows.map((window) => {
        const text = `${window.name} says ${round}`;
        said.push(text);
        window.type('release', text);
        return window.save();
      });
      await Promise.all(saves);
    }
    const [one, two] = windows;
    expect(one?.text('release')).toBe(two?.text('release'));
    expect(await storedText(test, id)).toBe(one?.text('release'));
    for (const text of said) expect(one?.text('release')).toContain(text);
  });

  it('changes meta without touching the text, and moving the caret is no edit', async () => {
    const { id, call } = await withNarrative();
    const { meta } = await call('narratives.open', { id });
    const lastPlace = { part: 'release', section: 'summary', excerpt: 'Boats come' } as const;
    const moved = await call('narratives.updateMeta', { id, patch: { lastPlace } });
    expect(moved).toEqual({ ...meta, lastPlace });
    const renamed = await call('narratives.updateMeta', {
      id,
      patch: { name: 'Harbour', stage: 'inReview' },
    });
    expect(renamed).toMatchObject({ name: 'Harbour', stage: 'inReview', lastPlace });
    expect(Date.parse(renamed.updatedAt)).toBeGreaterThan(Date.parse(meta.updatedAt));
  });

  it('keeps at most a few narratives in memory and still saves each of them', async () => {
    const { call, ...test } = await newHost();
    const ids: NarrativeId[] = [];
    for (let count = 0; count < 12; count += 1) ids.push((await call('narratives.create', {})).id);
    const windows = await Promise.all(ids.map((id) => openWindow(call, id, `window ${id}`)));
    for (const window of windows) window.type('release', window.name);
    await Promise.all(windows.map((window) => window.save()));
    for (const id of ids) expect(await storedText({ call, ...test }, id)).toContain(`window ${id}`);
  });
});

describe('a change that cannot be taken', () => {
  it('refuses content it does not know and stays as it was', async () => {
    const { id, ...test } = await withNarrative();
    const window = await openWindow(test.call, id, 'one');
    window.type('release', 'Known words.');
    await window.save();
    const before = await readFile(join(test.folder, 'narratives', `${id}.json`), 'utf8');
    const events = test.events.length;

    partFragment(window.doc, 'release').push([new Y.XmlElement('callout')]);
    await expect(window.save()).rejects.toMatchObject({
      code: 'unknown-content',
      message: expect.stringContaining('node callout'),
    });
    expect(await readFile(join(test.folder, 'narratives', `${id}.json`), 'utf8')).toBe(before);
    expect(test.events.length).toBe(events);

    const other = await openWindow(test.call, id, 'two');
    other.type('release', 'Written afterwards.');
    await other.save();
    expect(await storedText(test, id)).toMatch(/Known words\.\nWritten afterwards\./);
  });

  it('refuses bytes that are no change', async () => {
    const { id, call } = await withNarrative();
    const update = Buffer.from('not an update at all').toString('base64');
    await expect(call('narratives.save', { id, update, window: 'one' })).rejects.toMatchObject({
      code: 'bad-request',
    });
  });

  it('refuses a change that builds on words it never had', async () => {
    const { id, call } = await withNarrative();
    const window = await openWindow(call, id, 'one');
    window.type('release', 'Never sent.');
    const vector = Y.encodeStateVector(window.doc);
    window.type('release', 'Sent alone.');
    const update = Buffer.from(Y.encodeStateAsUpdateV2(window.doc, vector)).toString('base64');
    await expect(call('narratives.save', { id, update, window: 'one' })).rejects.toMatchObject({
      code: 'changed-outside',
    });
    // The window still has everything, so sending all of it is what heals.
    await window.save();
    expect((await openWindow(call, id, 'two')).text('release')).toContain('Never sent.');
  });

  it('keeps the words of a save that failed on disk', async () => {
    const { id, ...test } = await withNarrative();
    const window = await openWindow(test.call, id, 'one');
    window.type('release', 'While the disk refused.');
    await whileUnwritable(test.folder, () =>
      expect(window.save()).rejects.toMatchObject({ code: 'read-only' }),
    );

    const other = await openWindow(test.call, id, 'two');
    other.type('release', 'When it worked again.');
    await other.save();
    expect(await storedText(test, id)).toMatch(/While the disk refused\.\nWhen it worked again\./);
  });
});

describe('a narrative that goes while a window has it open', () => {
  it('refuses the save with the next step, and takes it once it is restored', async () => {
    const { id, ...test } = await withNarrative();
    const window = await openWindow(test.call, id, 'one');
    await test.call('narratives.trash', { id });
    expect(test.eventsNamed('narrative.gone')).toEqual([{ id, reason: 'trashed' }]);

    window.type('release', 'Typed too late.');
    await expect(window.save()).rejects.toMatchObject({
      code: 'narrative-gone',
      next: expect.stringContaining('trash'),
    });
    await test.call('narratives.restore', { id });
    await window.save();
    expect(await storedText(test, id)).toContain('Typed too late.');
  });

  it('takes words that were still on their way into the trash with it', async () => {
    const { id, ...test } = await withNarrative();
    const window = await openWindow(test.call, id, 'one');
    window.type('release', 'On its way.');
    await Promise.all([window.save(), test.call('narratives.trash', { id })]);
    await test.call('narratives.restore', { id });
    expect(await storedText(test, id)).toContain('On its way.');
  });

  it('is gone for good once it is erased', async () => {
    const { id, call } = await withNarrative();
    const window = await openWindow(call, id, 'one');
    await call('narratives.trash', { id });
    await call('narratives.erase', { id });
    expect(await call('library.trash', {})).toEqual([]);
    window.type('release', 'Nobody home.');
    await expect(window.save()).rejects.toMatchObject({ code: 'narrative-gone' });
    await expect(call('narratives.open', { id })).rejects.toMatchObject({ code: 'narrative-gone' });
  });
});

describe('copies of a narrative', () => {
  it('duplicates the text under a name of its own', async () => {
    const { id, call } = await withNarrative();
    const window = await openWindow(call, id, 'one');
    window.type('plan', 'Tell the harbour master.');
    await window.save();
    const copy = await call('narratives.duplicate', { id });
    expect(copy.id).not.toBe(id);
    expect((await call('narratives.open', copy)).meta.name).toBe('Quiet Harbour (copy)');
    expect((await openWindow(call, copy.id, 'two')).text('plan')).toBe('Tell the harbour master.');
  });

  it('parts a duplicate from its original: neither hears of the other’s words', async () => {
    const { id, call } = await withNarrative();
    const copy = await call('narratives.duplicate', { id });
    const window = await openWindow(call, copy.id, 'one');
    window.type('plan', 'Only in the copy.');
    await window.save();
    expect((await openWindow(call, id, 'two')).text('plan')).not.toContain('Only in the copy.');
  });

  it('brings a backup back beside the newer words', async () => {
    const { id, call } = await withNarrative();
    const window = await openWindow(call, id, 'one');
    window.type('plan', 'Older.');
    await window.save();
    window.type('plan', 'Newer.');
    await window.save();
    const backups = await call('narratives.backups', { id });
    expect(backups.length).toBeGreaterThan(0);
    const name = backups[0]?.name ?? '';
    const restored = await call('narratives.restoreBackup', { id, name });
    expect(restored.id).not.toBe(id);
    expect((await openWindow(call, id, 'two')).text('plan')).toBe('Older.\nNewer.');
    expect((await openWindow(call, restored.id, 'three')).text('plan')).not.toContain('Newer.');
  });
});

describe('what a narrative notes about the coach', () => {
  it('keeps what was set aside and settled about the coach through copies, files and the trash', async () => {
    const { id, call } = await withNarrative();
    const notes = await settleCoachNotes(call, id);
    const copy = await call('narratives.duplicate', { id });
    expect(await coachNotes(call, copy.id)).toEqual(notes);

    const options = defaultExportOptions;
    const { data, fileName } = await call('exports.run', {
      id,
      format: 'dateline',
      options,
      job: 'copy-out',
    });
    const elsewhere = await newHost();
    const imported = await elsewhere.call('imports.run', { fileName, data: data ?? '', job: 'copy-in' });
    expect(await coachNotes(elsewhere.call, imported.id)).toEqual(notes);
    const again = { fileName, data: data ?? '', job: 'beside' };
    expect((await call('imports.run', again)).id).toBe(id);
    const beside = await call('imports.run', { ...again, as: 'new' });
    expect(beside.id).not.toBe(id);
    expect(await coachNotes(call, beside.id)).toEqual(notes);

    await call('narratives.trash', { id });
    await call('narratives.restore', { id });
    expect(await coachNotes(call, id)).toEqual(notes);
  });

  it('brings the coach’s notes back with a backup', async () => {
    let now = new Date('2027-03-01T10:00:00.000Z');
    const { call } = await newHost({ ports: { now: () => now } });
    const { id } = await call('narratives.create', {});
    const notes = await settleCoachNotes(call, id);
    now = new Date('2027-03-01T12:00:00.000Z');
    const window = await openWindow(call, id, 'later');
    window.type('plan', 'Newer.');
    await window.save();
    const [backup] = await call('narratives.backups', { id });
    const restored = await call('narratives.restoreBackup', { id, name: backup?.name ?? '' });
    expect(await coachNotes(call, restored.id)).toEqual(notes);
  });
});
