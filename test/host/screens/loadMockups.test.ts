import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mockupIds } from '../../../core/screens/drawnMockup';
import { loadMockups } from '../../../host/screens/loadMockups';
import { templates } from '../newHost';

it('offers every mock-up in its order, and the components', async () => {
  const shelf = await loadMockups(templates);
  expect(shelf.mockups.map((mockup) => mockup.id)).toEqual([...mockupIds]);
  expect(shelf.components.length).toBeGreaterThanOrEqual(20);
});

it('does not answer with half of them when a file is damaged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-mockups-'));
  await cp(join(templates, 'screens'), join(folder, 'screens'), { recursive: true });
  await writeFile(join(folder, 'screens', 'phone.json'), '{"id":"phone"}');
  await expect(loadMockups(folder)).rejects.toThrow();
});
