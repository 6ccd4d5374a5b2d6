import type { NarrativeContent } from '../narrative/narrativeDoc';
import type { PartKey } from '../narrative/parts';
import { isBlank } from '../narrative/plainText';
import { stringAttr } from '../narrative/richText';
import type { Placement } from './importedNarrative';

/** How many written blocks each section, or part without sections, holds. */
export function countPlacements(content: NarrativeContent, parts: readonly PartKey[]): Placement[] {
  return parts.flatMap((part) => {
    const counts = new Map<string, number>();
    for (const node of content.parts[part].content ?? []) {
      if (isBlank(node)) continue;
      const isSection = node.type === 'section';
      const section = isSection ? stringAttr(node, 'key') : '';
      const written = isSection ? (node.content ?? []).filter((block) => !isBlank(block)).length : 1;
      counts.set(section, (counts.get(section) ?? 0) + written);
    }
    return [...counts].map(([section, blocks]) => ({ part, section, blocks }));
  });
}
