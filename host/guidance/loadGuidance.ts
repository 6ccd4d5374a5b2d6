import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  type Guidance,
  type GuidanceFile,
  guidanceFileSchema,
  mergeGuidance,
} from '../../core/guidance/guidance';

/**
 * The guidance that ships with Dateline with the team's own files laid over it, in order of their names.
 * A file that cannot be used is left out and named in `problems`; it never hides the rest.
 */
export async function loadGuidance(templates: string, libraryFolder: string): Promise<Guidance> {
  let guidance: Guidance = { parts: [], questions: [], problems: [] };
  for (const folder of [join(templates, 'guidance'), join(libraryFolder, 'guidance')]) {
    for (const name of await guidanceFiles(folder)) {
      const read = await readGuidanceFile(join(folder, name));
      guidance = read.ok
        ? mergeGuidance(guidance, read.file)
        : { ...guidance, problems: [...guidance.problems, `guidance/${name}: ${read.problem}`] };
    }
  }
  return guidance;
}

async function guidanceFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (thrown) {
    // Most libraries have no guidance of their own.
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw thrown;
  }
}

type ReadGuidance = { ok: true; file: GuidanceFile } | { ok: false; problem: string };

async function readGuidanceFile(path: string): Promise<ReadGuidance> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (thrown) {
    const reason = thrown instanceof SyntaxError ? 'is not valid JSON' : 'could not be read';
    return { ok: false, problem: `this file ${reason}, so it was left out.` };
  }
  const parsed = guidanceFileSchema.safeParse(json);
  return parsed.success
    ? { ok: true, file: parsed.data }
    : { ok: false, problem: `this file was left out. ${firstIssue(parsed.error)}` };
}

/** The first fault as a sentence that names its place, such as `parts › 0 › lede`. */
function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  const place = issue?.path.map(String).join(' › ') || 'the whole file';
  return `Look at ${place}: ${issue?.message ?? 'it is not as expected'}.`;
}
