import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import { type PartKey, partKeys } from '../../../core/narrative/parts';
import type { CoachView } from './coachStore';

/**
 * The question after, or before, the one whose card is open, around the ends; with none open, the first one
 * about the place where somebody writes, or the next one from there.
 */
export function questionAfter(
  { open, openId }: Pick<CoachView, 'open' | 'openId'>,
  here: { part: PartKey; section: string },
  by: 1 | -1,
): AskedFinding | undefined {
  const current = open.findIndex(({ id }) => id === openId);
  if (current >= 0) return open[(current + by + open.length) % open.length];
  const inSection = open.find(({ part, section }) => part === here.part && section === here.section);
  const inPart = open.find(({ part }) => partKeys.indexOf(part) >= partKeys.indexOf(here.part));
  return inSection ?? inPart ?? open[0];
}
