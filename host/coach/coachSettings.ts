import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CoachSettings, coachSettingsSchema, defaultCoachSettings } from '../../core/coach/coachSetup';
import { parseJsonFile, tellFault } from '../../core/json/jsonFile';
import { writeDurably } from '../../storage/durableFile';

/** The file beside a team's own ones that the settings of the coach are kept in. */
export const settingsFile = 'settings.json';

export interface ReadCoachSettings {
  settings: CoachSettings;
  problems: string[];
}

/** What a library settled about the coach; the usual settings, and why, when its file cannot be used. */
export async function readCoachSettings(library: string): Promise<ReadCoachSettings> {
  let text: string;
  try {
    text = await readFile(join(library, 'coach', settingsFile), 'utf8');
  } catch {
    // Most libraries never settle anything.
    return { settings: defaultCoachSettings, problems: [] };
  }
  const file = parseJsonFile(text);
  if (!file.ok) return unusable(file.problem);
  const settings = coachSettingsSchema.partial().safeParse(file.value);
  if (!settings.success) return unusable(tellFault(text, settings.error));
  return { settings: withDefaults(settings.data), problems: [] };
}

/** Changes what is given and keeps the rest; durable when it resolves. */
export async function changeCoachSettings(
  library: string,
  patch: Partial<{ [K in keyof CoachSettings]: CoachSettings[K] | undefined }>,
): Promise<void> {
  const { settings } = await readCoachSettings(library);
  const changed = coachSettingsSchema.parse({ ...settings, ...withoutGaps(patch) });
  await mkdir(join(library, 'coach'), { recursive: true });
  await writeDurably(join(library, 'coach', settingsFile), `${JSON.stringify(changed, null, 2)}\n`);
}

function unusable(problem: string): ReadCoachSettings {
  return {
    settings: defaultCoachSettings,
    problems: [`coach/${settingsFile}, ${problem} The usual settings are used.`],
  };
}

function withDefaults(
  found: Partial<{ [K in keyof CoachSettings]: CoachSettings[K] | undefined }>,
): CoachSettings {
  return { ...defaultCoachSettings, ...withoutGaps(found) };
}

function withoutGaps<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
