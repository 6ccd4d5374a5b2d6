import { ySyncPluginKey } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { decodeNarrativeFile } from '../../../core/format/narrativeFile';
import { encodeNarrativeDoc, partFragment } from '../../../core/narrative/narrativeDoc';
import { toBase64 } from '../../../renderer/client/base64';
import { openSession } from '../../../renderer/editor/session/openSession';
import { ManualClock, settle } from './manualClock';
import { id, ModelHost } from './modelHost';

async function openFairmend(host = new ModelHost(), clock = new ManualClock()) {
  const session = await openSession({
    connection: host.connection,
    id,
    windowId: 'window-1',
    clock,
  });
  const words = session.doc.getText('words');
  const type = (text: string) => words.insert(words.length, text);
  return { host, clock, session, words, type };
}

describe('saving', () => {
  test('starts within 300 ms of the last key', async () => {
    const { host, clock, session, type } = await openFairmend();
    type('a');
    expect(session.status()).toEqual({ kind: 'unsaved' });
    await clock.pass(200);
    expect(host.waiting).toHaveLength(0);
    await clock.pass(100);
    expect(host.waiting).toHaveLength(1);
    expect(session.status()).toEqual({ kind: 'saving' });
  });

  test('starts within a second while somebody keeps typing', async () => {
    const { host, clock, type } = await openFairmend();
    for (let key = 0; key < 10; key += 1) {
      type('a');
      await clock.pass(100);
    }
    expect(host.waiting).toHaveLength(1);
  });

  test('says saved only for the newest edit', async () => {
    const { host, clock, session, type } = await openFairmend();
    type('first');
    await clock.pass(300);
    type(' second');
    host.waiting[0]?.accept();
    await settle();
    expect(session.status()).toEqual({ kind: 'unsaved' });
    await clock.pass(300);
    host.waiting[0]?.accept();
    await settle();
    expect(session.status()).toEqual({ kind: 'saved', at: '2027-09-14T09:41:00.000Z' });
    expect(host.words).toBe('first second');
  });

  test('tells why it failed, tries again by itself and carries everything', async () => {
    const { host, clock, session, type } = await openFairmend();
    type('one');
    await clock.pass(300);
    host.waiting[0]?.refuse('disk-full');
    await settle();
    expect(session.status()).toMatchObject({ kind: 'failed', error: { code: 'disk-full' } });
    type(' two');
    await clock.pass(1000);
    host.waiting[0]?.accept();
    await settle();
    expect(session.status().kind).toBe('saved');
    expect(host.words).toBe('one two');
  });
});

describe('what a save carries', () => {
  test('an answer that is lost does not double the words', async () => {
    const { host, clock, session, type } = await openFairmend();
    type('once');
    await clock.pass(300);
    host.waiting[0]?.acceptAndLose();
    await settle();
    expect(session.status()).toMatchObject({ kind: 'failed', error: { code: 'unreachable' } });
    await clock.pass(1000);
    host.waiting[0]?.accept();
    await settle();
    expect(host.words).toBe('once');
  });

  test('a deletion alone is carried too', async () => {
    const { host, clock, words, type } = await openFairmend();
    type('keep drop');
    await clock.pass(300);
    host.waiting[0]?.accept();
    await settle();
    words.delete(4, 5);
    await clock.pass(300);
    host.waiting[0]?.accept();
    await settle();
    expect(host.words).toBe('keep');
  });

  test('flush resolves when the words are durable and rejects with the reason when not', async () => {
    const { host, session, type } = await openFairmend();
    type('now');
    const flushed = session.flush();
    host.waiting[0]?.accept();
    await flushed;
    expect(host.words).toBe('now');
    type(' or never');
    const refused = session.flush();
    host.waiting[0]?.refuse('read-only');
    await expect(refused).rejects.toMatchObject({ code: 'read-only' });
  });
});

describe('leaving', () => {
  test('sends at once when the page goes, beside a save on its way', async () => {
    const { host, clock, session, type } = await openFairmend();
    type('on its way');
    await clock.pass(300);
    type(', and the rest');
    session.sendNow();
    expect(host.waiting).toHaveLength(2);
    host.waiting[1]?.accept();
    await settle();
    expect(host.words).toBe('on its way, and the rest');
    expect(session.status().kind).toBe('saved');
    host.waiting[0]?.refuse('internal');
    await settle();
    expect(session.status().kind).toBe('saved');
  });

  test('a closed session goes on until its words are durable', async () => {
    const { host, clock, session, type } = await openFairmend();
    type('left in a hurry');
    session.close();
    host.waiting[0]?.refuse('unreachable');
    await clock.pass(1000);
    host.waiting[0]?.accept();
    await settle();
    expect(host.words).toBe('left in a hurry');
    await clock.pass(60_000);
    expect(host.waiting).toHaveLength(0);
  });
});

type Act = { do: 'type' | 'delete' | 'wait' | 'accept' | 'refuse' | 'lose' | 'send' | 'hear'; with: number };

const actArbitrary: fc.Arbitrary<Act> = fc.record({
  do: fc.constantFrom('type', 'delete', 'wait', 'accept', 'refuse', 'lose', 'send', 'hear'),
  with: fc.nat(999),
});

function perform(open: Awaited<ReturnType<typeof openFairmend>>, act: Act, other: Y.Doc): void {
  const { host, session, words, type } = open;
  const save = host.waiting[act.with % Math.max(host.waiting.length, 1)];
  if (act.do === 'type') type(`w${act.with} `);
  if (act.do === 'delete' && words.length > 0) words.delete(act.with % words.length, 1);
  if (act.do === 'accept') save?.accept();
  if (act.do === 'refuse') save?.refuse(act.with % 2 === 0 ? 'disk-full' : 'internal');
  if (act.do === 'lose') save?.acceptAndLose();
  if (act.do === 'send') session.sendNow();
  if (act.do === 'hear') hearOther(host, other, act.with);
}

function hearOther(host: ModelHost, other: Y.Doc, value: number): void {
  other.getMap('states').set('release', value);
  const update = Y.encodeStateAsUpdateV2(other);
  Y.applyUpdateV2(host.doc, update);
  host.emit({ event: 'narrative.updated', data: { id, update: toBase64(update), window: 'window-2' } });
}

describe('laws of saving', () => {
  test('whatever fails in between, saved is only said when the host holds every word', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(actArbitrary, { maxLength: 40 }), async (acts) => {
        const open = await openFairmend();
        const { host, clock, session, words } = open;
        const other = new Y.Doc();
        const holds = () => expect(host.words).toBe(words.toString());
        for (const act of acts) {
          perform(open, act, other);
          await (act.do === 'wait' ? clock.pass(act.with) : settle());
          if (session.status().kind === 'saved') holds();
        }
        for (let turn = 0; turn < 12 && session.status().kind !== 'saved'; turn += 1) {
          await clock.pass(30_000);
          while (host.waiting.length > 0) host.waiting[0]?.accept();
          await settle();
        }
        expect(session.status().kind).toBe('saved');
        holds();
        expect(host.doc.getMap('states').toJSON()).toEqual(session.doc.getMap('states').toJSON());
      }),
      { numRuns: 150 },
    );
  });
});

describe('other windows', () => {
  test('their words arrive and are not sent back; our own echo is ignored', async () => {
    const { host, clock, session, words } = await openFairmend();
    const other = new Y.Doc();
    other.getText('words').insert(0, 'from elsewhere');
    const update = toBase64(Y.encodeStateAsUpdateV2(other));
    host.emit({ event: 'narrative.updated', data: { id, update, window: 'window-2-1' } });
    await clock.pass(5000);
    expect(words.toString()).toBe('from elsewhere');
    expect(host.waiting).toHaveLength(0);
    expect(session.status().kind).toBe('saved');
  });

  test('what they wrote while the host was out of reach is taken up again', async () => {
    const { host, words } = await openFairmend();
    host.doc.getText('words').insert(0, 'missed');
    host.reconnect();
    await settle();
    expect(words.toString()).toBe('missed');
  });

  test('a new name that another window gave is known; where one stopped writing stays one’s own', async () => {
    const { host, session } = await openFairmend();
    const place = { part: 'release', section: 'summary', excerpt: 'There' } as const;
    const meta = { ...session.meta(), name: 'Fairmend at home', lastPlace: place };
    host.emit({ event: 'narrative.meta', data: { id, meta } });
    expect(session.meta()).toMatchObject({ name: 'Fairmend at home', lastPlace: null });
  });

  test('a narrative moved to the trash is told as a notice that can be put away', async () => {
    const { host, session } = await openFairmend();
    host.emit({ event: 'narrative.gone', data: { id, reason: 'trashed' } });
    const [notice] = session.notices();
    expect(notice).toMatchObject({ kind: 'gone', narrativeId: id });
    if (notice) session.dismissNotice(notice);
    expect(session.notices()).toEqual([]);
  });
});

test('each part keeps its own history of undo while another part is open', async () => {
  const { session } = await openFairmend();
  const history = session.undoManager('release');
  session.doc.transact(() => {
    session.fragment('release').insert(0, [new Y.XmlElement('paragraph')]);
  }, ySyncPluginKey);
  expect(session.undoManager('brief').undoStack).toHaveLength(0);
  expect(session.undoManager('release')).toBe(history);
  expect(history.undoStack).toHaveLength(1);
});

describe('what is beside the text', () => {
  test('the place is told once the caret rests, the last one only', async () => {
    const { host, clock, session } = await openFairmend();
    session.rememberPlace({ part: 'release', section: 'heading', excerpt: 'Osterby' });
    await clock.pass(500);
    session.rememberPlace({ part: 'release', section: 'problem', excerpt: 'When a washing machine' });
    await clock.pass(2500);
    expect(host.patches).toEqual([
      { lastPlace: { part: 'release', section: 'problem', excerpt: 'When a washing machine' } },
    ]);
    expect(session.meta().lastPlace?.section).toBe('problem');
  });

  test.each(['close', 'sendNow'] as const)(
    '%s tells of the place without waiting for a rest',
    async (leave) => {
      const { host, session } = await openFairmend();
      const lastPlace = { part: 'plan', section: '', excerpt: 'Ten shops' } as const;
      session.rememberPlace(lastPlace);
      const { [leave]: leaveNow } = { close: () => session.close(), sendNow: session.sendNow };
      leaveNow();
      await expect.poll(() => host.patches).toEqual([{ lastPlace }]);
    },
  );

  test('a copy made in the window is a whole narrative file, unsaved words included', async () => {
    const { session } = await openFairmend();
    partFragment(session.doc, 'release').insert(0, [new Y.XmlElement('paragraph')]);
    const file = decodeNarrativeFile(session.encodeCopy());
    expect(file.meta.name).toBe('Fairmend');
    expect(file.yjs).toBe(toBase64(encodeNarrativeDoc(session.doc)));
    expect(file.content.parts.release.content?.[0]?.type).toBe('paragraph');
  });

  test('text this build does not know is refused before an editor could delete it', async () => {
    const host = new ModelHost();
    partFragment(host.doc, 'release').insert(0, [new Y.XmlElement('callout')]);
    await expect(openFairmend(host)).rejects.toMatchObject({ code: 'unknown-content' });
    expect(partFragment(host.doc, 'release').length).toBeGreaterThan(0);
  });
});
