import { describe, expect, test } from 'vitest';
import { type Operation, operations } from '../../../core/api/operations';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import { permissions } from '../../../core/team/permissions';
import { reaches, roles } from '../../../core/team/role';
import { examples } from '../../contract/examples';
import { createFakeHost } from '../../server/fakeHost';
import { eventually } from '../../support/eventually';
import { newTeam } from './newTeam';

const start = new Date('2027-09-14T09:00:00.000Z');
const byId = examples['narratives.open'].input;

function comment(id: string, more: Partial<ReviewRecord> = {}): ReviewRecord {
  const anchor = {
    part: 'release',
    section: 'summary',
    item: '',
    from: null,
    to: null,
    quote: '',
    before: '',
    after: '',
  };
  return {
    id,
    kind: 'comment',
    at: '1999-01-01T00:00:00.000Z',
    by: 'Somebody else',
    origin: { kind: 'word', file: 'forged.docx', isSealed: true },
    anchor,
    text: `What about ${id}?`,
    ...more,
  } as ReviewRecord;
}

describe('what a role reaches', () => {
  test.each(roles)(
    'a %s is refused what is beyond the role, and nothing else, in every operation',
    async (role) => {
      const { join } = await newTeam({ now: start }, createFakeHost());
      const { id } = byId;
      const somebody = await join('Zoë', { scope: 'team', role });
      const refused: Operation[] = [];
      for (const operation of operations.filter((name) => name !== 'team.signOut')) {
        const input = {
          ...(examples[operation].input as object),
          ...('id' in examples[operation].input ? { id } : {}),
        };
        const answer = await somebody.ask(operation, input);
        if (isRefusal(answer)) refused.push(operation);
      }
      const beyond = operations.filter((operation) => {
        const need = permissions[operation];
        return operation !== 'team.signOut' && (need === 'nobody' || !reaches(role, need.role));
      });
      expect(refused).toEqual(beyond);
    },
  );

  test('a role in one narrative reaches no other, whatever is asked about it', async () => {
    const { join, call } = await newTeam();
    const { id: own } = await call('narratives.create', { name: 'Fairmend' });
    const { id: other } = await call('narratives.create', { name: 'Secret' });
    const somebody = await join('Zoë', { scope: own, role: 'owner' });
    for (const operation of operations) {
      const { input } = examples[operation];
      if (!('id' in input)) continue;
      expect([operation, isRefusal(await somebody.ask(operation, { ...input, id: other }))]).toEqual([
        operation,
        true,
      ]);
    }
    const { items, total, counts } = await somebody.call('library.list', {
      stage: 'all',
      sort: 'edited',
      offset: 0,
      limit: 10,
    });
    expect([items.map(({ meta }) => meta.id), total, counts.all]).toEqual([[own], 1, 1]);
  });

  test('whoever has no role is let in to nothing', async () => {
    const { join } = await newTeam();
    const nobody = await join('Zoë', null);
    expect(isRefusal(await nobody.ask('library.list', examples['library.list'].input))).toBe(true);
  });

  test('a role that is taken away reaches nothing from then on', async () => {
    const { join, team } = await newTeam();
    const somebody = await join('Zoë', { scope: 'team', role: 'owner' });
    await join('Ines', { scope: 'team', role: 'owner' });
    await team.removeMember(null, somebody.member.id);
    expect(await somebody.ask('guidance.read', {})).toMatchObject({
      ok: false,
      error: { code: 'signed-out' },
    });
  });
});

describe('what is said', () => {
  test('stands under the name of whoever sent it, at the server’s time, as written here', async () => {
    const { join, call } = await newTeam({ now: start });
    const { id } = await call('narratives.create', { name: 'Fairmend' });
    const reviewer = await join('Zoë', { scope: id, role: 'reviewer' });
    await reviewer.call('review.add', { id, records: [comment('one')] });
    const { review } = await reviewer.call('narratives.open', { id });
    expect(review.one).toMatchObject({
      by: 'Zoë',
      at: start.toISOString(),
      origin: { kind: 'here', file: '' },
    });
  });

  test('never takes the place of what somebody else said', async () => {
    const { join, call } = await newTeam({ now: start });
    const { id } = await call('narratives.create', { name: 'Fairmend' });
    const one = await join('Zoë', { scope: id, role: 'reviewer' });
    const other = await join('Abel', { scope: id, role: 'reviewer' });
    await one.call('review.add', { id, records: [comment('one', { text: 'Mine' })] });
    await other.call('review.add', { id, records: [comment('one', { text: 'A, which sorts first' })] });
    const { review } = await one.call('narratives.open', { id });
    expect(review.one).toMatchObject({ by: 'Zoë', text: 'Mine' });
  });

  test('reaches those who may see the narrative, and nobody else', async () => {
    const { join, call } = await newTeam();
    const { id } = await call('narratives.create', { name: 'Fairmend' });
    const { id: other } = await call('narratives.create', { name: 'Secret' });
    const author = await join('Zoë', { scope: 'team', role: 'coauthor' });
    const stranger = await join('Abel', { scope: other, role: 'owner' });
    await author.call('review.add', { id, records: [comment('one')] });
    await eventually(() => expect(idsHeard(author.heard)).toContain('one'));
    expect(idsHeard(stranger.heard)).toEqual([]);
  });

  test('is not told any more to whoever was removed', async () => {
    const { join, call, team } = await newTeam();
    const { id } = await call('narratives.create', { name: 'Fairmend' });
    const author = await join('Zoë', { scope: 'team', role: 'owner' });
    const reviewer = await join('Abel', { scope: id, role: 'reviewer' });
    await team.removeMember(null, reviewer.member.id);
    await author.call('review.add', { id, records: [comment('one')] });
    await eventually(() => expect(idsHeard(author.heard)).toContain('one'));
    expect(idsHeard(reviewer.heard)).toEqual([]);
  });
});

describe('what reviewers may not say', () => {
  test.each([
    ['resolves the thread of another', { kind: 'resolution', thread: 'one', isResolved: true }],
    ['takes back the suggestion of another', { kind: 'withdrawal', suggestions: ['one'] }],
    ['decides for the room', { kind: 'decision', meeting: 'm' }],
  ])('no reviewer %s', async (_what, record) => {
    const { join, call } = await newTeam();
    const { id } = await call('narratives.create', { name: 'Fairmend' });
    const author = await join('Zoë', { scope: 'team', role: 'coauthor' });
    const reviewer = await join('Abel', { scope: id, role: 'reviewer' });
    await author.call('review.add', { id, records: [comment('one')] });
    const {
      anchor: _anchor,
      text: _text,
      ...head
    } = comment('two') as ReviewRecord & { anchor: unknown; text: unknown };
    const full = {
      outcome: 'go',
      reason: '',
      changes: [],
      stopReasons: [],
      revisitOn: '',
      mustDiffer: '',
      ...head,
      ...record,
    };
    expect(isRefusal(await reviewer.ask('review.add', { id, records: [full] }))).toBe(true);
  });
});

describe('a silent reading', () => {
  test('hides from everybody what the others write, until the time is up', async () => {
    const clock = { now: start };
    const { join, call } = await newTeam(clock);
    const { id } = await call('narratives.create', { name: 'Fairmend' });
    const author = await join('Zoë', { scope: 'team', role: 'owner' });
    const reviewer = await join('Abel', { scope: id, role: 'reviewer' });
    await author.call('review.add', { id, records: [meeting] });
    await reviewer.call('review.add', {
      id,
      records: [comment('silent', { meeting: meeting.id } as Partial<ReviewRecord>)],
    });
    expect(Object.keys((await author.call('narratives.open', { id })).review)).toEqual([meeting.id]);
    expect(Object.keys((await reviewer.call('narratives.open', { id })).review)).toContain('silent');
    expect(idsHeard(author.heard)).not.toContain('silent');

    clock.now = new Date(start.getTime() + 21 * 60_000);
    await author.call('review.add', {
      id,
      records: [
        {
          ...head('step'),
          kind: 'meetingStep',
          meeting: meeting.id,
          step: 'impressions',
          part: null,
          endsAt: null,
        },
      ],
    });
    await eventually(() => expect(idsHeard(author.heard)).toContain('silent'));
    expect(Object.keys((await author.call('narratives.open', { id })).review)).toContain('silent');
  });
});

const head = (id: string) =>
  ({ id, at: start.toISOString(), by: '', origin: { kind: 'here', file: '' } }) as const;

const meeting: ReviewRecord = {
  ...head('meeting'),
  kind: 'meeting',
  version: 'v',
  draft: 1,
  parts: ['release'],
  readingMinutes: 20,
  people: ['Zoë', 'Abel'],
  noteTaker: 'Zoë',
  emptyChair: '',
};

const isRefusal = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && JSON.stringify(answer).includes('"code":"not-allowed"');

const idsHeard = (heard: { event: string; data: unknown }[]): string[] =>
  heard.flatMap(({ event, data }) =>
    event === 'review.added' ? (data as { records: ReviewRecord[] }).records.map(({ id }) => id) : [],
  );
