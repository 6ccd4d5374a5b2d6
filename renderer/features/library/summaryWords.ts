import type { NarrativeSummary } from '../../../core/api/shapes';
import { findLaunchDay } from '../../../core/check/launchDay';
import { partDefinitions, sectionTitle } from '../../../core/narrative/parts';
import { daysBetween, nearTime } from '../../ui/dates';

/** Where writing goes on: "Continue in “Problem”". */
export function continueWords({ meta, words }: NarrativeSummary): string {
  const place = meta.lastPlace;
  if (!place) return words === 0 ? 'Start writing' : 'Continue writing';
  const section = partDefinitions[place.part].sections.some(({ key }) => key === place.section);
  const name = section ? sectionTitle(place.part, place.section) : partDefinitions[place.part].title;
  return `Continue in “${name.replace(/\?$/, '')}”`;
}

/** When writing stopped and how far off launch day is, as far as anybody has said. */
export function whenWords({ meta, dateline }: NarrativeSummary, now: Date): string {
  const stopped = `You stopped here at ${nearTime(new Date(meta.updatedAt), now)}.`;
  return [stopped, launchWords(dateline, now)].filter(Boolean).join(' ');
}

function launchWords(dateline: string, now: Date): string {
  const found = findLaunchDay(dateline);
  if (!found) return '';
  const days = daysBetween(now, new Date(`${found.day}T00:00:00`));
  if (days === 0) return 'Launch day is today.';
  if (days === 1) return 'Launch day is tomorrow.';
  return days > 0 ? `Launch day is ${days} days away.` : 'Launch day has passed.';
}

/** The end of the words before the caret, begun at a word. */
export function lastWords(excerpt: string): string {
  const longest = 160;
  const trimmed = excerpt.trim();
  if (trimmed.length <= longest) return trimmed;
  return `… ${trimmed.slice(-longest).replace(/^\S*\s/, '')}`;
}
