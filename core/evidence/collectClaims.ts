import { joinParted, markedWordsIn } from '../narrative/markedWords';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { type PartKey, partKeys } from '../narrative/parts';
import type { RichNode } from '../narrative/richText';
import type { EvidenceRecord, EvidenceState } from './evidenceRecord';
import { claimId } from './evidenceRuns';

/** Words in the text with their source card. Words that were parted still are one claim. */
export interface Claim {
  id: string;
  /** Where the claim begins. */
  part: PartKey;
  /** Section key or item id, as the outline names it; '' for the start of the part. */
  section: string;
  words: string;
  /** Null when the words came without their card, for example from another narrative. */
  record: EvidenceRecord | null;
}

export interface ClaimList {
  /** In reading order. */
  claims: Claim[];
  /** Cards whose words were deleted; by id. */
  orphans: EvidenceRecord[];
}

/** Every claim of a narrative, and every card that no words carry any more. */
export function collectClaims({ parts, evidence }: Pick<NarrativeContent, 'parts' | 'evidence'>): ClaimList {
  const claims = new Map<string, Claim>();
  for (const part of partKeys) {
    const marked = (parts[part].content ?? []).flatMap((node) => markedWordsIn(node, 'evidence'));
    for (const { id, section, words } of marked) {
      const known = claims.get(id);
      const record = Object.hasOwn(evidence, id) ? (evidence[id] ?? null) : null;
      if (known) known.words = joinParted(known.words, words);
      else claims.set(id, { id, part, section, words, record });
    }
  }
  const orphans = Object.values(evidence)
    .filter(({ id }) => !claims.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { claims: [...claims.values()], orphans };
}

/** Ids of the claims in a text, in reading order. */
export function claimIdsIn(node: RichNode): string[] {
  const ids = [claimId(node), ...(node.content ?? []).flatMap(claimIdsIn)].filter((id) => id !== null);
  return [...new Set(ids)];
}

export function claimState({ record }: Claim): EvidenceState {
  return record?.state ?? 'unknown';
}
