import { blocksOf, type CoachDocument } from '../coach/coachDocument';
import { findContradictions as findTwofold } from '../coach/reading/findContradictions';
import { findNameDrift } from '../coach/rules/22-name-drift';
import { findLiveButPlanned } from '../coach/rules/38-live-but-planned';
import { type Disagreement, type Mention, toPlace } from './factPlace';
import type { Contradiction, ContradictionSubject } from './factReading';
import type { FactSettings } from './factSettings';
import { allBlocks, mentionOfHit } from './factTopics';
import { disagreeingLimits, findLimits } from './findLimits';
import { disagreeingPlatforms } from './findPlatforms';

/** Pairs of places that cannot both be true: names, prices, days, platforms, limits, "live" beside "planned". */
export function findContradictions(document: CoachDocument, settings: FactSettings): Contradiction[] {
  const blocks = allBlocks(document);
  return [
    ...nameDoubts(document, settings),
    ...twofoldFacts(document, settings),
    ...toContradictions('platform', disagreeingPlatforms(blocks)),
    ...toContradictions('limit', disagreeingLimits(findLimits(blocks))),
    ...stageDoubts(document, settings),
  ];
}

type Place = Omit<Mention, 'id'>;

const toContradiction = (subject: ContradictionSubject, one: Place, other: Place): Contradiction => ({
  subject,
  one: toPlace(one),
  other: toPlace(other),
});

function toContradictions(subject: ContradictionSubject, pairs: readonly Disagreement[]): Contradiction[] {
  return pairs.map(({ one, other }) => toContradiction(subject, one, other));
}

function twofoldFacts(document: CoachDocument, settings: FactSettings): Contradiction[] {
  const { phrases } = settings('contradiction', document.language);
  const lists = { free: phrases('free'), price: phrases('price') };
  return findTwofold(document, lists).map(({ subject, one, other }) => toContradiction(subject, one, other));
}

/** The heading's name beside another name, or another spelling of it. */
function nameDoubts(document: CoachDocument, settings: FactSettings): Contradiction[] {
  const hits = findNameDrift(document, settings('name-drift', document.language));
  if (hits.length === 0) return [];
  const { product } = document.names;
  const heading = blocksOf(document, 'release').find(({ text }) => text.includes(product));
  if (!heading) return [];
  const from = heading.text.indexOf(product);
  const one = { block: heading, range: { from, to: from + product.length } };
  return hits.flatMap((hit) => {
    const other = mentionOfHit(document, hit);
    return other ? [toContradiction('name', one, other)] : [];
  });
}

/** Words that call it live beside words that call it planned. */
function stageDoubts(document: CoachDocument, settings: FactSettings): Contradiction[] {
  const hits = findLiveButPlanned(document, settings('live-but-planned', document.language));
  const live = hits.find(({ variant }) => variant === 'live');
  const one = live && mentionOfHit(document, live);
  if (!one) return [];
  return hits.flatMap((hit) => {
    const other = hit === live ? null : mentionOfHit(document, hit);
    return other ? [toContradiction('stage', one, other)] : [];
  });
}
