import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { z } from 'zod';
import type { SuggestionDecision } from '../review/reviewRecord';
import { type PartKey, partKeys } from './parts';
import { partTemplate } from './partTemplate';
import {
  decisionsMap,
  emptyRecords,
  type NarrativeRecords,
  readDecisions,
  readRecords,
  writeRecords,
} from './recordMaps';
import type { RichDoc } from './richText';
import { canonicalDoc, narrativeSchema } from './schema';

/** States a person gives to a part; empty and drafted are read from the text instead. */
export const markedStates = ['ready', 'inReview', 'reviewed'] as const;
export type MarkedState = (typeof markedStates)[number];

/** Why and when feasibility was opened before its turn; null while it is locked. */
export const gateSchema = z
  .object({ reason: z.string().min(1).max(2000), openedAt: z.iso.datetime() })
  .nullable();
export type FeasibilityGate = z.infer<typeof gateSchema>;

/** Everything a narrative says, as plain data: what files hold readably, and what exports and checks read. */
export interface NarrativeContent extends NarrativeRecords {
  parts: Record<PartKey, RichDoc>;
  states: Partial<Record<PartKey, MarkedState>>;
  gate: FeasibilityGate;
  /** What authors decided about suggestions, by suggestion. Texts do not carry it; files of Dateline do. */
  decisions: Record<string, SuggestionDecision>;
}

/** Origin of changes that come from storage or another window, so that a window does not send them back. */
export const remoteOrigin = 'dateline-remote';

export function partFragment(doc: Y.Doc, part: PartKey): Y.XmlFragment {
  return doc.getXmlFragment(`part.${part}`);
}

export const partStatesMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('states');
export const gateMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('gate');

/** All eight parts, unwritten. */
export function emptyContent(): NarrativeContent {
  const entries = partKeys.map((key) => [key, canonicalDoc(partTemplate(key))] as const);
  return {
    parts: Object.fromEntries(entries) as Record<PartKey, RichDoc>,
    states: {},
    gate: null,
    decisions: {},
    ...emptyRecords(),
  };
}

/**
 * Builds the shared document of a narrative from plain content. The seed is written by one fixed client, so
 * that the same content seeded twice is the same document and does not double when merged.
 */
export function createNarrativeDoc(content: NarrativeContent): Y.Doc {
  const seed = new Y.Doc();
  seed.clientID = 1;
  seed.transact(() => {
    for (const key of partKeys) {
      prosemirrorJSONToYXmlFragment(narrativeSchema, content.parts[key], partFragment(seed, key));
    }
    for (const [key, state] of Object.entries(content.states)) partStatesMap(seed).set(key, state);
    if (content.gate) gateMap(seed).set('opened', content.gate);
    for (const [id, decision] of Object.entries(content.decisions)) decisionsMap(seed).set(id, decision);
    writeRecords(seed, content);
  });
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, Y.encodeStateAsUpdateV2(seed), remoteOrigin);
  seed.destroy();
  return doc;
}

/** The plain text of one part; its template when nobody wrote in it. Throws on names this build does not know. */
export function readPart(doc: Y.Doc, part: PartKey): RichDoc {
  const fragment = partFragment(doc, part);
  if (fragment.length === 0) return canonicalDoc(partTemplate(part));
  return canonicalDoc(yXmlFragmentToProsemirrorJSON(fragment) as RichDoc);
}

/** The states people gave to parts. */
export function readPartStates(doc: Y.Doc): NarrativeContent['states'] {
  const isMarked = z.enum(markedStates);
  const states: NarrativeContent['states'] = {};
  for (const key of partKeys) {
    const state = isMarked.safeParse(partStatesMap(doc).get(key));
    if (state.success) states[key] = state.data;
  }
  return states;
}

/** Why feasibility was opened before its turn; null while it was not. */
export function readGate(doc: Y.Doc): FeasibilityGate {
  const gate = gateSchema.safeParse(gateMap(doc).get('opened') ?? null);
  return gate.success ? gate.data : null;
}

/**
 * Reads the plain content out of a shared document; a part nobody wrote is given its template.
 * Throws on names this build does not know: ask `findUnknownContent` first.
 */
export function readNarrativeDoc(doc: Y.Doc): NarrativeContent {
  const parts = Object.fromEntries(partKeys.map((key) => [key, readPart(doc, key)]));
  return {
    parts: parts as NarrativeContent['parts'],
    states: readPartStates(doc),
    gate: readGate(doc),
    decisions: readDecisions(doc),
    ...readRecords(doc),
  };
}

/** The whole shared document in Yjs V2 encoding, which is what files store. */
export function encodeNarrativeDoc(doc: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdateV2(doc);
}

/** Rebuilds a shared document from its V2 encoding. Throws on bytes that are not an update. */
export function decodeNarrativeDoc(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, update, remoteOrigin);
  return doc;
}
