import type { ContentRest } from '../../../core/coach/live/coachMessages';
import { type PartKey, partKeys } from '../../../core/narrative/parts';
import type { RichNode } from '../../../core/narrative/richText';
import type { TextTrail } from '../../editor/coach/textTrail';
import type { LiveContent } from '../../editor/session/liveContent';
import type { CoachFeed } from './coachFeed';

/**
 * Hands a narrative to the worker: all of it once, then what changes. The part on the sheet is told by its
 * editor, which knows the changed nodes; the others, changed by somebody else, are told as a whole.
 */
export function tellEdits(live: LiveContent, tell: CoachFeed['tell']) {
  let known = live.current();
  let knownRest = JSON.stringify(restOf(known));
  let onSheet: PartKey | null = null;
  tell({ kind: 'content', content: known });

  function tellOthers(): void {
    const content = live.current();
    for (const part of partKeys) {
      if (part === onSheet || content.parts[part] === known.parts[part]) continue;
      tellWhole(part, content.parts[part].content ?? []);
    }
    known = content;
    const rest = restOf(content);
    const text = JSON.stringify(rest);
    if (text !== knownRest) tell({ kind: 'rest', rest });
    knownRest = text;
  }

  function tellWhole(part: PartKey, nodes: RichNode[]): number {
    return tell({ kind: 'change', change: { part, from: 0, to: Number.MAX_SAFE_INTEGER, nodes } });
  }

  const stop = live.subscribe(tellOthers);
  return {
    stop,
    /** From now on the sheet's editor tells of this part, beginning with all of it. */
    leaveTo(part: PartKey, trail: TextTrail): void {
      onSheet = part;
      trail.snapshot(tellWhole(part, toNodes(trail.doc().children)));
    },
    /** Tells what was written on the sheet since it was last told. */
    tellSheet(part: PartKey, trail: TextTrail): void {
      const change = trail.change();
      if (!change) return;
      const { from, to } = change;
      trail.snapshot(tell({ kind: 'change', change: { part, from, to, nodes: toNodes(change.nodes) } }));
    },
    /** The sheet is left; other windows may go on writing in its part. */
    takeBack(part: PartKey): void {
      if (onSheet === part) onSheet = null;
    },
  };
}

const toNodes = (nodes: readonly { toJSON(): unknown }[]) => nodes.map((node) => node.toJSON() as RichNode);

function restOf({ parts: _parts, ...rest }: ReturnType<LiveContent['current']>): ContentRest {
  return rest;
}
