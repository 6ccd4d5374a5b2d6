import type { NarrativeId } from '../../../core/narrative/meta';
import type { PartKey } from '../../../core/narrative/parts';

/** The address of a narrative; without a part it opens where its writer stopped. */
export type NarrativeHref = (id: NarrativeId, part?: PartKey) => string;
