import type { NarrativeContent } from '../narrative/narrativeDoc';
import { type PartKey, partKeys } from '../narrative/parts';
import { plainText } from '../narrative/plainText';
import { type RichNode, stringAttr } from '../narrative/richText';
import type { EvidenceRecord, EvidenceState } from './evidenceRecord';
import { claimId, evidenceRuns } from './evidenceRuns';

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
  const visit = (node: RichNode, place: Pick<Claim, 'part' | 'section'>): void => {
    const children = node.content ?? [];
    for (const { id, from, to } of evidenceRuns(children)) {
      const words = children.slice(from, to).map(plainText).join('').trim();
      const known = claims.get(id);
      if (known) known.words = [known.words, words].filter(Boolean).join(' … ');
      else
        claims.set(id, {
          id,
          ...place,
          words,
          record: Object.hasOwn(evidence, id) ? (evidence[id] ?? null) : null,
        });
    }
    for (const child of children) if (child.content) visit(child, placeIn(child, place));
  };
  for (const part of partKeys) visit(parts[part], { part, section: '' });
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

function placeIn(node: RichNode, { part, section }: Pick<Claim, 'part' | 'section'>) {
  if (node.type === 'section') {
    const key = stringAttr(node, 'key');
    return { part, section: section === '' ? key : `${section}/${key}` };
  }
  const id = stringAttr(node, 'id');
  return { part, section: id === '' ? section : id };
}
