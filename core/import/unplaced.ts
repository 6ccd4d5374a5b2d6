import type { NarrativeContent } from '../narrative/narrativeDoc';
import { isBlank } from '../narrative/plainText';
import type { RichNode } from '../narrative/richText';
import { canonicalDoc } from '../narrative/schema';

/** The heading that stands above what fits nowhere. */
export const unplacedTitle = 'Unplaced';

/** Puts what fits nowhere at the end of the launch plan, under a heading of its own; false when there is nothing. */
export function addUnplaced(content: NarrativeContent, blocks: readonly RichNode[]): boolean {
  if (blocks.every(isBlank)) return false;
  const heading: RichNode = {
    type: 'heading',
    attrs: { level: 2 },
    content: [{ type: 'text', text: unplacedTitle }],
  };
  const plan = content.parts.plan;
  const before = isBlank(plan) ? [] : (plan.content ?? []);
  content.parts.plan = canonicalDoc({ type: 'doc', content: [...before, heading, ...blocks] });
  return true;
}
