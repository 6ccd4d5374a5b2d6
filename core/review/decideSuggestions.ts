import type { Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { partFragment } from '../narrative/narrativeDoc';
import { decisionsMap } from '../narrative/recordMaps';
import { carryOut } from './applyChange';
import { pairBlocks } from './compare/pairBlocks';
import { type ChangePlace, findChange, type Suggested } from './findChange';
import { partNode } from './partNode';
import { readPartText } from './readPartText';
import type { ReviewRecordOf, SuggestionDecision } from './reviewRecord';
import { sharedBlocks, writeNode } from './sharedBlocks';

export interface MadeDecision {
  decision: SuggestionDecision;
  /** The undo history that takes text and decisions back at once. */
  history: Y.UndoManager;
}

/** What became of each suggestion, by its id. */
export interface DecidedSuggestions {
  done: string[];
  /** The text there is no longer what was read then. They stay open, and the text as it is. */
  conflicts: string[];
  /** Decided before, by anyone. */
  known: string[];
}

/**
 * Accepts or rejects suggestions in order. What is accepted is written into the shared document together with the
 * decision, in one transaction, so that one undo takes back everything. Words that a suggestion does not touch keep
 * their characters.
 */
export function decideSuggestions(
  doc: Y.Doc,
  suggestions: readonly ReviewRecordOf<'suggestion'>[],
  { decision, history }: MadeDecision,
): DecidedSuggestions {
  const decided: DecidedSuggestions = { done: [], conflicts: [], known: [] };
  const decisions = decisionsMap(doc);
  history.addToScope([decisions]);
  history.stopCapturing();
  doc.transact(() => {
    for (const suggestion of suggestions) {
      const { id } = suggestion;
      if (decisions.has(id)) decided.known.push(id);
      else if (decision.verdict === 'rejected' || writeChange(doc, suggestion)) {
        decisions.set(id, decision);
        decided.done.push(id);
      } else decided.conflicts.push(id);
    }
  }, history);
  history.stopCapturing();
  return decided;
}

/** Writes what a suggestion would change into a shared document; false where the text is no longer what was read. */
export function writeChange(doc: Y.Doc, suggestion: Suggested): boolean {
  const { part } = suggestion.anchor;
  const fragment = partFragment(doc, part);
  const before = partNode(part, fragment);
  const place = findChange(before, readPartText(fragment), suggestion);
  const after = place && carryOut(before, place);
  if (!place || !after) return false;
  const target = smallestAround(fragment, { before, after, place });
  const { type, node } = target;
  if (node.inlineContent || target.index === null) writeNode(type, node);
  else {
    const { index, removed } = target;
    writeBlocks(
      type,
      { was: removed, now: node.children.slice(index, index + place.content.childCount) },
      index,
    );
  }
  return true;
}

/**
 * Blocks are put in and taken out one by one: writing all of their parent could mistake one for its neighbour. A block
 * that becomes another of its kind is written over, so that what stays of it keeps its characters.
 */
function writeBlocks(
  parent: Y.XmlFragment,
  { was, now }: { was: readonly Node[]; now: readonly Node[] },
  start: number,
): void {
  const pairs = pairBlocks(was, now).filter(([i, j]) => was[i]?.type === now[j]?.type);
  let [i, j, index] = [0, 0, start];
  for (const [iNext, jNext] of [...pairs, [was.length, now.length] as const]) {
    if (iNext > i) parent.delete(index, iNext - i);
    if (jNext > j) parent.insert(index, sharedBlocks(now.slice(j, jNext)));
    index += jNext - j;
    const [type, node] = [index < parent.length && parent.get(index), now[jNext]];
    if (type instanceof Y.XmlElement && node) writeNode(type, node);
    [i, j, index] = [iNext + 1, jNext + 1, index + 1];
  }
}

interface Target {
  type: Y.XmlFragment;
  node: Node;
  /** Index of the first block of it that is replaced; null where all of it is to be written. */
  index: number | null;
  /** The blocks that are replaced. */
  removed: readonly Node[];
}

/** The innermost shared type that the change is inside of, so that nothing outside of it is written. */
function smallestAround(
  fragment: Y.XmlFragment,
  { before, after, place }: { before: Node; after: Node; place: ChangePlace },
): Target {
  const [from, to] = [before.resolve(place.from), before.resolve(place.to)];
  const depth = from.sharedDepth(to.pos);
  let [type, node] = [fragment, after];
  for (let level = 0; level < depth; level += 1) {
    const index = from.index(level);
    const inside: unknown = type.get(index);
    const child = node.maybeChild(index);
    const isKnown = inside instanceof Y.XmlElement && inside.nodeName === child?.type.name;
    if (!isKnown || !child) return { type, node, index: null, removed: [] };
    [type, node] = [inside, child];
  }
  const index = from.index(depth);
  return { type, node, index, removed: from.node(depth).children.slice(index, to.index(depth)) };
}
