import { checksumOf } from '../../format/narrativeFile';
import { sortedJson } from '../../json/sortedJson';
import type { NarrativeContent } from '../../narrative/narrativeDoc';
import type { PartKey } from '../../narrative/parts';
import type { RichDoc } from '../../narrative/richText';
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

/** Names parts as `partVersion` does, and reads a part again only when it or a record changed. */
export function createVersionReader(): (content: NarrativeContent, part: PartKey) => string {
  const known = new Map<PartKey, { text: RichDoc; records: string; version: string }>();
  let read: { content: NarrativeContent; records: string } | null = null;
  return (content, part) => {
    if (read?.content !== content) {
      const { facts, evidence, screens, storyboards } = content;
      read = { content, records: JSON.stringify([facts, evidence, screens, storyboards]) };
    }
    const { records } = read;
    const text = content.parts[part];
    const last = known.get(part);
    if (last?.text === text && last.records === records) return last.version;
    const version = partVersion(content, part);
    known.set(part, { text, records, version });
    return version;
  };
}
