import { describe, expect, it } from 'vitest';
import { createImporter } from '../../../host/importers/importer';
import { bundledWorkers } from '../../workers';

const given = (fileName: string, text: string) => ({ fileName, bytes: Buffer.from(text), path: null });

describe('reading a file in a worker', () => {
  it('answers the narrative, and the errors of reading it', async () => {
    const importer = createImporter(await bundledWorkers());
    const { title, content } = await importer.read(given('a.md', '# Osterby launches Fairmend\n'));
    expect(title).toBe('Osterby launches Fairmend');
    expect(content.parts.release.content?.[0]?.attrs?.key).toBe('heading');
    await expect(importer.read(given('a.exe', 'x'))).rejects.toMatchObject({
      name: 'DatelineError',
      code: 'file-wrong-type',
      next: expect.any(String),
    });
  });

  it('leaves this thread free for other work and can be stopped', async () => {
    const importer = createImporter(await bundledWorkers());
    const stop = new AbortController();
    const reading = importer.read(given('long.md', 'Some *words* here.\n\n'.repeat(1_000_000)), stop.signal);
    let turns = 0;
    const free = new Promise<void>((resolve) => {
      const turn = () => (++turns < 100 ? setTimeout(turn, 1) : resolve());
      turn();
    });
    await Promise.race([free, reading]);
    stop.abort();
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    expect(turns).toBe(100);
  });

  it('gives up at the limits of time and memory with a sentence', async () => {
    const folder = await bundledWorkers();
    const hasty = createImporter(folder, { ms: 50, memoryMb: 512 });
    await expect(hasty.read(given('a.md', 'Words.\n\n'.repeat(200_000)))).rejects.toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining('longer than 0.05 seconds'),
    });
    const small = createImporter(folder, { ms: 20_000, memoryMb: 40 });
    await expect(small.read(given('a.md', 'Words.\n\n'.repeat(400_000)))).rejects.toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining('more than 40 MB of memory'),
    });
  });
});
