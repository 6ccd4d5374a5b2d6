import type * as Y from 'yjs';
import { type DrawerItem, drawerItemSchema } from '../drawer/drawerItem';
import { type EvidenceRecord, evidenceRecordSchema } from '../evidence/evidenceRecord';
import { type Fact, factSchema } from '../facts/fact';

/** Everything a narrative knows besides its text, by id or key. */
export interface NarrativeRecords {
  evidence: Record<string, EvidenceRecord>;
  facts: Record<string, Fact>;
  drawer: Record<string, DrawerItem>;
}

/** Source cards of claims, by the id their words carry. */
export const evidenceMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('evidence');
/** Confirmed values, by key. */
export const factsMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('facts');
/** Technical words that wait for the feasibility part, by id. */
export const drawerMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('drawer');

export const emptyRecords = (): NarrativeRecords => ({ evidence: {}, facts: {}, drawer: {} });

/** Writes records into a shared document; call it in a transaction. */
export function writeRecords(doc: Y.Doc, { evidence, facts, drawer }: NarrativeRecords): void {
  for (const [id, record] of sorted(evidence)) evidenceMap(doc).set(id, record);
  for (const [key, fact] of sorted(facts)) factsMap(doc).set(key, fact);
  for (const [id, item] of sorted(drawer)) drawerMap(doc).set(id, item);
}

/** The records of a shared document. What this build cannot read stays in the document, untouched. */
export function readRecords(doc: Y.Doc): NarrativeRecords {
  return {
    evidence: readMap(evidenceMap(doc), (value) => evidenceRecordSchema.safeParse(value).data),
    facts: readMap(factsMap(doc), (value) => factSchema.safeParse(value).data),
    drawer: readMap(drawerMap(doc), (value) => drawerItemSchema.safeParse(value).data),
  };
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
