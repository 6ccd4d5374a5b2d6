import { type CoachDocument, releaseProse, wordsIn } from '../coachDocument';
import { type Hit, hitOn, type RuleSettings } from '../rule';

/** Finds a problem and solution that never say how people cope today. */
export function findNoAlternative(document: CoachDocument, settings: RuleSettings): Hit[] {
  const all = releaseProse(document).filter(({ section }) => section !== 'heading' && section !== 'about');
  const told = all.filter(({ section }) => section === 'problem' || section === 'solution');
  const blocks = told.length > 0 ? told : all;
  const words = wordsIn(blocks);
  if (words < settings.threshold('words')) return [];
  const alternatives = settings.phrases('alternatives');
  if (blocks.some(({ text, textWords }) => alternatives.has(text, textWords))) return [];
  const last = blocks.at(-1);
  return last ? [hitOn(last)] : [];
}
