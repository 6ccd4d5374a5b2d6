import type * as Y from 'yjs';
import { type DrawerItem, drawerItemSchema } from '../drawer/drawerItem';
import { type EvidenceRecord, evidenceRecordSchema } from '../evidence/evidenceRecord';
import { type Fact, factSchema } from '../facts/fact';
import { type SuggestionDecision, suggestionDecisionSchema } from '../review/reviewRecord';
import { type ScreenRecord, screenRecordSchema } from '../screens/screenRecord';
import { type Storyboard, storyboardSchema } from '../screens/storyboard';
import { type ReleasePromise, releasePromiseSchema } from '../thread/releasePromise';
import { type ThreadLink, threadLinkSchema } from '../thread/threadLink';

/** Everything a narrative knows besides its text, by id or key. */
export interface NarrativeRecords {
  evidence: Record<string, EvidenceRecord>;
  facts: Record<string, Fact>;
  drawer: Record<string, DrawerItem>;
  screens: Record<string, ScreenRecord>;
  /** By the id of the use case. */
  storyboards: Record<string, Storyboard>;
  promises: Record<string, ReleasePromise>;
  links: Record<string, ThreadLink>;
}

/** Source cards of claims, by the id their words carry. */
export const evidenceMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('evidence');
/** Confirmed values, by key. */
export const factsMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('facts');
/** Technical words that wait for the feasibility part, by id. */
export const drawerMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('drawer');
/** Screens of the product, by the id their blocks name. */
export const screensMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('screens');
/** Storyboards that people arranged, by the id of their use case. */
export const storyboardsMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('storyboards');
/** What the release promises, by the id its words carry. */
export const promisesMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('promises');
/** What keeps a promise and what does not, by `threadLinkId`. */
export const linksMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('links');

/** What authors decided about suggestions, by suggestion; beside the text, so that one undo takes back both. */
export const decisionsMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('decisions');

/** The decisions of a shared document; what this build cannot read stays there, untouched. */
export function readDecisions(doc: Y.Doc): Record<string, SuggestionDecision> {
  return readMap(decisionsMap(doc), (value) => suggestionDecisionSchema.safeParse(value).data);
}

export const emptyRecords = (): NarrativeRecords => ({
  evidence: {},
  facts: {},
  drawer: {},
  screens: {},
  storyboards: {},
  promises: {},
  links: {},
});

/** Writes records into a shared document; call it in a transaction. */
export function writeRecords(doc: Y.Doc, records: NarrativeRecords): void {
  writeMap(evidenceMap(doc), records.evidence);
  writeMap(factsMap(doc), records.facts);
  writeMap(drawerMap(doc), records.drawer);
  writeMap(screensMap(doc), records.screens);
  writeMap(storyboardsMap(doc), records.storyboards);
  writeMap(promisesMap(doc), records.promises);
  writeMap(linksMap(doc), records.links);
}

/** The records of a shared document. What this build cannot read stays in the document, untouched. */
export function readRecords(doc: Y.Doc): NarrativeRecords {
  return {
    evidence: readMap(evidenceMap(doc), (value) => evidenceRecordSchema.safeParse(value).data),
    facts: readMap(factsMap(doc), (value) => factSchema.safeParse(value).data),
    drawer: readMap(drawerMap(doc), (value) => drawerItemSchema.safeParse(value).data),
    screens: readMap(screensMap(doc), (value) => screenRecordSchema.safeParse(value).data),
    storyboards: readMap(storyboardsMap(doc), (value) => storyboardSchema.safeParse(value).data),
    promises: readMap(promisesMap(doc), (value) => releasePromiseSchema.safeParse(value).data),
    links: readMap(linksMap(doc), (value) => threadLinkSchema.safeParse(value).data),
  };
}

function writeMap(map: Y.Map<unknown>, records: Record<string, unknown>): void {
  for (const [key, record] of sorted(records)) map.set(key, record);
}

function readMap<T>(map: Y.Map<unknown>, parse: (value: unknown) => T | undefined): Record<string, T> {
  const entries = sorted(map.toJSON()).flatMap(([key, value]): [string, T][] => {
    const parsed = parse(value);
    return parsed === undefined ? [] : [[key, parsed]];
  });
  return Object.fromEntries(entries);
}

/** In one order, whoever wrote first, so that equal records are equal bytes. */
const sorted = <T>(record: Record<string, T>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
