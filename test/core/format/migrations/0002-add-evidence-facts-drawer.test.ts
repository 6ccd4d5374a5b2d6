import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { addEvidenceFactsDrawer } from '../../../../core/format/migrations/0002-add-evidence-facts-drawer';
import { decodeNarrativeFile } from '../../../../core/format/narrativeFile';

const golden = new URL('../../../golden/format-1.dateline.json', import.meta.url);

test('a body of version 1 gains empty records and loses nothing', async () => {
  const { body } = JSON.parse(await readFile(golden, 'utf8'));
  const next = addEvidenceFactsDrawer(body);
  expect(next).toEqual({
    ...body,
    content: { ...body.content, evidence: {}, facts: {}, drawer: {} },
  });
});

test('what is no body is handed on as it is', () => {
  for (const odd of [null, 7, 'words', [], {}, { content: null }])
    expect(addEvidenceFactsDrawer(odd)).toBe(odd);
});

test('a file of version 1 says from where it was migrated', async () => {
  const file = decodeNarrativeFile(await readFile(golden, 'utf8'));
  expect(file.migratedFrom).toBe(1);
  expect(file.content.evidence).toEqual({});
});
