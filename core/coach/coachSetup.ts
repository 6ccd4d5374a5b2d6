import { z } from 'zod';
import { type HouseStyle, houseStyleSchema, styleNamed, usualStyleId } from '../styles/houseStyle';
import { type CoachData, coachDataSchema } from './coachData';
import type { CoachNotes } from './coachNotes';
import { coachOverridesSchema, mergeCoachData } from './coachOverrides';

/** What a library settles for all its narratives. */
export const coachSettingsSchema = z.strictObject({
  /** Id of the house style. */
  style: z.string().max(40),
  overrides: coachOverridesSchema,
  /** Whether grammar and spelling of English texts are looked at. Off until somebody wants it. */
  grammar: z.boolean(),
  /** Words of the team that are spelt as they should be. */
  dictionary: z.array(z.string().trim().min(1).max(80)).max(10_000),
});
export type CoachSettings = z.infer<typeof coachSettingsSchema>;

export const defaultCoachSettings: CoachSettings = {
  style: usualStyleId,
  overrides: {},
  grammar: false,
  dictionary: [],
};

/** All that decides what the coach asks in a library. */
export const coachSetupSchema = z.object({
  data: coachDataSchema,
  /** The team's own files, in order of their names. */
  team: z.array(coachOverridesSchema),
  settings: coachSettingsSchema,
  styles: z.array(houseStyleSchema),
  /** Files that could not be used, one sentence each. */
  problems: z.array(z.string()),
});
export type CoachSetup = z.infer<typeof coachSetupSchema>;

/** The coach's data and the house style that hold for one narrative. */
export interface SettledCoach {
  data: CoachData;
  style: HouseStyle | undefined;
}

/** Lays style, team files, library and narrative over what ships with Dateline; the narrowest has the last word. */
export function settleCoach(setup: CoachSetup, notes: Pick<CoachNotes, 'style' | 'overrides'>): SettledCoach {
  const style = styleNamed(setup.styles, notes.style ?? setup.settings.style);
  const styled = style ? layStyle(setup.data, style) : setup.data;
  const layers = [...setup.team, setup.settings.overrides, notes.overrides];
  return { data: layers.reduce(mergeCoachData, styled), style };
}

function layStyle(data: CoachData, { release, coach = {} }: HouseStyle): CoachData {
  const { least, words, stopWords } = release;
  const thresholds = { 'too-long': { words, stopWords }, 'too-short': { words: least } };
  return mergeCoachData(mergeCoachData(data, { thresholds }), coach);
}
