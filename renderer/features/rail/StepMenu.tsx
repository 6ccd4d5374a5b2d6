import { ActionIcon, Menu } from '@mantine/core';
import { IconCircleCheck, IconCircleHalf2 } from '@tabler/icons-react';
import type { PartState } from '../../../core/narrative/partState';
import { PartGlyph } from '../../ui/PartGlyph';
import classes from './Rail.module.css';

/** The open step's sign, which is also where its writer says how far it is. */
export function StepMenu(props: {
  title: string;
  state: PartState;
  onMark: (state: 'ready' | null) => void;
}) {
  const { title, state, onMark } = props;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="subtle" size="sm" className={classes.menu} aria-label={`How far is ${title}?`}>
          <PartGlyph state={state} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCircleHalf2 size={18} stroke={1.75} aria-hidden />}
          disabled={state === 'drafted'}
          onClick={() => onMark(null)}
        >
          Still being drafted
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCircleCheck size={18} stroke={1.75} aria-hidden />}
          disabled={state === 'ready'}
          onClick={() => onMark('ready')}
        >
          Ready for readers
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
