import type { Node } from 'prosemirror-model';
import type * as Y from 'yjs';
import type { PartKey } from '../../narrative/parts';
import type { RichDoc } from '../../narrative/richText';
import { narrativeSchema } from '../../narrative/schema';
import { nodeKey, nodesKey } from '../compare/nodeKey';
import { compareParts } from '../compareParts';
import { findChange, type Suggested } from '../findChange';
import { partNode } from '../partNode';
import type { PartText } from '../partText';
import { readPartText } from '../readPartText';
import type { ReviewRecordOf } from '../reviewRecord';

type Suggestion = ReviewRecordOf<'suggestion'>;

export interface Revision {
  part: PartKey;
  /** The text as it stands. */
  base: Y.XmlFragment;
  /** The copy that somebody writes in. */
  copy: RichDoc;
  /** Suggestions that are carried out in the copy. */
  carried: readonly Suggestion[];
  /** Gives a change that is new its record. */
  record: (suggested: Suggested) => Suggestion;
}

/** A suggestion with where the copy says it, and the words it takes out; positions as ProseMirror counts. */
export interface PlacedSuggestion {
  suggestion: Suggestion;
  from: number;
  to: number;
}

export interface RevisedSuggestions {
  /** What the copy suggests, in order; known suggestions keep their records. */
  placed: PlacedSuggestion[];
  added: Suggestion[];
  /** Carried suggestions that the copy no longer says. */
  gone: Suggestion[];
}

/**
 * What somebody suggests by a copy of a part, held against what the copy was made with: a change that stands where it
 * stood and says what it said is the same suggestion.
 */
export function reviseSuggestions({ part, base, copy, carried, record }: Revision): RevisedSuggestions {
  const text = readPartText(base);
  const node = partNode(part, base);
  const known = new Map<string, Suggestion[]>();
  for (const suggestion of carried) {
    const key = placeKey(node, text, suggestion);
    known.set(key, [...(known.get(key) ?? []), suggestion]);
  }
  const placed: PlacedSuggestion[] = [];
  const added: Suggestion[] = [];
  let shift = 0;
  for (const suggested of compareParts(part, base, copy)) {
    const same = known.get(placeKey(node, text, suggested))?.shift();
    const suggestion = same ?? record({ anchor: suggested.anchor, change: suggested.change });
    if (!same) added.push(suggestion);
    const place = findChange(node, text, suggestion) ?? { ...suggested.at, content: null };
    const size = place.content?.size ?? place.to - place.from;
    placed.push({ suggestion, from: place.from + shift, to: place.from + shift + size });
    shift += size - (place.to - place.from);
  }
  return { placed, added, gone: [...known.values()].flat() };
}

/** Equal for changes that say the same at the same place. */
function placeKey(node: Node, text: PartText, suggested: Suggested): string {
  const place = findChange(node, text, suggested);
  const { change } = suggested;
  const was = change.kind === 'insert' ? '' : saidKey(change.was);
  const now = change.kind === 'delete' ? '' : saidKey(change.now);
  return JSON.stringify([change.kind, place?.from, place?.to, was, now]);
}

/** What blocks say, or words, which say it inside of a block. */
function saidKey(nodes: readonly unknown[]): string {
  const read = nodes.map((node) => narrativeSchema.nodeFromJSON(node));
  const isInline = read.some((node) => node.isInline);
  return isInline ? nodeKey(narrativeSchema.nodes.paragraph.create(null, read)) : nodesKey(read);
}
