import type { CoachData } from '../coach/coachData';
import { blocksOf, readCoachDocument } from '../coach/coachDocument';
import type { CoachBlock } from '../coach/reading/coachBlock';
import { findPhrases } from '../coach/reading/phraseHits';
import type { PhraseList } from '../coach/reading/words';
import { isForBuilders } from '../coach/rules/24-technology';
import { type FactPlace, toPlace } from '../facts/factPlace';
import { createFactSettings } from '../facts/factSettings';
import type { NarrativeContent } from '../narrative/narrativeDoc';

/** Finds sentences about how it is built where the customer reads; none where the customer builds things, too. */
export type TechnicalReader = (content: NarrativeContent, today: string) => FactPlace[];

/** Makes a reader out of the coach's word lists; make one and keep it. */
export function createTechnicalReader(data: CoachData): TechnicalReader {
  const settingsOf = createFactSettings(data);
  return (content, today) => {
    const document = readCoachDocument(content, today);
    const settings = settingsOf('technology', document.language);
    if (isForBuilders(document, settings)) return [];
    return blocksOf(document, 'brief', 'release', 'customerFaq', 'experience')
      .filter(({ isCode, section }) => !isCode && section !== 'dateline' && section !== 'heading')
      .flatMap((block) => technicalSentences(block, settings.phrases('technical')));
  };
}

function technicalSentences(block: CoachBlock, technical: PhraseList): FactPlace[] {
  const sentences = new Set(findPhrases(block, technical).map(({ from }) => block.sentenceAt(from)));
  return [...sentences].map((range) => toPlace({ block, range }));
}
