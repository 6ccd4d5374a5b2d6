import { findLaunchDay } from '../check/launchDay';
import { blocksOf, type CoachDocument } from '../coach/coachDocument';
import type { CoachBlock } from '../coach/reading/coachBlock';
import { findOpenings } from '../coach/reading/findContradictions';
import { nameKey } from '../coach/reading/findNames';
import { amountOf, findPrices } from '../coach/reading/findPrices';
import type { Hit, RuleSettings } from '../coach/rule';
import { findNameDrift } from '../coach/rules/22-name-drift';
import { partKeys } from '../narrative/parts';
import type { Mention } from './factPlace';
import type { FactSettings } from './factSettings';
import { findPlatforms, platformsId } from './findPlatforms';

/** A fact every narrative has at most one of. */
export interface FactTopic {
  key: string;
  label: string;
  find(document: CoachDocument, settings: FactSettings): Mention[];
  /** What a value says, comparable with the ids of mentions; null when it says nothing of this kind. */
  idOf(value: string, document: CoachDocument, settings: FactSettings): string | null;
  /** True when a part may tell several values, as long as the confirmed one is among them. */
  mayTellMore?: true;
}

/** The facts that have one row each, in the order of the sheet. */
export const factTopics: readonly FactTopic[] = [
  {
    key: 'product',
    label: 'Product name',
    find: findProductNames,
    idOf: (value) => value.trim() || null,
  },
  {
    key: 'price',
    label: 'Price',
    find: (document, settings) => pricesOf(document, settings('contradiction', document.language)),
    idOf: (value, document, settings) =>
      priceId(value, document, settings('contradiction', document.language)),
    mayTellMore: true,
  },
  {
    key: 'launchDate',
    label: 'Launch date',
    find: launchDates,
    idOf: (value) => findLaunchDay(value)?.day ?? null,
  },
  {
    key: 'platforms',
    label: 'Platforms',
    find: (document) => findPlatforms(allBlocks(document)),
    idOf: platformsId,
  },
];

export function allBlocks(document: CoachDocument): CoachBlock[] {
  return blocksOf(document, ...partKeys);
}

/** The name of the heading wherever it stands, once for each section, and every other name the product goes by. */
function findProductNames(document: CoachDocument, settings: FactSettings): Mention[] {
  const { product } = document.names;
  if (product === '') return [];
  const others = findNameDrift(document, settings('name-drift', document.language)).flatMap((hit) => {
    const mention = mentionOfHit(document, hit);
    return mention ? [{ ...mention, id: hit.quote }] : [];
  });
  return [...mentionsOf(product, document), ...others];
}

function mentionsOf(product: string, document: CoachDocument): Mention[] {
  if (nameKey(product) === '') return [];
  const seen = new Set<string>();
  return allBlocks(document).flatMap((block) => {
    const place = `${block.part}/${block.section}`;
    const from = block.text.indexOf(product);
    if (from < 0 || seen.has(place)) return [];
    seen.add(place);
    return [{ block, range: { from, to: from + product.length }, id: product }];
  });
}

/** The words a rule marked, in their block; null for a rule that marked a whole section. */
export function mentionOfHit(document: CoachDocument, hit: Hit): Omit<Mention, 'id'> | null {
  const block = allBlocks(document).find(
    ({ part, section, from, text }) =>
      part === hit.part && section === hit.section && hit.from >= from && hit.to <= from + text.length,
  );
  if (!block || hit.to <= hit.from) return null;
  return { block, range: { from: hit.from - block.from, to: hit.to - block.from } };
}

function pricesOf(document: CoachDocument, settings: RuleSettings): Mention[] {
  return findPrices(document, priceLists(settings)).map(({ block, range, amount }) => {
    return { block, range, id: amount };
  });
}

const priceLists = (settings: RuleSettings) => ({
  free: settings.phrases('free'),
  price: settings.phrases('price'),
});

function priceId(value: string, document: CoachDocument, settings: RuleSettings): string | null {
  const amount = amountOf(value, findPrices(document, priceLists(settings)));
  const isFree =
    /^\s*(?:free|kostenlos|gratis)(?!\p{L})/iu.test(value) || settings.phrases('free').has(value);
  return amount ?? (isFree ? 'free' : null);
}

/** The dateline, and every sentence that says when it opens. */
function launchDates(document: CoachDocument): Mention[] {
  return findOpenings(document).map(({ block, range, day }) => ({ block, range, id: day }));
}
