import { updateYFragment } from '@tiptap/y-tiptap';
import type { Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { partFragment } from '../narrative/narrativeDoc';
import { decisionsMap } from '../narrative/recordMaps';
import { narrativeSchema } from '../narrative/schema';
import { carryOut } from './applyChange';
import { type ChangePlace, findChange } from './findChange';
import { partNode } from './partNode';
import { readPartText } from './readPartText';
import type { ReviewRecordOf, SuggestionDecision } from './reviewRecord';

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

function writeChange(doc: Y.Doc, suggestion: ReviewRecordOf<'suggestion'>): boolean {
  const { part } = suggestion.anchor;
  const fragment = partFragment(doc, part);
  const before = partNode(part, fragment);
  const place = findChange(before, readPartText(fragment), suggestion);
  const after = place && carryOut(before, place);
  if (!place || !after) return false;
  const { type, node, start } = smallestAround(fragment, { before, after, place });
  if (node.inlineContent) writeNode(type, node);
  else
    writeBlocks(type, node, { index: start.index, removed: start.removed, added: place.content.childCount });
  return true;
}

function writeNode(type: Y.XmlFragment, node: Node): void {
  if (type.doc) updateYFragment(type.doc, type, node, { mapping: new Map(), isOMark: new Map() });
}

/** Blocks are put in and taken out one by one: writing all of their parent could mistake one for its neighbour. */
function writeBlocks(
  parent: Y.XmlFragment,
  now: Node,
  { index, removed, added }: { index: number; removed: number; added: number },
): void {
  const kept = Math.min(removed, added);
  const blocks = now.children.slice(index, index + added);
  blocks.slice(0, kept).forEach((block, offset) => {
    const type: unknown = parent.get(index + offset);
    if (type instanceof Y.XmlElement && type.nodeName === block.type.name) writeNode(type, block);
    else {
      parent.delete(index + offset, 1);
      parent.insert(index + offset, sharedBlocks([block]));
    }
  });
  if (removed > kept) parent.delete(index + kept, removed - kept);
  if (added > kept) parent.insert(index + kept, sharedBlocks(blocks.slice(kept)));
}

function sharedBlocks(blocks: readonly Node[]): Y.XmlElement[] {
  const fragment = new Y.Doc().getXmlFragment('blocks');
  writeNode(fragment, narrativeSchema.topNodeType.create(null, blocks));
  return fragment
    .toArray()
    .filter((type) => type instanceof Y.XmlElement)
    .map((type) => type.clone());
}

interface Target {
  type: Y.XmlFragment;
  node: Node;
  /** First block of it that is replaced, and how many are. */
  start: { index: number; removed: number };
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
    if (!(inside instanceof Y.XmlElement) || inside.nodeName !== child?.type.name) break;
    [type, node] = [inside, child];
  }
  return { type, node, start: { index: from.index(depth), removed: to.index(depth) - from.index(depth) } };
}
