import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { MockupSkeleton } from '../../../core/screens/mockups';
import { clockTime } from '../../ui/dates';
import type { Sheet } from './Drawing';
import classes from './DrawingDesk.module.css';
import type { KeepState } from './keeper';

interface DeskBarProps {
  title: string;
  state: KeepState;
  /** Null until it can be drawn on. */
  sheet: Sheet | null;
  components: readonly MockupSkeleton[];
  onDone: () => void;
}

/** What is drawn, whether it is kept, and the way back. */
export function DeskBar({ title, state, sheet, components, onDone }: DeskBarProps) {
  return (
    <header className={classes.bar} data-drag>
      <h2 className={classes.title}>{title || 'Untitled screen'}</h2>
      <KeptWords state={state} />
      <span className={classes.spring} />
      {components.length > 0 && <ComponentMenu sheet={sheet} components={components} />}
      <Button onClick={onDone} title="Done (Ctrl+Enter)" loading={state.kind === 'keeping'}>
        Done
      </Button>
    </header>
  );
}

/** The time of the last keeping stays while somebody draws on. */
function KeptWords({ state }: { state: KeepState }) {
  const [last, setLast] = useState<KeepState>(state);
  const [keptAt, setKeptAt] = useState<Date | null>(null);
  if (state !== last) {
    setLast(state);
    if (state.kind === 'kept') setKeptAt(new Date());
  }
  return (
    <span className={classes.state} role="status">
      {wordsOf(state, keptAt)}
    </span>
  );
}

function wordsOf(state: KeepState, keptAt: Date | null): string {
  switch (state.kind) {
    case 'kept':
      return keptAt ? `Kept ${clockTime(keptAt)}` : '';
    case 'keeping':
      return 'Keeping …';
    case 'changed':
    case 'overtaken':
      return 'Not kept yet';
    case 'failed':
      return 'Not kept';
  }
}

function ComponentMenu({
  sheet,
  components,
}: {
  sheet: Sheet | null;
  components: readonly MockupSkeleton[];
}) {
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="default"
          disabled={!sheet}
          rightSection={<IconChevronDown size={16} stroke={1.75} aria-hidden />}
        >
          Put on the sheet
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.components ?? ''}>
        {components.map((component) => (
          <Menu.Item key={component.id} onClick={() => void sheet?.insert(component)}>
            {component.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
