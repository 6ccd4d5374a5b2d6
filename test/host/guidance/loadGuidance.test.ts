import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { partKeys } from '../../../core/narrative/parts';
import { loadGuidance } from '../../../host/guidance/loadGuidance';
import { newLibraryFolder, templates } from '../newHost';

async function withTeamFiles(files: Record<string, string>): Promise<string> {
  const folder = await newLibraryFolder();
  await mkdir(join(folder, 'guidance'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'guidance', name), text);
  return folder;
}

it('has a guide for every part and the whole bank of questions, without a problem', async () => {
  const guidance = await loadGuidance(templates, await newLibraryFolder());
  expect(guidance.problems).toEqual([]);
  expect(new Set(guidance.parts.map(({ part }) => part))).toEqual(new Set(partKeys));
  expect(guidance.questions).toHaveLength(68);
});

it("lays a team's own questions over ours", async () => {
  const ours = await loadGuidance(templates, await newLibraryFolder());
  const [first] = ours.questions;
  const questions = [{ ...first, text: 'What would our nurses ask?' }];
  const folder = await withTeamFiles({ 'hospital.json': JSON.stringify({ questions }) });
  const merged = await loadGuidance(templates, folder);
  expect(merged.questions).toHaveLength(68);
  expect(merged.questions).toContainEqual(questions[0]);
});

it('leaves out files that cannot be used, and says which and where', async () => {
  const folder = await withTeamFiles({
    'broken.json': '{"questions": [',
    'odd.json': JSON.stringify({ questions: [{ number: 1, audience: 'nobody' }] }),
    'readme.txt': 'not guidance',
  });
  const { problems, questions } = await loadGuidance(templates, folder);
  expect(problems).toEqual([
    'guidance/broken.json: this file is not valid JSON, so it was left out.',
    expect.stringMatching(
      /^guidance\/odd\.json: this file was left out\. Look at questions › 0 › audience: /,
    ),
  ]);
  expect(questions).toHaveLength(68);
});
