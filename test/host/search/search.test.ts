import { describe, expect, it } from 'vitest';
import type { Call } from '../../../core/api/client';
import { findSnippet } from '../../../host/search/snippet';
import { openWindow } from '../editor';
import { newHost } from '../newHost';

/** Asks until the whole library is read, as the search field does. */
async function searchAll(call: Call, query: string) {
  for (;;) {
    const answer = await call('library.search', { query, limit: 20 });
    if (answer.indexed === answer.total) return answer;
  }
}

describe('search over the library', () => {
  it('finds words in any part, with the text around them', async () => {
    const { call, errors } = await newHost();
    const { id } = await call('narratives.create', {
      name: 'Fairmend',
      brief: { customer: 'People in Leeds who would rather mend a toaster than buy one.' },
    });
    await call('narratives.create', { brief: { customer: 'Nurses on night shift' } });
    const { hits, total } = await searchAll(call, 'toast');
    expect(total).toBe(2);
    expect(hits).toEqual([
      {
        id,
        heading: 'Fairmend',
        part: 'brief',
        before: 'People in Leeds who would rather mend a ',
        match: 'toaster',
        after: ' than buy one.',
      },
    ]);
    expect(errors).toEqual([]);
  });

  it('follows every save, the trash and what comes back', async () => {
    const { call } = await newHost();
    const { id } = await call('narratives.create', { name: 'Fairmend' });
    expect((await searchAll(call, 'kettle')).hits).toEqual([]);

    const window = await openWindow(call, id, 'one');
    window.type('plan', 'Bring a kettle.');
    await window.save();
    expect((await searchAll(call, 'kettle')).hits).toMatchObject([{ id, part: 'plan', match: 'kettle' }]);

    await call('narratives.trash', { id });
    expect(await searchAll(call, 'kettle')).toEqual({ hits: [], indexed: 0, total: 0 });
    await call('narratives.restore', { id });
    expect((await searchAll(call, 'kettle')).hits).toHaveLength(1);
  });

  it('answers a question in full though an earlier one is still reading what changed', async () => {
    const { call } = await newHost();
    await searchAll(call, 'kettle');
    await call('narratives.create', { brief: { customer: 'Allotment keepers' } });
    const questions = ['ke', 'keep', 'keepers'];
    const answers = await Promise.all(questions.map((query) => call('library.search', { query, limit: 5 })));
    expect(answers.map(({ hits }) => hits.map(({ match }) => match))).toEqual(
      questions.map(() => ['keepers']),
    );
  });

  it.each([
    { what: 'accents', text: 'Die Müller öffnen um neun.', query: 'muller', match: 'Müller' },
    { what: 'text without spaces', text: '今日は港が静かです。', query: '静か', match: '静か' },
    { what: 'right to left', text: 'המחיר הוא עשרים', query: 'עשרים', match: 'עשרים' },
    { what: 'signs', text: 'Run #read("/etc/passwd") <script>', query: 'etc/passwd', match: 'etc/passwd' },
  ])('finds across $what', async ({ text, query, match }) => {
    const { call } = await newHost();
    await call('narratives.create', { brief: { customer: text } });
    expect((await searchAll(call, query)).hits.map((hit) => hit.match)).toEqual([match]);
  });

  it.each(['', ' ', '(', '.*', '*', '"', '\\', '__proto__', 'constructor'])(
    'takes %j as plain words and answers',
    async (query) => {
      const { call } = await newHost();
      await call('narratives.create', { brief: { customer: 'Plain words' } });
      expect((await searchAll(call, query)).hits).toEqual([]);
    },
  );
});

describe('a snippet', () => {
  it('prefers the place where the words stand in a row', () => {
    const text = 'quiet days, then the harbour; at last a quiet harbour';
    expect(findSnippet(text, 'quiet harb')).toMatchObject({ match: 'quiet harbour', after: '' });
  });

  it('cuts long texts at spaces and stays on one line', () => {
    const text = `${'before\n'.repeat(40)}needle${' after'.repeat(40)}`;
    const snippet = findSnippet(text, 'needle');
    expect(snippet?.before).toMatch(/^…(before )+$/);
    expect(snippet?.after).toMatch(/^( after)+…$/);
  });
});
