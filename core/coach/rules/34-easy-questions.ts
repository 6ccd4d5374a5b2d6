import { blocksOf, type CoachDocument, wordsIn } from '../coachDocument';
import { type Hit, hitOn, type RuleSettings } from '../rule';

/** The five subjects a room asks about, with the word list that shows one was raised. */
const subjects = [
  { list: 'subjectCost', name: 'what it costs and earns' },
  { list: 'subjectMarket', name: 'how many would want it' },
  { list: 'subjectRisk', name: 'why it could fail' },
  { list: 'subjectLaw', name: 'law and contracts' },
  { list: 'subjectAssumptions', name: 'what must be true' },
] as const;

/** Finds an internal FAQ that leaves out what will be asked in the room; an unwritten one is not judged. */
export function findEasyQuestions(document: CoachDocument, settings: RuleSettings): Hit[] {
  const questions = document.pieces.filter(({ part }) => part === 'internalFaq');
  if (questions.length === 0) return [];
  const place = { part: 'internalFaq', section: '' } as const;
  const missing = subjects.filter(({ list }) => {
    const words = settings.phrases(list);
    return !questions.some(({ text }) => words.has(text));
  });
  const asked = missing.map(({ name }) => name).join(', ');
  const hits = missing.length === 0 ? [] : [hitOn(place, { slots: { missing: asked } })];
  return isShorterThanRelease(document) ? [...hits, hitOn(place, { variant: 'short' })] : hits;
}

function isShorterThanRelease(document: CoachDocument): boolean {
  const answers = wordsIn(blocksOf(document, 'customerFaq', 'internalFaq'));
  return answers < wordsIn(blocksOf(document, 'release'));
}
