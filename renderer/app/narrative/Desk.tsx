import { IconMessagePlus, IconNeedleThread, IconPencilPlus } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { partDefinitions } from '../../../core/narrative/parts';
import { startEvidence } from '../../editor/evidence/evidenceCommands';
import { markAssumed } from '../../editor/evidence/markAssumed';
import { FindBar } from '../../editor/find/FindBar';
import { mayWrite } from '../../editor/live/access';
import { useSessionValue } from '../../editor/session/useSession';
import type { SuggestingCopy } from '../../editor/suggesting/suggestingCopy';
import { EditorToolbar } from '../../editor/toolbar/EditorToolbar';
import { ToolbarButton } from '../../editor/toolbar/ToolbarButton';
import { SuggestingBar } from '../../features/review/SuggestingBar';
import { useBetweenKeys } from '../../ui/useBetweenKeys';
import { useCommand, useKeyPlatform, useRunCommand } from '../commands/CommandProvider';
import { keysForPeople, keysOf } from '../commands/keys';
import { AccessLine } from './AccessLine';
import classes from './Frame.module.css';
import type { OpenPart } from './openPart';
import { PartSheet, type PartSheetProps } from './PartSheet';
import { StoryboardRegion } from './StoryboardRegion';

type DeskProps = Omit<PartSheetProps, 'text' | 'held'> &
  Pick<OpenPart, 'place' | 'suggesting'> & { isFocused: boolean };

/** The desk with the sheet on it, and the tools for the text above. */
export function Desk({ isFocused, place, ...sheet }: DeskProps) {
  const { part, editor, session, content, suggesting } = sheet;
  const [isFinding, setFinding] = useState(false);
  const run = useRunCommand();
  const toggleFocus = useCallback(() => run('view.focus'), [run]);
  useCommand('edit.find', editor && (() => setFinding(true)));
  useCommand('edit.evidence', editor && (() => void startEvidence(editor)));
  useCommand('edit.assume', editor && (() => void markAssumed(editor)));
  // The same elements each time, so that the toolbar need not be drawn again with the desk.
  const { isOn } = suggesting;
  const access = useSessionValue(session, (open) => open.access());
  const isHeld = !isOn && !mayWrite(access);
  const tools = useMemo(
    () => (
      <>
        {part === 'release' && !isOn && (
          <ToolbarButton
            label="Promise"
            keys="Shift L"
            icon={IconNeedleThread}
            onClick={() => run('edit.promise')}
          />
        )}
        <ToolbarButton
          label="Comment"
          keys="Shift M"
          icon={IconMessagePlus}
          onClick={() => run('edit.comment')}
        />
        <ToolbarButton
          label="Suggest changes"
          keys="Shift G"
          icon={IconPencilPlus}
          pressed={isOn}
          onClick={() => run('edit.suggesting')}
        />
      </>
    ),
    [part, isOn, run],
  );
  return (
    <main
      className={classes.desk}
      id="narrative-text"
      aria-label={partDefinitions[part].title}
      data-region
      tabIndex={-1}
    >
      {isHeld && <AccessLine session={session} access={access} />}
      <div className={classes.toolbar} data-held={isHeld || undefined}>
        {editor && !isHeld && (
          <EditorToolbar editor={editor} focusMode={isFocused} onFocusMode={toggleFocus}>
            {tools}
          </EditorToolbar>
        )}
        {editor && isFinding && <FindBar editor={editor} onClose={() => setFinding(false)} />}
      </div>
      {suggesting.copy && <CopyBar suggesting={suggesting} copy={suggesting.copy} />}
      {part === 'experience' && (
        <StoryboardRegion
          session={session}
          content={content}
          editor={editor}
          place={place}
          isFocused={isFocused}
        />
      )}
      <PartSheet {...sheet} text={suggesting.text} held={isHeld} />
    </main>
  );
}

function CopyBar({ suggesting, copy }: Pick<OpenPart, 'suggesting'> & { copy: SuggestingCopy }) {
  const platform = useKeyPlatform();
  const { view, isClean, toggle, toggleClean } = suggesting;
  const status = useBetweenKeys(copy.subscribe, copy.status);
  const kept = status.kind === 'failed' ? status.error : status.kind === 'saved' ? 'kept' : 'keeping';
  return (
    <SuggestingBar
      count={view?.placed.length ?? 0}
      kept={kept}
      isClean={isClean}
      keys={keysForPeople(keysOf('edit.suggesting', platform) ?? '', platform.mac)}
      onClean={toggleClean}
      onStop={toggle}
    />
  );
}
