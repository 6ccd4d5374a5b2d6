import * as Y from 'yjs';
import type { NarrativeId } from '../../core/narrative/meta';
import { decodeNarrativeDoc, type NarrativeContent } from '../../core/narrative/narrativeDoc';
import type { PartKey } from '../../core/narrative/parts';
import {
  evidenceMap,
  factsMap,
  type NarrativeRecords,
  promisesMap,
  screensMap,
} from '../../core/narrative/recordMaps';
import { type BroughtRecords, broughtRecords } from '../../core/review/namedRecords';
import type { ReviewOrigin } from '../../core/review/records/common';
import type { ReviewRecord } from '../../core/review/reviewRecord';
import type { OpenNarratives } from '../narratives/openNarratives';
import type { VersionComparer } from '../review/versions/versionComparer';

/** A text that came back, beside what it was when it left. */
export interface ReturnedText {
  was: NarrativeContent;
  now: NarrativeContent;
  /** Parts that it was written with. */
  parts: readonly PartKey[];
  origin: ReviewOrigin;
  /** Who says to have written in it; '' where nobody does. */
  by: string;
}

/** What came of it. */
export interface TakenChanges {
  /** Every suggestion that the text makes, those that were known included. */
  suggestions: string[];
  added: number;
  known: number;
  doubts: string[];
}

export interface TakingPorts {
  narratives: Pick<OpenNarratives, 'peek' | 'save' | 'addReview'>;
  now: () => Date;
  comparer: Pick<VersionComparer, 'suggest'>;
}

/** Makes suggestions of what differs in a text that came back. Nothing of the narrative itself is changed by it. */
export async function takeChanges(
  id: NarrativeId,
  { was, now, parts, origin, by }: ReturnedText,
  { narratives, now: clock, comparer }: TakingPorts,
): Promise<TakenChanges> {
  const common = { at: clock().toISOString(), by, origin };
  const suggestions = await comparer.suggest({ was: was.parts, now: now.parts, parts, common });
  const { content, yjs, review } = await narratives.peek(id);
  const isKnown = ({ id: record }: ReviewRecord) => Object.hasOwn(review, record);
  const fresh = suggestions.filter((record) => !isKnown(record));
  const changes = fresh.map(({ change }) => change);
  const brought = broughtRecords({ present: content, was, now, changes });
  const update = addMissing(yjs, brought.missing);
  // Cards and screens first, so that whoever sees a suggestion sees what its words stand for.
  if (update) await narratives.save(id, update, 'returning');
  if (fresh.length > 0) await narratives.addReview(id, fresh);
  return {
    suggestions: suggestions.map((record) => record.id),
    added: fresh.length,
    known: suggestions.length - fresh.length,
    doubts: doubtsAbout(brought),
  };
}

/** The change that adds records to a shared document; null where there is nothing to add. */
function addMissing(yjs: string, missing: BroughtRecords['missing']): Uint8Array | null {
  const doc = decodeNarrativeDoc(Buffer.from(yjs, 'base64'));
  const before = Y.encodeStateVector(doc);
  const maps = {
    evidence: evidenceMap,
    facts: factsMap,
    screens: screensMap,
    promises: promisesMap,
  } as const;
  let isChanged = false;
  doc.transact(() => {
    for (const [name, mapOf] of Object.entries(maps))
      for (const [key, record] of Object.entries(missing[name as keyof typeof maps])) {
        mapOf(doc).set(key, record);
        isChanged = true;
      }
  });
  return isChanged ? Y.encodeStateAsUpdateV2(doc, before) : null;
}

const mapTitles: Readonly<Record<keyof NarrativeRecords, string>> = {
  evidence: 'source cards',
  facts: 'confirmed values',
  drawer: 'the “How” drawer',
  screens: 'screens',
  storyboards: 'storyboards',
  promises: 'promises',
  links: 'what keeps promises',
};

function doubtsAbout({ differing }: BroughtRecords): string[] {
  if (differing.length === 0) return [];
  const names = differing.map((name) => mapTitles[name]).join(', ');
  return [
    `The file says something else about ${names}. Your own were kept; change them by hand where it is right.`,
  ];
}
