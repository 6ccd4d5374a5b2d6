import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { settleCoach } from '../../../core/coach/coachSetup';
import { loadCoach } from '../../../host/coach/loadCoach';
import { newLibraryFolder, templates } from '../newHost';

/** The JSON examples below one heading of the guide. */
async function examplesUnder(heading: string): Promise<string[]> {
  const guide = await readFile(
    fileURLToPath(new URL('../../../docs/user-guide.md', import.meta.url)),
    'utf8',
  );
  const section = guide.split(/^## /mu).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/```json\n(.*?)```/gsu)].map(([, json = '']) => json);
}

it('the examples for checks and house styles can be used as they stand', async () => {
  const library = await newLibraryFolder();
  const [checks = ''] = await examplesUnder("Your team's own checks");
  const [style = ''] = await examplesUnder('House styles');
  await mkdir(join(library, 'coach'));
  await mkdir(join(library, 'styles'));
  await writeFile(join(library, 'coach', 'team.json'), checks);
  await writeFile(join(library, 'styles', 'our-page.json'), style);
  const setup = await loadCoach(templates, library);
  expect(setup.problems).toEqual([]);
  const settled = settleCoach(setup, { style: 'our-page', overrides: {} });
  expect(settled.style?.name).toBe('Our page');
  expect(settled.data.words.en.hype).toContain('frictionless');
  expect(settled.data.words.en.hype).not.toContain('seamless');
  expect(settled.data.thresholds['long-sentence']).toMatchObject({ words: 35 });
});
