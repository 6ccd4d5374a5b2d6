import { Menu } from '@mantine/core';
import {
  IconCopyPlus,
  IconHandClick,
  IconHistory,
  IconMessage,
  IconPencil,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { openScreenWords } from './openScreen';
import { addNextState, takeOutScreen } from './screenCommands';
import { screenOf, screenOptions } from './screenOptions';
import { versionWords } from './versionWords';

interface ScreenMenuProps {
  editor: Editor;
  id: string;
  pos: number;
  anchor: DOMRect;
  onDone: () => void;
}

interface Choice {
  title: string;
  icon: TablerIcon;
  isOff?: boolean;
  run: () => void;
}

/** What can be done with a screen at one of its places. */
export function ScreenMenu({ editor, id, pos, anchor, onDone }: ScreenMenuProps) {
  const choices = choicesOf(editor, { id, pos });
  const { desk } = screenOptions(editor);
  useEffect(() => {
    if (!desk) onDone();
  });
  const { left, top, width, height } = anchor;
  return (
    <Menu opened onClose={onDone} returnFocus={false} position="bottom-end">
      <Menu.Target>
        <span className="dl-anchor" style={{ left, top, width, height }} />
      </Menu.Target>
      <Menu.Dropdown aria-label="This screen">
        {choices.map(({ title, icon: Icon, isOff, run }) => (
          <Menu.Item
            key={title}
            leftSection={<Icon size={18} stroke={1.75} />}
            disabled={isOff === true}
            onClick={run}
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function choicesOf(editor: Editor, place: { id: string; pos: number }): Choice[] {
  const { desk } = screenOptions(editor);
  const screen = screenOf(editor, place.id);
  const takeOut: Choice = {
    title: 'Take it out of the text',
    icon: IconTrash,
    run: () => void takeOutScreen(editor, place),
  };
  if (!screen || !desk) return [takeOut];
  const { picture, versions } = screen;
  return [
    { title: picture ? 'Draw' : 'Draw it', icon: IconPencil, run: () => desk.draw(place.id) },
    {
      title: 'Name and describe',
      icon: IconMessage,
      // Once the menu is gone, which would take the focus along.
      run: () => void setTimeout(() => openScreenWords(editor, place)),
    },
    {
      title: 'Places to press',
      icon: IconHandClick,
      isOff: !picture,
      run: () => desk.showHotspots(place.id),
    },
    { title: 'Duplicate as next state', icon: IconCopyPlus, run: () => void addNextState(editor, place) },
    {
      title: versionWords(versions.length),
      icon: IconHistory,
      isOff: versions.length === 0,
      run: () => desk.showVersions(place.id),
    },
    takeOut,
  ];
}
