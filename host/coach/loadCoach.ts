import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CoachData, parseCoachData } from '../../core/coach/coachData';
import {
  type CoachOverrides,
  coachOverridesSchema,
  parseCoachOverrides,
} from '../../core/coach/coachOverrides';
import type { CoachSetup } from '../../core/coach/coachSetup';
import { placeOfOffset } from '../../core/json/jsonFile';
import { type HouseStyle, houseStyleSchema } from '../../core/styles/houseStyle';
import { readCoachSettings, settingsFile } from './coachSettings';
import { readJsonFolder } from './readJsonFolder';

/**
 * All that decides what the coach asks in a library: what ships with Dateline, the team's own files under
 * `coach/` and `styles/`, and the library's settings. A file that cannot be used is named in `problems`.
 */
export async function loadCoach(templates: string, library: string): Promise<CoachSetup> {
  const data = await loadData(templates);
  const [ours, styles, team, { settings, problems }] = await Promise.all([
    readStyles(join(templates, 'styles'), data),
    readStyles(join(library, 'styles'), data),
    readJsonFolder({
      folder: join(library, 'coach'),
      schema: coachOverridesSchema,
      check: (overrides, text) => unknownNames({ overrides, text, data }),
      leaveOut: settingsFile,
    }),
    readCoachSettings(library),
  ]);
  return {
    data,
    team: team.values,
    settings,
    styles: [...new Map([...ours.values, ...styles.values].map((style) => [style.id, style])).values()],
    problems: [
      ...team.problems.map((problem) => `coach/${problem}`),
      ...[...ours.problems, ...styles.problems].map((problem) => `styles/${problem}`),
      ...problems,
    ],
  };
}

function readStyles(folder: string, data: CoachData) {
  return readJsonFolder<HouseStyle>({
    folder,
    schema: houseStyleSchema,
    check: ({ coach = {} }, text) => unknownNames({ overrides: coach, text, data }),
  });
}

async function loadData(templates: string): Promise<CoachData> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(templates, 'coach', name), 'utf8'));
  const [texts, en, de, thresholds] = await Promise.all(
    ['rules.en.json', 'words.en.json', 'words.de.json', 'thresholds.json'].map(read),
  );
  return parseCoachData({ texts, words: { en, de }, thresholds });
}

/** Names of checks, numbers and lists that there are none of, with the line on which they stand. */
function unknownNames(file: { overrides: CoachOverrides; text: string; data: CoachData }): string[] {
  const parsed = parseCoachOverrides(file.overrides, file.data);
  if (parsed.ok) return [];
  return parsed.problems.slice(0, 1).map((problem) => {
    const name = /“([^”]+)”/u.exec(problem)?.[1] ?? '';
    const { line, column } = placeOfOffset(file.text, Math.max(0, file.text.indexOf(JSON.stringify(name))));
    return `line ${line}, column ${column}: ${problem}`;
  });
}
