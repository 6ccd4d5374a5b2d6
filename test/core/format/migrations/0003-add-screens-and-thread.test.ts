import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { addScreensThread } from '../../../../core/format/migrations/0003-add-screens-and-thread';
import { decodeNarrativeFile } from '../../../../core/format/narrativeFile';

const golden = (version: number) =>
  new URL(`../../../golden/format-${version}.dateline.json`, import.meta.url);

test('a body of version 2 gains empty records and loses nothing', async () => {
  const { body } = JSON.parse(await readFile(golden(2), 'utf8'));
  expect(addScreensThread(body)).toEqual({
    ...body,
    content: { ...body.content, screens: {}, storyboards: {}, promises: {}, links: {} },
  });
});

test('what is no body is handed on as it is', () => {
  for (const odd of [null, 7, 'words', [], {}, { content: null }]) expect(addScreensThread(odd)).toBe(odd);
});

test.each([1, 2])('a file of version %i says from where it was migrated', async (version) => {
  const file = decodeNarrativeFile(await readFile(golden(version), 'utf8'));
  expect(file.migratedFrom).toBe(version);
  expect(file.content).toMatchObject({ screens: {}, storyboards: {}, promises: {}, links: {} });
});
