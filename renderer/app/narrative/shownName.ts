import type { NarrativeMeta } from '../../../core/narrative/meta';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { sectionText } from '../../../core/narrative/plainText';

/** What the window calls a narrative: its name, until it has one the heading of its release. */
export function shownName({ name }: NarrativeMeta, { parts }: NarrativeContent): string {
  return name || sectionText(parts.release, 'heading') || 'Untitled';
}
