import { type PartKey, partDefinitions, partKeys } from '../../core/narrative/parts';
import type { RichDoc } from '../../core/narrative/richText';
import type { ShownPart } from '../../packet/reading/lines';
import type { Pictures } from '../../packet/reading/nodeRenderers';
import { renderPart } from '../../packet/reading/renderPart';

/** A part as a packet shows it. */
export function shownPart(
  doc: RichDoc,
  part: PartKey = 'release',
  pictures: Pictures = { pictures: {}, screens: {} },
): ShownPart {
  const { title } = partDefinitions[part];
  return renderPart({ part, title, version: '0', doc }, 'A', pictures);
}

/** All parts of a narrative as a packet shows them. */
export const shownParts = (parts: Readonly<Record<PartKey, RichDoc>>): ShownPart[] =>
  partKeys.map((part) => shownPart(parts[part], part));
