import { describe, expect, it } from 'vitest';
import { openWindow } from '../editor';
import { newHost } from '../newHost';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('the review of an import', () => {
  it('lists every block, and moves one as an edit that open windows take in', async () => {
    const { call } = await newHost();
    const data = base64('# Press release\n\n## Problem\n\nNobody answers.\n\n## Our cafeteria\n\nSoup.\n');
    const { id, blocks } = await call('imports.run', { fileName: 'notes.md', data, job: 'job-1' });
    expect(blocks.map(({ words, sure }) => `${words} ${sure}`)).toEqual([
      'Nobody answers. sure',
      'Our cafeteria unplaced',
      'Soup. unplaced',
    ]);
    const window = await openWindow(call, id, 'one');
    const block = { part: 'plan', section: '', index: 2, words: 'Soup.' } as const;
    const to = { part: 'release', section: 'solution' } as const;
    const moved = await call('imports.move', { id, block, to, blocks });
    expect(moved.blocks).toContainEqual({
      words: 'Soup.',
      ...to,
      index: 0,
      sure: 'sure',
      reason: 'You put it here.',
    });
    expect((await openWindow(call, id, 'two')).text('release')).toContain('Soup.');
    expect(window.text('release')).not.toContain('Soup.');
    await expect(call('imports.move', { id, block, to, blocks })).rejects.toMatchObject({
      code: 'not-found',
    });
    const nowhere = { part: 'release', section: 'ending' } as const;
    await expect(call('imports.move', { id, block, to: nowhere, blocks })).rejects.toMatchObject({
      code: 'bad-request',
    });
  });
});
