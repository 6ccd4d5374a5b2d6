import { Popover, VisuallyHidden } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useSyncExternalStore } from 'react';
import { EvidenceForm } from '../evidence/EvidenceForm';
import { FaqForm } from '../faq/FaqForm';
import { FootnoteForm } from '../footnote/FootnoteForm';
import { ItemMenu } from '../items/ItemMenu';
import { LinkForm } from '../link/LinkForm';
import { PictureForm } from '../picture/PictureForm';
import { ScreenForm } from '../screen/ScreenForm';
import { ScreenMenu } from '../screen/ScreenMenu';
import { UnwrittenForm } from '../unwritten/UnwrittenForm';
import { UserKindForm } from '../userKind/UserKindForm';
import { type PopoverRequest, popoversOf } from './popoverStore';

interface EditorPopoversProps {
  editor: Editor;
  /** Months after which a source is asked about again; null where nothing is settled. */
  ageingMonths: number | null;
}

/** The one popover of an editor, beside the place it is about. Escape and a click elsewhere close it. */
export function EditorPopovers({ editor, ageingMonths }: EditorPopoversProps) {
  const store = popoversOf(editor);
  const request = useSyncExternalStore(store.subscribe, store.current);
  if (!request) return null;
  const close = () => {
    store.close();
    if (!editor.isDestroyed) editor.view.focus();
  };
  if (request.kind === 'item') {
    return <ItemMenu editor={editor} id={request.id} anchor={request.anchor} onDone={close} />;
  }
  if (request.kind === 'screenMenu') return <ScreenMenu {...request} editor={editor} onDone={close} />;
  const { left, top, width, height } = request.anchor;
  return (
    <Popover
      opened
      trapFocus
      returnFocus={false}
      shadow="md"
      position="bottom-start"
      // A tall card beside words in the middle of a low window moves over them rather than out of sight.
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 } }}
      onDismiss={close}
      withinPortal
    >
      <Popover.Target>
        <span aria-hidden="true" className="dl-anchor" style={{ left, top, width, height }}>
          <VisuallyHidden>{request.kind === 'evidence' ? 'Source card' : 'Details'}</VisuallyHidden>
        </span>
      </Popover.Target>
      <Popover.Dropdown className="dl-popover">
        <RequestedForm editor={editor} request={request} ageingMonths={ageingMonths} onDone={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface RequestedFormProps extends EditorPopoversProps {
  request: Exclude<PopoverRequest, { kind: 'item' | 'screenMenu' }>;
  onDone: () => void;
}

function RequestedForm({ editor, request, ageingMonths, onDone }: RequestedFormProps) {
  switch (request.kind) {
    case 'link':
      return <LinkForm editor={editor} onDone={onDone} />;
    case 'footnote':
      return <FootnoteForm editor={editor} pos={request.pos} onDone={onDone} />;
    case 'picture':
      return <PictureForm editor={editor} pos={request.pos} onDone={onDone} />;
    case 'screen':
      return <ScreenForm editor={editor} id={request.id} onDone={onDone} />;
    case 'faq':
      return <FaqForm editor={editor} id={request.id} onDone={onDone} />;
    case 'unwritten':
      return <UnwrittenForm editor={editor} id={request.id} onDone={onDone} />;
    case 'user':
      return <UserKindForm editor={editor} id={request.id} onDone={onDone} />;
    case 'evidence':
      return (
        <EvidenceForm editor={editor} claim={request.claim} ageingMonths={ageingMonths} onDone={onDone} />
      );
  }
}
