import { ActionIcon, Button } from '@mantine/core';
import {
  IconArrowLeft,
  IconFileExport,
  IconLayoutSidebarRight,
  IconSearch,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { NarrativeMeta } from '../../../core/narrative/meta';
import { useAvailableCommands, useKeyPlatform, useRunCommand } from '../commands/CommandProvider';
import { keysForPeople, keysOf } from '../commands/keys';
import classes from './Frame.module.css';
import { MoreMenu } from './MoreMenu';
import type { StepPickerProps } from './StepPicker';
import { StepPicker } from './StepPicker';
import { shownName } from './shownName';

export interface TopBarProps extends StepPickerProps {
  meta: NarrativeMeta;
  isSmall: boolean;
  /** Who else is here, and what they did. */
  people: ReactNode;
}

/** The way back, the name, and what is done with the narrative as a whole. */
export function TopBar({ meta, isSmall, people, ...steps }: TopBarProps) {
  const run = useRunCommand();
  return (
    <header className={classes.top} data-region data-drag>
      <ActionIcon variant="subtle" aria-label="Back to the library" onClick={() => run('go.library')}>
        <IconArrowLeft size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
      <button
        type="button"
        className={classes.name}
        title="Name and details"
        onClick={() => run('narrative.rename')}
      >
        <strong>{shownName(meta, steps.content)}</strong>
        {!isSmall && <span>Draft {meta.draft}</span>}
      </button>
      {isSmall && <StepPicker {...steps} />}
      <span className={classes.spring} />
      {people}
      {isSmall ? <PanelButton /> : <WideActions />}
      <MoreMenu isSmall={isSmall} />
    </header>
  );
}

/** Not there while there is no panel to open. */
function PanelButton() {
  const run = useRunCommand();
  if (!useAvailableCommands().includes('view.panel')) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconLayoutSidebarRight size={18} stroke={1.75} aria-hidden />}
      onClick={() => run('view.panel')}
    >
      Guide
    </Button>
  );
}

function WideActions() {
  const run = useRunCommand();
  const platform = useKeyPlatform();
  const keys = keysForPeople(keysOf('view.palette', platform) ?? '', platform.mac);
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
        rightSection={<kbd>{keys}</kbd>}
        onClick={() => run('view.palette')}
      >
        <span className={classes.findWords}>Find or do anything</span>
      </Button>
      <Button
        variant="default"
        leftSection={<IconUsers size={18} stroke={1.75} aria-hidden />}
        onClick={() => run('go.review')}
      >
        Review
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileExport size={18} stroke={1.75} aria-hidden />}
        onClick={() => run('narrative.export')}
      >
        Export
      </Button>
    </>
  );
}
