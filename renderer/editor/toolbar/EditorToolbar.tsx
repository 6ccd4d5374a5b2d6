import { IconBold, IconFocus2, IconItalic, IconLink, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { memo, type ReactNode, useRef } from 'react';
import { type BlockActionName, blockActions } from '../blockActions';
import { CodeTools } from '../code/CodeTools';
import { startEvidence } from '../evidence/evidenceCommands';
import { popoversOf, selectionRect } from '../popover/popoverStore';
import { BlockMenu } from './BlockMenu';
import { TableMenu } from './TableMenu';
import { ToolbarButton } from './ToolbarButton';
import { type ToolbarState, toolbarState } from './toolbarState';
import { useRovingFocus } from './useRovingFocus';
import './tools.css';

export interface EditorToolbarProps {
  editor: Editor;
  focusMode: boolean;
  onFocusMode: () => void;
  /** More tools of the screen, before the focus mode. */
  children?: ReactNode;
}

/** The tools above the sheet. Redrawn only when what they show changes, never by typing alone. */
export const EditorToolbar = memo(function EditorToolbar(props: EditorToolbarProps) {
  const { editor, focusMode, onFocusMode, children } = props;
  const state = useEditorState({ editor, selector: toolbarState });
  const toolbar = useRef<HTMLDivElement>(null);
  const onKeyDown = useRovingFocus(toolbar);
  return (
    <div className="dl-toolbar" role="toolbar" aria-label="Formatting" ref={toolbar} onKeyDown={onKeyDown}>
      <BlockMenu editor={editor} block={state.block} disabled={!state.editable || !state.allowsBlocks} />
      <span className="dl-tool-gap dl-tool-rare" />
      <MarkTools editor={editor} state={state} />
      <BlockTools editor={editor} state={state} />
      {state.codeLanguage !== null && (
        <CodeTools editor={editor} language={state.codeLanguage} role={state.codeRole} />
      )}
      <span className="dl-tool-gap dl-tool-rare" />
      {children}
      <ToolbarButton label="Focus mode" icon={IconFocus2} pressed={focusMode} rare onClick={onFocusMode} />
    </div>
  );
});

interface ToolsProps {
  editor: Editor;
  state: ToolbarState;
}

function MarkTools({ editor, state }: ToolsProps) {
  const disabled = !state.editable || !state.allowsMarks;
  const openLink = () => popoversOf(editor).open({ kind: 'link', anchor: selectionRect(editor) });
  return (
    <>
      <ToolbarButton
        label="Bold"
        keys="B"
        icon={IconBold}
        pressed={state.bold}
        disabled={disabled}
        onClick={() => editor.chain().focus().toggleBold().run()}
      />
      <ToolbarButton
        label="Italic"
        keys="I"
        icon={IconItalic}
        pressed={state.italic}
        disabled={disabled}
        onClick={() => editor.chain().focus().toggleItalic().run()}
      />
      <ToolbarButton
        label="Link"
        icon={IconLink}
        pressed={state.link}
        disabled={disabled}
        onClick={openLink}
      />
      <ToolbarButton
        label="Evidence"
        keys="Ctrl Shift E"
        icon={IconRosetteDiscountCheck}
        pressed={state.evidence}
        disabled={disabled}
        onClick={() => startEvidence(editor)}
      />
    </>
  );
}

function BlockTools({ editor, state }: ToolsProps) {
  const disabled = !state.editable || !state.allowsBlocks;
  const tool = (name: BlockActionName, more: { pressed?: boolean; rare?: boolean; disabled?: boolean }) => (
    <ToolbarButton
      label={blockActions[name].title}
      icon={blockActions[name].icon}
      disabled={disabled}
      onClick={() => blockActions[name].run(editor)}
      {...more}
    />
  );
  return (
    <>
      {tool('bullets', { pressed: state.bullets })}
      {tool('numbers', { pressed: state.numbers })}
      {tool('tasks', { pressed: state.tasks, rare: true })}
      {tool('quotation', { pressed: state.quotation, rare: true })}
      <TableMenu editor={editor} inTable={state.table} disabled={disabled} />
      {tool('picture', { rare: true, disabled: !state.editable })}
      {tool('screen', { rare: true, disabled: !state.editable })}
      {tool('footnote', { rare: true, disabled: !state.editable || !state.allowsMarks })}
      {tool('code', { pressed: state.block === 'code', rare: true })}
    </>
  );
}
