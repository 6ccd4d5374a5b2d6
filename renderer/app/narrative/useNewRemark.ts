import { useEffect, useEffectEvent, useState } from 'react';
import { type PartDefinition, partDefinitions } from '../../../core/narrative/parts';
import type { Anchor } from '../../../core/review/anchor';
import { maySay } from '../../editor/live/access';
import { useSessionValue } from '../../editor/session/useSession';
import type { NewRemark } from '../../features/review/CommentsPanel';
import { useCommand } from '../commands/CommandProvider';
import { anchorHere, itemAnchorHere } from './anchorHere';
import type { ReviewSetup } from './useReview';

/** Parts that are made of questions, stories or manuals. */
const hasItems: ReadonlySet<PartDefinition['kind']> = new Set(['faq', 'stories', 'manuals']);

/** A remark that is begun here: on the words at the caret, or on what is around it as a whole. */
export function useNewRemark(setup: ReviewSetup, onOpen: (id: string) => void): NewRemark | null {
  const { session, suggesting, part, editor, author, layout, onTab } = setup;
  const [pending, setPending] = useState<Anchor | null>(null);
  const begin = (anchor: Anchor | null) => {
    if (!anchor) return;
    setPending(anchor);
    layout.openPanel();
    onTab('comments');
  };
  const beginHere = editor && (() => begin(anchorHere(editor, suggesting.text, part)));
  const beginOnItem = editor && (() => begin(itemAnchorHere(editor, suggesting.text, part)));
  const canSay = useSessionValue(session, (open) => maySay(open.access()));
  useCommand('edit.comment', canSay ? beginHere : null);
  useCommand('edit.commentItem', hasItems.has(partDefinitions[part].kind) ? beginOnItem : null);
  const commentItem = useEffectEvent(() => beginOnItem?.());
  useEffect(() => {
    if (editor && !editor.isDestroyed) editor.storage.remarkMarks.onCommentItem = () => commentItem();
  }, [editor]);
  if (!pending) return null;
  return {
    quote: pending.quote,
    cancel() {
      setPending(null);
      editor?.commands.focus();
    },
    async send(text, id) {
      const at = new Date().toISOString();
      const origin = { kind: 'here', file: '' } as const;
      await session.addReview([{ kind: 'comment', id, at, by: author, origin, anchor: pending, text }]);
      setPending(null);
      onOpen(id);
    },
  };
}
