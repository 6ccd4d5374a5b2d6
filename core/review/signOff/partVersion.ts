import { checksumOf } from '../../format/narrativeFile';
import { sortedJson } from '../../json/sortedJson';
import type { NarrativeContent } from '../../narrative/narrativeDoc';
import type { PartKey } from '../../narrative/parts';
import { canonicalDoc } from '../../narrative/schema';
import { readAsSaid } from './readAsSaid';

const digits = 16;

/**
 * Names what one part says: its text with the fields, sources, screens and storyboards that stand in it. Equal for
 * equal parts, whoever wrote them and when; following a promise, giving a state or moving an id changes nothing.
 */
export function partVersion(content: NarrativeContent, part: PartKey): string {
  const said = readAsSaid(canonicalDoc(content.parts[part]), content);
  return checksumOf(sortedJson({ part, said })).slice(0, digits);
}
