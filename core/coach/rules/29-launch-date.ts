import { judgeLaunchDate } from '../../check/dateChecks';
import { isBlank } from '../../narrative/plainText';
import { type CoachDocument, sectionOf } from '../coachDocument';
import { type Hit, hitOn } from '../rule';

/** Finds a release that names no launch day, a vague one, or one that is over. */
export function findLaunchDate(document: CoachDocument): Hit[] {
  const { content, today } = document;
  if (isBlank(content.parts.release)) return [];
  const dateline = sectionOf(document, 'release', 'dateline');
  if (dateline) return doubts({ section: 'dateline', text: dateline.text, isWhole: true }, today);
  const opening = document.isPressForm ? openingWithDate(document) : null;
  return doubts(opening ?? { section: 'dateline', text: '', isWhole: true }, today);
}

interface Dateline {
  section: string;
  text: string;
  isWhole: boolean;
}

/** Many releases set the dateline at the head of their first paragraph. */
function openingWithDate({ pieces }: CoachDocument): Dateline | null {
  const piece = pieces.find(({ part, section, text }) => {
    return (
      part === 'release' &&
      section !== 'heading' &&
      judgeLaunchDate(text.slice(0, 160), '')?.rule !== 'no-date'
    );
  });
  return piece ? { section: piece.section, text: piece.text.slice(0, 160), isWhole: false } : null;
}

function doubts({ section, text, isWhole }: Dateline, today: string): Hit[] {
  const doubt = judgeLaunchDate(text, today);
  if (!doubt) return [];
  const place = { part: 'release', section } as const;
  if (!isWhole && doubt.rule !== 'past-date') return [hitOn(place, { variant: doubt.rule })];
  const { quote, from, rule } = doubt;
  return [{ ...place, quote, from, to: from + quote.length, variant: rule }];
}
