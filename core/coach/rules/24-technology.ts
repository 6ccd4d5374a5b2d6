import { type CoachDocument, openingBlocks, sectionOf } from '../coachDocument';
import type { CoachBlock } from '../reading/coachBlock';
import { findPhrases } from '../reading/phraseHits';
import type { PhraseList } from '../reading/words';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const built = /\b(?:built (?:on|with|around|in)|powered by|runs on|based on|framework (?:for|with|that))\b/iu;
const readLetters = 4000;

/** Finds talk of how it is built where the customer reads first; not where the customer builds things, too. */
export function findTechnology(document: CoachDocument, settings: RuleSettings): Hit[] {
  if (isForBuilders(document, settings)) return [];
  const technical = settings.phrases('technical');
  const ambiguous = settings.phrases('technicalUnlessLiteral');
  const context = settings.phrases('technicalContext');
  return openingBlocks(document).flatMap((block) => {
    const plain = findPhrases(block, technical);
    const double = findPhrases(block, ambiguous);
    const isTechnical = double.length > 0 && (plain.length > 0 || tellsOfBuilding(block, context));
    return [...plain, ...(isTechnical ? double : [])]
      .sort((a, b) => a.from - b.from)
      .map((range) => hitIn(block, range));
  });
}

/** A pipeline through fields is no technology; one beside models and data is, and so is "built on a framework". */
function tellsOfBuilding(block: CoachBlock, context: PhraseList): boolean {
  return context.has(block.prose, block.words) || built.test(block.prose.slice(0, readLetters));
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
