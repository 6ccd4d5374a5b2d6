import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawnMockupSchema, drawnShelfSchema, mockupIds } from '../../core/screens/drawnMockup';
import { type MockupShelf, toMockupSkeleton } from '../../core/screens/mockups';

/** The mock-ups and components that ship with Dateline, in their order. Rejects when a file of them is damaged. */
export async function loadMockups(templates: string): Promise<MockupShelf> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(templates, 'screens', `${name}.json`), 'utf8'));
  const [components, ...mockups] = await Promise.all([read('components'), ...mockupIds.map(read)]);
  return {
    mockups: mockups.map((json) => toMockupSkeleton(drawnMockupSchema.parse(json))),
    components: drawnShelfSchema.parse(components).map(toMockupSkeleton),
  };
}
