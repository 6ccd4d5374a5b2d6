import { type CoachDocument, openingBlocks, sectionOf } from '../coachDocument';
import { findPhrases } from '../reading/phraseHits';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds talk of how it is built where the customer reads first; not where the customer builds things, too. */
export function findTechnology(document: CoachDocument, settings: RuleSettings): Hit[] {
  if (isForBuilders(document, settings)) return [];
  const technical = settings.phrases('technical');
  return openingBlocks(document).flatMap((block) =>
    findPhrases(block, technical).map((range) => hitIn(block, range)),
  );
}

/** True when the customer builds things: then technical words are the customer's own. */
export function isForBuilders(document: CoachDocument, settings: RuleSettings): boolean {
  const builders = settings.phrases('technicalCustomers');
  const places = [
    sectionOf(document, 'brief', 'customer'),
    sectionOf(document, 'release', 'heading'),
    sectionOf(document, 'release', 'subheading'),
    sectionOf(document, 'release', 'summary'),
  ];
  return places.some((piece) => piece !== undefined && builders.has(piece.text));
}
