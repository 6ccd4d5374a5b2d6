import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LatestTurn } from '../../../host/exporters/latestTurn';

it('runs the first and the last that were asked for at once, and cancels those between (seed 3)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 8 }), async (count) => {
      const turn = new LatestTurn();
      let running = 0;
      const asked = Array.from({ length: count }, (_, index) =>
        turn.run('pages', async () => {
          running += 1;
          expect(running).toBe(1);
          await Promise.resolve();
          running -= 1;
          return index;
        }),
      );
      const settled = await Promise.allSettled(asked);
      const done = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(done).toEqual(count === 1 ? [0] : [0, count - 1]);
      for (const one of settled)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'cancelled' });
      expect(await turn.run('pages', async () => 'free again')).toBe('free again');
    }),
    { numRuns: 20, seed: 3 },
  );
});

it('goes on after work that fails, and keeps other keys out of it', async () => {
  const turn = new LatestTurn();
  const failing = turn.run('a', () => Promise.reject(new Error('broken')));
  const next = turn.run('a', async () => 'next');
  const other = turn.run('b', async () => 'other');
  await expect(failing).rejects.toThrow('broken');
  expect(await Promise.all([next, other])).toEqual(['next', 'other']);
});
