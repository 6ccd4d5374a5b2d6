import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { addDecisions } from '../../../../core/format/migrations/0004-add-decisions';
import { decodeNarrativeFile } from '../../../../core/format/narrativeFile';

const golden = (version: number) =>
  new URL(`../../../golden/format-${version}.dateline.json`, import.meta.url);

test('a body of version 3 gains an empty list of decisions and loses nothing', async () => {
  const { body } = JSON.parse(await readFile(golden(3), 'utf8'));
  expect(addDecisions(body)).toEqual({ ...body, content: { ...body.content, decisions: {} } });
});

test('what is no body is handed on as it is', () => {
  for (const odd of [null, 7, 'words', [], {}, { content: null }]) expect(addDecisions(odd)).toBe(odd);
});

test.each([1, 2, 3])('a file of version %i says from where it was migrated', async (version) => {
  const file = decodeNarrativeFile(await readFile(golden(version), 'utf8'));
  expect(file.migratedFrom).toBe(version);
  expect(file.content.decisions).toEqual({});
});
