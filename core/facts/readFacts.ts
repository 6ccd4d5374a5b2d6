import type { CoachData } from '../coach/coachData';
import { type CoachDocument, readCoachDocument } from '../coach/coachDocument';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import type { Fact } from './fact';
import { type FactPlace, type Mention, toPlace, wordsOf } from './factPlace';
import type { Departure, FactCandidates, FactReading, FactValue } from './factReading';
import { createFactSettings, type FactSettings } from './factSettings';
import { allBlocks, factTopics } from './factTopics';
import { findContradictions } from './findContradictions';
import { findLimits, limitId } from './findLimits';
import { limitRows } from './limitRows';

/** Reads facts out of narratives with the coach's word lists in place. It keeps no narrative. */
export type FactReader = (content: NarrativeContent, today: string) => FactReading;

/** Makes a reader out of the coach's data; make one and keep it. */
export function createFactReader(data: CoachData): FactReader {
  const settings = createFactSettings(data);
  return (content, today) => {
    const document = readCoachDocument(content, today);
    const rows = readRows(document, settings);
    const departures = rows.flatMap((row) => departuresOf(row, content.facts[row.key]));
    return {
      candidates: rows.filter(({ mentions }) => mentions.length > 0).map(toCandidates),
      // Where one side was confirmed, the other is a departure and asked about once.
      contradictions: findContradictions(document, settings).filter(
        ({ one, other }) => !departures.some(({ place }) => isSame(place, one) || isSame(place, other)),
      ),
      departures,
    };
  };
}

const isSame = (a: FactPlace, b: FactPlace): boolean =>
  a.part === b.part && a.section === b.section && a.from < b.to && b.from < a.to;

interface FactRow {
  key: string;
  label: string;
  mentions: Mention[];
  idOf: (value: string) => string | null;
  mayTellMore: boolean;
}

function readRows(document: CoachDocument, settings: FactSettings): FactRow[] {
  const topics = factTopics.map(
    ({ key, label, find, idOf, mayTellMore }): FactRow => ({
      key,
      label,
      mentions: find(document, settings),
      idOf: (value) => idOf(value, document, settings),
      mayTellMore: mayTellMore === true,
    }),
  );
  const limits = limitRows(findLimits(allBlocks(document)));
  return [...topics, ...limits.map((row) => ({ ...row, idOf: limitId, mayTellMore: false }))];
}

function toCandidates({ key, label, mentions }: FactRow): FactCandidates {
  const byId = new Map<string, FactValue>();
  for (const mention of mentions) {
    const value = byId.get(mention.id) ?? { value: wordsOf(mention), places: [] };
    value.places.push(toPlace(mention));
    byId.set(mention.id, value);
  }
  return { key, label, values: [...byId.values()] };
}

/** Places that tell something else than what was confirmed. A value that cannot be compared departs from nothing. */
function departuresOf({ mentions, idOf, mayTellMore }: FactRow, fact: Fact | undefined): Departure[] {
  const confirmed = fact ? idOf(fact.value) : null;
  if (!fact || confirmed === null) return [];
  const isTold = new Set(mentions.filter(({ id }) => id === confirmed).map(({ block }) => block.part));
  return mentions
    .filter(({ id, block }) => id !== confirmed && !(mayTellMore && isTold.has(block.part)))
    .map((mention) => ({ fact, place: toPlace(mention) }));
}
