import { judgeLaunchDate } from '../../check/dateChecks';
import { isBlank } from '../../narrative/plainText';
import { type CoachDocument, findDateline, sectionOf } from '../coachDocument';
import { type Hit, hitOn } from '../rule';

/** Finds a release that names no launch day, a vague one, or one that is over. */
export function findLaunchDate(document: CoachDocument): Hit[] {
  const { content, today } = document;
  if (isBlank(content.parts.release)) return [];
  const dateline = sectionOf(document, 'release', 'dateline');
  if (dateline) return doubts({ section: 'dateline', text: dateline.text, from: 0, isWhole: true }, today);
  const head = findDateline(document.pieces);
  if (!head) return doubts({ section: 'dateline', text: '', from: 0, isWhole: true }, today);
  const { section, text, from } = head;
  return doubts({ section, text: text.slice(0, 160), from, isWhole: false }, today);
}

interface Dateline {
  section: string;
  text: string;
  /** Offset of the text in its section. */
  from: number;
  /** False where the dateline is only the head of a paragraph. */
  isWhole: boolean;
}

function doubts({ section, text, from: start, isWhole }: Dateline, today: string): Hit[] {
  const doubt = judgeLaunchDate(text, today);
  if (!doubt) return [];
  const place = { part: 'release', section } as const;
  if (!isWhole && doubt.rule !== 'past-date') return [hitOn(place, { variant: doubt.rule })];
  const { quote, rule } = doubt;
  const from = start + doubt.from;
  return [{ ...place, quote, from, to: from + quote.length, variant: rule }];
}
