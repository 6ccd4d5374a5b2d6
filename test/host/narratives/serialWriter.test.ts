import { expect, it } from 'vitest';
import { createSerialWriter } from '../../../host/narratives/serialWriter';

it('never runs two writes at once, and lets those who wait share the next one', async () => {
  let running = 0;
  let runs = 0;
  let state = 0;
  const writer = createSerialWriter(async () => {
    running += 1;
    runs += 1;
    expect(running).toBe(1);
    const written = state;
    await new Promise(setImmediate);
    running -= 1;
    return written;
  });
  const writes: Promise<void>[] = [];
  for (state = 1; state <= 20; state += 1) {
    const asked = state;
    writes.push(writer.write().then((written) => expect(written).toBeGreaterThanOrEqual(asked)));
    await Promise.resolve();
  }
  await Promise.all(writes);
  expect(runs).toBeLessThan(20);
});

it('tells a failure to those who asked for that write, and goes on', async () => {
  let fail = true;
  const writer = createSerialWriter(async () => {
    if (fail) throw new Error('disk');
    return 'written';
  });
  const [first, second] = [writer.write(), writer.write()];
  await expect(first).rejects.toThrow('disk');
  await expect(second).rejects.toThrow('disk');
  fail = false;
  await expect(writer.write()).resolves.toBe('written');
  await writer.idle();
});
