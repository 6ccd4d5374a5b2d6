import { expect, test } from 'vitest';
import { decodeNarrativeFile } from '../../../core/format/narrativeFile';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import { openSession } from '../../../renderer/editor/session/openSession';
import { id, ModelHost } from './modelHost';

const reply = (name: string): ReviewRecord => ({
  kind: 'reply',
  id: name,
  at: '2027-03-01T10:00:00.000Z',
  by: 'Ines',
  origin: { kind: 'here', file: '' },
  thread: 't1',
  text: `Said in ${name}.`,
});

async function openFairmend() {
  const host = new ModelHost();
  host.review = { known: reply('known'), later: { kind: 'hologram', id: 'later' } };
  const session = await openSession({ connection: host.connection, id, windowId: 'window-1' });
  const ids = () => session.review().map((record) => record.id);
  return { host, session, ids };
}

test('a window knows what was said before it opened, here and in other windows', async () => {
  const { host, session, ids } = await openFairmend();
  let drawn = 0;
  session.subscribe(() => {
    drawn += 1;
  });
  expect(ids()).toEqual(['known']);
  host.emit({ event: 'review.added', data: { id, records: [reply('elsewhere')] } });
  await session.addReview([reply('here')]);
  expect(ids()).toEqual(['elsewhere', 'here', 'known']);
  const list = session.review();
  const calls = drawn;
  host.emit({ event: 'review.added', data: { id, records: [reply('here')] } });
  expect(session.review()).toBe(list);
  expect(drawn).toBe(calls);
});

test('what is not durable is not shown as said', async () => {
  const { host, session, ids } = await openFairmend();
  host.refuseReview = 'disk-full';
  await expect(session.addReview([reply('here')])).rejects.toMatchObject({ code: 'disk-full' });
  expect(ids()).toEqual(['known']);
});

test('a copy made in the window holds all of it, with what only a later build can read', async () => {
  const { session } = await openFairmend();
  await session.addReview([reply('here')]);
  const { review } = decodeNarrativeFile(session.encodeCopy());
  expect(Object.keys(review)).toEqual(['here', 'known', 'later']);
});
