import type { Editor, EditorEvents } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Mapping, type StepMap } from '@tiptap/pm/transform';
import type { WordRange } from './findingRanges';

/** Top-level nodes that were exchanged since the last snapshot. */
export interface NodesChange {
  from: number;
  to: number;
  nodes: ProseMirrorNode[];
}

interface Snapshot {
  version: number;
  doc: ProseMirrorNode;
  /** Steps made before it. */
  steps: number;
}

/** Remembers the text as it was when somebody was told of it, and leads positions in it to where they are now. */
export class TextTrail {
  readonly #stop: () => void;
  /** The text as it is, also when the editor is gone. */
  #doc: ProseMirrorNode;
  #maps: StepMap[] = [];
  /** Steps whose maps were forgotten. */
  #forgotten = 0;
  #snapshots: Snapshot[] = [];

  constructor(editor: Editor) {
    this.#doc = editor.state.doc;
    const onTransaction = (made: EditorEvents['transaction']) => {
      for (const { docChanged, mapping, doc } of [made.transaction, ...(made.appendedTransactions ?? [])]) {
        if (!docChanged) continue;
        this.#maps.push(...mapping.maps);
        this.#doc = doc;
      }
    };
    editor.on('transaction', onTransaction);
    this.#stop = () => editor.off('transaction', onTransaction);
  }

  /** All of the text as it is now. */
  doc(): ProseMirrorNode {
    return this.#doc;
  }

  /** What changed since the last snapshot; null when nothing did. Costs a comparison of pointers, not of texts. */
  change(): NodesChange | null {
    const before = this.#snapshots.at(-1)?.doc;
    return before ? differingNodes(before, this.#doc) : null;
  }

  /** Takes the text as it is now as the one that message `version` told of. */
  snapshot(version: number): void {
    this.#snapshots.push({ version, doc: this.#doc, steps: this.#forgotten + this.#maps.length });
  }

  /** The text as it was when message `version` had been told; null when that was before this trail. */
  docAt(version: number): ProseMirrorNode | null {
    return this.#at(version)?.doc ?? null;
  }

  /** Leads ranges in the text of `version` to the text as it is; what was deleted is left out. */
  lead(version: number, ranges: readonly WordRange[]): WordRange[] {
    const snapshot = this.#at(version);
    if (!snapshot) return [];
    const mapping = new Mapping(this.#maps.slice(snapshot.steps - this.#forgotten));
    this.#forgetBefore(snapshot);
    return ranges.flatMap(({ id, from, to }) => {
      const range = { id, from: mapping.map(from, 1), to: mapping.map(to, -1) };
      return range.from < range.to ? [range] : [];
    });
  }

  stop(): void {
    this.#stop();
  }

  #at(version: number): Snapshot | undefined {
    return this.#snapshots.findLast((snapshot) => snapshot.version <= version);
  }

  #forgetBefore(snapshot: Snapshot): void {
    this.#snapshots = this.#snapshots.slice(this.#snapshots.indexOf(snapshot));
    this.#maps = this.#maps.slice(snapshot.steps - this.#forgotten);
    this.#forgotten = snapshot.steps;
  }
}

/** ProseMirror keeps nodes that did not change, so equal pointers mean equal text. */
function differingNodes(before: ProseMirrorNode, after: ProseMirrorNode): NodesChange | null {
  const most = Math.min(before.childCount, after.childCount);
  let start = 0;
  while (start < most && before.child(start) === after.child(start)) start += 1;
  let end = 0;
  while (
    end < most - start &&
    before.child(before.childCount - 1 - end) === after.child(after.childCount - 1 - end)
  ) {
    end += 1;
  }
  const [from, to] = [start, before.childCount - end];
  const nodes = after.children.slice(from, after.childCount - end);
  return from === to && nodes.length === 0 ? null : { from, to, nodes };
}
