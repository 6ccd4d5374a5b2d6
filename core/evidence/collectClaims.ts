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
  for (const part of partKeys) {
    for (const { id, section, words } of (parts[part].content ?? []).flatMap(claimedIn)) {
      const known = claims.get(id);
      const record = Object.hasOwn(evidence, id) ? (evidence[id] ?? null) : null;
      if (known) known.words = [known.words, words].filter(Boolean).join(' … ');
      else claims.set(id, { id, part, section, words, record });
    }
  }
  const orphans = Object.values(evidence)
    .filter(({ id }) => !claims.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { claims: [...claims.values()], orphans };
}

type ClaimedWords = Pick<Claim, 'id' | 'section' | 'words'>;
const knownWords = new WeakMap<RichNode, readonly ClaimedWords[]>();

/** The claimed words of a top-level node in reading order; the same object is not read again. */
function claimedIn(node: RichNode): readonly ClaimedWords[] {
  const known = knownWords.get(node);
  if (known) return known;
  const found: ClaimedWords[] = [];
  const visit = (parent: RichNode, section: string): void => {
    const children = parent.content ?? [];
    for (const { id, from, to } of evidenceRuns(children)) {
      found.push({ id, section, words: children.slice(from, to).map(plainText).join('').trim() });
    }
    for (const child of children) if (child.content) visit(child, sectionIn(child, section));
  };
  visit(node, sectionIn(node, ''));
  knownWords.set(node, found);
  return found;
}

/** Ids of the claims in a text, in reading order. */
export function claimIdsIn(node: RichNode): string[] {
  const ids = [claimId(node), ...(node.content ?? []).flatMap(claimIdsIn)].filter((id) => id !== null);
  return [...new Set(ids)];
}

export function claimState({ record }: Claim): EvidenceState {
  return record?.state ?? 'unknown';
}

function sectionIn(node: RichNode, section: string): string {
  if (node.type === 'section') {
    const key = stringAttr(node, 'key');
    return section === '' ? key : `${section}/${key}`;
  }
  const id = stringAttr(node, 'id');
  return id === '' ? section : id;
}
