import { type CoachDocument, releaseProse } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import type { CoachBlock } from '../reading/coachBlock';
import { perSentence } from '../reading/perSentence';
import { type Hit, hitIn, hitOn, type RuleSettings } from '../rule';

const inventoryWords = anyOf(
  'includ(?:es|ing|e)|features?|featuring|has|have|hat|offers?|offering|provides?|providing',
  'supports?|comes with|bietet|umfasst|enthält',
);
const inventory = new RegExp(String.raw`(?<!\p{L})${inventoryWords}\s+([^.;:!?]{10,300})`, 'giu');

/** Finds lists of features in the solution that never say what the customer can do with them. */
export function findFeatureList(document: CoachDocument, settings: RuleSettings): Hit[] {
  const blocks = releaseProse(document).filter(({ section }) => section === 'solution' || section === '');
  return [...bulletLists(blocks, settings), ...blocks.flatMap((block) => commaLists(block, settings))];
}

function bulletLists(blocks: readonly CoachBlock[], settings: RuleSettings): Hit[] {
  const items = blocks.filter(({ source, section }) => source.list === 'bullet' && section === 'solution');
  const benefit = settings.phrases('benefit');
  const [first] = items;
  if (!first || items.length < settings.threshold('items')) return [];
  return items.some(({ text, textWords }) => benefit.has(text, textWords))
    ? []
    : [hitOn(first, { slots: { count: String(items.length) } })];
}

function commaLists(block: CoachBlock, settings: RuleSettings): Hit[] {
  if (block.source.list !== null || block.section !== 'solution') return [];
  const benefit = settings.phrases('benefit');
  const namesBenefit = perSentence(block, ({ from, to }) => {
    const next = block.sentences[block.sentenceIndexAt(from) + 1];
    return benefit.has(block.text.slice(from, next?.to ?? to));
  });
  return [...block.prose.matchAll(inventory)].flatMap((match) => {
    const least = settings.threshold(/^(?:has|have|hat)/iu.test(match[0]) ? 'plainItems' : 'items');
    const items = (match[1] ?? '').split(/,\s|\s(?:and|or|und|oder)\s/u).filter((item) => item.trim() !== '');
    if (items.length <= least || namesBenefit(match.index)) return [];
    const to = match.index + match[0].trimEnd().length;
    return [hitIn(block, { from: match.index, to }, { slots: { count: String(items.length) } })];
  });
}
