import { findLeftovers } from '../../check/templateText';
import { partKeys } from '../../narrative/parts';
import { blocksOf, type CoachDocument } from '../coachDocument';
import type { CoachBlock } from '../reading/coachBlock';
import { blankRanges, type TextRange, touchesAny } from '../reading/textRange';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds instructions, stand-ins and labels of a template that were never replaced. */
export function findTemplateText(document: CoachDocument, settings: RuleSettings): Hit[] {
  return blocksOf(document, ...partKeys)
    .filter(({ isCode }) => !isCode)
    .flatMap((block) => [...leftoversIn(block, settings), ...labelIn(block, settings)]);
}

function leftoversIn(block: CoachBlock, settings: RuleSettings): Hit[] {
  const text = blankRanges(block.text, [...block.source.codes, ...block.honestMarks]);
  const marks = findLeftovers(text).map(({ from, length }): TextRange => ({ from, to: from + length }));
  const phrases = settings
    .phrases('templateText')
    .find(text, text === block.text ? block.textWords : undefined)
    .filter((range) => !touchesAny(range, marks) && !isAwaited(text, range));
  const level = block.part === 'release' ? 'stop' : 'fix';
  return [...marks, ...phrases].map((range) => hitIn(block, range, { level }));
}

/** "To be confirmed by the customer" tells who does it: that is no leftover. */
function isAwaited(text: string, { from, to }: TextRange): boolean {
  return (
    /^to be /iu.test(text.slice(from, to)) &&
    /^ (?:by|with|in|at|on|when|before)\b/iu.test(text.slice(to, to + 8))
  );
}

/** "Intro Paragraph: As enterprises …" still carries the name of its slot. */
function labelIn(block: CoachBlock, settings: RuleSettings): Hit[] {
  if (block.part !== 'release' || block.source.list !== null) return [];
  const colon = block.text.slice(0, 48).indexOf(':');
  if (colon < 3) return [];
  const label = block.text.slice(0, colon).trim();
  const isLabel = settings
    .phrases('templateLabels')
    .find(label)
    .some(({ from, to }) => from === 0 && to === label.length);
  return isLabel ? [hitIn(block, { from: 0, to: colon + 1 }, { variant: 'label', level: 'fix' })] : [];
}
