import { IconNeedleThread } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { partDefinitions } from '../../../core/narrative/parts';
import { startEvidence } from '../../editor/evidence/evidenceCommands';
import { markAssumed } from '../../editor/evidence/markAssumed';
import { FindBar } from '../../editor/find/FindBar';
import { EditorToolbar } from '../../editor/toolbar/EditorToolbar';
import { ToolbarButton } from '../../editor/toolbar/ToolbarButton';
import { useCommand, useRunCommand } from '../commands/CommandProvider';
import classes from './Frame.module.css';
import type { OpenPart } from './openPart';
import { PartSheet, type PartSheetProps } from './PartSheet';
import { StoryboardRegion } from './StoryboardRegion';

type DeskProps = PartSheetProps & Pick<OpenPart, 'place'> & { isFocused: boolean };

/** The desk with the sheet on it, and the tools for the text above. */
export function Desk({ isFocused, place, ...sheet }: DeskProps) {
  const { part, editor, session, content } = sheet;
  const [isFinding, setFinding] = useState(false);
  const run = useRunCommand();
  const toggleFocus = useCallback(() => run('view.focus'), [run]);
  useCommand('edit.find', editor && (() => setFinding(true)));
  useCommand('edit.evidence', editor && (() => void startEvidence(editor)));
  useCommand('edit.assume', editor && (() => void markAssumed(editor)));
  // The same element each time, so that the toolbar need not be drawn again with the desk.
  const promiseTool = useMemo(
    () =>
      part === 'release' && (
        <ToolbarButton
          label="Promise"
          keys="Shift L"
          icon={IconNeedleThread}
          onClick={() => run('edit.promise')}
        />
      ),
    [part, run],
  );
  return (
    <main
      className={classes.desk}
      id="narrative-text"
      aria-label={partDefinitions[part].title}
      data-region
      tabIndex={-1}
    >
      <div className={classes.toolbar}>
        {editor && (
          <EditorToolbar editor={editor} focusMode={isFocused} onFocusMode={toggleFocus}>
            {promiseTool}
          </EditorToolbar>
        )}
        {editor && isFinding && <FindBar editor={editor} onClose={() => setFinding(false)} />}
      </div>
      {part === 'experience' && (
        <StoryboardRegion
          session={session}
          content={content}
          editor={editor}
          place={place}
          isFocused={isFocused}
        />
      )}
      <PartSheet {...sheet} />
    </main>
  );
}
